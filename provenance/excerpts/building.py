"""Building: the excerpts that believed candidates are, each with the pieces that the article interrupts ("No," she said. "We asked them.")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.candidates.marks import resumes
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import (
    Attribution,
    Boundary,
    Candidate,
    Excerpt,
    Markup,
    RejectionReason,
    Shape,
)
from provenance.excerpts.quotation.judging import Judgement
from provenance.excerpts.quotation.words import count_words
from provenance.text.document import Passage

_MOST_UNENDED = 4  # paragraphs of a run behind which nothing shows that the author goes on
_FEWEST_WORDS = 4  # a piece of fewer is too short to be looked for by itself
_PAUSES = frozenset(".!?…,;:—–-。，：")
_BETWEEN = " \u00a0\n,.:;—–-"


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


def joined(annotated: AnnotatedArticle, judged: Iterable[Judgement]) -> Sequence[Sequence[Judgement]]:
    """The believed candidates in article order, each with the short pieces that belong to the same quotation."""
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
