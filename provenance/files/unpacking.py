"""Compressed data and zip files that others packed, in bounded steps, in time that grows with their length, never to a disk."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from struct import error as struct_error
from typing import IO, TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


MOST_GROWTH = 50
"""How many times its size a file may unpack to. Pages shrink to a fifth or a tenth; what shrinks more was made to."""
FREE_GROWTH = 50_000_000  # bytes that even a small one may
_GZIP = zlib.MAX_WBITS | 16  # zlib's number for "with a gzip header"
_MAGIC = b"\x1f\x8b"
_STEP = 65_536  # bytes that one step may give
_WINDOW = 4096  # bytes that one step takes: what is left of them behind a member is copied
MOST_DIRECTORY = 2_000_000  # bytes that list the members; each becomes an object ten times as large
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


class UnpackingError(Exception):
    """Data are too large, broken, or packed in a way that is not known. The message goes on after a name: "unpacks to …"."""


def gunzipped(chunks: Iterable[bytes], *, limit: int) -> Iterator[bytes]:
    """The unpacked bytes of gzip data, in pieces of at most 64 KB.

    Anything behind a member that is no other member is left out, as browsers do. An UnpackingError if they become more,
    are broken, or break off.
    """
    engine, rest, size, taken = zlib.decompressobj(_GZIP), b"", 0, 0
    for window in _windows(chunks):
        rest += window
        taken += len(window)
        while rest:
            if engine.eof:
                if rest[: len(_MAGIC)] != _MAGIC[: len(rest)]:
                    return
                if len(rest) < len(_MAGIC):
                    break
                engine = zlib.decompressobj(_GZIP)
            for piece in _pieces(engine, rest):
                size += len(piece)
                check_size(size, limit=limit, packed=taken)
                yield piece
            rest = engine.unused_data
    if not engine.eof:
        raise UnpackingError("breaks off in the middle of its compressed data")


def inflated(data: bytes, *, limit: int) -> bytes:
    """The bytes of deflate data, with zlib's header or without; an UnpackingError if they are broken or beyond ``limit``."""
    try:
        return _inflated(zlib.decompressobj(), data, limit)
    except zlib.error:
        try:
            return _inflated(zlib.decompressobj(-zlib.MAX_WBITS), data, limit)
        except zlib.error as error:
            raise UnpackingError(f"holds broken compressed data ({error})") from error


def check_size(size: int, *, limit: int, packed: int) -> None:
    """Check that data unpack to no more than they may; an UnpackingError if not, or if they grow as only bombs do."""
    if size > limit:
        raise UnpackingError(f"unpacks to more than {limit:,} bytes")
    if size > FREE_GROWTH + MOST_GROWTH * packed:
        raise UnpackingError(f"unpacks to more than {MOST_GROWTH} times its size")


class PieceStream(io.RawIOBase):
    """A stream of pieces, to be read through a buffer."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill a buffer from the next piece; give how many bytes it has."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        view = memoryview(buffer)
        size = min(len(view), len(self._rest))
        view[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


def _windows(chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for start in range(0, len(chunk), _WINDOW):
            yield chunk[start : start + _WINDOW]


def _pieces(engine: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    try:
        while piece := engine.decompress(data, _STEP):
            yield piece
            if engine.eof:
                return
            data = engine.unconsumed_tail
    except zlib.error as error:
        raise UnpackingError(f"holds broken compressed data ({error})") from error


def _inflated(engine: "zlib._Decompress", data: bytes, limit: int) -> bytes:
    unpacked = engine.decompress(data, limit + 1)
    if len(unpacked) > limit:
        raise UnpackingError(f"unpacks to more than {limit:,} bytes")
    if not engine.eof:
        raise UnpackingError("breaks off in the middle of its compressed data")
    return unpacked


def read_body(chunks: Iterable[bytes], encoding: str, *, raw_limit: int, decoded_limit: int) -> bytes:
    """Read a body whole, as it arrives, by its Content-Encoding header; no more is held than the decoded bytes may be.

    An UnpackingError if a limit is passed, the encoding is another than gzip, or the compressed data are broken.
    """
    raw = _bounded(chunks, raw_limit)
    match encoding.strip().lower():
        case "" | "identity":
            return b"".join(raw)
        case "gzip" | "x-gzip":
            return b"".join(gunzipped(raw, limit=decoded_limit))
        case other:
            raise UnpackingError(f"is encoded as {other!r:.60}, which was not asked for")


def _bounded(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise UnpackingError(f"is larger than {limit:,} bytes")
        yield chunk


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
        """Check that all members claim to unpack to no more than they may, else an UnpackingError; no more is read."""
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
