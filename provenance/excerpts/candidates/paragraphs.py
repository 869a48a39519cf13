"""Candidates over whole paragraphs: in quotation marks, behind words that announce them, before a bare address."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provenance.articles.signatures import is_signature, signature_in
from provenance.excerpts.annotation.article import RUNNING, AnnotatedArticle
from provenance.excerpts.annotation.quotation_marks import (
    Quotation,
    first_closing,
    is_arrow,
    opens_block,
    quotations,
)
from provenance.excerpts.annotation.signs import SINGLE
from provenance.excerpts.candidates.elements import is_signature as is_source_line
from provenance.excerpts.candidates.marks import blocks_around, sentence_around
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span

_MOST_PARAGRAPHS = 40  # of one quotation whose every paragraph opens anew
_FARTHEST_CLOSING = 6  # paragraphs behind an opening mark that is not repeated
_FEWEST_WORDS = 8  # of a single paragraph that counts as a block
_FEWEST_CHARACTERS = 12
_LONGEST_ASIDE = 90  # characters
_STOPS = frozenset(".!?…,;:\"”“»«'’)。")


def quoted_paragraphs(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """The quotations that marks set off over paragraphs, and each paragraph that is nothing but a quotation behind a colon.

    Of several paragraphs every one opens and only the last closes, or one opens and a later one closes, also behind a cue in
    the same paragraph.
    """
    body = running_blocks(annotated)
    position = 0
    while position < len(body):
        spans = _several(annotated, body, position) or _single(annotated, body, position)
        if spans:
            yield _candidate(annotated, spans)
        position += max(1, len(spans))


def running_blocks(annotated: AnnotatedArticle) -> Sequence[int]:
    """The indexes of the blocks of running text, main content or not, that no markup sets off."""
    return [
        index
        for index, block in enumerate(annotated.blocks)
        if block.kind in RUNNING and index not in annotated.set_off
    ]


def _several(annotated: AnnotatedArticle, body: Sequence[int], position: int) -> list[Span]:
    """The paragraphs of the quotation that opens in a block and does not close there; empty if it ends there."""
    block = annotated.blocks[body[position]].span
    found = annotated.quotations_in(body[position])
    if not found or found[-1].closed or found[-1].mark in SINGLE or is_arrow(annotated.text, found[-1]):
        return []
    opening = found[-1]
    reopening = _reopening(annotated, body, position, opening)
    if len(reopening) > 1:
        return reopening
    first = Span(opening.inner.start, block.end)
    for later in range(position + 1, min(len(body), position + 1 + _FARTHEST_CLOSING)):
        span = annotated.blocks[body[later]].span
        if _is_apart(annotated, body[position], body[later]):
            return []
        if _is_aside(annotated, body[later]):
            continue
        end = first_closing(annotated.text, span.start, span.end)
        if end is not None:
            between = [
                annotated.blocks[body[at]].span
                for at in range(position + 1, later)
                if not _is_aside(annotated, body[at])
            ]
            return [first, *between, Span(span.start, end)]
        if annotated.quotations_in(body[later]):
            return []
    return []


def _is_aside(annotated: AnnotatedArticle, index: int) -> bool:
    """Whether a block stands between two paragraphs of a quotation as an advertisement or a teaser does: short, no sentence."""
    said = annotated.block_text(index).rstrip()
    return len(said) <= _LONGEST_ASIDE and said[-1:] not in _STOPS and not opens_block(said, 0, len(said))


def _reopening(
    annotated: AnnotatedArticle, body: Sequence[int], position: int, opening: Quotation
) -> list[Span]:
    """The paragraphs that each open with a mark, up to the one that closes."""
    spans = [opening.inner]
    for later in range(position + 1, min(len(body), position + _MOST_PARAGRAPHS)):
        span = annotated.blocks[body[later]].span
        if _is_aside(annotated, body[later]):
            continue
        apart = _is_apart(annotated, body[position], body[later])
        if apart or not opens_block(annotated.text, span.start, span.end):
            return spans if len(spans) > 1 else []
        found = annotated.quotations_in(body[later])
        if not found or found[0].outer.start != span.start:
            return []
        spans.append(found[0].inner)
        if found[0].closed:
            return spans
    return spans


def _is_apart(annotated: AnnotatedArticle, first: int, last: int) -> bool:
    """Whether a heading stands between two blocks of running text."""
    return any(annotated.blocks[at].kind is BlockKind.HEADING for at in range(first + 1, last))


def _single(annotated: AnnotatedArticle, body: Sequence[int], position: int) -> list[Span]:
    """One paragraph that is nothing but a quotation, behind a paragraph that ends in a colon."""
    index = body[position]
    block = annotated.blocks[index].span
    found = annotated.quotations_in(index)
    if len(found) != 1 or not found[0].closed or position == 0:
        return []
    outer = found[0].outer
    text = annotated.text
    if text[block.start : outer.start].strip() or text[outer.end : block.end].strip(" .\u00a0"):
        return []
    announced = annotated.block_text(body[position - 1]).rstrip().endswith((":", "："))
    return [found[0].inner] if announced and is_long(annotated.cut(found[0].inner)) else []


def is_long(text: str) -> bool:
    """Whether a paragraph has words enough to be a block of its own."""
    unspaced = len(text) >= _FEWEST_CHARACTERS and not re.search(r"[a-zа-я] ", text)
    return unspaced or len(text.split()) >= _FEWEST_WORDS


def _candidate(annotated: AnnotatedArticle, spans: list[Span]) -> Candidate:
    first, last = annotated.block_at(spans[0].start), annotated.block_at(spans[-1].start)
    passages = tuple(
        Passage(annotated.article.document, bare)
        for span in spans
        if len(bare := span.stripped(annotated.text))
    )
    lead_in, tail = blocks_around(annotated, first, last + 1)
    opening, closing = annotated.blocks[first].span, annotated.blocks[last].span
    if annotated.text[opening.start : spans[0].start].strip(' \u00a0"“„«»‘'):
        lead_in, _ = sentence_around(annotated, Span(spans[0].start - 1, spans[0].end), opening)
    if annotated.text[spans[-1].end : closing.end].strip(' .\u00a0"”“»«’'):
        _, tail = sentence_around(
            annotated, Span(spans[-1].start, min(closing.end, spans[-1].end + 1)), closing
        )
    return Candidate(
        passages=passages,
        shape=Shape.MARKED_PARAGRAPHS,
        markup=Markup.PARAGRAPHS,
        blocks=range(first, last + 1),
        lead_in=lead_in,
        tail=tail,
        quoted=True,
        mark=annotated.text[spans[0].start - 1 : spans[0].start],
    )


def signed_paragraphs(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """Paragraphs that a signature closes, in a line of their own or in the block behind: "… — Ann Lee, Tides"."""
    for index in running_blocks(annotated):
        span = annotated.blocks[index].span
        if (cut := _signature_start(annotated.text, span)) is not None:
            yield _signed(annotated, index, Span(span.start, cut), Span(cut, span.end))
        elif index + 1 < len(annotated.blocks) and index + 1 not in annotated.set_off:
            behind = annotated.blocks[index + 1].span
            pictured = bisect_left(annotated.shown, span.end) < bisect_left(annotated.shown, behind.start + 2)
            if annotated.blocks[index + 1].kind in RUNNING and not pictured and _signs(annotated, behind):
                yield _signed(annotated, index, span, behind)


def _signature_start(text: str, span: Span) -> int | None:
    """Where the last line of a block, or what follows a dash behind its last sentence, says who is quoted."""
    line = text.rfind("\n", span.start, span.end)
    if line > span.start and is_signature(text[line + 1 : span.end].strip()):
        return line
    tail = signature_in(text[span.start : span.end])
    return span.start + tail if tail else None


def _signs(annotated: AnnotatedArticle, span: Span) -> bool:
    said = annotated.cut(span).strip()
    if said.endswith((*".!?…",)):
        return False
    bracketed = said.startswith(("(", "[", "（")) and said.endswith((")", "]", "）"))
    return len(said) <= _LONGEST_ASIDE and (is_signature(said) or (bracketed and is_source_line(said[1:-1])))


def _signed(annotated: AnnotatedArticle, index: int, span: Span, signature: Span) -> Candidate:
    bare = span.stripped(annotated.text)
    found = quotations(annotated.text, bare.start, bare.end)
    whole = len(found) == 1 and found[0].closed and found[0].outer == bare
    return Candidate(
        (Passage(annotated.article.document, found[0].inner if whole else bare),),
        Shape.SIGNED_PARAGRAPHS,
        Markup.PARAGRAPHS,
        range(index, index + 1),
        *blocks_around(annotated, index, index + 1),
        inner=(signature.stripped(annotated.text),),
        quoted=whole,
    )
