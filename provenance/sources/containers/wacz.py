"""WACZ files: a zip of WARC files. Members are read as streams and never unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from provenance.errors import SourceError
from provenance.sources.containers.warc import read_warc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.sources.capture import Capture

_MAX_MEMBER = 500_000_000  # bytes, unpacked in memory one at a time
_MAX_MEMBERS = 1000


def read_wacz(stream: IO[bytes], origin: str) -> Iterator[Capture]:
    """The pages of every WARC file in a WACZ file.

    Args:
        stream: The file.
        origin: Where it is, for people.

    Raises:
        SourceError: If it is no zip file, too large, or holds no page.
    """
    found = False
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in _warcs(archive):
                for capture in _pages(archive, member, origin):
                    found = True
                    yield capture
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise SourceError(f"{origin} is no WACZ file ({error}); save it again.", locator=origin) from error
    if not found:
        raise SourceError(f"{origin} holds no page that can be read; save it again.", locator=origin)


def _warcs(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if member.filename.endswith((".warc", ".warc.gz"))]
    return members[:_MAX_MEMBERS]


def _pages(archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: str) -> Iterator[Capture]:
    with archive.open(member) as packed:
        data = packed.read(_MAX_MEMBER + 1)
    if len(data) > _MAX_MEMBER:
        raise SourceError(f"{origin} is too large; give the WARC files in it instead.", locator=origin)
    try:
        yield from read_warc(io.BytesIO(data), origin)
    except SourceError:
        return  # the other members may hold pages
