"""Reading the body of an answer in bounded steps, whatever it claims to be."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GZIP = 31  # zlib's number for "with a gzip header"
_STEP = 65_536


class BodyError(Exception):
    """A body is too large, broken, or encoded in a way that was not asked for. The message says which."""


def read_body(chunks: Iterable[bytes], encoding: str, *, raw_limit: int, decoded_limit: int) -> bytes:
    """Read a body whole.

    Args:
        chunks: The bytes as they arrive.
        encoding: The Content-Encoding header.
        raw_limit: How many bytes may arrive.
        decoded_limit: How many bytes they may become. Never more than this is held.

    Raises:
        BodyError: If a limit is passed, the encoding is another than gzip, or the compressed data are broken.
    """
    raw = _bounded(chunks, raw_limit)
    match encoding.strip().lower():
        case "" | "identity":
            return b"".join(raw)
        case "gzip" | "x-gzip":
            return _gunzip(raw, decoded_limit)
        case other:
            raise BodyError(f"is encoded as {other!r:.60}, which was not asked for")


def _bounded(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise BodyError(f"is larger than {limit:,} bytes")
        yield chunk


def _gunzip(chunks: Iterable[bytes], limit: int) -> bytes:
    decoded = bytearray()
    engine = zlib.decompressobj(_GZIP)
    for chunk in chunks:
        pending = chunk
        while pending:
            decoded += _decompressed(engine, pending)
            if len(decoded) > limit:
                raise BodyError(f"unpacks to more than {limit:,} bytes")
            engine, pending = _onwards(engine)
    if not engine.eof:
        raise BodyError("breaks off in the middle of its compressed data")
    return bytes(decoded)


def _onwards(engine: zlib._Decompress) -> tuple[zlib._Decompress, bytes]:
    """What to decompress next, and with what: a gzip file may have several members.

    Anything else after a member is left out, as browsers do.
    """
    if not engine.eof:
        return engine, engine.unconsumed_tail
    if engine.unused_data.startswith(b"\x1f\x8b"):
        return zlib.decompressobj(_GZIP), engine.unused_data
    return engine, b""


def _decompressed(engine: zlib._Decompress, data: bytes) -> bytes:
    if engine.eof:
        return b""
    try:
        return engine.decompress(data, _STEP)
    except zlib.error as error:
        raise BodyError(f"holds broken compressed data ({error})") from error
