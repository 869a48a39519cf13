"""Numbers in words: "two hundred and five", "twice", "the third", "two point five", "a dozen"; and East Asian numerals: 二億四千万, 3.6亿, 3만 5천."""

import re
from collections.abc import Sequence
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
    "(?<=.)(?:간|씩|쯤|가량|정도)?(?:이(?:다|고|며|나|라|던|었다|었고|었던|었습니다|었어요|에요|라는|라며)|였(?:다|고|습니다|어요)|입니다|예요|인|(?<!마)다)?$"
)
_ABOUT: Final = "여"  # "300여 명": some 300
_PLACE: Final = "제"  # "제3호": a number in a series


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
        scale, value = lexicon.scale(word), value_of(word, lexicon)
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
    if lexicon.language in {"ar", "he"} and 0 < tens < 10 and 10 <= value < 100:
        return value == 10 or lexicon.language == "ar"  # "five ten", "five and thirty"
    if value >= 100:
        hundreds = value < 1000 and value % 100 == 0
        return hundreds and (current or total) > 0 and current % 1000 == 0  # "mil doscientas"
    return (
        tens == 0
        or french
        or (tens >= 20 - 10 * (lexicon.language in {"tr", "vi"}) and units == 0 and 0 < value < 10)
    )


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
        parts, gap = _parted_figures(row.word(after), korean), row.at(after).gap
        if parts is None or not (after == index or not gap or (korean and gap == " ")):
            break
        letters += parts[0]
        unit, after = parts[1], after + 1
    if letters and unit is None and korean:
        unit = _korean_unit(row.word(after), korean)
        after += unit is not None
    return letters, after, unit


def _parted_figures(word: str, korean: Lexicon | None) -> tuple[list[str], str | None] | None:
    """A word as figures and numerals, with the unit behind them; None if it is something else besides."""
    letters: list[str] = []
    rest = word.removeprefix(_PLACE) if korean else word
    while rest:
        digits = len(rest) - len(rest.lstrip("0123456789.,"))
        if digits and rest[0].isdecimal():
            if rest[:digits].rstrip(".,").count(".") > 1:
                return None  # "2.0.0" is a version
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
