"""MHTML files: a page as a browser saves it into one mail-like file (RFC 2557)."""

import binascii
import re
from collections.abc import Callable, Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple

from provenance.articles.dates import point_in_time
from provenance.errors import SourceError
from provenance.sources.addresses import is_address
from provenance.sources.capture import MAX_FILE_BYTES, Capture

_MOST_HEAD = 65_536  # bytes
_MOST_PARTS = 10_000
_MOST_DEPTH = 10
_MOST_PACKED = 3 * MAX_FILE_BYTES  # a letter that is no ASCII becomes three bytes for each of its own
_AFTER_BOUNDARY = (b"", b"\r", b"\n", b"-", b" ", b"\t")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_UNPACKERS: dict[str, Callable[[memoryview], bytes]] = {
    "quoted-printable": binascii.a2b_qp,
    "base64": lambda body: binascii.a2b_base64(bytes(body) + b"=="),
}


class _Part(NamedTuple):
    """A part of a message: its head, and where its body begins and ends."""

    head: Message
    start: int
    end: int


def read_mhtml(data: bytes, origin: str) -> Capture:
    """The page of an MHTML file: its first HTML part; a SourceError if there is none."""
    try:
        first, page = _parts_of_interest(data)
        payload = _payload(data, page) if page else b""
        charset = page.head.get_content_charset() if page else None
    except (LookupError, ValueError, TypeError) as error:
        raise SourceError(
            f"{origin} cannot be read as MHTML ({error}); save the page again.", origin
        ) from error
    if page is None or not payload.strip():
        raise SourceError(f"{origin} holds no HTML page; save it again.", origin)
    places = (first.head.get("Snapshot-Content-Location"), page.head.get("Content-Location"))
    is_large = len(payload) > MAX_FILE_BYTES
    return Capture(
        b"" if is_large else payload,
        origin,
        url=next((str(place) for place in places if place and is_address(str(place))), None),
        retrieved=point_in_time(str(first.head.get("Date"))),
        content_type=f"text/html; charset={charset}" if charset else "text/html",
        fault=f"is larger than {MAX_FILE_BYTES:,} bytes" if is_large else None,
    )


def _parts_of_interest(data: bytes) -> tuple[_Part, _Part | None]:
    parts = _parts(data)
    first = next(parts)
    if _is_page(first):
        return first, first
    return first, next((part for part in parts if _is_page(part)), None)


def _is_page(part: _Part) -> bool:
    return part.head.get_content_type() == "text/html"


def _parts(data: bytes) -> Iterator[_Part]:
    """The message and its parts, in the file's order, nested ones included."""
    boundaries = _Boundaries(data)
    at = 0
    for _ in range(_MOST_PARTS):
        head, start = _head(data, at)
        if head.get_content_maintype() == "message":  # what follows is a head again
            end = at = start
        else:
            boundaries.add(head.get_boundary(), start)
            end, at = boundaries.next_after(start)
        yield _Part(head, start, end)
        if at >= len(data):
            return
    raise ValueError(f"it has more than {_MOST_PARTS:,} parts")


class _Boundaries:
    """The lines that part a message: for each, where it stands next, so that nothing is looked through twice."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._next: dict[bytes, int] = {}

    def add(self, boundary: str | None, at: int) -> None:
        """Heed one more, from a place on."""
        if len(self._next) >= _MOST_DEPTH:
            raise ValueError("it is nested too deep")
        if boundary:
            line = b"\n--" + boundary.encode("latin-1", "replace")
            self._next[line] = self._found(line, at)

    def next_after(self, at: int) -> tuple[int, int]:
        """Where the part before the next one ends, and where its line goes on; the data's end if there is none."""
        for line, place in self._next.items():
            if 0 <= place < at - 1:
                self._next[line] = self._found(line, at)
        places = [(place, place + len(line)) for line, place in self._next.items() if place >= 0]
        place, after = min(places, default=(len(self._data), len(self._data)))
        return place - (self._data[place - 1 : place] == b"\r"), after

    def _found(self, line: bytes, at: int) -> int:
        """Where a whole line of that beginning stands at or after a place; -1 if there is none."""
        place = self._data.find(line, max(0, at - 1))
        while place >= 0 and self._data[place + len(line) : place + len(line) + 1] not in _AFTER_BOUNDARY:
            place = self._data.find(line, place + len(line))
        return place


def _head(data: bytes, at: int) -> tuple[Message, int]:
    """The head that begins on the line at or after a place, and where the body behind it begins."""
    found = _END_OF_HEAD.search(data, at, at + _MOST_HEAD)
    end = found.end() if found else min(len(data), at + _MOST_HEAD)
    lines = data[at:end].lstrip(b"-\r\n \t") if at else data[:end]
    return BytesHeaderParser().parsebytes(lines), end


def _payload(data: bytes, part: _Part) -> bytes:
    body = memoryview(data)[part.start : part.end]
    if len(body) > _MOST_PACKED:
        raise ValueError("its page is too large")
    packing = str(part.head.get("Content-Transfer-Encoding", "")).strip().lower()
    return _UNPACKERS.get(packing, bytes)(body)
