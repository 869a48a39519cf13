"""HAR files: what a browser's network panel exports. They are read entry by entry and never held whole."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from provenance.articles.dates import point_in_time
from provenance.errors import SourceError
from provenance.sources.addresses import is_address
from provenance.sources.capture import MAX_FILE_BYTES, Capture

_MOST_ENTRY = 14_000_000  # bytes: the largest page that is read, in base64
_MOST_BRACKETS = 2_000_000  # that a file opens; each takes time
_MOST_ENTRY_BRACKETS = 100_000  # and memory, in an entry
_MOST_VALUES = 500_000  # commas of an entry, those in its text included
_ENTRY = b"{{[{"  # the brackets around each of {"log": {"entries": [{…}]}}
_REST = rb'(?:[^"\\]++|\\.)*+'
_REST_OF_STRING = re.compile(_REST, re.DOTALL)
# The next bracket outside of strings, or the mark that begins a string which does not end here.
_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|"' + _REST + rb'")*+([\[\]{}]|"(?=' + _REST + rb"\Z))", re.DOTALL)


def read_har(chunks: Iterable[bytes], origin: str) -> Iterator[Capture]:
    """The HTML pages of a HAR file that was saved with their content; a SourceError if it is none, or holds no such page."""
    found = False
    try:
        for entry in _entries(chunks):
            if (capture := _capture(entry, origin)) is not None:
                found = True
                yield capture
    except ValueError as error:
        raise SourceError(f"{origin} is no HAR file ({error}); export it again.", origin) from error
    if not found:
        raise SourceError(f"{origin} holds no page; export it again, with its content.", origin)


class _Scanner:
    """Follows the brackets of a JSON text as its bytes come, and cuts out each entry that is not too large."""

    def __init__(self) -> None:
        self._open = bytearray()
        self._in_string = False
        self._left = _MOST_BRACKETS
        self._entry: bytearray | None = None
        self._before_entry = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The entries that end in ``data``, which ends with no half of an escape."""
        start, at = 0, self._end_of_string(data)
        while found := _BRACKET.match(data, at):  # a search would begin again at every byte
            bracket, at = found[1], found.end()
            if bracket == b'"':
                self._in_string = True
                break
            if bracket in b"[{":
                self._opened(bracket)
                if self._open == _ENTRY:
                    self._entry, self._before_entry, start = bytearray(), self._left, at - 1
            elif self._open and self._closed() and self._entry is not None:
                yield from self._finished(data[start:at])
        if self._entry is not None and len(self._entry) <= _MOST_ENTRY:
            self._entry += data[start:]

    def _end_of_string(self, data: bytes) -> int:
        """Where a string ends that began in data before; 0 if none did."""
        if not self._in_string:
            return 0
        rest = _REST_OF_STRING.match(data)
        end = rest.end() if rest else len(data)
        self._in_string = end == len(data)
        return end + 1

    def _opened(self, bracket: bytes) -> None:
        self._open += bracket
        self._left -= 1
        if self._left < 0:
            raise ValueError("it is made to cost time")

    def _closed(self) -> bool:
        """Whether what a bracket closes is an entry."""
        is_entry = self._open == _ENTRY
        self._open.pop()
        return is_entry

    def _finished(self, end: bytes) -> Iterator[bytes]:
        entry, self._entry = self._entry or bytearray(), None
        brackets = self._before_entry - self._left
        if len(entry) + len(end) <= _MOST_ENTRY and brackets <= _MOST_ENTRY_BRACKETS:
            yield bytes(entry + end)


def _entries(chunks: Iterable[bytes]) -> Iterator[bytes]:
    scanner, rest = _Scanner(), b""
    for chunk in chunks:
        data = rest + chunk
        # A backslash and what it escapes stay together.
        odd = (len(data) - len(data.rstrip(b"\\"))) % 2
        rest = data[len(data) - odd :]
        yield from scanner.feed(data[: len(data) - odd])


def _capture(entry: bytes, origin: str) -> Capture | None:
    if entry.count(b",") > _MOST_VALUES:
        return None
    try:
        return _page(json.loads(entry), origin)
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        return None


def _page(entry: Any, origin: str) -> Capture | None:  # noqa: ANN401 -- whatever JSON holds
    url, answer = str(entry["request"]["url"]), entry["response"]
    content = answer["content"]
    kind, text = str(content["mimeType"]), str(content["text"])
    is_page = answer["status"] == 200 and text.strip() and kind.lower().startswith("text/html")
    if not is_page or not is_address(url):
        return None
    is_packed = content.get("encoding") == "base64"
    data = base64.b64decode(text, validate=True) if is_packed else text.encode("utf-8", "replace")
    is_large = len(data) > MAX_FILE_BYTES
    return Capture(
        b"" if is_large else data,
        f"{origin} ({url})",
        url=url,
        retrieved=point_in_time(str(entry["startedDateTime"])),
        status=200,
        # Text in JSON was decoded by the browser already, whatever the page was written in.
        content_type=kind if is_packed else "text/html; charset=utf-8",
        fault=f"is larger than {MAX_FILE_BYTES:,} bytes" if is_large else None,
    )
