"""Additions: words (ADD101), a sentence (ADD102), a loaded word (ADD103) that the source does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from provenance.excerpts.model import Boundary
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.scope import is_addition, is_whole_sentence
from provenance.findings.wording import became, put_in

# Fewer words are no sentence.
_SENTENCE = 3
# An inserted sentence shares less than this of its content words with any stretch of the source twice its length; a
# sentence on the same subject has a third of them by chance.
_SHARED = 0.50
# A label or a strong word has no more words.
_LONGEST_LABEL = 8


def inserted_sentence(change: Change, context: JudgingContext) -> Finding | None:
    """ADD102: a whole sentence between placed words, of which the source has next to nothing."""
    if not is_addition(change) or len(change.gained) < _SENTENCE or not is_whole_sentence(change):
        return None
    before, after = context.kept_beside(change.gained, context.excerpt_units)
    if before is None or after is None or _share_in_source(change.gained, context) >= _SHARED:
        return None
    unclear = context.excerpt.boundary is Boundary.UNCLEAR
    severity = Severity.MAJOR if unclear else None
    return context.finding("ADD102", put_in(change.excerpt), change=change, severity=severity)


def _share_in_source(units: Sequence[Token], context: JudgingContext) -> float:
    """The greatest share of some words that one stretch of the placed source, twice as long, has."""
    wanted = {unit.key for unit in context.content(units)}
    if not wanted:
        return 0.0
    keys = [unit.key for unit in context.source_units.items]
    window = 2 * len(units)
    counts = Counter(key for key in keys[:window] if key in wanted)
    best = len(counts)
    for leaving, coming in zip(keys, keys[window:], strict=False):
        counts[coming] += coming in wanted
        counts[leaving] -= leaving in wanted
        counts = +counts if not counts[leaving] else counts
        best = max(best, sum(1 for key in counts if counts[key] > 0))
    return best / len(wanted)


def loaded(change: Change, context: JudgingContext) -> Finding | None:
    """ADD103: a label or a strong word, put in or put in the place of a plain one, beside kept words."""
    if (
        not change.gained
        or len(change.gained) > _LONGEST_LABEL
        or context.content(change.lost)
        != tuple(unit for unit in context.content(change.lost) if not _is_loaded(unit, context))
    ):
        return None
    founds = [
        found
        for name in ("labels", "boosters")
        for found in context.found(name, change.gained, context.excerpt_units)
    ]
    spans = {unit.span for found in founds for unit in found.units}
    others = [unit for unit in context.content(change.gained) if unit.span not in spans]
    beside = [near for near in context.kept_beside(change.gained, context.excerpt_units) if near is not None]
    if not founds or others or not context.content(beside):
        return None
    return context.finding("ADD103", became(change.source, change.excerpt), change=change)


def _is_loaded(unit: Token, context: JudgingContext) -> bool:
    return unit.word in context.lexicon.words("labels") or unit.word in context.lexicon.words("boosters")


def inserted(change: Change, context: JudgingContext) -> Finding | None:
    """ADD101: any words that the source does not have; minor for small words and for a gloss in brackets."""
    if not is_addition(change) or not change.gained:
        return None
    small = not context.content(change.gained) or _is_gloss(change)
    severity = Severity.MINOR if small else None
    return context.finding("ADD101", put_in(change.excerpt), change=change, severity=severity)


def _is_gloss(change: Change) -> bool:
    """Whether the words stand in round brackets, as news wires explain a name, a title or a date."""
    text, span = change.excerpt.document.text, change.excerpt.span
    around = text[max(0, span.start - 1) : span.end + 1]
    return re.fullmatch(r"\s?\([^()]{1,60}\)[\s.,;]?", around) is not None
