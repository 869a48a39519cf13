"""Candidates by markup: blockquotes and their costumes, indented paragraphs, lines behind ">"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from provenance.articles.article import Format, QuoteElement, QuoteRole
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.candidates.neighbours import blocks_around, is_announced
from provenance.excerpts.candidates.trimming import trim
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.text.document import Document, Passage
from provenance.text.span import Span

_SEVERAL = 3
_MOST_INDENTED = 0.5  # share of the characters of an article
_MARKED_UP = frozenset((Format.HTML, Format.DOCX, Format.ODT, Format.EPUB))
_NEVER = frozenset((QuoteRole.EMBED, QuoteRole.COMMENT))
_DRESSED = _NEVER | {QuoteRole.QUOTATION}
_SHAPES = {"indent": Shape.INDENT, "apart": Shape.APART}


def set_off_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The elements that markup sets off, without the lines that speak of the quotation and the marks around it."""
    indented = [quote for quote in annotated.article.quotes if quote.markup == Markup.INDENT]
    is_habit = _is_habit(annotated, indented)
    for quote in annotated.article.quotes:
        if (
            quote.role not in _NEVER
            and not (is_habit and quote.markup == Markup.INDENT)
            and (found := _candidate(annotated, quote)) is not None
        ):
            yield found
    yield from _apart(annotated)


def _apart(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """What only its look sets apart, without what is dressed as a quotation already."""
    dressed = {
        index
        for quote in annotated.article.quotes
        if quote.role in _DRESSED
        for span in quote.spans
        for index in annotated.blocks_in(span)
    }
    for element in annotated.article.apart:
        if (found := _candidate(annotated, element)) is not None and dressed.isdisjoint(found.blocks):
            yield found


def _is_habit(annotated: AnnotatedArticle, indented: Sequence[QuoteElement]) -> bool:
    """Whether several indented passages hold so many of the article's words that this is how the page sets its text."""
    inside = sum(len(block.span) for block in annotated.blocks if block.inside)
    quoted = sum(len(span) for quote in indented for span in quote.spans)
    return len(indented) >= _SEVERAL and quoted > _MOST_INDENTED * inside


def _candidate(annotated: AnnotatedArticle, quote: QuoteElement) -> Candidate | None:
    document = annotated.article.document
    pieces = [passage.span for passage in passages_of(document, quote.spans)]
    if not any(map(str.isalnum, "".join(annotated.cut(piece) for piece in pieces))):
        return None
    blocks = range(annotated.block_at(pieces[0].start), annotated.block_at(pieces[-1].start) + 1)
    kept = trim(annotated.text, pieces, announced=is_announced(annotated, blocks.start))
    lead_in, tail = blocks_around(annotated, blocks.start, blocks.stop)
    return Candidate(
        passages=tuple(Passage(document, piece) for piece in kept.pieces),
        shape=_SHAPES.get(quote.markup, Shape.ELEMENT),
        markup=_markup(annotated, quote),
        blocks=blocks,
        lead_in=lead_in,
        tail=tail,
        inner=tuple(sorted((*quote.attributions, *kept.inner))),
        cite=quote.cite,
        quoted=kept.quoted,
        role=quote.role,
    )


def _markup(annotated: AnnotatedArticle, quote: QuoteElement) -> Markup:
    if quote.markup in _SHAPES:
        return Markup.INDENT
    is_marked_up = annotated.article.format in _MARKED_UP
    return Markup.BLOCKQUOTE if is_marked_up else Markup.MARKDOWN


def passages_of(document: Document, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """The pieces of ``spans``, cut where one block ends and the next begins, that hold any text, white space stripped."""
    return tuple(Passage(document, piece) for span in spans for piece in _pieces(document, span))


def _pieces(document: Document, span: Span) -> Iterator[Span]:
    first = max(0, document.block_index_at(span.start))
    for block in document.blocks[first:]:
        if block.span.start >= span.end:
            return
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        text = document.text[start:end] if start < end else ""
        if text.strip():
            yield Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
