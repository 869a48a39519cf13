"""Zip files that others packed: members are read as streams, and nothing is ever unpacked to a disk."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from struct import error as struct_error
from typing import IO, Self, cast

from provenance.files.unpacking import UnpackingError, check_size

MOST_DIRECTORY = 2_000_000  # bytes that list the members; each becomes an object ten times as large
_STEP = 65_536
_LOCAL_HEADER = 30  # bytes before each member's name
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others reserve as much memory as they please
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct_error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class ZipReader:
    """The members of a zip file. A context manager.

    Raises:
        UnpackingError: If it is no zip file, or its members overlap, so that it would unpack to more than its size allows.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        with _explained():
            self._archive = zipfile.ZipFile(cast("IO[bytes]", _BoundedFile(stream)))
            _check_places(self._archive)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._archive.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, in the file's order. They are names and no paths: nothing is written there."""
        return tuple(dict.fromkeys(self._archive.namelist()))

    def check_unpacked(self, limit: int) -> None:
        """Check that all members together unpack to no more than they may.

        An UnpackingError if they claim to. What a member gives beyond its claim is never read.
        """
        members = self._archive.infolist()
        packed = sum(member.compress_size for member in members)
        check_size(sum(member.file_size for member in members), limit=limit, packed=packed)

    def pieces(self, name: str, *, limit: int) -> Iterator[bytes]:
        """The bytes of a member, in pieces of at most 64 KB.

        An UnpackingError if there is no such member, it is locked, broken, larger, or packed in a rare way.
        """
        with _explained():
            member = self._archive.getinfo(name)
            if member.compress_type not in _KNOWN:
                raise UnpackingError("is packed in a way that is not known here")
            check_size(member.file_size, limit=limit, packed=member.compress_size)
            with self._archive.open(member) as stream:  # which gives no more than the size that is stated
                yield from iter(lambda: stream.read(_STEP), b"")

    def read(self, name: str, *, limit: int) -> bytes:
        """A member whole; an UnpackingError as for ``pieces``."""
        return b"".join(self.pieces(name, limit=limit))


class _BoundedFile:
    """A file of which no more is read at once than a list of members may be long."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        if size > MOST_DIRECTORY:
            raise zipfile.BadZipFile("it lists too many members")
        return self._stream.read(size if size >= 0 else MOST_DIRECTORY)

    def close(self) -> None:
        """Leave the file open: it is its owner's."""


def _check_places(archive: zipfile.ZipFile) -> None:
    """Check that every member has its own bytes, as programs write them."""
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    ends = [member.header_offset + _LOCAL_HEADER + member.compress_size for member in members]
    starts = [*(member.header_offset for member in members), archive.start_dir]
    if starts[0] < 0 or any(end > start for end, start in zip(ends, starts[1:], strict=True)):
        raise zipfile.BadZipFile("its members overlap")


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise UnpackingError(f"is no sound zip file ({error})") from error
