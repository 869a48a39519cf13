"""Reads plain text: paragraphs between blank lines, quoted and indented lines, bare addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.articles.article import Article, Format, Link, Metadata
from provenance.text.document import Block, Document
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]{1,2000}")
_ADDRESS_END = ".,;:!?'’)]}"


def read_plain(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read plain text; the document's text is the text as it is.

    Args:
        text: The text, with line feeds.
        origin: Where it came from, for people.
        url: Its own address, if it has one.
    """
    document = Document(text, origin, tuple(_paragraphs(text)))
    return Article(document, Format.TEXT, tuple(addresses(text)), Metadata(url=url))


def _paragraphs(text: str) -> Iterator[Block]:
    """The stretches between blank lines, without white space at their edges."""
    offset = start = end = 0
    first = 1
    for number, line in enumerate((*text.split("\n"), ""), start=1):
        if line.strip():
            if start == end:
                start, first = offset + len(line) - len(line.lstrip()), number
            end = offset + len(line.rstrip())
        elif start < end:
            yield Block(Span(start, end), line=first)
            start = end = offset
        offset += len(line) + 1


def addresses(text: str) -> Iterator[Link]:
    """The bare web addresses in ``text``, as links."""
    for found in _ADDRESS.finditer(text):
        href = found.group().rstrip(_ADDRESS_END)
        if len(href) > len("https://"):
            yield Link(Span(found.start(), found.start() + len(href)), href)
