"""Paraphrase: words given as a quotation that retell the source (ALT311)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.findings.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.text.span import Span

# Shorter excerpts share too little to tell a retelling from a slip, in words.
_SHORTEST = 8
# The share of content words that a retelling has in common with what it retells.
_SHARED = (0.30, 0.75)
# A run of kept words of this length is quotation, not retelling.
_RUN = 6
# A retelling changes at least so many places and so many telling words.
_CHANGES, _WORDS = 2, 3


def paraphrase(changes: Sequence[Change], context: JudgingContext) -> Finding | None:
    """ALT311: an excerpt that keeps some of the source's words and no run of them.

    Args:
        changes: The undeclared edits.
        context: The comparison.
    """
    told = [change for change in changes if change.gained or change.lost]
    gained = [unit.span for change in told for unit in context.content(change.gained)]
    retelling = len(gained) >= _WORDS and _changed_runs(context) >= _CHANGES and _longest_run(context) < _RUN
    if not retelling or len(units := context.excerpt_units.items) < _SHORTEST:
        return None
    content = context.content(units)
    stems = {context.lexicon.stem(unit.key) for unit in context.source_units.items}
    share = sum(context.lexicon.stem(unit.key) in stems for unit in content) / max(1, len(content))
    if not _SHARED[0] <= share <= _SHARED[1]:
        return None
    message = f"retells {quoted(context.alignment.placements[0].source.text)} in other words"
    excerpt, source = context.excerpt.passages[0], context.alignment.placements[0].source
    return context.finding("ALT311", message, excerpt=excerpt, source=source)


def _changed_runs(context: JudgingContext) -> int:
    """How many runs of words of the excerpt are not the source's."""
    changed = sorted(_indices({unit.span for change in context.changes for unit in change.gained}, context))
    return sum(1 for place, index in enumerate(changed) if not place or index > changed[place - 1] + 1)


def _longest_run(context: JudgingContext) -> int:
    """The longest run of words of the excerpt that no change touches."""
    changed = {unit.span for change in context.changes for unit in change.gained}
    breaks = {
        context.excerpt_units.touching(change.excerpt.span)[0]
        for change in context.changes
        if change.lost and not change.gained
    }
    cuts = sorted(
        {-1, len(context.excerpt_units.items), *_indices(changed, context)} | {place - 1 for place in breaks}
    )
    return max((other - one - 1 for one, other in pairwise(cuts)), default=0)


def _indices(spans: set[Span], context: JudgingContext) -> set[int]:
    return {index for index, unit in enumerate(context.excerpt_units.items) if unit.span in spans}
