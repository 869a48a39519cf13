"""Building: the excerpt that a believed candidate is, the one place that makes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Attribution, Boundary, Candidate, Excerpt, Markup
from provenance.text.document import Passage

if TYPE_CHECKING:
    from provenance.excerpts.annotation.article import AnnotatedArticle
    from provenance.excerpts.quotation.judging import Judgement

_MOST_UNENDED = 4  # paragraphs of a run behind which nothing shows that the author goes on


def build_excerpt(
    passages: Sequence[Passage],
    *,
    markup: Markup,
    attribution: Attribution | None = None,
    language: str | None = None,
    quoted: bool = False,
) -> Excerpt:
    """An excerpt of a clear extent with its editorial marks."""
    return Excerpt(
        passages=tuple(passages),
        attribution=attribution or Attribution(),
        marks=find_marks(passages, language=language),
        markup=markup,
        quoted=quoted,
    )


def excerpt_of(annotated: AnnotatedArticle, *pieces: Judgement) -> Excerpt:
    """The excerpt that judged candidates are."""
    judged = max(pieces, key=lambda piece: piece.reason is None)
    candidate = judged.candidate
    passages = tuple(passage for piece in pieces for passage in piece.candidate.passages)
    if candidate.reach:
        passages = candidate.reach[: _announced_extent(annotated, candidate, judged.attribution)]
    return Excerpt(
        passages=passages,
        attribution=judged.attribution,
        marks=find_marks(passages, language=annotated.language),
        markup=candidate.markup,
        boundary=Boundary.UNCLEAR if candidate.reach else Boundary.CLEAR,
        reach=candidate.reach,
        quoted=candidate.quoted,
        probability=round(judged.probability, 3),
        evidence=judged.evidence,
    )


def _announced_extent(annotated: AnnotatedArticle, candidate: Candidate, told: Attribution) -> int:
    """How many of the paragraphs within reach are quoted: up to the one in which the author goes on."""
    reach = candidate.reach
    for position, passage in enumerate(reach[1:], start=1):
        if _is_authors(annotated, passage, told):
            return position
    return len(reach) if len(reach) <= _MOST_UNENDED else 1


def _is_authors(annotated: AnnotatedArticle, passage: Passage, told: Attribution) -> bool:
    """Whether a paragraph quotes or links something itself, or speaks of whoever is quoted before it."""
    index = annotated.block_at(passage.span.start)
    if annotated.quotations_in(index) or annotated.links_in(passage.span):
        return True
    surname = (told.speaker or "").rsplit(maxsplit=1)[-1:]
    return any(name in passage.text for name in (told.outlet, *surname) if name)
