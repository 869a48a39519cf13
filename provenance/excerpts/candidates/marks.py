"""Candidates by quotation marks inside one block, wherever it stands: running text, headings, cells, captions, items."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.annotation.quotation_marks import SINGLE, Quotation
from provenance.excerpts.candidates.interruptions import uninterrupted
from provenance.excerpts.candidates.neighbours import sentence_around
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.text.document import BlockKind, Passage
from provenance.text.span import Span
from provenance.text.tokens import is_unspaced

_FEWEST_LETTERS = 2


def marked_candidates(annotated: AnnotatedArticle) -> Iterator[Candidate]:
    """Every stretch of a block between quotation marks, in article order.

    Where the author's words interrupt a quotation within its marks, its parts are candidates, one each.
    """
    for index, block in enumerate(annotated.blocks):
        if block.kind is not BlockKind.PREFORMATTED and annotated.quotations_in(index):
            yield from _in_block(annotated, index)


def _in_block(annotated: AnnotatedArticle, index: int) -> Iterator[Candidate]:
    block = annotated.blocks[index].span
    found = [part for whole in annotated.quotations_in(index) for part in uninterrupted(annotated, whole)]
    ends = [block.start, *(one.outer.end for one in found)]
    starts = [*(one.outer.start for one in found[1:]), block.end]
    for quotation, left, right in zip(found, ends, starts, strict=False):
        words = annotated.cut(quotation.inner)
        short = sum(map(str.isalnum, words)) < _FEWEST_LETTERS and not is_unspaced(words[:1])
        if short or _is_arrow(annotated, quotation):
            continue
        lead_in, tail = sentence_around(annotated, quotation.outer, Span(left, right))
        yield Candidate(
            passages=(Passage(annotated.article.document, quotation.inner),),
            shape=Shape.MARKS,
            markup=Markup.INLINE,
            blocks=range(index, index + 1),
            lead_in=lead_in,
            tail=tail,
            quoted=quotation.closed or quotation.mark not in SINGLE,
            mark=quotation.mark,
        )


def _is_arrow(annotated: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether a mark is the arrow of a path: "Home » News » Town"."""
    start = quotation.outer.start
    return quotation.mark == "»" and annotated.text[start + 1 : start + 2].isspace()
