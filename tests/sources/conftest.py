import pytest

from tests.sources.hostile import HostileServer


@pytest.fixture
def server():
    found = HostileServer()
    yield found
    found.close()
