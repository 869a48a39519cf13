"""Polarity: a negation left out (OMI202), put in, or a word turned into its opposite (ALT302)."""

from collections.abc import Sequence
from typing import NamedTuple

from provenance.alignment.alignment import Disclosure
from provenance.findings.context import Change, Found, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.findings.wording import became
from provenance.text.document import Passage


def follows_negation(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: a word that only goes with a negation changed with it: "not … any", "some". The negation is what counts."""
    if not _is_follower(change, context):
        return None
    lost = _others(change.source, change.lost, context.source_units, context)
    gained = _others(change.excerpt, change.gained, context.excerpt_units, context)
    if (lost + gained) % 2 == 0:
        return None
    return context.finding("DEC706", f"{became(change.source, change.excerpt)}, as it must", change=change)


def _others(place: Passage, changed: Sequence[Token], side: Tokens, context: JudgingContext) -> int:
    """How many negations a sentence has besides the words that changed and those that only go with one."""
    company = context.lexicon.words("with_negation")
    units = [unit for unit in side.between(context.sentence(place)) if unit not in changed]
    founds = negations_of(units, side, context)
    return sum(found.units[0].word not in company for found in founds)


def _is_follower(change: Change, context: JudgingContext) -> bool:
    words = context.lexicon.words("with_negation"), context.lexicon.words("without_negation")
    return bool(change.lost and change.gained) and any(
        all(unit.word in one for unit in change.lost) and all(unit.word in other for unit in change.gained)
        for one, other in (words, words[::-1])
    )


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
    """ALT302 at major: brackets that add a negation, take one away, or turn a word into its opposite.

    The reader sees the brackets, and not what they did. Where they say it in other words, nobody can tell from the
    negations alone which way: "couldn't" is "[were unable to]".
    """
    turns = _turns(change, context)
    place = change.excerpt
    behind = place.document.text[place.span.end : place.span.end + 1]
    letter = behind.islower()  # "[N]o one" declares its capital
    if not turns.is_odd or letter or not any(map(str.isalnum, place.text)):
        return None
    bare = turns.opposites or _is_bare(change, (*turns.gained, *turns.lost), context)
    if not bare or _is_kept(change, turns, context):
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

    @property
    def signs(self) -> set[int]:
        """In which ways it is turned: 1 for a negation gained, -1 for one lost, 0 for an opposite."""
        return {sign for sign, row in zip((1, -1, 0), self, strict=True) if row}


def _turns(change: Change, context: JudgingContext) -> _Turns:
    opposites = _opposites(change, context)
    # "denies" and "confirms" are one turn, not two.
    paired = {unit.span for pair in opposites for unit in pair}
    gained = negations_of(change.gained, context.excerpt_units, context)
    lost = negations_of(change.lost, context.source_units, context)
    gained, lost = (
        _denying([found for found in row if found.units[0].span not in paired], context)
        for row in (gained, lost)
    )
    if not change.lost:
        gained = [found for found in gained if context.governs_kept(found, change.gained)]
    return _Turns(gained, lost, opposites)


def _denying(founds: list[Found], context: JudgingContext) -> list[Found]:
    """Of some negations those that count: "no … nunca" denies one thing, as do others of which each goes with a first."""
    company = context.lexicon.words("with_negation")
    alone = [found for found in founds if found.units[0].word not in company]
    return alone or founds[:1]


def _is_bare(change: Change, negations: Sequence[Found], context: JudgingContext) -> bool:
    """Whether nothing but negations came or went: every other word has its like on the other side."""
    negating = {unit.span for found in negations for unit in found.units}
    lost, gained = (
        [unit.word for unit in context.content(units) if unit.span not in negating]
        for units in (change.lost, change.gained)
    )
    likes = ((lost, change.gained), (gained, change.lost))
    return all(
        any(context.lexicon.same_lemma(word, unit.word) or word == unit.word for unit in others)
        for words, others in likes
        for word in words
    )


def _is_kept(change: Change, turns: _Turns, context: JudgingContext) -> bool:
    """Whether another edit close by turns the sense back: what was gained here was lost there, or an opposite stands."""
    others = (
        _turns(other, context)
        for other in context.changes_near(change)
        if other.gained
        or other.disclosure is not Disclosure.DECLARED  # what an ellipsis swallowed turns nothing back
    )
    return any(other.is_odd and (turns.signs | other.signs) not in ({1}, {-1}) for other in others)


def negations_of(units: Sequence[Token], side: Tokens, context: JudgingContext) -> list[Found]:
    """The words among some units of a side that negate, turns that only look so left out.

    Where the verb is last, so do those that are the end of a longer entry, whose beginning was kept: “せん” of “ません”.
    """
    pseudo = {unit.span for unit in _pseudo(units, side, context)}
    founds = context.found("negators", units, side)
    if not founds and context.lexicon.verb_final:
        hits = context.lexicon.words("negators").hits([unit.word for unit in units])
        founds = tuple(Found(hit.entry, hit.group, tuple(units[hit.first : hit.last])) for hit in hits)
    return [found for found in founds if found.units[0].span not in pseudo]


def _pseudo(units: Sequence[Token], side: Tokens, context: JudgingContext) -> list[Token]:
    """The words of turns that look like negations ("not only"), where the whole turn came or went.

    Of "not only late" without its "not", "only late" is left: that is a negation lost.
    """
    changed = {unit.span for unit in units}
    founds = context.found("pseudo_negation", units, side)
    return [unit for found in founds if all(u.span in changed for u in found.units) for unit in found.units]


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
