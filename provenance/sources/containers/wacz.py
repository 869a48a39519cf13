"""WACZ files: zip files that hold WARC files."""

from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from provenance.errors import SourceError
from provenance.files.unpacking import UnpackingError, ZipReader
from provenance.sources.capture import Capture
from provenance.sources.containers.warc import MAX_UNPACKED, SUFFIXES, read_warc


def read_wacz(stream: IO[bytes], origin: str) -> Iterator[Capture]:
    """The pages of every WARC file in a WACZ file; a SourceError if it is no zip file, or holds no page."""
    found = False
    try:
        with ZipReader(stream) as archive:
            for name in archive.names:
                for capture in _pages(archive, name, origin):
                    found = True
                    yield capture
    except UnpackingError as error:
        raise SourceError(f"{origin} {error}, so it is no WACZ file; save it again.", origin) from error
    if not found:
        raise SourceError(f"{origin} holds no page that can be read; save it again.", origin)


def _pages(archive: ZipReader, name: str, origin: str) -> Iterator[Capture]:
    """The pages of one member; none where it is no WARC file that can be read: the others may hold some."""
    if name.endswith(SUFFIXES):
        with suppress(SourceError):
            yield from read_warc(archive.pieces(name, limit=MAX_UNPACKED), origin)
