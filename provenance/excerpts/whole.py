"""A text that is nothing but a quotation, as one excerpt."""

from __future__ import annotations

from provenance.articles.article import Article
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.building import build_excerpt
from provenance.excerpts.model import Excerpt, Markup
from provenance.text.document import Document, Passage
from provenance.text.span import Span, hull


def whole_excerpt(article: Article) -> Excerpt | None:
    """The whole text as one excerpt, a passage a block, without quotation marks that stand around all of it.

    Args:
        article: A page that holds a quotation and nothing else.

    Returns:
        The excerpt, or None if the page holds no words.
    """
    document = article.document
    blocks = [block.span for block in document.blocks] or [document.span]
    spans = [span for block in blocks if len(span := _stripped(document, block))]
    if not spans:
        return None
    inner = _inside_marks(document, hull(spans))
    quoted = inner is not None
    passages = tuple(Passage(document, _within(span, inner) if inner else span) for span in spans)
    markup = Markup.INLINE if quoted and len(passages) == 1 else Markup.BLOCKQUOTE
    return build_excerpt(passages, markup=markup, quoted=quoted)


def _stripped(document: Document, span: Span) -> Span:
    text = document.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))


def _inside_marks(document: Document, span: Span) -> Span | None:
    """What one pair of marks encloses, if it stands around all of ``span``."""
    found = quotations(document.text, span.start, span.end)
    return found[0].inner if len(found) == 1 and found[0].closed and found[0].outer == span else None


def _within(span: Span, inner: Span) -> Span:
    return Span(max(span.start, inner.start), min(span.end, inner.end))
