"""Polarity: a negation left out (OMI202), put in, or a word turned into its opposite (ALT302)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.alignment.alignment import Disclosure
from provenance.findings.finding import Severity
from provenance.findings.rules.scope import (
    comparable,
    governs_kept,
    in_clause_of_its_own,
    is_addition,
    is_omission,
    is_whole_sentence,
)
from provenance.findings.wording import became, left_out, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.context import Change, Found, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token, Tokens
    from provenance.text.document import Document, Passage

_APOSTROPHES = frozenset("'’")
# A negation that left one place may stand at another, so many code points away: then it was moved, not dropped.
_MOVED = 150
# "did not": a negation by itself has no more words with it.
_SMALL = 3


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
    founds = _negations_of(units, side, context)
    return sum(found.units[0].word not in company for found in founds)


def _is_follower(change: Change, context: JudgingContext) -> bool:
    words = context.lexicon.words("with_negation"), context.lexicon.words("without_negation")
    return bool(change.lost and change.gained) and any(
        all(unit.word in one for unit in change.lost) and all(unit.word in other for unit in change.gained)
        for one, other in (words, words[::-1])
    )


def flipped(change: Change, context: JudgingContext) -> Finding | None:
    """OMI202 or ALT302: an odd number of negations and opposites between what was lost and what was gained."""
    if is_omission(change):
        return None
    lost, gained = _negations(change, context)
    opposites = _opposites(change, context) if comparable(change) else ()
    paired = {
        unit.span for pair in opposites for unit in pair
    }  # "denies" and "confirms" are one turn, not two
    lost, gained = ([found for found in row if found.units[0].span not in paired] for row in (lost, gained))
    if (len(lost) + len(gained) + len(opposites)) % 2 == 0 or _moved(change, context, lost, gained):
        return None
    if lost and not gained and not opposites and _only_dropped(change, context):
        return context.finding("OMI202", became(change.source, change.excerpt), change=change)
    message = became(change.source, change.excerpt)
    return context.finding("ALT302", message, change=change)


def turned_by_brackets(change: Change, context: JudgingContext) -> Finding | None:
    """DEC704: a negation is gone, and brackets close by have put a word of the opposite sense: "not legal", "[illegal]"."""
    if change.gained or not change.lost or len(change.lost) > _SMALL or context.content(change.lost):
        return None
    if len(_negations_of(change.lost, context.source_units, context)) % 2 == 0:
        return None
    for other in _near(change, context):
        if other.disclosure is Disclosure.DECLARED and other.gained and _is_odd(other, context):
            message = f"the brackets stand for {quoted(change.source.text)} too"
            return context.finding("DEC704", message, change=change)
    return None


def bracketed(change: Change, context: JudgingContext) -> Finding | None:
    """ALT302 at major: brackets that add a negation, take one away, or turn a word into its opposite.

    The reader sees the brackets, and not what they did. Where they say it in other words, nobody can tell from the
    negations alone which way: "couldn't" is "[were unable to]".
    """
    gained, lost, opposites = _turns(change, context)
    if not change.lost:
        gained = _governing(gained, change.gained, context)
    put = any(map(str.isalnum, change.excerpt.text))
    if (len(gained) + len(lost) + len(opposites)) % 2 == 0 or not put:
        return None
    if (not opposites and not _is_bare(change, (*gained, *lost), context)) or _is_kept(change, context):
        return None
    message = f"the brackets turn the sense round: {became(change.source, change.excerpt)}"
    return context.finding("ALT302", message, change=change, severity=Severity.MAJOR)


def _turns(
    change: Change, context: JudgingContext
) -> tuple[list[Found], list[Found], tuple[tuple[Token, Token], ...]]:
    """The negations gained and lost, and the opposites, none of them counted twice: "never" and "always"."""
    opposites = _opposites(change, context)
    paired = {unit.span for pair in opposites for unit in pair}
    gained = _negations_of(change.gained, context.excerpt_units, context)
    lost = _negations_of(change.lost, context.source_units, context)
    gained, lost = (
        _denying([found for found in row if found.units[0].span not in paired], context)
        for row in (gained, lost)
    )
    return gained, lost, opposites


def _denying(founds: list[Found], context: JudgingContext) -> list[Found]:
    """Of some negations those that count: "no … nunca" denies one thing, as do others of which each goes with a first."""
    company = context.lexicon.words("with_negation")
    alone = [found for found in founds if found.units[0].word not in company]
    return alone or founds[:1]


def _is_odd(change: Change, context: JudgingContext) -> bool:
    return sum(map(len, _turns(change, context))) % 2 == 1


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


def _is_kept(change: Change, context: JudgingContext) -> bool:
    """Whether another edit close by turns the sense back: what was gained here was lost there, or an opposite stands."""
    here = _signs(change, context)
    return any(
        _is_odd(other, context) and (here | _signs(other, context)) not in ({1}, {-1})
        for other in _near(change, context)
        if other.gained
        or other.disclosure is not Disclosure.DECLARED  # what an ellipsis swallowed turns nothing back
    )


def _signs(change: Change, context: JudgingContext) -> set[int]:
    """In which ways a change turns the sense: 1 for a negation gained, -1 for one lost, 0 for an opposite."""
    return {sign for sign, row in zip((1, -1, 0), _turns(change, context), strict=True) if row}


def dropped_words(change: Change, context: JudgingContext) -> str:
    """The message of a negation left out: the whole word where it was a part of one ("wouldn't")."""
    lost = _negations_of(change.lost, context.source_units, context)
    if not lost:
        return left_out(change.source)
    whole = _contracted(lost[0].units[0], change.source.document)
    if whole != lost[0].units[0].text:
        kept, _ = context.kept_beside(lost[0].units, context.source_units)
        return f"{quoted(whole)} became {quoted(kept.word if kept else whole)}"
    if len(change.lost) <= len(lost[0].units):
        return left_out(change.source)
    return f"leaves out {listed(lost[0].units)}"


def _contracted(unit: Token, document: Document) -> str:
    """The whole word that a unit is the end of: "wouldn't" for its "n't"."""
    start = unit.span.start
    while unit.text[-2:-1] in _APOSTROPHES and start and document.text[start - 1].isalpha():
        start -= 1
    return document.text[start : unit.span.end]


def _negations(change: Change, context: JudgingContext) -> tuple[list[Found], list[Found]]:
    """The negations lost and gained that govern kept words, or answer the other side's words."""
    lost = _negations_of(change.lost, context.source_units, context)
    gained = _negations_of(change.gained, context.excerpt_units, context)
    if is_whole_sentence(change):
        return [], []
    if is_omission(change) or is_addition(change):
        return _governing(lost, change.lost, context), _governing(gained, change.gained, context)
    return (lost, gained) if comparable(change) else ([], [])


