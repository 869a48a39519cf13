"""Polarity: a negation left out (OMI202), put in, or a word turned into its opposite (ALT302)."""

from collections.abc import Sequence
from typing import NamedTuple

from provenance.findings.context import Change, Found, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.findings.wording import became


def flipped(change: Change, context: JudgingContext) -> Finding | None:
    """OMI202 or ALT302: an odd number of negations and opposites between what was lost and what was gained."""
    answers = change.is_addition or (change.is_comparable and not change.is_omission)
    if not answers or change.is_whole_sentence:
        return None
    turns = _turns(change, context)
    if not turns.is_odd or _moved(change, context, turns):
        return None
    dropped = turns.lost and not turns.gained and not turns.opposites and context.is_only_inflected(change)
    message = became(change.source, change.excerpt)
    return context.finding("OMI202" if dropped else "ALT302", message, change=change)


def bracketed(change: Change, context: JudgingContext) -> Finding | None:
    """ALT302 at major: brackets that put in nothing but a negation, or turn a word into its opposite."""
    turns = _turns(change, context)
    behind = change.excerpt.document.text[change.excerpt.span.end :][:1]
    letter = behind.islower()  # "[N]o one" declares its capital
    if not turns.is_odd or letter or (context.content(change.lost) and not turns.opposites):
        return None
    message = f"the brackets turn the sense round: {became(change.source, change.excerpt)}"
    return context.finding("ALT302", message, change=change, severity=Severity.MAJOR)


class _Turns(NamedTuple):
    """What turns the sense of a change: the negations gained and lost, and the opposites, none of them counted twice."""

    gained: list[Found]
    lost: list[Found]
    opposites: tuple[tuple[Token, Token], ...]

    @property
    def is_odd(self) -> bool:
        """Whether the sense is turned round, and not turned back."""
        return sum(map(len, self)) % 2 == 1


def _turns(change: Change, context: JudgingContext) -> _Turns:
    opposites = _opposites(change, context)
    # "denies" and "confirms" are one turn, not two.
    paired = {unit.span for pair in opposites for unit in pair}
    gained = negations_of(change.gained, context.excerpt_units, context)
    lost = negations_of(change.lost, context.source_units, context)
    gained, lost = ([found for found in row if found.units[0].span not in paired] for row in (gained, lost))
    if not change.lost:
        gained = [found for found in gained if context.governs_kept(found, change.gained)]
    return _Turns(gained, lost, opposites)


def negations_of(units: Sequence[Token], side: Tokens, context: JudgingContext) -> list[Found]:
    """The words among some units of a side that negate.

    Where the verb is last, so do those that are the end of a longer entry, whose beginning was kept: “せん” of “ません”.
    """
    founds = context.found("negators", units, side)
    if not founds and context.lexicon.verb_final:
        hits = context.lexicon.words("negators").hits([unit.word for unit in units])
        founds = tuple(Found(hit.entry, hit.group, tuple(units[hit.first : hit.last])) for hit in hits)
    return [*founds]


def _opposites(change: Change, context: JudgingContext) -> tuple[tuple[Token, Token], ...]:
    bounds = [
        *context.found("bounds", change.lost, context.source_units, anywhere=True),
        *context.found("bounds", change.gained, context.excerpt_units, anywhere=True),
    ]
    # "at least", "at most"
    bound = {unit.span for found in bounds if len(found.units) > 1 for unit in found.units}
    return tuple(
        (lost, gained)
        for lost in change.lost
        for gained in change.gained
        if not bound & {lost.span, gained.span} and _opposite(lost.word, gained.word, context)
    )


def _opposite(one: str, other: str, context: JudgingContext) -> bool:
    if context.lexicon.opposed(one, other):
        return True
    short, long = sorted((one, other), key=len)
    # Shorter stems are other words: "form" and "inform".
    return len(short) >= 4 and any(long == prefix + short for prefix in context.lexicon.negating_prefixes)


def _moved(change: Change, context: JudgingContext, turns: _Turns) -> bool:
    """Whether a negation lost here was gained close by, or the other way round."""
    return any(
        (turns.lost and negations_of(other.gained, context.excerpt_units, context))
        or (turns.gained and negations_of(other.lost, context.source_units, context))
        for other in context.changes_near(change)
    )
