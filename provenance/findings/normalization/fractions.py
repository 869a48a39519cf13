"""Fractions: "half", "a third", "2/3", "half a million", "one in three", and the half of "two and a half"."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from provenance.findings.normalization.pieces import PieceRow
from provenance.findings.normalization.tokens import Quantity

# No finer part is written as a fraction in running text: "9/11" is a date, "24/7" a way of speaking.
_FINEST: Final = 10
_SHARES: Final = 100  # "one in a hundred"
_SHORTEST: Final = 3  # letters of a unit's name: a shorter one is as likely another word ("t", "h")
_ROUNDED: Final = 1  # "33 percent" is a third, and so is "34 percent": so near, in percent
_JOINTS: Final = frozenset(" \u00a0\u202f\u2009\n-‐‑")
_LARGE: Final = 1000  # scales from here on are counted by halves and quarters
_Read = tuple[Quantity, int]


def read_fraction(row: PieceRow, index: int) -> _Read | None:
    """The fraction that begins at a piece, and the index after it; None if none begins there."""
    written = _in_digits(row.at(index).text)
    if written is not None:
        return Quantity(written), index + 1
    return _one_in(row, index) or _counted_parts(row, index) or _bare(row, index)


def _in_digits(text: str) -> Decimal | None:
    """``½``, ``2½``, ``2/3``."""
    sign, whole = text[-1:], text[:-1]
    if not sign.isdecimal() and sign.isnumeric() and not sign.isalpha():
        part = Decimal(str(unicodedata.numeric(sign)))
        counted = not whole or whole.isdecimal()
        return part + int(whole or 0) if part < 1 and counted else None
    above, _, below = text.partition("/")
    if not (above.isdecimal() and below.isdecimal() and len(text) <= len("9/10")):
        return None
    return Decimal(int(above)) / int(below) if 0 < int(above) < int(below) <= _FINEST else None


def _counted_parts(row: PieceRow, index: int) -> _Read | None:
    """``two thirds``, ``a quarter``, ``by a third``; but a third man is no third of one."""
    count = 1 if _is_article(row, index) else _count(row, index)
    if count is None or not _JOINTS.issuperset(row.at(index + 1).gap):
        return None
    found = _part(row, index + 1)
    below = row.lexicon.ordinals.get(row.word(index + 1))
    if found is None and below and count == 1:
        found = below, index + 2
    if found is None or not count < found[0] <= _FINEST:
        return None
    return _scaled(Decimal(count) / found[0], found[1], row)


def _is_article(row: PieceRow, index: int) -> bool:
    """Whether a word says that there is one of the part behind it; French says "le tiers" too."""
    definite = row.has("part_articles", index) and row.has("other_parts", index + 1)
    return definite or row.has("one_words", index)


def _bare(row: PieceRow, index: int) -> _Read | None:
    """``half``, German ``Drittel``; of "quarter" only with "of" or a measure behind it: there are quarters of towns and of years."""
    found = _part(row, index)
    if found is None:
        return None
    below, after = found
    measured = _is_scale(row, after) or row.has("dozens", after) or _is_unit(row, after)
    if row.has("other_parts", index) and not (measured or row.has("part_links", after)):
        return None
    joined = row.at(after).gap == "-"  # "half-built"
    if joined and row.word(after) not in row.lexicon.units and not row.has("dozens", after):
        return None
    return _scaled(Decimal(1) / below, after, row)


def _part(row: PieceRow, index: int) -> tuple[int, int] | None:
    hit = row.entry("parts", index)
    return (int(hit.group), hit.last) if hit else None


def _count(row: PieceRow, index: int) -> int | None:
    word = row.word(index)
    return int(word) if word.isdecimal() and len(word) == 1 else row.lexicon.values.get(word)


def _scaled(value: Decimal, after: int, row: PieceRow) -> _Read:
    """``half a million``, ``a quarter of an hour``, ``half a dozen``: a fraction, and what it is one of."""
    place = after + row.has("part_links", after)
    one = row.has("one_words", place)
    place += one
    if row.has("dozens", place):
        return Quantity(value * row.lexicon.values[row.word(place)]), place + 1
    measured = one and (_is_scale(row, place) or _is_unit(row, place))
    return Quantity(value), place if measured else after


def _is_unit(row: PieceRow, index: int) -> bool:
    return len(row.word(index)) >= _SHORTEST and row.unit(index) is not None


def _is_scale(row: PieceRow, index: int) -> bool:
    return (row.lexicon.scale(row.word(index)) or 0) >= _LARGE


def _one_in(row: PieceRow, index: int) -> _Read | None:
    """``one in three``, ``two out of five``: a share of people or things, and not of hours or miles."""
    above = _count(row, index)
    hit = row.entry("share_joints", index + 1) if above else None
    if hit is None or not above:
        return None
    word, after = row.word(hit.last), hit.last + 1
    below = int(word) if word.isdecimal() and len(word) <= len("100") else row.lexicon.values.get(word)
    if not below or not above < below <= _SHARES or _is_unit(row, after):
        return None
    return None if row.lexicon.scale(row.word(after)) else (Quantity(Decimal(above) / below), after)


def before_half(row: PieceRow, index: int) -> _Read | None:
    """The one that stands unsaid in ``an hour and a half``, ``the past year and a half``; None before anything else."""
    start = index + row.has("one_words", index)
    hit = row.unit(start) if _is_unit(row, start) else None
    halved = added_part(row, hit.last if hit else start + 1)[0]
    return (Quantity(Decimal(1)), start) if halved and (hit or _is_scale(row, start)) else None


def with_part(figure: Quantity, after: int, row: PieceRow) -> _Read:
    """``two and a half``, ``2 1/2``: a figure, and the part that follows it."""
    if figure.ordinal or figure.unit or figure.value != figure.value.to_integral_value():
        return figure, after
    piece = row.at(after)
    written = _in_digits(piece.text) if piece.gap in _JOINTS and piece.text[:1] != "0" else None
    if written is not None and written < 1:
        return figure._replace(value=figure.value + written), after + 1
    part, end = added_part(row, after)
    times = row.lexicon.scale(row.word(after - 1)) or 1 if _is_scale(row, after - 1) else 1
    return figure._replace(value=figure.value + part * times), end  # "two million and a half"


def added_part(row: PieceRow, after: int) -> tuple[Decimal, int]:
    """The "and a half" that stands at a piece, and the index after it; 0 where none does."""
    none = Decimal(0), after
    if not row.has("and_words", after):
        return none
    written = _in_digits(row.at(after + 1).text)
    if written is not None and written < 1:
        return written, after + 2
    one = row.has("one_words", after + 1)
    place = after + 1 + one
    if row.has("added_halves", place):
        # "two hours and half the crew"
        whole = not one and row.lexicon.language == "en" and row.has("function_words", place + 1)
        return none if whole else (Decimal("0.5"), place + 1)
    count = 1 if one else _count(row, place)
    found = _part(row, place + (not one)) if count else None
    if not count or found is None or count >= found[0] or row.has("part_links", found[1]):
        return none  # "two hours and a quarter of the crew"
    return Decimal(count) / found[0], found[1]


def as_fractions(figure: Quantity) -> Iterator[Quantity]:
    """The fractions that a percentage or an ordinal can stand for: 33 percent, and the third of "by a third"."""
    if figure.ordinal and 2 < figure.value <= _FINEST:
        yield Quantity(Decimal(1) / figure.value)
    if figure.unit != "percent" or figure.upper is not None or not 0 < figure.value < 100:
        return
    yield Quantity(figure.value / 100)
    for below in range(2, _FINEST + 1):
        above = round(figure.value * below / 100)
        if 0 < above < below and abs(Decimal(100 * above) / below - figure.value) <= _ROUNDED:
            yield Quantity(Decimal(above) / below)
