"""East Asian numerals: 二億四千万, 3.6亿, 三千, 3만 5천, 百分之四十, 三成."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from provenance.findings.normalization.pieces import PieceRow
from provenance.findings.normalization.tokens import Quantity

_DIGITS: Final = {
    letter: value
    for row in ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "영일이삼사오육칠팔구")
    for value, letter in enumerate(row)
}
_DIGITS_BESIDES: Final = {"两": 2, "공": 0, "륙": 6}
_SMALL: Final = {
    letter: 10**power for row in ("十百千", "拾佰仟", "십백천") for power, letter in enumerate(row, start=1)
}
_LARGE: Final = {"万": 10**4, "亿": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12}
_DIGIT_OF: Final = _DIGITS | _DIGITS_BESIDES
_PER_HUNDRED: Final = ("百", "分", "之")
_TENTHS: Final = frozenset({"成", "割"})
_ENDING: Final = 3  # letters, at most, that a particle or a copula adds
_NATIVE_TENS: Final = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}  # fmt: skip
_NATIVE_ONES: Final = {
    word: value for value, word in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉".split(), start=1)
}
_KOREAN_UNITS: Final = {"집": "", "곳": "", "마리": "", "권": "", "살": "", "번": "", "가지": "", "원": "won", "명": "", "개": "", "년": "year", "월": "month", "일": "day", "킬로그램": "kilogram", "달러": "dollar", "엔": "yen", "유로": "euro", "퍼센트": "percent", "시간": "hour", "분": "minute", "킬로미터": "kilometer", "미터": "meter"}  # fmt: skip


def read_numeral(row: PieceRow, index: int) -> tuple[Quantity, int] | None:
    """The numeral that begins at a piece, and the index after it; None if none begins there, or only plain digits do."""
    counted = _native(row.word(index)) if row.lexicon.language == "ko" else 0
    unit = _korean_unit(row.word(index + 1)) if counted else None
    if unit is not None:
        return Quantity(Decimal(counted), unit=unit or None), index + 2
    if row.words[index : index + 3] == _PER_HUNDRED:
        letters, after, _ = _run(row, index + 3)
        return (Quantity(_value(letters), unit="percent"), after) if letters else None
    letters, after, unit = _run(row, index)
    if unit is None and all(letter.isascii() for letter in letters):
        return None  # a plain number, which is read as everywhere
    value = _value(letters)
    if row.word(after) in _TENTHS and not row.at(after).gap:
        return Quantity(value * 10, unit="percent"), after + 1
    return Quantity(value, unit=unit or None), after


def _native(word: str) -> int:
    """A Korean numeral of its own, before what it counts: 마흔두; 0 for other words."""
    tens = next((tens for tens in _NATIVE_TENS if word.startswith(tens)), "")
    ones = _NATIVE_ONES.get(word.removeprefix(tens), 0)
    return _NATIVE_TENS.get(tens, 0) + ones if ones or word == tens else 0


def _run(row: PieceRow, index: int) -> tuple[list[str], int, str | None]:
    """The figures and numerals that stand together, the index after them, and the unit written on to the last."""
    letters: list[str] = []
    after, unit, korean = index, None, row.lexicon.language == "ko"
    while after < len(row) and unit is None:
        parts, gap = _parts(row.word(after), korean=korean), row.at(after).gap
        if parts is None or not (after == index or not gap or (korean and gap == " ")):
            break
        letters += parts[0]
        unit, after = parts[1], after + 1
    if letters and unit is None and korean:
        unit = _korean_unit(row.word(after))
        after += unit is not None
    return letters, after, unit


def _parts(word: str, *, korean: bool) -> tuple[list[str], str | None] | None:
    """A word as figures and numerals, with the unit behind them; None if it is something else besides."""
    letters: list[str] = []
    rest = word
    while rest:
        digits = len(rest) - len(rest.lstrip("0123456789.,"))
        if digits and rest[0].isdecimal():
            letters.append(rest[:digits])
            rest = rest[digits:]
        elif rest[0] in _DIGIT_OF or rest[0] in _SMALL or rest[0] in _LARGE:
            letters.append(rest[0])
            rest = rest[1:]
        else:
            break
    scaled = any(letter in _SMALL or letter in _LARGE or letter[0].isdecimal() for letter in letters)
    if not letters or (korean and not scaled):
        return None  # a single Korean digit is a common word
    if not rest:
        return letters, None
    unit = _korean_unit(rest) if korean else None
    return None if unit is None else (letters, unit)


def _korean_unit(word: str) -> str | None:
    """The unit, or nothing for what people and things are counted by, that a word is with its ending; None if it is no unit."""
    for counted, unit in _KOREAN_UNITS.items():
        if word.startswith(counted) and len(word) - len(counted) <= _ENDING:
            return unit
    return None


def _value(letters: Sequence[str]) -> Decimal:
    """The value of figures and numerals: digits side by side are places, ten and hundred and thousand multiply one digit."""
    total, section, number = Decimal(0), Decimal(0), None
    for letter in letters:
        if letter in _LARGE:
            total += (section + (number or 0) or 1) * _LARGE[letter]
            section, number = Decimal(0), None
        elif letter in _SMALL:
            section += (Decimal(1) if number is None else number) * _SMALL[letter]
            number = None
        elif letter in _DIGIT_OF:
            number = (number or 0) * 10 + Decimal(_DIGIT_OF[letter])
        else:
            number = Decimal(letter.replace(",", "").rstrip("."))
    return total + section + (number or 0)
