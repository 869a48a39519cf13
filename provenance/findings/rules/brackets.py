"""Brackets whose word says something else than the word that they replace: "[must]" for "may", "on [Friday]" for "on Monday"."""

from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import PartialDate, Quantity
from provenance.findings.rules.strength import BACKSHIFT, changed_modality, changed_scope
from provenance.findings.scope.reading import is_mended
from provenance.findings.wording import became

_FORM: Final = 4  # letters of a word of which the last one may be an ending
_MOST: Final = 4  # words; more of them explain


def another_class(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303 to ALT306 at major: brackets put a unit, day, modal verb or quantity in the place of another of its kind.

    What says the same, or more closely what was meant, is left alone: "[3 May]" for "Monday", "[12]" for "some", "[would]"
    for "will".
    """
    sizes = len(change.lost), len(change.gained)
    if not all(0 < size <= _MOST for size in sizes) or _is_other_person(change) or is_mended(change):
        return None
    code = _code(change, context)
    if code is None:
        return None
    message = f"the brackets say something else: {became(change.source, change.excerpt)}"
    return context.finding(code, message, change=change, severity=Severity.MAJOR)


def _is_other_person(change: Change) -> bool:
    """Whether brackets give a word another ending, as another person of a verb has: "не [буде]" for "не буду"."""
    if len(change.lost) != 1 or len(change.gained) != 1:
        return False
    one, other = change.lost[0].key, change.gained[0].key
    return one != other and len(one) == len(other) >= _FORM and one[:-1] == other[:-1]


def _code(change: Change, context: JudgingContext) -> str | None:
    if _names_another_unit(change, context):
        return "ALT303"
    if _names_another_day(change):
        return "ALT304"
    if any(isinstance(unit.value, Quantity) for unit in (*change.lost, *change.gained)):
        return None
    sides = ((change.lost, context.source_units), (change.gained, context.excerpt_units))
    modals = {found.group for units, side in sides for found in context.found("modals", units, side)}
    weakened = changed_modality(change, context) or _puts_auxiliary(change, context)
    if weakened and modals != BACKSHIFT:
        return "ALT305"
    return "ALT306" if changed_scope(change, context) else None


def _names_another_unit(change: Change, context: JudgingContext) -> bool:
    """Whether a unit by itself stands for another one: the figure before it is kept."""
    units = context.lexicon.units
    gained = {units.group(token.word) for token in change.gained if token.value is None} - {None}
    lost = {
        token.value.unit if isinstance(token.value, Quantity) else units.group(token.word)
        for token in change.lost
    }
    return bool(gained and lost - {None}) and gained.isdisjoint(lost)


def _names_another_day(change: Change) -> bool:
    """Whether one day, weekday or month stands for another that is given to the same depth."""
    dates = [
        [unit.value for unit in row if isinstance(unit.value, PartialDate)]
        for row in (change.lost, change.gained)
    ]
    return any(
        one != other and [part is None for part in one] == [part is None for part in other]
        for one, other in zip(*dates, strict=False)
    )


def _puts_auxiliary(change: Change, context: JudgingContext) -> bool:
    """Whether an auxiliary stands for another verb: "[goes]" for "can"; "[was]" for "is" fits in."""
    verbs, lost, gained = context.lexicon.words("auxiliaries"), change.lost[0], change.gained
    single = len(gained) == 1 == len(change.lost)
    return single and gained[0].word in verbs and lost.word not in verbs and context.is_content(lost)
