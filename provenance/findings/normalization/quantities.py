"""Figures: numbers in digits or words, with scale, unit, currency; ranges and ordinals; units that are multiples of others."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Final

from provenance.files.reading import shipped
from provenance.findings.normalization.fractions import added_part, before_half, read_fraction, with_part
from provenance.findings.normalization.number_words import read_words
from provenance.findings.normalization.pieces import PieceRow
from provenance.findings.normalization.tokens import Quantity, Token
from provenance.languages.lexicon import Lexicon
from provenance.text.folding import fold_word

_PLACES: Final = 9  # places of decimals that are compared: a third of an hour is twenty minutes
METRE_OR_MILLION: Final = "m"
"""The unit of ``5m``: the other side of a comparison tells which of the two is meant."""

# Digits with their grouping and decimals, then letters: "1,200", "4.2m", ".5", "21st". A number is at most 40 characters.
_DIGITS = re.compile(
    r"(?P<sign>[-−]?)(?P<number>\.?\d[\d.,·]{0,38})(?P<tail>[^\W\d_]{0,12}|[a-zµ]{1,2}[23])\Z"
)
_ORDINAL_TAILS: Final = frozenset("st nd rd th er ere e eme º ª o a ste de".split())
_DASHES: Final = frozenset("-‐‑–—−~〜～")
_SPACES: Final = frozenset(" \u00a0\u202f\u2009")
_NEAR: Final = frozenset({" ", "", "\u00a0", "\u202f", "-"})  # before a scale
EAST_ASIAN: Final = frozenset({"ja", "zh", "ko"})
_PREFIXES: Final = frozenset("$€£¥₹₽¢") | {"Rs"}
_ENDED: Final = frozenset({"tr", "hu", "fi"})
_JOINTS: Final = frozenset({"-", ":", "'", "’"})
_LONGEST_ENDING: Final = 5  # letters
# Turkish has the share before its number: "yüzde 25", "%25".
_SHARES: Final = frozenset({"yüzde", "Yüzde", "%"})
_MILLION: Final = 1_000_000
_PARTING: Final = frozenset(".,;:()[]\n")  # no unit stands behind these
_Read = tuple[Quantity, int]


def in_base(figure: Quantity) -> Quantity:
    """A figure in the smallest unit of its kind, or itself if it has none."""
    unit, factor = shipped(__file__, "units.toml").get(figure.unit or "", (figure.unit, "1"))
    times = Decimal(factor)
    upper = None if figure.upper is None else round(figure.upper * times, _PLACES)
    return figure._replace(value=round(figure.value * times, _PLACES), upper=upper, unit=unit)


def amount_of(row: Sequence[Token], lexicon: Lexicon) -> Quantity | None:
    """How much a few words say and nothing else, in base units: "ten years", "a decade", "both"; None for other words."""
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
    factors = [
        Decimal(shipped(__file__, "units.toml").get(figure.unit or "", ("", "1"))[1]) for figure in figures
    ]
    falling = all(one > other for one, other in pairwise(factors))
    alike = all(figure[1:] == based[0][1:] for figure in based)
    if len(based) > 1 and not (alike and falling and based[0].upper is None):
        return None
    return based[0]._replace(value=sum((figure.value for figure in based), Decimal(0)))


def read_quantity(row: PieceRow, index: int) -> _Read | None:
    """The figure that begins at a piece, and the index after it; None if none begins there."""
    currency, start = _currency_before(row, index)
    below = _is_minus(row, start)
    read = _number(row, start + below)
    if read is None:
        return None
    figure, after = _with_scale_and_unit(*read, row)
    figure = figure._replace(value=-figure.value) if below else figure
    if currency:
        figure = _in_currency(figure, currency)
    return _with_range(figure, (index, _behind_ending(row, after)), row)


def _is_minus(row: PieceRow, index: int) -> bool:
    """Whether a word takes the figure behind it below zero: "minus 12 degrees"; behind a figure or "plus" it is none."""
    before = row.word(index - 1)
    reckons = before[-1:].isdecimal() or before in row.lexicon.values or before == "plus"
    return row.has("minus_words", index) and not reckons


def _behind_ending(row: PieceRow, index: int) -> int:
    """The index behind the ending of a case that some languages join to a figure: "25%-a", "25 %:n", "25%가"."""
    if row.word(index - 1) == "%" and not row.at(index).gap and row.lexicon.language == "ko":
        return index + (row.word(index) in row.lexicon.suffixes)
    if row.lexicon.language not in _ENDED or row.at(index).gap not in _JOINTS:
        return index
    ending = row.word(index)
    return index + (ending.isalpha() and len(ending) <= _LONGEST_ENDING)


def _currency_before(row: PieceRow, index: int) -> tuple[str | None, int]:
    texts = [piece.text for piece in row.pieces[index : index + 3]]
    hit = row.lexicon.units.at([fold_word(text) for text in texts], 0) if texts else None
    if hit is None or index + hit.last >= len(row):
        return None, index
    # "costs us $48", "US $48"
    prefixes = _PREFIXES | _SHARES if row.lexicon.language == "tr" else _PREFIXES
    known = [
        text.isupper() or text in prefixes for text in texts[: hit.last] if text.isalpha() or text in prefixes
    ]
    return (hit.group, index + hit.last) if known and all(known) else (None, index)


def _in_currency(figure: Quantity, currency: str) -> Quantity:
    if figure.unit == METRE_OR_MILLION:
        return figure._replace(value=figure.value * _MILLION, unit=currency)
    return figure._replace(unit=figure.unit or currency)


def _number(row: PieceRow, index: int) -> _Read | None:
    if row.lexicon.language in EAST_ASIAN:
        from provenance.findings.normalization.number_words import read_numeral  # tables needed for few texts

        numeral = read_numeral(row, index)
        if numeral:
            return numeral
    fraction = read_fraction(row, index)
    if fraction:
        return fraction
    word = row.word(index)
    found = _DIGITS.match(word.partition("'")[0] if row.lexicon.language in _ENDED else word)  # "25'i"
    if found:
        read = _in_digits(found, row, index)
        return with_part(*read, row) if read else None
    return read_words(row, index) or before_half(row, index)


def _in_digits(found: re.Match[str], row: PieceRow, index: int) -> _Read | None:
    value, tail = decimal_of(found["number"], row.lexicon.decimal), found["tail"]
    if value is None:
        return None
    value, after = _thousands_after(value, row, index + 1)
    figure = Quantity(-value if found["sign"] else value)
    if not tail:
        return figure, after
    if tail in _ORDINAL_TAILS and value == value.to_integral_value():
        return figure._replace(ordinal=True), after
    if tail == METRE_OR_MILLION:
        return figure._replace(unit=METRE_OR_MILLION), after
    if scale := row.lexicon.scale(tail):
        return Quantity(figure.value * scale), after
    unit = row.lexicon.units.group(tail)
    return (figure._replace(unit=unit), after) if unit else None


def _thousands_after(value: Decimal, row: PieceRow, index: int) -> tuple[Decimal, int]:
    """``1 200 000``: groups of three digits after spaces; a single one after a plain space is none in English."""
    groups: list[str] = []
    while row.at(index + len(groups)).gap in _SPACES and re.fullmatch(
        r"\d{3}", row.word(index + len(groups))
    ):
        groups.append(row.word(index + len(groups)))
    lone = len(groups) == 1 and row.at(index).gap == " " and row.lexicon.language == "en"
    if value <= 0 or lone:
        return value, index
    return value * 1000 ** len(groups) + int("".join(groups) or 0), index + len(groups)


def decimal_of(number: str, decimal: str) -> Decimal | None:
    """The value of digits with ``.`` and ``,``, of which one is the decimal sign, or ``·``; None if they are no number (``1.2.3``, a date)."""
    number = number.rstrip(".,").replace("·", decimal)
    grouping = "," if decimal == "." else "."
    if re.fullmatch(
        rf"\d{{1,3}}(?:\{grouping}\d{{2,3}}){{0,8}}\{grouping}\d{{3}}(?:\{decimal}\d{{1,12}})?", number
    ):
        number = number.replace(grouping, "")
    try:
        return Decimal(number.replace(",", "."))
    except InvalidOperation:
        return None


def _with_scale_and_unit(figure: Quantity, after: int, row: PieceRow) -> _Read:
    while row.at(after).gap in _NEAR and (scale := _factor(row, after)):
        part, after = added_part(row, after + 1)
        figure = figure._replace(value=(figure.value + part) * scale)
    if figure.unit not in {None, METRE_OR_MILLION} or figure.ordinal or after >= len(row):
        return figure, after
    return _with_unit(figure, after, row)


def _factor(row: PieceRow, index: int) -> int | None:
    """What a word behind a number multiplies it by: "two million", "two dozen"."""
    word, lexicon = row.word(index), row.lexicon
    return lexicon.values[word] if row.has("dozens", index) else lexicon.scale(word)


def _with_unit(figure: Quantity, after: int, row: PieceRow) -> _Read:
    piece, hit = row.at(after), row.unit(after)
    if piece.text == METRE_OR_MILLION and figure.unit is None and piece.gap in _SPACES:
        return figure._replace(unit=METRE_OR_MILLION), after + 1
    dotted = piece.gap == ". " and row.lexicon.scale(row.word(after - 1))  # "4,2 Mio. Euro"
    if hit is None or (_PARTING.intersection(piece.gap) and not dotted):
        return _linked_unit(figure, after, row)
    if piece.word == METRE_OR_MILLION and hit.last == after + 1:
        return figure, after
    value = figure.value * _MILLION if figure.unit == METRE_OR_MILLION else figure.value
    part, after = added_part(row, hit.last)  # "two hours and a half"
    return figure._replace(value=value + part, unit=hit.group), after


def _linked_unit(figure: Quantity, after: int, row: PieceRow) -> _Read:
    """``4 millions d'euros``, ``4 millones de euros``: a preposition between a scale and its unit."""
    hit = row.unit(after + 1) if row.has("unit_links", after) else None
    return (figure._replace(unit=hit.group), hit.last) if hit else (figure, after)


