"""Substitutions: other words (ALT301), another form (ALT308), another verb of saying (ALT309)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.findings.finding import Severity
from provenance.findings.rules.scope import comparable, is_omission
from provenance.findings.wording import became, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token


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
    if not swapped and not _named_again(change, context) and not _inflected(change, context):
        return None
    severity = Severity.MAJOR if _turns_person(change, context) else None
    return context.finding("ALT308", became(change.source, change.excerpt), change=change, severity=severity)


def _all_in(units: Sequence[Token], names: Sequence[str], context: JudgingContext) -> bool:
    lists = [context.lexicon.words(name) for name in names]
    return all(
        any(unit.word in words for words in lists) or unit.word in context.lexicon.weekdays for unit in units
    )


def _named_again(change: Change, context: JudgingContext) -> bool:
    """Whether a pronoun stands for a name, or a name for a pronoun."""
    pronouns = context.lexicon.words("pronouns")
    pair = (change.lost, change.gained)
    return any(
        all(unit.word in pronouns for unit in one)
        and all(unit.capitalised and not unit.opens for unit in other)
        for one, other in (pair, pair[::-1])
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
    return context.finding("ALT301", _message(change), change=change, severity=severity)


def _message(change: Change) -> str:
    if change.lost or change.gained:
        return became(change.source, change.excerpt)
    ours, theirs = change.excerpt.text.strip(), change.source.text.strip()
    if not ours:
        return f"leaves out the sign {quoted(theirs)}"
    return f"{quoted(theirs)} became {quoted(ours)}" if theirs else f"puts in the sign {quoted(ours)}"
