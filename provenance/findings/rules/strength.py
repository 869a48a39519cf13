"""Strength: how certain (ALT305, OMI203), how many or in which bond (ALT306) something is said to be."""

from collections.abc import Sequence
from typing import Final

from provenance.findings.context import Change, Found, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.tokens import Quantity, Token, Tokens
from provenance.findings.wording import became

# "will" becomes "would" in reported speech.
BACKSHIFT: Final = frozenset({"2", "3"})
"""The classes of modal verbs between which reported speech may change."""
_COUNTING: Final = frozenset({"none", "few", "some", "many", "most", "all"})
# Without "most of the" there are more of them; "some" is a hedge, and a "no" a negation.
_NARROWING: Final = frozenset({"few", "many", "half", "most"})
_WIDENING: Final = frozenset({"some", "all"})
_BEFORE_SUPERLATIVES: Final = frozenset("the his her its their our as so how too".split())
_PLURALS: Final = frozenset("of people men women children police in".split())
_SCOPES: Final = ("quantifiers", "bounds", "connectives", "frequency")


def changed_modality(change: Change, context: JudgingContext) -> Finding | None:
    """ALT305: modal verbs of different strength, or a modal for a plain verb or the other way round."""
    lost = _modals(change.lost, context.source_units, context)
    gained = _modals(change.gained, context.excerpt_units, context)
    if not change.is_comparable or not (lost or gained):
        return None
    classes = {found.group for found in lost}, {found.group for found in gained}
    if classes[0] == classes[1] or not ((lost and gained) or _bare(change, lost, gained, context)):
        return None
    return context.finding("ALT305", became(change.source, change.excerpt), change=change)


def _modals(units: Sequence[Token], side: Tokens, context: JudgingContext) -> list[Found]:
    """The modal verbs; "May" and "Will" inside a sentence are names."""
    founds = context.found("modals", units, side)
    return [found for found in founds if found.units[0].opens or not found.units[0].capitalised]


def _bare(change: Change, lost: Sequence[Found], gained: Sequence[Found], context: JudgingContext) -> bool:
    """Whether a modal went or came by itself, with its verb kept or only inflected."""
    if change.is_omission:
        hedges = context.lexicon.words("hedges").groups
        bare = bool(lost) and lost[0].entry not in hedges
        return bare and context.governs_kept(lost[0], change.lost)
    if change.is_addition:
        return bool(gained) and context.governs_kept(gained[0], change.gained)
    modal, plain = (change.lost, change.gained) if lost else (change.gained, change.lost)
    verbs = context.lexicon.words("auxiliaries")
    inflected = any(context.lexicon.same_lemma(one.word, other.word) for one in modal for other in plain)
    return inflected or any(unit.word in verbs for unit in plain)


def changed_scope(change: Change, context: JudgingContext) -> Finding | None:
    """ALT306: quantifiers, bounds or connectives of different classes, or an "only" that came or went."""
    if not change.is_comparable:
        return None
    for name in _SCOPES:
        lost = context.found(name, change.lost, context.source_units, anywhere=name == "bounds")
        gained = context.found(name, change.gained, context.excerpt_units, anywhere=name == "bounds")
        if lost and gained and {found.group for found in lost}.isdisjoint(found.group for found in gained):
            return context.finding("ALT306", became(change.source, change.excerpt), change=change)
    turns = _only, _shares, _counts_otherwise, _parts_article
    if any(each(change, context) for each in turns):
        return context.finding("ALT306", became(change.source, change.excerpt), change=change)
    return None


def _only(change: Change, context: JudgingContext) -> bool:
    """Whether an "only" was left out or put in by itself."""
    sides = ((change.lost, context.source_units), (change.gained, context.excerpt_units))
    return (change.is_omission or change.is_addition) and any(
        found.group == "only" and not context.content(units)
        for units, side in sides
        for found in context.found("quantifiers", units, side)
    )


def _shares(change: Change, context: JudgingContext) -> bool:
    """Whether words that say how many of them were left out or put in by themselves: "most of the", "few"."""
    for units, side, groups in (
        (change.lost, context.source_units, _NARROWING),
        (change.gained, context.excerpt_units, _NARROWING | _WIDENING),
    ):
        if not (change.is_omission or change.is_addition) or not units:
            continue
        for found in context.found("quantifiers", units, side):
            others = [unit for unit in context.content(units) if unit not in found.units]
            if found.group in groups and not others and _counts_kept(found, side, context):
                return True
    return False


def _counts_kept(found: Found, side: Tokens, context: JudgingContext) -> bool:
    """Whether a plural follows: English "most" and "much" go with adjectives and adverbs too ("the most likely")."""
    if len(found.entry) > 1 or context.lexicon.language != "en":
        return True
    before, after = context.kept_beside(found.units, side)
    if before is not None and before.word in _BEFORE_SUPERLATIVES:
        return False
    return after is not None and (after.word.endswith("s") or after.word in _PLURALS)


def _parts_article(change: Change, context: JudgingContext) -> bool:
    """Whether no more came or went than the article that makes some of few: "a few", "a little"."""
    lost = loses_article(change.lost, context.source_units, context)
    return lost or loses_article(change.gained, context.excerpt_units, context)


def loses_article(units: Sequence[Token], side: Tokens, context: JudgingContext) -> bool:
    """Whether the last of some units of a side is the article of an amount, and the rest of it is none of them."""
    found = context.found("some_by_article", units[-1:], side)
    return any(each.units[0].span == units[-1].span for each in found)


def _counts_otherwise(change: Change, context: JudgingContext) -> bool:
    """Whether a figure stands for a word that says how many, or the other way round: "nine of them", "most of them"."""
    sides = (
        (change.lost, change.gained, context.excerpt_units),
        (change.gained, change.lost, context.source_units),
    )
    return any(
        any(isinstance(unit.value, Quantity) and not unit.value.ordinal for unit in counted)
        and not any(unit.value for unit in told)
        and any(found.group in _COUNTING for found in context.found("quantifiers", told, side))
        for counted, told, side in sides
    )
