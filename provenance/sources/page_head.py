"""What a page's head says, or the first lines of a text: its address, its outlet, its title."""

import re
from dataclasses import replace
from itertools import islice

from provenance.articles.article import Metadata
from provenance.articles.decoding import declared_encodings
from provenance.articles.page import parse, too_heavy
from provenance.sources.addresses import is_address

_HEAD_BYTES = 200_000  # a head larger than this holds inlined pictures before anything of use
# The comments that browsers and SingleFile leave in a page they save.
_SAVED_FROM = (
    re.compile(r"<!--\s{0,4}Page saved with SingleFile\s{1,4}url:\s{0,4}(?P<url>https?://[^\s<>]{1,5000})"),
    re.compile(r"<!--\s{0,4}saved from url=\(\d{1,6}\)(?P<url>https?://[^\s<>]{1,5000})"),
)
_NOTED_LINE = re.compile(r"(?:[\w ]{1,20}: ?)?<?(?P<url>https?://[^\s<>]{1,5000})>?")
_OPENING_LINES, _OPENING_BYTES = 3, 20_000


def read_head(data: bytes) -> Metadata:
    """What the head of an HTML page says in its first 200,000 bytes. Never raises: what cannot be read is None.

    The address is, in this order, what the browser that saved the page noted down, the canonical link, ``og:url``.
    """
    from provenance.articles.metadata import StructuredData, read_metadata

    text = _decoded(data[:_HEAD_BYTES])
    begun = re.split(r"(?i)<body\b", text, maxsplit=1)[0]
    head = None if too_heavy(begun) else parse(begun).find("head")
    stated = Metadata() if head is None else read_metadata(head, StructuredData(), "")
    noted = (found["url"] for pattern in _SAVED_FROM if (found := pattern.search(text[:5000])))
    return replace(stated, url=next(filter(is_address, (*noted, stated.url or "")), None))


def opening_address(data: bytes) -> str | None:
    """The address in a line of its own among the first three of a text, as people note where they copied it from; else None."""
    lines = (line.strip() for line in _decoded(data[:_OPENING_BYTES]).splitlines())
    found = (_NOTED_LINE.fullmatch(line) for line in islice(filter(None, lines), _OPENING_LINES))
    return next((each["url"] for each in found if each and is_address(each["url"])), None)


def _decoded(data: bytes) -> str:
    # Cut off in the middle of a character, the head is no valid UTF-8: what is declared decides, UTF-8 if nothing is.
    return data.decode(next(iter(declared_encodings(data, None)), "utf-8"), "replace")
