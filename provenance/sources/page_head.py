"""What a page's head says, or the first lines of a text: its address, its outlet, its title."""

import re
from contextlib import suppress
from html.parser import HTMLParser
from itertools import islice
from typing import NamedTuple

from provenance.articles.decoding import declared_encodings
from provenance.sources.addresses import is_address

_HEAD_BYTES = 200_000  # a head larger than this holds inlined pictures before anything of use
# The comments that browsers and SingleFile leave in a page they save.
_SAVED_FROM = (
    re.compile(r"<!--\s{0,4}Page saved with SingleFile\s{1,4}url:\s{0,4}(?P<url>https?://[^\s<>]{1,5000})"),
    re.compile(r"<!--\s{0,4}saved from url=\(\d{1,6}\)(?P<url>https?://[^\s<>]{1,5000})"),
)
_NOTED_LINE = re.compile(r"(?:[\w ]{1,20}: ?)?<?(?P<url>https?://[^\s<>]{1,5000})>?")
_OPENING_LINES, _OPENING_BYTES = 3, 20_000


class PageHead(NamedTuple):
    """What a page's head says. Every field is None where it is silent."""

    url: str | None = None  # the page's own address
    site_name: str | None = None  # the outlet, as the page names it
    title: str | None = None  # the headline


def read_head(data: bytes) -> PageHead:
    """Read the head of an HTML page from its first 200,000 bytes. Never raises: what cannot be read is None.

    The address is, in this order, what the browser that saved the page noted down, the canonical link, ``og:url``.
    """
    text = _decoded(data[:_HEAD_BYTES])
    parser = _HeadParser()
    with suppress(AssertionError, _BodyReachedError):  # html.parser gives up on a broken declaration so
        parser.feed(text)
    noted = (found["url"] for pattern in _SAVED_FROM if (found := pattern.search(text[:5000])))
    urls = (*noted, parser.canonical, parser.properties.get("og:url", ""))
    return PageHead(
        url=next((url for url in urls if is_address(url)), None),
        site_name=parser.properties.get("og:site_name") or None,
        title=parser.properties.get("og:title") or parser.title.strip() or None,
    )


def opening_address(data: bytes) -> str | None:
    """The address in a line of its own among the first three of a text, as people note where they copied it from; else None."""
    lines = (line.strip() for line in _decoded(data[:_OPENING_BYTES]).splitlines())
    found = (_NOTED_LINE.fullmatch(line) for line in islice(filter(None, lines), _OPENING_LINES))
    return next((each["url"] for each in found if each and is_address(each["url"])), None)


class _BodyReachedError(Exception):
    """There is nothing more to be read."""


class _HeadParser(HTMLParser):
    """Collects the canonical link, the properties and the title; ends where the body begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.canonical = ""
        self.properties: dict[str, str] = {}
        self.title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"body", "article", "p"}:
            raise _BodyReachedError
        given = {name: (value or "").strip() for name, value in attrs}
        self._in_title = tag == "title"
        if tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.canonical = self.canonical or given.get("href", "")
        elif tag == "meta":
            self.properties.setdefault(given.get("property", "").lower(), given.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self._in_title and len(self.title) < 1000:
            self.title += data


def _decoded(data: bytes) -> str:
    # Cut off in the middle of a character, the head is no valid UTF-8: what is declared decides, UTF-8 if nothing is.
    return data.decode(next(iter(declared_encodings(data, None)), "utf-8"), "replace")
