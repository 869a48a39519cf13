"""Substitutions: other words (ALT301), another form (ALT308), another verb of saying (ALT309), a retelling (ALT311)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.scope import comparable, is_omission
from provenance.findings.wording import became, quoted
from provenance.text.span import Span


def changed_said_verb(change: Change, context: JudgingContext) -> Finding | None:
    """ALT309: a neutral verb of saying for a loaded one, or the other way round."""
    if not comparable(change):
        return None
    neutral, loaded = context.lexicon.words("said_neutral"), context.lexicon.words("said_loaded")
    for one, other in ((neutral, loaded), (loaded, neutral)):
        lost = [unit for unit in change.lost if unit.word in one]
        gained = [unit for unit in change.gained if unit.word in other and unit.word not in one]
        if lost and gained:
            return context.finding("ALT309", became(change.source, change.excerpt), change=change)
    return None


def changed_form(change: Change, context: JudgingContext) -> Finding | None:
    """ALT308: the same words otherwise inflected, or pronouns and pointing words exchanged."""
    if not change.lost or not change.gained or is_omission(change):
        return None
    swapped = _all_in(change.lost, ("pronouns", "deixis"), context) and _all_in(
        change.gained, ("pronouns", "deixis"), context
    )
    if not swapped and not _inflected(change, context):
        return None
    severity = Severity.MAJOR if _turns_person(change, context) else None
    return context.finding("ALT308", became(change.source, change.excerpt), change=change, severity=severity)


def _all_in(units: Sequence[Token], names: Sequence[str], context: JudgingContext) -> bool:
    lists = [context.lexicon.words(name) for name in names]
    return all(
        any(unit.word in words for words in lists) or unit.word in context.lexicon.weekdays for unit in units
    )


def _inflected(change: Change, context: JudgingContext) -> bool:
    """Whether each word that says something has its like on the other side."""
    lost, gained = context.content(change.lost), context.content(change.gained)
    if not lost and not gained:
        return any(_alike(one, other, context) for one in change.lost for other in change.gained)
    alike = all(any(_alike(one, other, context) for other in change.gained) for one in lost)
    return alike and all(any(_alike(other, one, context) for one in change.lost) for other in gained)


def _alike(one: Token, other: Token, context: JudgingContext) -> bool:
    return context.lexicon.same_lemma(one.word, other.word)


def _turns_person(change: Change, context: JudgingContext) -> bool:
    """Whether, inside quotation marks, somebody's "I" or "we" became another's, or the other way round."""
    first, third = context.lexicon.words("pronouns_first"), context.lexicon.words("pronouns_third")
    lost, gained = ({unit.word in first for unit in units} for units in (change.lost, change.gained))
    crossed = lost != gained and any(unit.word in third for unit in (*change.lost, *change.gained))
    return context.excerpt.quoted and crossed


def changed_words(change: Change, context: JudgingContext) -> Finding:
    """ALT301: whatever else differs; minor where only small words or a final sign do."""
    small = not context.content(change.lost) and not context.content(change.gained)
    severity = Severity.MINOR if small else None
    return context.finding("ALT301", became(change.source, change.excerpt), change=change, severity=severity)


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
