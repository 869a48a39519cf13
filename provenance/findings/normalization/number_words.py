"""Numbers in words: "two hundred and five", "twice", "the third", "two point five", "a dozen"."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from provenance.findings.normalization.fractions import with_part
from provenance.findings.normalization.pieces import PieceRow
from provenance.findings.normalization.tokens import Quantity
from provenance.languages.lexicon import Lexicon

_TENS_JOINED: Final = frozenset("ro es pt it he ar".split())  # "treinta y cinco"
_SPACED: Final = frozenset(" \u00a0\u202f\u2009\n-‐‑")  # between the words of one number

# Languages that write a number as one word; so many letters have such a word and each of its parts at least.
_COMPOUNDING: Final = frozenset("de nl it sv da no fi hu".split())
_SHORTEST_COMPOUND: Final = 7
_SHORTEST: Final = 3

_Read = tuple[Quantity, int]


def read_words(row: PieceRow, index: int) -> _Read | None:
    """The number in words that begins at a piece, and the index after it; None if none begins there."""
    word, lexicon = row.word(index), row.lexicon
    amount = _amount(row, index)
    if amount:
        return amount
    times = lexicon.words("multiples").group(word)
    if times:
        return Quantity(Decimal(times), unit="time"), index + 1
    if word in lexicon.ordinals:
        return Quantity(Decimal(lexicon.ordinals[word]), ordinal=True), index + 1
    following = row.word(index + 1)
    if row.has("one_words", index) and len(following) > 2 and following in lexicon.scales:
        return Quantity(Decimal(1)), index + 1
    counts = value_of(word, lexicon) is not None or (word in lexicon.scales and not word.isascii())
    return _summed(row, index) if counts else None


def value_of(word: str, lexicon: Lexicon) -> int | None:
    """The number that a word names, one written together included: German "viertausendzweihundert"; None if it names none."""
    value = lexicon.values.get(word)
    if value is not None or lexicon.language not in _COMPOUNDING or len(word) < _SHORTEST_COMPOUND:
        return value
    return _compound(word, lexicon)


@lru_cache(maxsize=1 << 12)
def _compound(word: str, lexicon: Lexicon) -> int | None:
    parts = _parts(word, lexicon)
    total = current = 0
    for place, part in enumerate(parts):
        value = lexicon.scales.get(part, lexicon.values.get(part, 0))
        if value in {100, 1000} and place:
            total, current = _scaled(total, current, value)
        elif value and not (current and value >= 100 and current % 1000):
            current += value
        elif value:
            return None
    return total + current if parts else None


def _parts(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The number words of which a word is made; none if it is not made of number words alone."""
    if word in lexicon.values or word in lexicon.scales:
        return (word,)
    for length in range(len(word) - _SHORTEST, _SHORTEST - 2, -1):
        one, other = word[:length], word[length:]
        joint = next((each for (each,) in lexicon.words("and_words").groups if other.startswith(each)), "")
        if one in lexicon.values or one in lexicon.scales:
            rests = (other, other.removeprefix(joint)) if joint else (other,)
            rest = next((found for each in rests if (found := _parts(each, lexicon))), ())
            if rest:
                return (one, *rest)
    return ()


def _amount(row: PieceRow, index: int) -> _Read | None:
    """An amount of its own: German "anderthalb", and "a dozen" with its article."""
    if amount := row.entry("amounts", index):
        value, _, unit = amount.group.partition(" ")
        return Quantity(Decimal(value), unit=unit or None), amount.last
    dozen = row.has("one_words", index) and row.has("dozens", index + 1)
    return (Quantity(Decimal(row.lexicon.values[row.word(index + 1)])), index + 2) if dozen else None


def _summed(row: PieceRow, index: int) -> _Read:
    """Number words added up: hundreds multiply what came before, tens take units, "and" joins only after hundreds."""
    lexicon = row.lexicon
    first = value_of(row.word(index), lexicon)
    total, current, after = 0, first or 0, index + (first is not None)
    while after < len(row) and _SPACED.issuperset(row.at(after).gap):
        word = row.word(after)
        scale, value = lexicon.scales.get(word), value_of(word, lexicon)
        if scale is not None and (len(word) > 2 or not word.isascii()):
            total, current = _scaled(total, current, scale)
        elif value is not None and _adds(current, value, lexicon, total):
            current += 76 if current % 100 == 4 and value == 20 else value  # "quatre-vingts"
        elif row.has("one_words", after) and current % 100 >= 20 and current % 10 == 0:
            current += 1
        elif not _joins(row, after, current, total):
            break
        after += 1
    return _with_point(Quantity(Decimal(total + current)), after, row)


def _joins(row: PieceRow, index: int, current: int, total: int) -> bool:
    """Whether an "and" joins the number words on both sides of it; behind "two thousand" no "and a half" does."""
    round_number = (current or total) and current % (10 if row.lexicon.language in _TENS_JOINED else 100) == 0
    counts = row.word(index + 1) in row.lexicon.values or (current and row.has("one_words", index + 1))
    return bool(round_number and counts) and row.has("and_words", index)


def _scaled(total: int, current: int, scale: int) -> tuple[int, int]:
    """What "hundred", "thousand" make of what was counted before them; the East Asian ten is such a word too."""
    if scale == 10 or (scale == 100 and current > 100):
        return total, current - current % 10 + (current % 10 or 1) * scale
    if scale == 100:
        return total, (current or 1) * scale
    if scale > 1000 and total < scale:
        return (total + current or 1) * scale, 0
    return total + (current or 1) * scale, 0


def _adds(current: int, value: int, lexicon: Lexicon, total: int) -> bool:
    tens, units = current % 100, current % 10
    french = lexicon.language == "fr" and ((tens in {60, 80} and value < 20) or (tens == 4 and value == 20))
    if lexicon.language == "ar" and 0 < tens < 10 and 20 <= value < 100:
        return True  # "five and thirty"
    if value >= 100:
        hundreds = value < 1000 and value % 100 == 0
        return hundreds and (current or total) > 0 and current % 1000 == 0  # "mil doscientas"
    return tens == 0 or french or (tens >= 20 and units == 0 and 0 < value < 10)


def _with_point(figure: Quantity, after: int, row: PieceRow) -> _Read:
    """``two point five``."""
    if not row.has("decimal_words", after) or row.word(after + 1) not in row.lexicon.values:
        return with_part(figure, after, row)
    digits, place = "", after + 1
    while (value := row.lexicon.values.get(row.word(place), 10)) < 10:
        digits += str(value)
        place += 1
    part = Decimal(f"0.{digits or 0}")
    return (figure._replace(value=figure.value + part), place) if digits else (figure, after)
