"""Joining: the pieces of a quotation that the article interrupts ("No," she said. "We asked them twice.")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.candidates.interruptions import resumes
from provenance.excerpts.model import RejectionReason, Shape
from provenance.excerpts.quotation.judging import Judgement
from provenance.excerpts.quotation.words import count_words

_FEWEST_WORDS = 4  # a piece of fewer is too short to be looked for by itself
_PAUSES = frozenset(".!?…,;:—–-。，：")
_BETWEEN = " \u00a0\n,.:;—–-"


def joined(annotated: AnnotatedArticle, judged: Iterable[Judgement]) -> Sequence[Sequence[Judgement]]:
    """The believed candidates in article order, each with the short pieces that belong to the same quotation.

    Args:
        annotated: The article.
        judged: A judgement on each of its candidates.
    """
    groups: list[list[Judgement]] = []
    pieces = (one for one in judged if one.reason in {None, RejectionReason.TOO_SHORT})
    for one in sorted(pieces, key=lambda one: one.candidate.span):
        before = groups[-1] if groups else []
        short = _is_short(one) or all(map(_is_short, before))
        if before and short and _goes_on(annotated, before[-1], one):
            before.append(one)
        else:
            groups.append([one])
    return [group for group in groups if any(one.reason is None for one in group)]


def _is_short(one: Judgement) -> bool:
    few = one.reason is RejectionReason.TOO_SHORT or count_words(one.candidate.text) < _FEWEST_WORDS
    return few and one.candidate.shape is Shape.MARKS


def _goes_on(annotated: AnnotatedArticle, first: Judgement, second: Judgement) -> bool:
    return resumes(annotated, first.candidate, second.candidate) or _is_resumed(annotated, first, second)


def _is_resumed(annotated: AnnotatedArticle, first: Judgement, second: Judgement) -> bool:
    """Whether nothing but the words that say who speaks stands between two quotations of one block."""
    cue = first.attribution.cue
    if first.candidate.blocks != second.candidate.blocks or cue is None or cue != second.attribution.cue:
        return False
    gap = annotated.text[first.candidate.tail.start : second.candidate.lead_in.end]
    said = cue.text.strip(_BETWEEN)
    if gap.rstrip()[-1:] not in _PAUSES:
        return False
    return first.candidate.tail.start <= cue.span.start < second.candidate.lead_in.end and not gap.replace(
        said, "", 1
    ).strip(_BETWEEN)
