"""An HTTP answer as it stands in an archive file: head and body in one block of bytes, the body packed as a browser asked for it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from provenance.errors import installing
from provenance.files.unpacking import UnpackingError, inflated, read_body
from provenance.sources.capture import MAX_FILE_BYTES

_STEP = 65_536
_PLAIN = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}<[!?a-zA-Z][ -~\s]{20}")


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """A status, the headers (names in lower case), and the body without its transfer encoding."""

    status: int  # the status
    headers: Mapping[str, str]  # the headers
    packed: bytes = field(repr=False)  # the body, still in its content encoding

    def body(self) -> bytes:
        """The body as the page was written; an UnpackingError if it is too large, broken, or encoded in an unknown way."""
        return unpack(self.packed, self.headers.get("content-encoding", ""), limit=MAX_FILE_BYTES)


def parse_answer(block: bytes) -> HttpMessage | None:
    """Read an HTTP answer; None if it is none."""
    head, _, body = block.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split(maxsplit=2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isdecimal():
        return None
    headers = parse_headers(lines[1:])
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    return HttpMessage(int(words[1][:3]), headers, body)


def parse_headers(lines: Iterable[str]) -> dict[str, str]:
    """Read header lines; of several with one name the first counts."""
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _dechunked(body: bytes) -> bytes:
    """The chunks of a body as one. Some archives join them and leave the header: then the body is as it is."""
    joined = bytearray()
    position = 0
    while True:
        end = body.find(b"\r\n", position, position + 100)
        size = body[position:end].partition(b";")[0].strip() if end >= 0 else b""
        if not size or size.strip(b"0123456789abcdefABCDEF"):
            return body
        if int(size, 16) == 0:
            return bytes(joined)
        joined += body[end + 2 : end + 2 + int(size, 16)]
        position = end + 4 + int(size, 16)


def unpack(body: bytes, encodings: str, *, limit: int) -> bytes:
    """A body without its content encodings, the last one first.

    Some archives unpack bodies and leave the header as it was: a body that is plainly a page is one. An UnpackingError
    if it is broken, too large, or encoded in a way that is not known here.
    """
    if _PLAIN.match(body):
        encodings = ""
    for encoding in reversed([name.strip().lower() for name in encodings.split(",") if name.strip()]):
        if encoding in _UNPACKERS:
            body = _UNPACKERS[encoding](body, limit=limit)
        else:
            body = read_body([body], encoding, raw_limit=limit, decoded_limit=limit)
    if len(body) > limit:
        raise UnpackingError(f"is larger than {limit:,} bytes")
    return body


def _unbrotli(body: bytes, *, limit: int) -> bytes:
    try:
        import brotli  # type: ignore[import-untyped]
    except ImportError as error:
        raise UnpackingError(
            f"is compressed with Brotli, which needs more than is installed; {installing('brotli')}"
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


_UNPACKERS: dict[str, Callable[..., bytes]] = {"deflate": inflated, "br": _unbrotli}
