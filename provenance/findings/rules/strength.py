"""Strength: how certain (ALT305, OMI203), how many or in which bond (ALT306) something is said to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from provenance.excerpts.model import Markup
from provenance.findings.context import Change, Found, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.findings.rules.scope import (
    comparable,
    governs_kept,
    is_addition,
    is_omission,
    is_only_inflected,
)
from provenance.findings.wording import became

# "will" becomes "would" in reported speech.
BACKSHIFT: Final = frozenset({"2", "3"})
"""The classes of modal verbs between which reported speech may change."""
_SCOPES: Final = ("quantifiers", "bounds", "connectives", "frequency")


def changed_modality(change: Change, context: JudgingContext) -> Finding | None:
    """ALT305: modal verbs of different strength, or a modal for a plain verb or the other way round."""
    lost = _modals(change.lost, context.source_units, context)
    gained = _modals(change.gained, context.excerpt_units, context)
    if not comparable(change) or not (lost or gained):
        return None
    classes = {found.group for found in lost}, {found.group for found in gained}
    if classes[0] == classes[1] or not ((lost and gained) or _bare(change, lost, gained, context)):
        return None
    run_in = context.excerpt.markup is Markup.INLINE and not context.excerpt.quoted
    code = "ALT308" if run_in and classes[0] | classes[1] == BACKSHIFT else "ALT305"
    return context.finding(code, became(change.source, change.excerpt), change=change)


def _modals(units: Sequence[Token], side: Tokens, context: JudgingContext) -> list[Found]:
    """The modal verbs; "May" and "Will" inside a sentence are names."""
    hedges = [found for found in context.found("hedges", units, side) if len(found.units) > 1]
    hedged = {unit.span for found in hedges for unit in found.units}
    founds = [found for found in context.found("modals", units, side) if found.units[0].span not in hedged]
    return [found for found in founds if found.units[0].opens or not found.units[0].capitalised]


def _bare(change: Change, lost: Sequence[Found], gained: Sequence[Found], context: JudgingContext) -> bool:
    """Whether a modal went or came by itself, with its verb kept or only inflected."""
    if is_omission(change):
        hedges = context.lexicon.words("hedges")
        return (
            bool(lost) and lost[0].entry not in hedges.groups and governs_kept(lost[0], change.lost, context)
        )
    if is_addition(change):
        return bool(gained) and governs_kept(gained[0], change.gained, context)
    modal, plain = (change.lost, change.gained) if lost else (change.gained, change.lost)
    verbs = context.lexicon.words("auxiliaries")
    inflected = any(context.lexicon.same_lemma(one.word, other.word) for one in modal for other in plain)
    return inflected or any(unit.word in verbs for unit in plain)


def changed_scope(change: Change, context: JudgingContext) -> Finding | None:
    """ALT306: quantifiers, bounds or connectives of different classes, or an "only" that came or went."""
    if not comparable(change):
        return None
    for name in _SCOPES:
        lost = context.found(name, change.lost, context.source_units, anywhere=name == "bounds")
        gained = context.found(name, change.gained, context.excerpt_units, anywhere=name == "bounds")
        if lost and gained and {found.group for found in lost}.isdisjoint(found.group for found in gained):
            return context.finding("ALT306", became(change.source, change.excerpt), change=change)
    if _only(change, context):
        return context.finding("ALT306", became(change.source, change.excerpt), change=change)
    return None


def _only(change: Change, context: JudgingContext) -> bool:
    """Whether an "only" was left out or put in by itself; "just" says too many other things."""
    sides = ((change.lost, context.source_units), (change.gained, context.excerpt_units))
    return (is_omission(change) or is_addition(change)) and any(
        found.group == "only"
        and found.entry not in context.lexicon.words("weak_only").groups
        and not context.content(units)
        for units, side in sides
        for found in context.found("quantifiers", units, side)
    )


def dropped_hedge(change: Change, context: JudgingContext) -> Finding | None:
    """OMI203: a hedge went with the form of a word beside it: "may have risen", "rose"."""
    hedged = context.found("hedges", change.gained, context.excerpt_units)
    if is_omission(change) or not comparable(change) or hedged or not is_only_inflected(change, context):
        return None
    lost = [found.units[0] for found in context.found("hedges", change.lost, context.source_units)]
    if any(unit.opens or not unit.capitalised for unit in lost):
        return context.finding("OMI203", became(change.source, change.excerpt), change=change)
    return None
