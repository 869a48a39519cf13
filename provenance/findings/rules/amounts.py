"""Amounts in words: "doubled", "dozens", "weekly", and units without a number ("a day"): another one is ALT303."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.findings.normalization.tokens import Quantity
from provenance.findings.rules.names import CAPITAL_NOUNS
from provenance.findings.rules.scope import comparable
from provenance.findings.wording import quoted
from provenance.text.span import hull

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.context import Change, Found, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token, Tokens

# Lists whose classes are numbers: "doubled" 2, "dozens" 12, French "une dizaine" 10.
_COUNTED: Final = ("multiplied", "crowds", "round_counts")
# A shorter name of a unit is as likely another word ("t", "ha").
_SHORTEST: Final = 3


class _Amount(NamedTuple):
    """Words that say how much, the list that they are of, and what they say there."""

    kind: str
    value: str
    units: tuple[Token, ...]


def changed_amount(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303: words for an amount, a rhythm or a unit in the place of others that say another one."""
    if not comparable(change):
        return None
    lost = sorted(_amounts(change.lost, context.source_units, context), key=_ends)
    gained = sorted(_amounts(change.gained, context.excerpt_units, context), key=_ends)
    for one, other in zip(lost, gained, strict=False):
        if _answer(one, other) and (one.kind, one.value) != (other.kind, other.value):
            texts = (
                quoted(passage.document.text[slice(*_ends(amount))])
                for amount, passage in ((one, change.source), (other, change.excerpt))
            )
            return context.finding("ALT303", " became ".join(texts), change=change)
    return None


def _ends(amount: _Amount) -> tuple[int, int]:
    span = hull(unit.span for unit in amount.units)
    return span.start, span.end


def _amounts(units: Sequence[Token], side: Tokens, context: JudgingContext) -> Iterator[_Amount]:
    """What says how much among changed words; a capital inside a sentence makes a name of it ("the Daily Ledger")."""
    nouns = context.lexicon.language in CAPITAL_NOUNS
    for name in (*_COUNTED, "rhythms"):
        for found in context.found(name, units, side, anywhere=name == "rhythms"):
            if name == "crowds" and _is_scale(found, units, context):
                continue
            if nouns or found.units[0].opens or not found.units[0].capitalised:
                yield _Amount(name, found.group, found.units)
    for unit in units:
        if isinstance(unit.value, Quantity):
            yield _Amount("figure", str(unit.value.value), (unit,))
        elif len(unit.word) >= _SHORTEST and (group := context.lexicon.units.group(unit.word)):
            yield _Amount("unit", group, (unit,))


def _is_scale(found: Found, changed: Sequence[Token], context: JudgingContext) -> bool:
    """Whether "millions" is the scale of a number before it that no list has."""
    place = next(index for index, unit in enumerate(changed) if unit.span.end >= found.units[0].span.end)
    scale = found.units[0].word in context.lexicon.scales
    return scale and place > 0 and context.is_content(changed[place - 1])


def _answer(one: _Amount, other: _Amount) -> bool:
    """Whether two amounts can be compared: numbers with numbers, rhythms with rhythms, units with units.

    Two figures are compared as such, by another rule; "doubled" may say the same as "twice".
    """
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return "figure" not in kinds
    counted = all(kind in _COUNTED or kind == "figure" for kind in kinds)
    return counted and not (kinds == {"multiplied", "figure"} and one.value == other.value)
