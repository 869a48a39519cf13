"""What the head of a saved HTML page says of the page: where it is from, without reading the rest."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser

from provenance.articles.decoding import declared_encodings
from provenance.sources.addresses import is_address

_HEAD_BYTES = 200_000  # a head larger than this holds inlined pictures before anything of use
# The comments that browsers and SingleFile leave in a page they save.
_SAVED_FROM = (
    re.compile(r"<!--\s{0,4}Page saved with SingleFile\s{1,4}url:\s{0,4}(?P<url>https?://[^\s<>]{1,5000})"),
    re.compile(r"<!--\s{0,4}saved from url=\(\d{1,6}\)(?P<url>https?://[^\s<>]{1,5000})"),
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page's head says. Every field is None where it is silent.

    Attributes:
        url: The page's own address.
        site_name: The outlet, as the page names it.
        title: The headline.
    """

    url: str | None = None
    site_name: str | None = None
    title: str | None = None


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


def charset_of(data: bytes, content_type: str | None) -> str | None:
    """The encoding by which a page is read: a byte order mark, UTF-8 where it is valid, the header's, the page's own.

    None where only a guess is left, and for what is no text.
    """
    if data.startswith(b"%PDF-"):
        return None
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    for name in ("utf-8", *declared_encodings(data, content_type)[:1]):
        with suppress(UnicodeDecodeError):
            data.decode(name)
            return name
    return None


def _decoded(data: bytes) -> str:
    # Cut off in the middle of a character, the head is no valid UTF-8: what is declared decides, UTF-8 if nothing is.
    return data.decode(next(iter(declared_encodings(data, None)), "utf-8"), "replace")
