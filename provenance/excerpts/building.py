"""Building: the excerpt that a believed candidate is, the one place that makes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.excerpts.extents import announced_extent
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Attribution, Boundary, Excerpt, Markup
from provenance.text.document import Passage

if TYPE_CHECKING:
    from provenance.excerpts.annotation.article import AnnotatedArticle
    from provenance.excerpts.quotation.judging import Judgement


def build_excerpt(
    passages: Sequence[Passage],
    *,
    markup: Markup,
    attribution: Attribution | None = None,
    language: str | None = None,
    quoted: bool = False,
) -> Excerpt:
    """An excerpt of a clear extent with its editorial marks.

    Args:
        passages: The quoted words, in order, at least one.
        markup: How it is set off.
        attribution: Who is quoted.
        language: A BCP 47 primary subtag; it tells whether a bare "…" is an omission.
        quoted: Whether quotation marks stand around the words.
    """
    return Excerpt(
        passages=tuple(passages),
        attribution=attribution or Attribution(),
        marks=find_marks(passages, language=language),
        markup=markup,
        quoted=quoted,
    )


def excerpt_of(annotated: AnnotatedArticle, *pieces: Judgement) -> Excerpt:
    """The excerpt that judged candidates are.

    Args:
        annotated: The article.
        pieces: A candidate that is believed; or several, where the article interrupts a quotation.
    """
    judged = max(pieces, key=lambda piece: piece.reason is None)
    candidate = judged.candidate
    passages = tuple(passage for piece in pieces for passage in piece.candidate.passages)
    if candidate.reach:
        passages = candidate.reach[: announced_extent(annotated, candidate, judged.attribution)]
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
