"""Comparing two rows of units: what only one of them has, once everything is read as it can be read, short forms too."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel

from provenance.findings.normalization.dates import date_key
from provenance.findings.normalization.fractions import as_fractions
from provenance.findings.normalization.names import MASKS, makes_another, masked, same_name, same_spelling
from provenance.findings.normalization.quantities import METRE_OR_MILLION, amount_of, quantity_key
from provenance.findings.normalization.short_forms import same_written_out
from provenance.findings.normalization.tokens import PartialDate, Quantity, Token
from provenance.languages.lexicon import Lexicon
from provenance.text.folding import fold_word

Row = tuple[Token, ...]
_HALF_DAY: Final = 720  # minutes
# No sign of decimals anywhere.
_GAPS: Final = r"\s\u00a0\u202f'’"
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
_CENTURY: Final = 1900  # the year from which on two digits may name a decade


def differing(ours: Sequence[Token], theirs: Sequence[Token], lexicon: Lexicon) -> tuple[Row, Row]:
    """The units that either row has and the other has not, dress apart; none where both say the same in the same words."""
    gained = _agreed(ours, theirs, lexicon)
    lost = _agreed(theirs, gained, lexicon)
    if _alike(gained, lost, lexicon) or _same_digits(gained, lost, lexicon):
        return (), ()
    steps = [
        step
        for step in differing_ranges([unit.key for unit in gained], [unit.key for unit in lost])
        if not _same(gained, lost, step, lexicon)
    ]
    ours_only = tuple(unit for start, end, _, _ in steps for unit in gained[start:end])
    theirs_only = tuple(unit for _, _, start, end in steps for unit in lost[start:end])
    return ours_only, theirs_only


def differing_ranges(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The ranges of two sequences that differ, between the items that they share: start and end in each."""
    start = place = 0
    for step in Indel.opcodes(one, other):
        if step.tag != "equal":
            continue
        if start < step.src_start or place < step.dest_start:
            yield start, step.src_start, place, step.dest_start
        start, place = step.src_end, step.dest_end
    if start < len(one) or place < len(other):
        yield start, len(one), place, len(other)


def _same(
    ours: Sequence[Token], theirs: Sequence[Token], step: tuple[int, int, int, int], lexicon: Lexicon
) -> bool:
    start, end, place, until = step
    gained, lost = (_told(row, lexicon) for row in (ours[start:end], theirs[place:until]))
    linked = start and place and ours[start - 1].value and not (gained and lost)
    if linked and all(unit.word in lexicon.words("part_links") for unit in (*gained, *lost)):
        return ours[start - 1].text != theirs[place - 1].text  # "a third of the boats", "one in three boats"
    return _alike(gained, lost, lexicon)


def _told(row: Sequence[Token], lexicon: Lexicon) -> Row:
    """A row without the short words that may stand for nothing."""
    return tuple(unit for unit in row if not (unit.short and "" in lexicon.second_readings.get(unit.key, ())))


def _alike(gained: Sequence[Token], lost: Sequence[Token], lexicon: Lexicon) -> bool:
    if _run_together(gained) == _run_together(lost) or same_spelling(gained, lost, lexicon):
        return not (_makes_another(gained, lost, lexicon) or _makes_another(lost, gained, lexicon))
    if same_name(gained, lost, lexicon) or same_written_out(gained, lost, lexicon):
        return True
    amount = amount_of(gained, lexicon)
    numbered = _is_numbered(gained, lost) or _is_numbered(lost, gained)
    return numbered or (amount is not None and amount == amount_of(lost, lexicon))


def _makes_another(parts: Sequence[Token], whole: Sequence[Token], lexicon: Lexicon) -> bool:
    parted = len(whole) == 1 < len(parts)
    return parted and makes_another([unit.word for unit in parts], whole[0].word, lexicon)


def _is_numbered(whole: Sequence[Token], parts: Sequence[Token]) -> bool:
    """Whether a name and its number stand in one row joined, and in the other parted: "A380", "A 380"."""
    texts = " ".join(unit.text for unit in parts).split()
    named = len(texts) == 2 and texts[0].isalpha() and texts[1].isdecimal()
    return named and [fold_word("".join(texts))] == [unit.key for unit in whole]


def _run_together(row: Sequence[Token]) -> str:
    """The words run together: "on line", "on-line" and "online" are one."""
    return (
        "".join(unit.key for unit in row).replace(" ", "")
        if not any(unit.value for unit in row)
        else repr(row)
    )


