"""Joining: the pieces of a quotation that the article interrupts ("No," she said. "We asked them twice."), and passages quoted again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.candidates.marks import resumes
from provenance.excerpts.model import Excerpt, Markup, RejectionReason, Shape
from provenance.excerpts.quotation.judging import Judgement
from provenance.excerpts.quotation.words import count_words, folded

_FEWEST_WORDS = 4  # a piece of fewer is too short to be looked for by itself
_PAUSES = frozenset(".!?…,;:—–-。，：")
_BETWEEN = " \u00a0\n,.:;—–-"
_FEWEST_REPEATED = 4
_MOST_REPEATED = 60  # excerpts of an article of which each is looked for in each


def joined(annotated: AnnotatedArticle, judged: Iterable[Judgement]) -> Sequence[Sequence[Judgement]]:
    """The believed candidates in article order, each with the short pieces that belong to the same quotation."""
    groups: list[list[Judgement]] = []
    pieces = (one for one in judged if one.reason in {None, RejectionReason.TOO_SHORT})
    for one in sorted(pieces, key=lambda one: one.candidate.span):
        before = groups[-1] if groups else []
        short = _is_short(one) or all(map(_is_short, before))
        if before and short and _is_resumed(annotated, before[-1], one):
            before.append(one)
        else:
            groups.append([one])
    return [group for group in groups if any(one.reason is None for one in group)]


def _is_short(one: Judgement) -> bool:
    few = one.reason is RejectionReason.TOO_SHORT or count_words(one.candidate.text) < _FEWEST_WORDS
    return few and one.candidate.shape is Shape.MARKS


def _is_resumed(annotated: AnnotatedArticle, first: Judgement, second: Judgement) -> bool:
    """Whether a candidate goes on inside the same marks, or in its block behind nothing but the words that say who speaks."""
    if resumes(annotated, first.candidate, second.candidate):
        return True
    cue, other = first.attribution.cue, second.attribution
    if first.attribution.is_named and other.is_named and first.attribution.speaker != other.speaker:
        return False
    if first.candidate.blocks != second.candidate.blocks or cue is None or cue != other.cue:
        return False
    gap = annotated.text[first.candidate.tail.start : second.candidate.lead_in.end]
    said = cue.text.strip(_BETWEEN)
    if gap.rstrip()[-1:] not in _PAUSES:
        return False
    return first.candidate.tail.start <= cue.span.start < second.candidate.lead_in.end and not gap.replace(
        said, "", 1
    ).strip(_BETWEEN)


def with_first_source(annotated: AnnotatedArticle, excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """The excerpts, in article order; one whose words an earlier one has is of its source, unless its own cue names or links another."""
    said = [folded(one.text) if one.markup is not Markup.INLINE else "" for one in excerpts[:_MOST_REPEATED]]
    told = list(excerpts)
    for number, words in enumerate(said):
        first = next((at for at in range(number) if words in said[at]), None)
        few = words.count(" ") < _FEWEST_REPEATED - 1
        if first is None or few or _names_source(annotated, excerpts[number]):
            continue
        own, other = told[number].attribution, told[first].attribution
        attribution = replace(own, outlet=other.outlet, speaker=own.speaker or other.speaker, link=other.link)
        told[number] = replace(told[number], attribution=attribution)
    return tuple(told)


def _names_source(annotated: AnnotatedArticle, excerpt: Excerpt) -> bool:
    """Whether the cue, or the passage itself, names an outlet or links to where the words stand."""
    told = excerpt.attribution
    spans = [excerpt.span, *([told.cue.span] if told.cue is not None else ())]
    links = {link.href for span in spans for link in annotated.links_in(span)}
    named = told.cue is not None and told.outlet is not None and told.outlet in told.cue.text
    return named or told.link in links
