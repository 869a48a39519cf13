"""Files that are no pages themselves but hold saved ones: WARC, WACZ, MHTML, HAR."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from provenance.errors import SourceError
from provenance.sources.containers.har import read_har
from provenance.sources.containers.mhtml import read_mhtml
from provenance.sources.containers.wacz import read_wacz
from provenance.sources.containers.warc import read_warc
from provenance.sources.loading.files import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from provenance.sources.capture import Capture

_MAX_BYTES = 100_000_000  # of a file that is read whole


def _warcs(path: Path) -> Iterator[Capture]:
    with path.open("rb") as stream:
        yield from read_warc(stream, str(path))


def _waczs(path: Path) -> Iterator[Capture]:
    with path.open("rb") as stream:
        yield from read_wacz(stream, str(path))


def _mhtmls(path: Path) -> Iterator[Capture]:
    yield read_mhtml(read_file(path, limit=_MAX_BYTES), str(path))


def _hars(path: Path) -> Iterator[Capture]:
    yield from read_har(read_file(path, limit=_MAX_BYTES), str(path))


_READERS: dict[str, Callable[[Path], Iterator[Capture]]] = {
    ".warc": _warcs,
    ".warc.gz": _warcs,
    ".wacz": _waczs,
    ".mhtml": _mhtmls,
    ".mht": _mhtmls,
    ".har": _hars,
}
CONTAINER_SUFFIXES = frozenset(_READERS)


def is_container(path: Path) -> bool:
    """Whether a file's name says that it holds saved pages."""
    return path.name.lower().endswith(tuple(_READERS))


def captures_in(path: Path) -> Iterator[Capture]:
    """The pages that a file holds, one after the other.

    Raises:
        SourceError: If it cannot be read, or holds none.
    """
    name = path.name.lower()
    read = next(reader for suffix, reader in _READERS.items() if name.endswith(suffix))
    try:
        yield from read(path)
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read ({error.strerror}); check the file.", locator=str(path)
        ) from error


def capture_at(path: Path, number: int) -> Capture:
    """The page of that number, from 0, in a file.

    Raises:
        SourceError: If the file does not hold as many any more.
    """
    for capture in islice(captures_in(path), number, None):
        return capture
    raise SourceError(f"{path} has changed since it was first read; start again.", locator=str(path))