def _same_digits(gained: Sequence[Token], lost: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two figures differ only in what parts their thousands: "19 500" and "19,500"."""
    if not (
        gained and lost and isinstance(gained[0].value, Quantity) and isinstance(lost[0].value, Quantity)
    ):
        return False
    signs = _GAPS + _grouping(gained[0], lexicon)
    one, other = (_ungrouped(row, signs) for row in (gained, lost))
    return one == other


def _ungrouped(row: Sequence[Token], signs: str) -> str:
    """The words of a row, each figure without the signs between its groups of three digits."""
    gaps = (" " * (other.span.start - one.span.end) for one, other in pairwise(row))
    text = row[0].text + "".join(gap + unit.text for gap, unit in zip(gaps, row[1:], strict=True))
    grouped = rf"(?<![\d.,])\d{{1,3}}(?:[{signs}]\d{{3}})+(?!\d)"
    return re.sub(grouped, lambda found: re.sub(f"[{signs}]", "", found[0]), text)


def _grouping(unit: Token, lexicon: Lexicon) -> str:
    """The sign that parts thousands.

    Some lands have the other one than their language has: it may stand in a bare number, and before their currencies.
    """
    lands = lexicon.words("comma_grouped")
    named = unit.value.unit if isinstance(unit.value, Quantity) else None
    bare = bool(lands.groups) and not any(map(str.isalpha, unit.text))
    if named in lands if named is not None else bare:
        return ".,"
    return "," if lexicon.decimal == "." else "."


def _agreed(row: Sequence[Token], others: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """A row in which what can be read in several ways is read as the other row has it."""
    keys = {unit.key: unit.text for unit in others}

    def read(unit: Token) -> Token:
        if unit.key in keys or (unit.value is None and not unit.short and unit.key.isalnum()):
            return unit
        readings = (key for key in _other_readings(unit, keys, lexicon) if key in keys)
        return next((unit._replace(key=key) for key in readings), unit)

    return list(map(read, row))


def _other_readings(unit: Token, keys: Mapping[str, str], lexicon: Lexicon) -> Iterator[str]:
    if any(sign in unit.key for sign in MASKS):
        yield from (key for key in keys if masked(unit.key, key))
    if unit.short:
        yield from lexicon.second_readings.get(unit.key, ())
    if isinstance(unit.value, Quantity) and unit.value.unit == METRE_OR_MILLION:
        yield quantity_key(unit.value._replace(unit="meter"))
        yield quantity_key(unit.value._replace(value=unit.value.value * 1_000_000, unit=None))
    if isinstance(unit.value, Quantity):
        yield from map(quantity_key, as_fractions(unit.value))
        if clock := _CLOCK.fullmatch(unit.text):  # "6.14" for "6:14"
            yield from _at_clock(int(clock[1]) * 60 + int(clock[2]))
    if isinstance(unit.value, PartialDate):
        yield from _of_moment(unit.value, unit.text, keys)
    number = unit.value.value if isinstance(unit.value, Quantity) and unit.value.unit is None else Decimal(0)
    if 1000 <= number < 2100 and number == number.to_integral_value():
        yield date_key(PartialDate(year=int(number)))


def _of_moment(moment: PartialDate, text: str, others: Mapping[str, str]) -> Iterator[str]:
    """What else a date or a time of day may be: its day and month the other way round, a span of time, a bare number.

    Of "4/5" and "5/4" nothing tells that they are one day in two orders.
    """
    if "/" in text and moment.day and moment.day <= 12:
        turned = date_key(moment._replace(day=moment.month, month=moment.day))
        if "/" not in others.get(turned, ""):
            yield turned
    if moment.minute and not text.lower().replace(".", "").endswith("am"):
        yield from _at_clock(moment.minute)
        yield quantity_key(Quantity(Decimal(moment.minute), unit="minute"))  # "1h30" lasts 90 minutes
    if moment.years and moment.year and moment.year >= _CENTURY:
        yield from (f"{moment.year % 100:02}{ending}" for ending in ("s", "er"))  # "the '90s"
    if moment.year and not moment.month:
        yield quantity_key(Quantity(Decimal(moment.year)))


def _at_clock(minute: int) -> Iterator[str]:
    """A time of day, later by half a day, and as hours on either half: "half past four", "16:30", Spanish "cuatro y media"."""
    late = (minute + _HALF_DAY) % (2 * _HALF_DAY)
    yield from (quantity_key(Quantity(Decimal(each) / 60)) for each in (minute, late))
    yield from (date_key(PartialDate(minute=each)) for each in (minute, max(minute, late)))
