"""A file that is no page itself but holds saved ones, whatever its kind: WARC, WACZ, MHTML, HAR. Nothing is unpacked to disk."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from provenance.errors import SourceError
from provenance.sources.capture import Capture, read_file
from provenance.sources.containers import warc
from provenance.sources.containers.har import read_har
from provenance.sources.containers.mhtml import read_mhtml
from provenance.sources.containers.wacz import read_wacz

_MAX_BYTES = 100_000_000  # of a file that is read whole
_STEP = 65_536


def _warcs(path: Path) -> Iterator[Capture]:
    yield from warc.read_warc(_chunks(path), str(path))


def _waczs(path: Path) -> Iterator[Capture]:
    with path.open("rb") as stream:
        yield from read_wacz(stream, str(path))


def _mhtmls(path: Path) -> Iterator[Capture]:
    yield read_mhtml(read_file(path, limit=_MAX_BYTES), str(path))


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        yield from iter(lambda: stream.read(_STEP), b"")


_READERS: dict[str, Callable[[Path], Iterator[Capture]]] = {
    **dict.fromkeys(warc.SUFFIXES, _warcs),
    ".wacz": _waczs,
    ".mhtml": _mhtmls,
    ".mht": _mhtmls,
    ".har": lambda path: read_har(_chunks(path), str(path)),
}
CONTAINER_SUFFIXES = frozenset(_READERS)


def is_container(path: Path) -> bool:
    """Whether a file's name says that it holds saved pages."""
    return path.name.lower().endswith(tuple(_READERS))


def captures_in(path: Path) -> Iterator[Capture]:
    """The pages that a file holds, one after the other; a SourceError if it cannot be read, or holds none."""
    name = path.name.lower()
    read = next(reader for suffix, reader in _READERS.items() if name.endswith(suffix))
    if path.exists() and not path.is_file():  # a pipe would be waited for, a device may never end
        raise SourceError(f"{path} is no regular file; name a saved page.", str(path))
    try:
        yield from read(path)
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}); check the file.", str(path)) from error


class Container:
    """The pages of a file by their numbers, from 0. To open one after the other takes one pass over the file."""

    def __init__(self, path: Path, count: int) -> None:
        self._path = path
        self._count = count
        self._captures: Iterator[Capture] = iter(())
        self._next = count

    def capture(self, number: int) -> Capture:
        """The page of that number; a SourceError if the file does not hold as many any more."""
        if number < self._next:
            self._captures, self._next = captures_in(self._path), 0
        capture = next(islice(self._captures, number - self._next, None), None)
        self._next = number + 1
        if capture is None or self._next >= self._count:
            self._captures = iter(())  # which closes the file
        if capture is None:
            raise SourceError(
                f"{self._path} has changed since it was first read; start again.", str(self._path)
            )
        return capture
