"""Reading the body of an answer in bounded steps, whatever it claims to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.files.unpacking import UnpackingError, gunzipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def read_body(chunks: Iterable[bytes], encoding: str, *, raw_limit: int, decoded_limit: int) -> bytes:
    """Read a body whole.

    Args:
        chunks: The bytes as they arrive.
        encoding: The Content-Encoding header.
        raw_limit: How many bytes may arrive.
        decoded_limit: How many bytes they may become. Never more than this is held.

    Raises:
        UnpackingError: If a limit is passed, the encoding is another than gzip, or the compressed data are broken.
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
