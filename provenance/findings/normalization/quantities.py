"""Figures: numbers in digits or words, with scale, unit, currency; ranges and ordinals."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.fractions import added_part, before_half, read_fraction, with_part
from provenance.findings.normalization.measures import in_base
from provenance.findings.normalization.number_words import read_words
from provenance.findings.normalization.tokens import Quantity
from provenance.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.normalization.pieces import Piece
    from provenance.languages.lexicon import Lexicon

METRE_OR_MILLION: Final = "m"
"""The unit of ``5m``: the other side of a comparison tells which of the two is meant."""

# Digits with their grouping and decimals, then letters: "1,200", "4.2m", "21st". A number is at most 40 characters.
_DIGITS = re.compile(r"(?P<sign>[-−]?)(?P<number>\d[\d.,]{0,38})(?P<tail>[^\W\d_]{0,12})\Z")
_ORDINAL_TAILS: Final = frozenset(
    {"st", "nd", "rd", "th", "er", "ere", "e", "eme", "º", "ª", "o", "a", "ste", "de"}
)
_DASHES: Final = frozenset("-‐‑–—−")
_SPACES: Final = frozenset(" \u00a0\u202f\u2009")
_NEAR: Final = frozenset({" ", "", "\u00a0", "\u202f", "-"})  # before a scale
_EAST_ASIAN: Final = frozenset({"ja", "zh", "ko"})
_PREFIXES: Final = frozenset("$€£¥₹₽¢") | {"Rs"}


def read_quantity(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    """The figure that begins at a piece, and the index after it; None if none begins there."""
    currency, start = _currency_before(row, index, lexicon)
    read = _number(row, start, lexicon)
    if read is None:
        return None
    figure, after = _with_scale_and_unit(*read, row, lexicon)
    if currency:
        figure = _in_currency(figure, currency)
    return _with_range(figure, (index, after), row, lexicon)


def _currency_before(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[str | None, int]:
    hit = (
        lexicon.units.at([fold_word(piece.text) for piece in row[index : index + 3]], 0)
        if index < len(row)
        else None
    )
    if hit is None or index + hit.last >= len(row):
        return None, index
    pieces = row[index : index + hit.last]
    written = all(
        piece.text.isupper() or piece.text in _PREFIXES for piece in pieces if piece.text.isalpha()
    )  # "costs us $48", "US $48"
    if not written or not any(piece.text in _PREFIXES or piece.text.isupper() for piece in pieces):
        return None, index
    return hit.group, index + hit.last


def _in_currency(figure: Quantity, currency: str) -> Quantity:
    if figure.unit == METRE_OR_MILLION:
        return figure._replace(value=figure.value * 1_000_000, unit=currency)
    return figure._replace(unit=figure.unit or currency)


def _number(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[Quantity, int] | None:
    if lexicon.language in _EAST_ASIAN:
        from provenance.findings.normalization.east_asian import (
            read_numeral,
        )  # its tables are needed for few texts

        numeral = read_numeral(row, index, lexicon.language)
        if numeral:
            return numeral
    fraction = read_fraction(row, index, lexicon)
    if index >= len(row) or fraction:
        return fraction
    found = _DIGITS.match(row[index].word)
    if found:
        read = _in_digits(found, row, index, lexicon)
        return with_part(*read, row, lexicon) if read else None
    return read_words(row, index, lexicon) or before_half(row, index, lexicon)


def _in_digits(
    found: re.Match[str], row: Sequence[Piece], index: int, lexicon: Lexicon
) -> tuple[Quantity, int] | None:
    value = decimal_of(found["number"], lexicon.decimal)
    if value is None:
        return None
    value, after = _thousands_after(value, row, index + 1, lexicon)
    value = -value if found["sign"] else value
    tail = found["tail"]
    if not tail:
        return Quantity(value), after
    if tail in _ORDINAL_TAILS and value == value.to_integral_value():
        return Quantity(value, ordinal=True), after
    if tail == METRE_OR_MILLION:
        return Quantity(value, unit=METRE_OR_MILLION), after
    if tail in lexicon.scales:
        return Quantity(value * lexicon.scales[tail]), after
    unit = lexicon.units.group(tail)
    return (Quantity(value, unit=unit), after) if unit else None


def _thousands_after(
    value: Decimal, row: Sequence[Piece], index: int, lexicon: Lexicon
) -> tuple[Decimal, int]:
    """``1 200 000``: groups of three digits after spaces, which English does not write with plain ones."""
    spaces = "\u00a0\u202f\u2009" if lexicon.language == "en" else "\u00a0\u202f\u2009 "
    while (
        index < len(row)
        and row[index].gap in set(spaces)
        and re.fullmatch(r"\d{3}", row[index].word)
        and value > 0
    ):
        value = value * 1000 + int(row[index].word)
        index += 1
    return value, index


def decimal_of(number: str, decimal: str) -> Decimal | None:
    """The value of digits with separators, or None if they are no number (``1.2.3``, a date).

    Args:
        number: Digits, ``.`` and ``,``.
        decimal: The language's decimal sign.
    """
    number = number.rstrip(".,")
    grouping = "," if decimal == "." else "."
    if re.fullmatch(
        rf"\d{{1,3}}(?:\{grouping}\d{{2,3}}){{0,8}}\{grouping}\d{{3}}(?:\{decimal}\d{{1,12}})?", number
    ):
        number = number.replace(grouping, "")
    try:
        return Decimal(number.replace(",", "."))
    except InvalidOperation:
        return None


def _with_scale_and_unit(
    figure: Quantity, after: int, row: Sequence[Piece], lexicon: Lexicon
) -> tuple[Quantity, int]:
    while after < len(row) and row[after].gap in _NEAR and (scale := _factor(row[after].word, lexicon)):
        part, after = added_part(row, after + 1, lexicon)
        figure = figure._replace(value=(figure.value + part) * scale)
    if figure.unit not in {None, METRE_OR_MILLION} or figure.ordinal or after >= len(row):
        return figure, after
    return _with_unit(figure, after, row, lexicon)


def _factor(word: str, lexicon: Lexicon) -> int | None:
    """What a word behind a number multiplies it by: "two million", "two dozen"."""
    return lexicon.values[word] if word in lexicon.words("dozens") else lexicon.scales.get(word)


def _with_unit(figure: Quantity, after: int, row: Sequence[Piece], lexicon: Lexicon) -> tuple[Quantity, int]:
    words = [piece.word for piece in row[after : after + 4]]
    if row[after].text == METRE_OR_MILLION and figure.unit is None and row[after].gap in _SPACES:
        return figure._replace(unit=METRE_OR_MILLION), after + 1
    hit = lexicon.units.at(words, 0)
    dotted = row[after].gap == ". " and row[after - 1].word in lexicon.scales  # "4,2 Mio. Euro"
    if hit is None or (any(sign in row[after].gap for sign in ".,;:()[]\n") and not dotted):
        return _linked_unit(figure, after, row, lexicon)
    if words[0] == METRE_OR_MILLION:
        return figure, after
    value = figure.value * 1_000_000 if figure.unit == METRE_OR_MILLION else figure.value
    part, after = added_part(row, after + hit.last, lexicon)  # "two hours and a half"
    return figure._replace(value=value + part, unit=hit.group), after


def _linked_unit(
    figure: Quantity, after: int, row: Sequence[Piece], lexicon: Lexicon
) -> tuple[Quantity, int]:
    """``4 millions d'euros``, ``4 millones de euros``: a preposition between a scale and its unit."""
    if row[after].word not in lexicon.words("unit_links") or after + 1 >= len(row):
        return figure, after
    hit = lexicon.units.at([piece.word for piece in row[after + 1 : after + 4]], 0)
    return (figure._replace(unit=hit.group), after + 1 + hit.last) if hit else (figure, after)


