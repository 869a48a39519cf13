"""WACZ files: a zip of WARC files. Members are read as streams and never unpacked to disk."""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING

from provenance.errors import SourceError
from provenance.files.unpacking import UnpackingError
from provenance.files.zipped import ZipReader
from provenance.sources.containers.warc import MAX_UNPACKED, read_warc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.sources.capture import Capture


def read_wacz(stream: IO[bytes], origin: str) -> Iterator[Capture]:
    """The pages of every WARC file in a WACZ file.

    Args:
        stream: The file.
        origin: Where it is, for people.

    Raises:
        SourceError: If it is no zip file, or holds no page.
    """
    found = False
    try:
        with ZipReader(stream) as archive:
            for name in archive.names:
                for capture in _pages(archive, name, origin):
                    found = True
                    yield capture
    except UnpackingError as error:
        raise SourceError(
            f"{origin} {error}, so it is no WACZ file; save it again.", locator=origin
        ) from error
    if not found:
        raise SourceError(f"{origin} holds no page that can be read; save it again.", locator=origin)


def _pages(archive: ZipReader, name: str, origin: str) -> Iterator[Capture]:
    """The pages of one member; none where it is no WARC file that can be read: the others may hold some."""
    if name.endswith((".warc", ".warc.gz")):
        with suppress(SourceError):
            yield from read_warc(archive.pieces(name, limit=MAX_UNPACKED), origin)
