"""Measures: units that are a fixed multiple of another one, so that 90 minutes are an hour and a half."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.tokens import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.findings.normalization.tokens import Token
    from provenance.languages.lexicon import Lexicon

# How many of a base unit each unit is. A month has no fixed number of days, nor a year of weeks.
_BASES: Final[Mapping[str, tuple[str, str]]] = {
    "minute": ("second", "60"),
    "hour": ("second", "3600"),
    "day": ("second", "86400"),
    "week": ("second", "604800"),
    "fortnight": ("second", "1209600"),
    "year": ("month", "12"),
    "decade": ("month", "120"),
    "century": ("month", "1200"),
    "kilometer": ("meter", "1000"),
    "centimeter": ("meter", "0.01"),
    "millimeter": ("meter", "0.001"),
    "kilogram": ("gram", "1000"),
    "tonne": ("gram", "1000000"),
    "foot": ("inch", "12"),
    "yard": ("inch", "36"),
    "mile": ("inch", "63360"),
    "hectare": ("square meter", "10000"),
    "square kilometer": ("square meter", "1000000"),
    "pence": ("pound", "0.01"),
}
# Places of decimals that are compared: a third of an hour is twenty minutes.
_PLACES: Final = 9


def in_base(figure: Quantity) -> Quantity:
    """A figure in the smallest unit of its kind, or itself if it has none."""
    unit, factor = _BASES.get(figure.unit or "", (figure.unit, "1"))
    times = Decimal(factor)
    upper = None if figure.upper is None else round(figure.upper * times, _PLACES)
    return figure._replace(value=round(figure.value * times, _PLACES), upper=upper, unit=unit)


def amount_of(row: Sequence[Token], lexicon: Lexicon) -> Quantity | None:
    """How much a few words say and nothing else, in base units: "ten years", "a decade", "both"; None for other words.

    Args:
        row: The words.
        lexicon: The word lists of their language.
    """
    joints = lexicon.words("and_words")
    figures = [unit.value for unit in row if isinstance(unit.value, Quantity)]
    if figures and all(isinstance(unit.value, Quantity) or unit.word in joints for unit in row):
        return _summed(figures)
    words = [unit.word for unit in row]
    count = lexicon.words("counts").at(words, 0) if words else None
    if count and count.last == len(words):
        return Quantity(Decimal(count.group))
    one = len(words) > 1 and words[0] in lexicon.words("one_words")
    unit = lexicon.units.at(words, 1) if one else None
    return in_base(Quantity(Decimal(1), unit=unit.group)) if unit and unit.last == len(words) else None


def _summed(figures: Sequence[Quantity]) -> Quantity | None:
    """One hour and 30 minutes as one figure: units of one kind, each smaller than the one before."""
    based = [in_base(figure) for figure in figures]
    factors = [Decimal(_BASES.get(figure.unit or "", ("", "1"))[1]) for figure in figures]
    falling = all(one > other for one, other in pairwise(factors))
    alike = all(figure[1:] == based[0][1:] for figure in based)
    if len(based) > 1 and not (alike and falling and based[0].upper is None):
        return None
    return based[0]._replace(value=sum((figure.value for figure in based), Decimal(0)))
