"""East Asian numerals: 二億四千万, 3.6亿, 三千, 3만 5천, 百分之四十, 三成."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from provenance.findings.normalization.pieces import PieceRow
from provenance.findings.normalization.tokens import Quantity
from provenance.languages.lexicon import Lexicon

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
_NATIVE_TENS: Final = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}  # fmt: skip
_NATIVE_ONES: Final = {
    word: value for value, word in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉".split(), start=1)
}
_ALONE: Final = frozenset("삼사오육칠팔구")  # these digits are no other word before what is counted
_KOREAN_UNITS: Final = {"원": "won", "년": "year", "해": "year", "개월": "month", "달": "month", "주": "week", "주일": "week", "일": "day", "킬로그램": "kilogram", "톤": "tonne", "달러": "dollar", "엔": "yen", "유로": "euro", "퍼센트": "percent", "시간": "hour", "분": "minute", "킬로미터": "kilometer", "미터": "meter"}  # fmt: skip
# What people and things are counted by; the words of a group count the same.
_KOREAN_COUNTERS: Final = {
    word: words.split()[0]
    for words in ("명 사람 인", "곳 군데", "번 회 차례", "살 세", *"개 집 가구 세대 마리 권 가지 대 채 척 층 쪽 장 잔 병 그루 벌 켤레 쌍 줄 편 통 끼 시 번째 건 명분 월".split())
    for word in words.split()
}  # fmt: skip
_COPULA: Final = re.compile(
    "(?<=.)(?:간|씩|쯤|가량|정도)?(?:이(?:다|고|며|나|라|던|었다|었고|었던|었습니다|라는|라며)|였다|였고|입니다|인)?$"
)
_ABOUT: Final = "여"  # "300여 명": some 300
_PLACE: Final = "제"  # "제3호": a number in a series


def read_numeral(row: PieceRow, index: int) -> tuple[Quantity, int] | None:
    """The numeral that begins at a piece, and the index after it; None if none begins there, or only plain digits do."""
    counted = _native(row.word(index)) if row.lexicon.language == "ko" else 0
    unit = _korean_unit(row.word(index + 1), row.lexicon) if counted else None
    if unit is not None:
        return Quantity(Decimal(counted), unit=unit), index + 2
    if row.words[index : index + 3] == _PER_HUNDRED:
        letters, after, _ = _run(row, index + 3)
        return (Quantity(_value(letters), unit="percent"), after) if letters else None
    letters, after, unit = _run(row, index)
    if unit is None and all(letter.isascii() for letter in letters):
        return None  # a plain number, which is read as everywhere
    value = _value(letters)
    if row.word(after) in _TENTHS and not row.at(after).gap:
        return Quantity(value * 10, unit="percent"), after + 1
    return Quantity(value, unit=unit), after


def _native(word: str) -> int:
    """A Korean numeral of its own or a single digit, before what it counts: 마흔두, 삼; 0 for other words."""
    tens = next((tens for tens in _NATIVE_TENS if word.startswith(tens)), "")
    ones = _NATIVE_ONES.get(word.removeprefix(tens), 0)
    if not ones and word != tens:
        return _DIGITS[word] if word in _ALONE else 0
    return _NATIVE_TENS.get(tens, 0) + ones


def _run(row: PieceRow, index: int) -> tuple[list[str], int, str | None]:
    """The figures and numerals that stand together, the index after them, and the unit written on to the last."""
    letters: list[str] = []
    after, unit, korean = index, None, row.lexicon if row.lexicon.language == "ko" else None
    while after < len(row) and unit is None:
        parts, gap = _parts(row.word(after), korean), row.at(after).gap
        if parts is None or not (after == index or not gap or (korean and gap == " ")):
            break
        letters += parts[0]
        unit, after = parts[1], after + 1
    if letters and unit is None and korean:
        unit = _korean_unit(row.word(after), korean)
        after += unit is not None
    return letters, after, unit


def _parts(word: str, korean: Lexicon | None) -> tuple[list[str], str | None] | None:
    """A word as figures and numerals, with the unit behind them; None if it is something else besides."""
    letters: list[str] = []
    rest = word.removeprefix(_PLACE) if korean else word
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
    figures = any(letter[0].isdecimal() for letter in letters)
    scaled = figures or any(letter in _SMALL or letter in _LARGE for letter in letters)
    if not letters or (korean and not scaled):
        return None  # a single Korean digit is a common word
    if not rest:
        return letters, None
    joined = figures and "가" <= rest[0] <= "힣" and rest[0] != _ABOUT
    unit = _korean_unit(rest, korean, joined=joined) if korean else None
    return None if unit is None else (letters, unit)


def _korean_unit(word: str, lexicon: Lexicon, *, joined: bool = False) -> str | None:
    """The unit, or what people and things are counted by, that a word is with its ending; None if it is neither.

    Behind digits that it is joined to, any word is one.
    """
    endings = (word.removesuffix(ending) for ending in ("", *lexicon.suffixes) if word.endswith(ending))
    bare = [short for each in endings if (short := _COPULA.sub("", each))]
    known = (_KOREAN_UNITS.get(each) or _KOREAN_COUNTERS.get(each) for each in bare)
    return next((unit for unit in known if unit), min(bare, key=len, default=None) if joined else None)


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
