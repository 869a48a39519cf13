"""Judging: how likely each candidate is quoted, and which of those that share words is believed."""

import json
import os
from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import repeat
from math import exp
from operator import mul
from pathlib import Path
from typing import NamedTuple

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import Attribution, Candidate, Evidence, Markup, RejectionReason, Shape
from provenance.excerpts.quotation.block import block_features
from provenance.excerpts.quotation.inline import inline_features
from provenance.excerpts.quotation.page import Page
from provenance.excerpts.quotation.words import count_words
from provenance.text.document import BlockKind
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span, is_touched

FEWEST_WORDS = 6  # words from which on a passage inside a paragraph counts whatever stands around it
# Of a passage of somebody who is named and behind which a note stands, or a link left over.
FEWEST_LINKED_WORDS = 3
_FEWEST_NAMED_WORDS = 4  # of a passage of somebody who is named
DOUBT = 0.5  # share of the threshold from which on a rejected candidate is told as doubtful
SHORTEST = 6  # characters: three words of the shortest kind, in any script
_NOTED = {
    "certainty of a name": 0.5,
    "verb of reporting beside": 1.0,
    "outside the main content": 0.0,
    "outside its element": 0.0,
}
"""What a note right behind a passage says of it: somebody is quoted, and it is said where."""
_HEADED = {"in a block without a full stop": 0.0, "outside the main content": 0.0}
"""What says nothing of a heading that gives words to somebody."""
_OF_THINGS = ("beside a word for a thing", "behind a word for a thing")
_BEST = Attribution(speaker="\0", link="\0")
_SET_OFF = frozenset((Shape.ELEMENT, Shape.APART))
_OPENINGS, _CLOSINGS = " \n\u00a0\u202f“„«»\"‘‚'", " \u00a0\u202f”“»«\"’‘'"
_COMMAS = (",", "،", "，", "、")
_UNMARKED = frozenset((Shape.CUED_PARAGRAPHS, Shape.SIGNED_PARAGRAPHS, Shape.ADDRESSED_PARAGRAPHS))
ENVIRONMENT = "PROVENANCE_MODEL"
"""The name of the variable that puts another model file in the place of the one that ships, for measuring."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a candidate."""

    candidate: Candidate  # the candidate
    attribution: Attribution  # whose words it would be
    probability: float  # how likely it is quoted
    evidence: tuple[Evidence, ...]  # what spoke for and against it, the strongest first
    reason: RejectionReason | None = None  # why it is no excerpt; None if it is one


def features_of(page: Page, candidate: Candidate, told: Attribution) -> Mapping[str, float]:
    """The features of a candidate, by its kind."""
    if candidate.markup is not Markup.INLINE:
        return block_features(page, candidate, told)
    features = {
        **inline_features(page, candidate, told),
        **(_HEADED if _is_headed(page, candidate, told) else {}),
    }
    if not told.is_noted:
        return features
    own = dict.fromkeys(_OF_THINGS, 0.0) if candidate.text[:1].islower() else {}
    return {**features, **own, **_NOTED}


def _is_headed(page: Page, candidate: Candidate, told: Attribution) -> bool:
    """Whether a heading below the title is a name, a colon and the words: "Lee: “We will close”"."""
    blocks, at = page.annotated.blocks, candidate.blocks.start
    titled = any(block.kind is BlockKind.HEADING for block in blocks[:at])
    lead = page.annotated.cut(candidate.lead_in).rstrip(_OPENINGS)
    heads = (
        blocks[at].kind is BlockKind.HEADING and titled and candidate.lead_in.start >= blocks[at].span.start
    )
    return heads and told.is_named and lead.endswith((":", "："))


def hopeful(annotated: AnnotatedArticle, candidates: Sequence[Candidate]) -> Page:
    """The page as it were if somebody were named, and linked, for each of its candidates."""
    return Page(annotated, candidates, [_BEST] * len(candidates))


def promising(page: Page) -> tuple[bool, ...]:
    """Which candidates of a hopeful page could be quoted: of the others it need not be asked who says them."""
    model, inline = quotation_model().block, [one for one in page.candidates if one.markup is Markup.INLINE]
    worded = {one.blocks.start for one in inline if len(one.text) >= SHORTEST}
    return tuple(
        one.blocks.start in worded
        if one.markup is Markup.INLINE
        else model.probability(block_features(page, one, told)) >= DOUBT * model.threshold
        for one, told in zip(page.candidates, page.attributions, strict=True)
    )


def judge(page: Page) -> tuple[Judgement, ...]:
    """A judgement on each candidate of a page, in their order; of those that share words, at most one is believed."""
    model = quotation_model()
    judged: list[Judgement] = []
    for candidate, told in zip(page.candidates, page.attributions, strict=True):
        features, logistic = features_of(page, candidate, told), model.of(candidate)
        probability = logistic.probability(features)
        reason = _reason(candidate, told, probability, logistic.threshold)
        judged.append(Judgement(candidate, told, probability, logistic.evidence(features), reason))
    return _without_overlaps(judged)


