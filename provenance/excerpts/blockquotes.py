"""Excerpts that the page's markup sets off: blockquotes and their costumes, Markdown quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.article import Format, QuoteRole
from provenance.excerpts.attribution import attribute
from provenance.excerpts.excerpt import Excerpt, Markup
from provenance.excerpts.paragraphs import passages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article, QuoteElement
    from provenance.excerpts.context import Context


def detect_blockquotes(article: Article, context: Context) -> Iterator[Excerpt]:
    """The quotations among the elements that markup sets off.

    Args:
        article: The page as read.
        context: What else is known.

    Yields:
        One excerpt for each quotation, in article order.
    """
    for quote in article.quotes:
        if quote.role is QuoteRole.QUOTATION and quote.markup != Markup.INDENT:
            yield excerpt_of(article, quote, context.language)


def excerpt_of(article: Article, quote: QuoteElement, language: str) -> Excerpt:
    """The excerpt that a quotation's element holds."""
    return Excerpt(
        passages=passages_of(article.document, quote.spans),
        attribution=attribute(article, quote.spans, inner=quote.attributions, cite=quote.cite, language=language),
        markup=_markup(article, quote),
    )


def _markup(article: Article, quote: QuoteElement) -> Markup:
    if quote.markup == Markup.INDENT:
        return Markup.INDENT
    return Markup.MARKDOWN if article.format is not Format.HTML else Markup.BLOCKQUOTE
