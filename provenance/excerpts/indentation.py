"""Excerpts in plain text: indented paragraphs and lines behind ``>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.article import QuoteRole
from provenance.excerpts.blockquotes import excerpt_of
from provenance.excerpts.model import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article, QuoteElement
    from provenance.excerpts.context import Context
    from provenance.excerpts.model import Excerpt

_SEVERAL = 3
_MOST_INDENTED = 0.5  # share of the characters of an article


def detect_indentation(article: Article, context: Context) -> Iterator[Excerpt]:
    """The quotations that indentation alone sets off.

    Yields:
        One excerpt for each, in article order; none where so much is set in that this is how the page sets its text.
    """
    indented = [
        quote
        for quote in article.quotes
        if quote.role is QuoteRole.QUOTATION and quote.markup == Markup.INDENT
    ]
    if not _is_habit(article, indented):
        for quote in indented:
            yield excerpt_of(article, quote, context.language)


def _is_habit(article: Article, indented: Sequence[QuoteElement]) -> bool:
    """Whether several passages hold more than their share of the words of the article."""
    inside = sum(len(block.span) for block in article.document.blocks if block.inside)
    quoted = sum(len(span) for quote in indented for span in quote.spans)
    return len(indented) >= _SEVERAL and quoted > _MOST_INDENTED * inside
