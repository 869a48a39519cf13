"""A loader for tests: quick, and taking 127.0.0.1 for a public address."""

import pytest

from provenance.errors import SourceFetchError
from provenance.sources.loading.http import HttpLoader
from provenance.sources.loading.transport import FetchLimits

QUICK = {"connect": 0.5, "read": 0.3, "total": 0.8, "pause": 0, "ports": None}


def only_loopback(address):
    """Stands in for "public": 127.0.0.1 may be reached, the rest of loopback is somebody's own network."""
    return None if address == "127.0.0.1" else "not a public address"


def loader(
    *, resolve=None, refuses=only_loopback, robots=False, context=None, sleep=lambda seconds: None, **limits
):
    names = {} if resolve is None else {"resolve": resolve}
    return HttpLoader(
        FetchLimits(**{**QUICK, **limits}),
        refuses=refuses,
        robots=robots,
        ssl_context=context,
        sleep=sleep,
        **names,
    )


def failure(loader, url, kind=SourceFetchError):
    with pytest.raises(kind) as caught:
        loader.fetch(url)
    message = str(caught.value)
    assert message.startswith(url)
    assert (
        message.removesuffix(", or allow it with --allow-private.")
        .rstrip(".")
        .endswith("give a saved copy with --source")
    )
    assert "\n" not in message
    return message
