"""An HTTP answer as it stands in an archive file: head and body in one block of bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.sources.containers.packing import unpack
from provenance.sources.loading.files import MAX_FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """A status, the headers (names in lower case), and the body without its transfer encoding.

    Attributes:
        status: The status.
        headers: The headers.
        packed: The body, still in its content encoding.
    """

    status: int
    headers: Mapping[str, str]
    packed: bytes = field(repr=False)

    def body(self) -> bytes:
        """The body as the page was written.

        Raises:
            UnpackingError: If it is too large, broken, or encoded in a way that is not known here.
        """
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