def _reason(
    candidate: Candidate, told: Attribution, probability: float, threshold: float
) -> RejectionReason | None:
    if probability < DOUBT * threshold:
        return RejectionReason.NOT_QUOTED
    if candidate.markup is Markup.INLINE and not _is_long_enough(candidate, told):
        return RejectionReason.TOO_SHORT
    is_cited = candidate.shape is Shape.MARKS and bool(told.is_noted and told.citations)
    sure = is_cited and count_words(candidate.text) >= FEWEST_WORDS
    return RejectionReason.DOUBTFUL if probability < threshold and not sure else None


def _is_long_enough(candidate: Candidate, told: Attribution) -> bool:
    """Whether a passage has six words; four, if somebody is named or is said to have stated it; or three, if both or a note besides."""
    words = count_words(candidate.text)
    named = bool(told.is_certain and (told.speaker or told.outlet))
    states = words < FEWEST_WORDS and told.cue is not None and _is_statement(candidate)
    if named and (told.is_noted or states):
        return words >= FEWEST_LINKED_WORDS
    return words >= (_FEWEST_NAMED_WORDS if named or states else FEWEST_WORDS)


def _is_statement(candidate: Candidate) -> bool:
    """Whether a passage is set off as a sentence of its own: behind a colon, or begun like one and parted from its tag.

    Languages without articles, and those that put endings together, say in three words what others say in six.
    """
    text, document = candidate.text, candidate.passages[0].document.text
    if candidate.lead_in.of(document).rstrip(_OPENINGS).endswith((":", "：")):
        return True
    tail = candidate.tail.of(document).lstrip(_CLOSINGS)
    parted = text.endswith((*SENTENCE_ENDS, *_COMMAS)) or tail.startswith(_COMMAS)
    return parted and not text[:1].islower() and text[:1].isalpha()


def _without_overlaps(judged: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements; whoever shares a word with one that is believed first is none."""
    taken: list[Span] = []
    reasons = [one.reason for one in judged]
    seen: set[tuple[str, str]] = set()
    for number in sorted(range(len(judged)), key=lambda number: (_rank(judged[number]), number)):
        one = judged[number]
        spans = [passage.span for passage in one.candidate.passages]
        told = one.candidate.text, one.attribution.cue.text if one.attribution.cue else ""
        again = one.candidate.shape in _SET_OFF and told in seen
        if again or any(is_touched(taken, span) for span in spans):
            reasons[number] = RejectionReason.OVERLAPS
        elif one.reason is None:
            seen.add(told)  # a page may set one box twice, for telephones and for desks
            for span in spans:
                insort(taken, span)
    found = zip(judged, reasons, strict=True)
    return tuple(one if one.reason is reason else replace(one, reason=reason) for one, reason in found)


def _rank(one: Judgement) -> tuple[int, float]:
    """The order in which candidates are believed: what is set off by markup or marks over paragraphs, then by probability."""
    is_block = one.candidate.markup is not Markup.INLINE and one.candidate.shape not in _UNMARKED
    return (0 if is_block else 1, -one.probability)


class LogisticModel(NamedTuple):
    """Log-odds as a weighted sum."""

    intercept: float  # what is added whatever is seen
    weights: Mapping[str, float]  # what each feature adds, by its name
    threshold: float  # the probability from which on a candidate counts as quoted

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely a candidate with these features is quoted."""
        seen = map(features.get, self.weights, repeat(0.0))
        total = self.intercept + sum(map(mul, self.weights.values(), seen))
        return 1 / (1 + exp(-max(-60.0, min(60.0, total))))

    def evidence(self, features: Mapping[str, float]) -> tuple[Evidence, ...]:
        """What the features add, the strongest first."""
        added = ((name, weight * features.get(name, 0.0)) for name, weight in self.weights.items())
        told = sorted((-abs(weight), name, weight) for name, weight in added if weight)
        return tuple(Evidence(name, weight) for _, name, weight in told)


class QuotationModel(NamedTuple):
    """The two models of detection: of passages inside a paragraph, and of those over whole blocks."""

    inline: LogisticModel
    block: LogisticModel

    def of(self, candidate: Candidate) -> LogisticModel:
        """The model that judges a candidate."""
        return self.inline if candidate.markup is Markup.INLINE else self.block


def quotation_model() -> QuotationModel:
    """The model that ships, or the one that the environment names."""
    return _read(os.environ.get(ENVIRONMENT) or None)


@cache
def _read(path: str | None) -> QuotationModel:
    source = Path(path) if path else Path(__file__).with_name("model.json")
    data = json.loads(source.read_text("utf-8"))
    return QuotationModel(inline=LogisticModel(**data["inline"]), block=LogisticModel(**data["block"]))
