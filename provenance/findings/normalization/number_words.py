"""Numbers in words: "two hundred and five", "twice", "the third", "two point five", "a dozen"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.fractions import with_part
from provenance.findings.normalization.tokens import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.normalization.pieces import Piece
    from provenance.languages.lexicon import Lexicon

_TENS_JOINED: Final = frozenset("ro es pt it he ar".split())  # "treinta y cinco"
_SPACED: Final = frozenset(" \u00a0\u202f\u2009\n-‐‑")  # between the words of one number


def read_words(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """The number in words that begins at a piece, and the index after it; None if none begins there."""
    word = row[index].word
    told = _amount_in_a_word(row, index, lexicon)
    if told:
        return told
    times = lexicon.words("multiples").group(word)
    if times:
        return Quantity(Decimal(times), unit="time"), index + 1
    if word in lexicon.ordinals:
        return Quantity(Decimal(lexicon.ordinals[word]), ordinal=True), index + 1
    following = row[index + 1].word if index + 1 < len(row) else ""
    if word in lexicon.words("one_words") and len(following) > 2 and following in lexicon.scales:
        return Quantity(Decimal(1)), index + 1
    if word in lexicon.values or (word in lexicon.scales and not word.isascii()):
        return _summed(row, index, lexicon)
    return None


def _amount_in_a_word(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """A word that is an amount of its own: German "anderthalb", and "a dozen" with its article."""
    amount = lexicon.words("amounts").at([piece.word for piece in row[index : index + 5]], 0)
    if amount:
        value, _, unit = amount.group.partition(" ")
        return Quantity(Decimal(value), unit=unit or None), index + amount.last
    following = row[index + 1].word if index + 1 < len(row) else ""
    dozen = row[index].word in lexicon.words("one_words") and following in lexicon.words("dozens")
    return (Quantity(Decimal(lexicon.values[following])), index + 2) if dozen else None


def _summed(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int]:
    """Number words added up: hundreds multiply what came before, tens take units, "and" joins only after hundreds."""
    first = row[index].word
    total, current = (0, lexicon.values[first]) if first in lexicon.values else (0, 0)
    after = index + 1 if current or first in lexicon.values else index
    while after < len(row):
        word = row[after].word
        scale = lexicon.scales.get(word)
        if not _SPACED.issuperset(row[after].gap):
            break
        joins = (
            current
            and current % (10 if lexicon.language in _TENS_JOINED else 100) == 0
            and word in lexicon.words("and_words")
            and (_counts(row, after + 1, lexicon) or _is_one(row, after + 1, lexicon))
        )
        if scale is not None and (len(word) > 2 or not word.isascii()):
            total, current = _scaled(total, current, scale)
        elif word in lexicon.values and _adds(current, lexicon.values[word], lexicon):
            current = _added(current, lexicon.values[word])
        elif word in lexicon.words("one_words") and current % 100 >= 20 and current % 10 == 0:
            current += 1
        elif not joins:
            break
        after += 1
    figure = Quantity(Decimal(total + current))
    return _with_point(figure, after, row, lexicon)


def _scaled(total: int, current: int, scale: int) -> tuple[int, int]:
    """What "hundred", "thousand" make of what was counted before them; the East Asian ten is such a word too."""
    if scale == 10:
        return total, current - current % 10 + (current % 10 or 1) * scale
    if scale == 100:
        return total, current - current % 10 + (current % 10 or 1) * scale if current > 100 else (
            current or 1
        ) * scale
    if scale > 1000 and total < scale:
        return (total + current or 1) * scale, 0
    return total + (current or 1) * scale, 0


def _counts(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    return index < len(row) and row[index].word in lexicon.values


def _is_one(row: Sequence[Piece], index: int, lexicon: Lexicon) -> bool:
    return index < len(row) and row[index].word in lexicon.words("one_words")


def _adds(current: int, value: int, lexicon: Lexicon) -> bool:
    tens, units = current % 100, current % 10
    french = lexicon.language == "fr" and ((tens in {60, 80} and value < 20) or (tens == 4 and value == 20))
    if lexicon.language == "ar" and 0 < tens < 10 and value >= 20:
        return value < 100  # "five and thirty"
    return value < 100 and (tens == 0 or french or (tens >= 20 and units == 0 and 0 < value < 10))


def _added(current: int, value: int) -> int:
    return current - 4 + 80 if current % 100 == 4 and value == 20 else current + value


def _with_point(figure: Quantity, after: int, row: Sequence[Piece], lexicon: Lexicon) -> tuple[Quantity, int]:
    """``two point five``."""
    if (
        after >= len(row)
        or row[after].word not in lexicon.words("decimal_words")
        or not _counts(row, after + 1, lexicon)
    ):
        return with_part(figure, after, row, lexicon)
    digits = ""
    after += 1
    while after < len(row) and lexicon.values.get(row[after].word, 10) < 10:
        digits += str(lexicon.values[row[after].word])
        after += 1
    return (
        (figure._replace(value=figure.value + Decimal(f"0.{digits}")), after)
        if digits
        else (figure, after - 1)
    )
