"""Reads plain text: paragraphs between blank lines, quoted and indented lines, bare addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.addresses import bare_addresses
from provenance.articles.article import Article, Format, Metadata
from provenance.articles.lines import Paragraph, paragraphs
from provenance.articles.plain_quotes import plain_quotes
from provenance.text.document import Block, BlockKind, Document
from provenance.text.language import guess_language
from provenance.text.signs import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_TITLE = 150
_SENTENCE_END = (*SENTENCE_ENDS, *",;:”\"'’»“")


def read_plain(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read plain text; the document's text is the text as it is.

    Args:
        text: The text, with line feeds.
        origin: Where it came from, for people.
        url: Its own address, if it has one.
    """
    found = list(paragraphs(text))
    document = Document(text, origin, tuple(_blocks(text, found)))
    headings = (block for block in document.blocks if block.kind is BlockKind.HEADING)
    title = next((text[block.span.start : block.span.end] for block in headings), None)
    return Article(
        document=document,
        format=Format.TEXT,
        links=tuple(bare_addresses(text)),
        metadata=Metadata(title=title, url=url, language=guess_language(text)),
        quotes=tuple(plain_quotes(text, found)),
    )


def _blocks(text: str, found: Sequence[Paragraph]) -> Iterator[Block]:
    for number, paragraph in enumerate(found):
        kind = BlockKind.HEADING if number == 0 and _is_title(text, found) else BlockKind.PARAGRAPH
        yield Block(paragraph.span, kind, paragraph.line, main=kind is not BlockKind.HEADING)


def _is_title(text: str, found: Sequence[Paragraph]) -> bool:
    """Whether the first paragraph is a headline: one short line that ends no sentence, with text after it."""
    first = found[0]
    words = text[first.span.start : first.span.end]
    short = len(first.lines) == 1 and len(words) <= _LONGEST_TITLE
    return short and len(found) >= 3 and not first.is_quoted and not words.endswith(_SENTENCE_END)
