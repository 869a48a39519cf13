"""Files that hold many saved pages: WARC, WACZ, MHTML, HAR."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from provenance.sources.capture import Capture

CONTAINER_SUFFIXES: frozenset[str] = frozenset()


def is_container(path: Path) -> bool:
    """Whether a file's name says that it holds many pages."""
    return path.name.lower().endswith(tuple(CONTAINER_SUFFIXES)) if CONTAINER_SUFFIXES else False


def captures_in(path: Path) -> Iterator[Capture]:  # noqa: ARG001
    """The pages in such a file."""
    yield from ()
