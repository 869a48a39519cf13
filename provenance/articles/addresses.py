"""Web addresses: their parts, and where they stand bare in running text."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urljoin, urlsplit

from provenance.articles.article import Link
from provenance.text.span import Span

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\u2190-\u21ff\u3000-\u303f\uff00-\uffef]{1,2000}")
_PUNCTUATION = ".,;:!?'’]}*_|"


def address_parts(address: str) -> SplitResult:
    """The parts of an address; all of them empty where it cannot be read, as with an unclosed bracket in its host."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # read here, since it alone is looked at late
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def absolute(href: str, base: str | None) -> str:
    """``href`` as an absolute address where ``base`` is known and both can be read."""
    if base is None or href.startswith(("https://", "http://")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:  # a malformed address, such as an unclosed IPv6 bracket
        return href


def bare_addresses(text: str) -> Iterator[Link]:
    """The web addresses in ``text``, in order, without the punctuation of the sentence around them."""
    for found in _ADDRESS.finditer(text):
        href = found.group().rstrip(_PUNCTUATION)
        while href.endswith(")") and href.count(")") > href.count("("):
            href = href[:-1].rstrip(_PUNCTUATION)
        if len(href) > len("https://"):
            yield Link(Span(found.start(), found.start() + len(href)), href)
