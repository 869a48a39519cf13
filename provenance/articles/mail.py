"""Mail as archives keep it: one preformatted element in which ``>`` and margins set off what a letter quotes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.lines import Line, Paragraph, paragraphs
from provenance.articles.plain_quotes import plain_quotes
from provenance.text.document import Block, BlockKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.articles.article import QuoteElement

_FEWEST_WORDS = 4  # of each of two lines behind ">": a shell or a program has fewer


def mail_parts(text: str, blocks: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[QuoteElement, ...]]:
    """The blocks of a page, letters as their paragraphs; and what these set off as quotations.

    Args:
        text: The page's text.
        blocks: Its blocks.
    """
    parted: list[Block] = []
    quotes: list[QuoteElement] = []
    for block in blocks:
        found = list(_letter(text, block)) if block.kind is BlockKind.PREFORMATTED else []
        if not _quotes_prose(text, found):
            parted.append(block)
            continue
        parted.extend(
            replace(block, span=one.span, kind=BlockKind.PARAGRAPH, line=block.line + one.line - 1)
            for one in found
        )
        quotes.extend(plain_quotes(text, found))
    return tuple(parted), tuple(quotes)


def _letter(text: str, block: Block) -> Iterator[Paragraph]:
    """The paragraphs of a preformatted block, at their places in the page."""
    start = block.span.start
    for one in paragraphs(text[start : block.span.end]):
        lines = (
            Line(Span(line.span.start + start, line.span.end + start), line.indent, line.is_quoted)
            for line in one.lines
        )
        yield Paragraph(tuple(lines), one.line)


def _quotes_prose(text: str, found: Sequence[Paragraph]) -> bool:
    """Whether two lines of words stand behind ``>`` in one of the paragraphs."""
    return any(
        one.is_quoted
        and len(one.lines) > 1
        and all(len(text[line.span.start : line.span.end].split()) >= _FEWEST_WORDS for line in one.lines[:2])
        for one in found
    )