def _governing(founds: Sequence[Found], changed: Sequence[Token], context: JudgingContext) -> list[Found]:
    return [
        found
        for found in founds
        if governs_kept(found, changed, context) and not in_clause_of_its_own(found, changed, context)
    ]


def _negations_of(units: Sequence[Token], side: Tokens, context: JudgingContext) -> list[Found]:
    pseudo = {unit.span for unit in _pseudo(units, side, context)}
    founds = [found for found in context.found("negators", units, side) if found.units[0].span not in pseudo]
    marked = context.found("paired_negators", units, side)
    founds += [found for found in marked if _has_mark(found, side, context)]
    return founds


def _pseudo(units: Sequence[Token], side: Tokens, context: JudgingContext) -> list[Token]:
    """The words of turns that look like negations ("not only"), where the whole turn came or went.

    Of "not only late" without its "not", "only late" is left: that is a negation lost.
    """
    changed = {unit.span for unit in units}
    founds = context.found("pseudo_negation", units, side)
    return [unit for found in founds if all(u.span in changed for u in found.units) for unit in found.units]


def _has_mark(found: Found, side: Tokens, context: JudgingContext) -> bool:
    """Whether the other half of a negation stands before it: French "plus" negates after "ne" alone."""
    index, _ = side.touching(found.units[0].span)
    marks = context.lexicon.words("negation_marks")
    return any(unit.key in marks for unit in side.items[max(0, index - 5) : index])


def _opposites(change: Change, context: JudgingContext) -> tuple[tuple[Token, Token], ...]:
    bounds = [
        *context.found("bounds", change.lost, context.source_units, anywhere=True),
        *context.found("bounds", change.gained, context.excerpt_units, anywhere=True),
    ]
    bound = {
        unit.span for found in bounds if len(found.units) > 1 for unit in found.units
    }  # "at least", "at most"
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


def _only_dropped(change: Change, context: JudgingContext) -> bool:
    """Whether what stands in the place of the lost words is no more than another form of them."""
    lost = [unit.word for unit in change.lost]
    gained = context.content(change.gained)
    return all(any(context.lexicon.same_lemma(unit.word, word) for word in lost) for unit in gained)


def _moved(change: Change, context: JudgingContext, lost: Sequence[Found], gained: Sequence[Found]) -> bool:
    """Whether a negation lost here was gained close by, or the other way round."""
    return any(
        (lost and _negations_of(other.gained, context.excerpt_units, context))
        or (gained and _negations_of(other.lost, context.source_units, context))
        for other in _near(change, context)
    )


def _near(change: Change, context: JudgingContext) -> Iterator[Change]:
    start = change.excerpt.span.start
    return (
        other
        for other in context.changes
        if other is not change and abs(other.excerpt.span.start - start) <= _MOVED
    )