def _with_range(
    figure: Quantity, place: tuple[int, int], row: Sequence[Piece], lexicon: Lexicon
) -> tuple[Quantity, int]:
    """``20-25``, ``20 to 25``, ``between 20 and 25``: one figure with two ends, which share scale and unit."""
    first, after = place
    before = row[first - 1].word if first else ""
    second = after
    if after < len(row) and _ranges(row[after], before, lexicon):
        second = after + 1
    elif after >= len(row) or row[after].gap not in _DASHES:
        return figure, after
    currency, start = _currency_before(row, second, lexicon)
    read = _number(row, start, lexicon)
    if read is None or figure.ordinal or read[0].ordinal:
        return figure, after
    upper, end = _with_scale_and_unit(*read, row, lexicon)
    scale = upper.value / read[0].value if read[0].value and figure.value < 1000 else 1
    upper = _in_currency(upper, currency) if currency else upper
    if upper.unit != figure.unit and None not in {upper.unit, figure.unit}:
        return figure, after  # "rose 4 % to $20"
    if figure.unit and upper.unit and before in lexicon.words("from_words"):
        return figure, after  # "fell from 20 tonnes to 15 tonnes"
    return Quantity(figure.value * scale, upper.value, figure.unit or upper.unit), end


def _ranges(piece: Piece, before: str, lexicon: Lexicon) -> bool:
    """Whether a word joins the ends of a range: "to", or "and" after "between"."""
    if before in lexicon.words("between_words"):
        return piece.word in lexicon.words("and_words") or piece.word in lexicon.words("range_words")
    return piece.word in lexicon.words("range_words")


def quantity_key(figure: Quantity) -> str:
    """What two figures must share to be the same in another dress."""
    figure = in_base(figure)
    upper = "" if figure.upper is None else f"-{figure.upper.normalize():f}"
    return f"#{figure.value.normalize():f}{upper} {figure.unit or ''}{' th' if figure.ordinal else ''}"