def _with_range(figure: Quantity, place: tuple[int, int], row: PieceRow) -> _Read:
    """``20-25``, ``20 to 25``, ``between 20 and 25``: one figure with two ends, which share scale and unit."""
    first, after = place
    hit, joined = row.entry("range_words", after), row.has("and_words", after)
    linked = (figure.unit or "") in row.lexicon.words("range_words")  # Korean "40에서 220개"
    second = hit.last if hit else after + joined
    if second == after and not linked and row.at(after).gap not in _DASHES:
        return figure, after
    between = any(row.has("between_words", first - back) for back in (1, 2))  # Dutch "tussen de 40 en 220"
    open_ended = joined and not hit and not between
    currency, start = _currency_before(row, second)
    read = _number(row, start)
    if read is None or figure.ordinal or read[0].ordinal:
        return figure, after
    upper, end = _with_scale_and_unit(*read, row)
    scale = upper.value / read[0].value if read[0].value and figure.value < 1000 else 1
    upper = _in_currency(upper, currency) if currency else upper
    figure = figure._replace(unit=None) if linked else figure
    if upper.unit != figure.unit and None not in {upper.unit, figure.unit}:
        return figure, after  # "rose 4 % to $20"
    if figure.unit and upper.unit and row.has("from_words", first - 1):
        return figure, after  # "fell from 20 tonnes to 15 tonnes"
    if open_ended and not row.has("between_words", end):
        return figure, after  # "40 and 60 boats", not Hungarian "40 és 220 között"
    return Quantity(figure.value * scale, upper.value, figure.unit or upper.unit), end


def quantity_key(figure: Quantity) -> str:
    """What two figures must share to be the same in another dress."""
    figure = in_base(figure)
    upper = "" if figure.upper is None else f"-{figure.upper.normalize():f}"
    return f"#{figure.value.normalize():f}{upper} {figure.unit or ''}{' th' if figure.ordinal else ''}"
