"""Fractions: "half", "a third", "2/3", "half a million", "one in three", and the half of "two and a half"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.tokens import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.normalization.pieces import Piece
    from provenance.languages.lexicon import Lexicon

# No finer part is written as a fraction in running text: "9/11" is a date, "24/7" a way of speaking.
_FINEST: Final = 10
_SHARES: Final = 100  # "one in a hundred"
_SHORTEST: Final = 3  # letters of a unit's name
# "33 percent" is a third, and so is "34 percent": so near, in percent.
_ROUNDED: Final = 1
_JOINTS: Final = frozenset(" \u00a0\u202f\u2009\n-‐‑")


def read_fraction(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """The fraction that begins at a piece, and the index after it; None if none begins there."""
    if index >= len(row):
        return None
    written = _in_digits(row[index].text)
    if written is not None:
        return Quantity(written), index + 1
    return _one_in(row, index, lexicon) or _counted_parts(row, index, lexicon) or _bare(row, index, lexicon)


def _in_digits(text: str) -> Decimal | None:
    """``½``, ``2½``, ``2/3``."""
    sign = text[-1:]
    if not sign.isdecimal() and sign.isnumeric() and not sign.isalpha():
        whole = text[:-1]
        part = Decimal(str(unicodedata.numeric(sign)))
        return part + (int(whole) if whole.isdecimal() else 0) if part < 1 and _is_count(whole) else None
    above, _, below = text.partition("/")
    if not (above.isdecimal() and below.isdecimal() and len(text) <= len("9/10")):
        return None
    return Decimal(int(above)) / int(below) if 0 < int(above) < int(below) <= _FINEST else None


def _is_count(text: str) -> bool:
    return not text or text.isdecimal()


def _counted_parts(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """``two thirds``, ``a quarter``, ``by a third``; but a third man is no third of one."""
    count = 1 if _is_article(row, index, lexicon) else _value(row[index].word, lexicon)
    if count is None or index + 1 >= len(row) or not _JOINTS.issuperset(row[index + 1].gap):
        return None
    found = _part(row, index + 1, lexicon)
    if found is None and count == 1 and _is_share(row, index, lexicon):
        below = lexicon.ordinals.get(row[index + 1].word)
        found = (below, index + 2) if below else None
    if found is None or not (count < found[0] <= _FINEST):
        return None
    return _scaled(Decimal(count) / found[0], found[1], row, lexicon)


def _is_share(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    """Whether an ordinal behind a word is a part: "one third", "by a third", "a third of", "a third less"."""
    counted = row[index].word not in lexicon.words("one_words")
    before = index > 0 and row[index - 1].word in lexicon.words("part_before")
    return before or _is_whole_of(row, index + 2, lexicon) or (counted and lexicon.language == "en")


def _is_article(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    """Whether a word says that there is one of the part behind it; French says "le tiers" too."""
    word, following = row[index].word, row[index + 1].word if index + 1 < len(row) else ""
    definite = word in lexicon.words("part_articles") and following in lexicon.words("other_parts")
    return definite or word in lexicon.words("one_words")


def _bare(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """``half``, German ``Drittel``; of "quarter" only with "of" or a measure behind it: there are quarters of towns and of years."""
    found = _part(row, index, lexicon)
    if found is None:
        return None
    below, after = found
    whole = _is_whole_of(row, after, lexicon) or _is_measure(row, after, lexicon)
    if row[index].word in lexicon.words("other_parts") and not whole:
        return None
    joined = after < len(row) and row[after].gap == "-"  # "half-built"
    if joined and row[after].word not in lexicon.units and row[after].word not in lexicon.words("dozens"):
        return None
    return _scaled(Decimal(1) / below, after, row, lexicon)


def _is_measure(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    """Whether a scale, a dozen or a unit follows: Spanish "medio millón", "media docena", "media hora"."""
    word = row[index].word if index < len(row) else ""
    large = lexicon.scales.get(word, 0) >= 1000 or word in lexicon.words("dozens")
    return large or _is_unit(row, index, lexicon)


def _part(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    words = [piece.word for piece in row[index : index + 3]]
    hit = lexicon.words("parts").at(words, 0) if words else None
    return (int(hit.group), index + hit.last) if hit else None


def _value(word: str, lexicon: Lexicon) -> int | None:
    return int(word) if word.isdecimal() and len(word) == 1 else lexicon.values.get(word)


def _is_whole_of(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    return index < len(row) and row[index].word in lexicon.words("part_links")


def _scaled(value: Decimal, after: int, row: Sequence[Piece], lexicon: Lexicon) -> tuple[Quantity, int]:
    """``half a million``, ``a quarter of an hour``, ``half a dozen``: a fraction, and what it is one of."""
    place = after
    if place < len(row) and row[place].word in lexicon.words("part_links"):
        place += 1
    if place < len(row) and row[place].word in lexicon.words("one_words"):
        place += 1
    word = row[place].word if place < len(row) else ""
    if word in lexicon.words("dozens"):
        return Quantity(value * lexicon.values[word]), place + 1
    one = place > after and row[place - 1].word in lexicon.words("one_words")
    if one and (lexicon.scales.get(word, 0) >= 1000 or _is_unit(row, place, lexicon)):
        return Quantity(value), place
    return Quantity(value), after


def _is_unit(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    # A shorter name of a unit is as likely another word ("t", "h").
    return (
        index < len(row)
        and len(row[index].word) >= _SHORTEST
        and lexicon.units.at([piece.word for piece in row[index : index + 3]], 0) is not None
    )


def _one_in(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """``one in three``, ``two out of five``: a share of people or things, and not of hours or miles."""
    above = _value(row[index].word, lexicon)
    words = [piece.word for piece in row[index + 1 : index + 4]]
    hit = lexicon.words("share_joints").at(words, 0) if above and words else None
    place = index + 1 + hit.last if hit else len(row)
    word = row[place].word if place < len(row) else ""
    below = int(word) if word.isdecimal() and len(word) <= len("100") else lexicon.values.get(word)
    if not above or not below or not above < below <= _SHARES or _is_unit(row, place + 1, lexicon):
        return None
    scaled = place + 1 < len(row) and row[place + 1].word in lexicon.scales
    return None if scaled else (Quantity(Decimal(above) / below), place + 1)


def before_half(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """The one that stands unsaid in ``an hour and a half``, ``the past year and a half``; None before anything else."""
    start = index + (row[index].word in lexicon.words("one_words"))
    words = [piece.word for piece in row[start : start + 3]]
    hit = lexicon.units.at(words, 0) if words and len(words[0]) >= _SHORTEST else None
    scaled = bool(words) and lexicon.scales.get(words[0], 0) >= 1000
    after = start + (hit.last if hit else 1)
    if not (hit or scaled) or not added_part(row, after, lexicon)[0]:
        return None
    return Quantity(Decimal(1)), start


def with_part(figure: Quantity, after: int, row: Sequence[Piece], lexicon: Lexicon) -> tuple[Quantity, int]:
    """``two and a half``, ``2 1/2``: a figure, and the part that follows it."""
    if figure.ordinal or figure.unit or figure.value != figure.value.to_integral_value():
        return figure, after
    behind = after < len(row) and row[after].gap in _JOINTS
    written = _in_digits(row[after].text) if behind and row[after].text[:1] != "0" else None
    if written is not None and written < 1:
        return figure._replace(value=figure.value + written), after + 1
    part, end = added_part(row, after, lexicon)
    scale = lexicon.scales.get(row[after - 1].word, 1)  # "two million and a half"
    return figure._replace(value=figure.value + part * (scale if scale >= 1000 else 1)), end


def added_part(row: Sequence[Piece], after: int, lexicon: Lexicon) -> tuple[Decimal, int]:
    """The "and a half" that stands at a piece, and the index after it; 0 where none does."""
    place = after + 1
    if place >= len(row) or row[after].word not in lexicon.words("and_words"):
        return Decimal(0), after
    written = _in_digits(row[place].text)
    if written is not None and written < 1:
        return written, place + 1
    one = row[place].word in lexicon.words("one_words")
    place += one
    if place < len(row) and row[place].word in lexicon.words("added_halves"):
        # "two hours and half the crew"
        whole = not one and lexicon.language == "en" and _is_function_word(row, place + 1, lexicon)
        return (Decimal(0), after) if whole else (Decimal("0.5"), place + 1)
    count = 1 if one else _value(row[place].word, lexicon) if place < len(row) else None
    found = _part(row, place + (not one), lexicon) if count else None
    if not count or found is None or count >= found[0] or _is_whole_of(row, found[1], lexicon):
        return Decimal(0), after  # "two hours and a quarter of the crew"
    return Decimal(count) / found[0], found[1]


def _is_function_word(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    return index < len(row) and row[index].word in lexicon.words("function_words")


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
