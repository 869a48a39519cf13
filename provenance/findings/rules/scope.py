"""Scope: did a word go alone, or did it go with what it governs?

A "not" that is left out with its whole clause changes nothing that is kept; one that is left out alone does.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.findings.context import Change, Found, JudgingContext
from provenance.findings.normalization.tokens import Token
from provenance.languages.sentences import splitter

# Words further from a kept word than this do not govern it.
NEAR = 3
# A replacement of more words than this on one side is a retelling: its words do not answer each other one by one.
COMPARABLE = 8


def governs_kept(found: Found, changed: Sequence[Token], context: JudgingContext) -> bool:
    """Whether an entry governs words that were kept: no more than adverbs stand between it and the next kept word.

    Args:
        found: The entry, at or inside the changed words.
        changed: The words that were left out or put in.
        context: The comparison.
    """
    spans = [unit.span for unit in changed]
    first = spans.index(found.units[0].span)
    after = [unit for unit in changed[first:] if unit.span.start >= found.units[-1].span.end]
    before = [unit for unit in changed[:first] if unit.span.start >= _clause_start(changed, first)]
    between = [unit for unit in context.content(after) if not unit.word.endswith("ly")]
    return not between and len(after) <= NEAR and len(before) <= NEAR


def _clause_start(changed: Sequence[Token], first: int) -> int:
    """Where the clause begins that holds a changed word: after the last relative or clause word before it."""
    starts = [unit.span.start for unit in changed[: first + 1] if unit.opens]
    return starts[-1] if starts else changed[0].span.start


def comparable(change: Change) -> bool:
    """Whether both sides of a change are short enough for their words to answer each other."""
    return len(change.gained) <= COMPARABLE and len(change.lost) <= COMPARABLE


def is_omission(change: Change) -> bool:
    """Whether words are missing and none stand in their place."""
    return not change.gained or not len(change.excerpt.span)


def is_addition(change: Change) -> bool:
    """Whether words were put in and none are missing."""
    return not change.lost or not len(change.source.span)


def is_only_inflected(change: Change, context: JudgingContext) -> bool:
    """Whether what stands in the place of lost words says no more than another form of them."""
    same = context.lexicon.same_lemma
    return all(
        any(same(unit.word, lost.word) for lost in change.lost) for unit in context.content(change.gained)
    )


def is_whole_sentence(change: Change) -> bool:
    """Whether what was left out, or put in, is nothing but whole sentences: what they say governs no other one."""
    if not is_omission(change) and not is_addition(change):
        return False
    units, place = (change.lost, change.source) if change.lost else (change.gained, change.excerpt)
    if not units or not units[0].opens:
        return False
    return splitter().begins_at(place.document, units[0].span.start) and splitter().ends_at(
        place.document, units[-1].span.end
    )
