"""Unpacking the bodies of answers that stand in archive files, in bounded steps, whatever they are encoded as.

On the network only gzip is asked for. An archive file holds what a browser asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.files.unpacking import UnpackingError, inflated
from provenance.sources.loading.bodies import read_body

if TYPE_CHECKING:
    from collections.abc import Callable

_STEP = 65_536
_PLAIN = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}<[!?a-zA-Z][ -~\s]{20}")


def unpack(body: bytes, encodings: str, *, limit: int) -> bytes:
    """A body without its content encodings, the last one first.

    Some archives unpack bodies and leave the header as it was: a body that is plainly a page is one.

    Args:
        body: The body.
        encodings: The Content-Encoding header.
        limit: How many bytes it may become. Little more than this is ever held.

    Raises:
        UnpackingError: If it is broken, too large, or encoded in a way that is not known here.
    """
    if _PLAIN.match(body):
        encodings = ""
    for encoding in reversed([name.strip().lower() for name in encodings.split(",") if name.strip()]):
        body = _UNPACKERS.get(encoding, _gunzip_or_refuse(encoding))(body, limit)
    if len(body) > limit:
        raise UnpackingError(f"is larger than {limit:,} bytes")
    return body


def _gunzip_or_refuse(encoding: str) -> Callable[[bytes, int], bytes]:
    return lambda body, limit: read_body([body], encoding, raw_limit=limit, decoded_limit=limit)


def _inflate(body: bytes, limit: int) -> bytes:
    return inflated(body, limit=limit)


def _unbrotli(body: bytes, limit: int) -> bytes:
    try:
        import brotli  # type: ignore[import-untyped]
    except ImportError as error:
        raise UnpackingError(
            "is compressed with Brotli; install `provenance-tracer[brotli]` to read it"
        ) from error
    engine, found = brotli.Decompressor(), bytearray()
    try:
        found += engine.process(body, output_buffer_limit=_STEP)
        while not engine.is_finished() and len(found) <= limit:
            more = engine.process(b"", output_buffer_limit=_STEP)
            if not more:
                raise UnpackingError("breaks off in the middle of its compressed data")
            found += more
    except brotli.error as error:
        raise UnpackingError(f"holds broken compressed data ({error})") from error
    if len(found) > limit:
        raise UnpackingError(f"unpacks to more than {limit:,} bytes")
    return bytes(found)


_UNPACKERS: dict[str, Callable[[bytes, int], bytes]] = {"deflate": _inflate, "br": _unbrotli}
