"""Excerpts that the page's markup sets off: blockquotes and their costumes, Markdown quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.article import Format, QuoteRole
from provenance.excerpts.attribution import attribute
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt, Markup
from provenance.excerpts.own_words import without_own_words
from provenance.excerpts.paragraphs import passages_of
from provenance.excerpts.repeated import settle_repeated
from provenance.excerpts.trimming import trim
from provenance.languages.cues import language as language_of
from provenance.text.document import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.article import Article, QuoteElement
    from provenance.excerpts.context import Context

_COLONS = (":", "：")


def detect_blockquotes(article: Article, context: Context) -> Iterator[Excerpt]:
    """The quotations among the elements that markup sets off.

    Args:
        article: The page as read.
        context: What else is known.

    Yields:
        One excerpt for each quotation that quotes somebody, as far as can be seen, in article order.
    """
    quotes = (quote for quote in article.quotes if quote.role is QuoteRole.QUOTATION)
    found = [
        excerpt_of(article, quote, context.language) for quote in quotes if quote.markup != Markup.INDENT
    ]
    own = without_own_words(article, found, context.language)
    yield from settle_repeated(article, own, context.language)


def excerpt_of(article: Article, quote: QuoteElement, language: str) -> Excerpt:
    """The excerpt that a quotation's element holds.

    Args:
        article: The page as read.
        quote: An element with quoted text.
        language: The article's language.
    """
    document = article.document
    pieces = [passage.span for passage in passages_of(document, quote.spans)]
    kept = trim(
        document.text, pieces, language_of(language), announced=_is_announced(article, pieces[0].start)
    )
    inner = tuple(sorted((*quote.attributions, *kept.inner)))
    passages = tuple(Passage(document, piece) for piece in kept.pieces)
    return Excerpt(
        passages=passages,
        attribution=attribute(article, kept.pieces, inner=inner, cite=quote.cite, language=language),
        marks=find_marks(passages),
        markup=_markup(article, quote),
        quoted=kept.quoted,
    )


def _is_announced(article: Article, start: int) -> bool:
    """Whether the block before ends in a colon."""
    index = article.document.block_index_at(start) - 1
    if index < 0:
        return False
    span = article.document.blocks[index].span
    return article.document.text[span.start : span.end].rstrip().endswith(_COLONS)


def _markup(article: Article, quote: QuoteElement) -> Markup:
    if quote.markup == Markup.INDENT:
        return Markup.INDENT
    return Markup.MARKDOWN if article.format is not Format.HTML else Markup.BLOCKQUOTE
