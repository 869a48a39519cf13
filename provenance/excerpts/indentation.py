"""Excerpts in plain text: indented paragraphs and lines behind ``>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.article import QuoteRole
from provenance.excerpts.blockquotes import excerpt_of
from provenance.excerpts.excerpt import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article
    from provenance.excerpts.context import Context
    from provenance.excerpts.excerpt import Excerpt


def detect_indentation(article: Article, context: Context) -> Iterator[Excerpt]:
    """The quotations that indentation alone sets off.

    Yields:
        One excerpt for each, in article order.
    """
    for quote in article.quotes:
        if quote.role is QuoteRole.QUOTATION and quote.markup == Markup.INDENT:
            yield excerpt_of(article, quote, context.language)
