"""Compressed data that others packed, in bounded steps and in time that grows with their length, whatever they claim."""

import io
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_GROWTH = 50
"""How many times its size a file may unpack to. Pages shrink to a fifth or a tenth; what shrinks more was made to."""
FREE_GROWTH = 50_000_000  # bytes that even a small one may

_GZIP = zlib.MAX_WBITS | 16  # zlib's number for "with a gzip header"
_MAGIC = b"\x1f\x8b"
_STEP = 65_536  # bytes that one step may give
_WINDOW = 4096  # bytes that one step takes: what is left of them behind a member is copied


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
    """The unpacked bytes of deflate data, which some programs write with zlib's header and some without.

    An UnpackingError if they become more than ``limit``, of which little more is ever held, are broken, or break off.
    """
    try:
        return _inflated(zlib.decompressobj(), data, limit)
    except zlib.error:
        try:
            return _inflated(zlib.decompressobj(-zlib.MAX_WBITS), data, limit)
        except zlib.error as error:
            raise UnpackingError(f"holds broken compressed data ({error})") from error


def check_size(size: int, *, limit: int, packed: int) -> None:
    """Check that data unpack to no more than they may.

    An UnpackingError if they pass the limit, or grow as nothing does that is not made to.
    """
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
