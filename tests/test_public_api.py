import subprocess
import sys

import pytest

import provenance


def test_public_names_are_sorted_and_each_can_be_had():
    assert list(provenance.__all__) == sorted(provenance.__all__)
    for name in provenance.__all__:
        assert getattr(provenance, name) is not None


def test_a_wrong_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        _ = provenance.nothing_of_this_name


def test_every_public_name_has_a_docstring():
    missing = [
        name for name in provenance.__all__ if name != "__version__" and not getattr(provenance, name).__doc__
    ]
    assert missing == []


def test_importing_the_package_loads_no_parser_and_no_network_client():
    code = "import provenance, sys; print([m for m in ('httpx', 'trafilatura', 'lxml', 'rich') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
