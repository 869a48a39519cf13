"""Moments: dates, weekdays, years and times of day."""

import re
from typing import Final

from provenance.findings.normalization.number_words import value_of
from provenance.findings.normalization.pieces import PieceRow
from provenance.findings.normalization.tokens import PartialDate
from provenance.languages.lexicon import Lexicon

_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_DECADE = re.compile(r"(1[0-9]\d0|20\d0)(?:'?s|er)")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|o)?")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?(am|pm)?")
_COLONS: Final = frozenset(":h")
_HOURS: Final = 12
_DAYS: Final = 31
_TENS: Final = (20, 30)
_UNITS: Final = 10
_LAST_HOUR: Final = 24
_MINUTES: Final = 60
_SPOKEN_TENS: Final = range(20, 60, 10)
_JOINTS: Final = " \u00a0\u202f-"
_CLOCK_WORDS: Final = frozenset({"am", "pm"})
_Read = tuple[PartialDate, int]


def read_date(row: PieceRow, index: int) -> _Read | None:
    """The date, weekday or time of day that begins at a piece, and the index after it; None if none begins there."""
    worded = (_spoken_clock, _half_past, _with_weekday, _day_month, _month_day, _decade)
    in_digits = row.word(index)[:1].isdecimal()
    readers = (_iso, _numeric, _spoken_clock, _clock, *worded, _year) if in_digits else worded
    return next((read for reader in readers if (read := reader(row, index))), None)


def _iso(row: PieceRow, index: int) -> _Read | None:
    year, month, day = (row.word(place) for place in range(index, index + 3))
    gaps = row.at(index + 1).gap + row.at(index + 2).gap
    if not _YEAR.fullmatch(year) or gaps != "--" or not (month.isdecimal() and day.isdecimal()):
        return None
    return _dated(int(year), int(month), int(day), index + 3)


def _dated(year: int, month: int, day: int, after: int) -> _Read | None:
    return (PartialDate(year, month, day), after) if 1 <= month <= 12 and 1 <= day <= _DAYS else None


def _numeric(row: PieceRow, index: int) -> _Read | None:
    """``14/03/2027``, ``3/14/2027``: the day first where both orders can be."""
    found = _NUMERIC.fullmatch(row.word(index))
    if not found:
        return None
    one, other, year = map(int, found.groups())
    day, month = (one, other) if other <= 12 else (other, one)
    return _dated(year if year > 99 else 2000 + year, month, day, index + 1)


def _clock(row: PieceRow, index: int) -> _Read | None:
    found = _CLOCK.fullmatch(row.word(index))
    if not found:
        return None
    half, after, following = found[3], index + 1, row.word(index + 1)
    if half is None and (following in _CLOCK_WORDS or row.has("clock_words", after)):
        half, after = following, after + 1
    told = row.has("clock_words", index - 1) or _COLONS.intersection(row.word(index))
    if half is None and (found[2] is None or not told):
        return None
    hour = int(found[1]) % 12 + 12 * (half == "pm") if half in _CLOCK_WORDS else int(found[1])
    return PartialDate(minute=hour * 60 + int(found[2] or 0)), after


def _spoken_clock(row: PieceRow, index: int) -> _Read | None:
    """``seize heures trente``, ``16 h 30``, German ``sechzehn Uhr dreißig``: an hour and its minutes around the word for hours."""
    hour = _number(row, index)
    if hour is None or hour > _LAST_HOUR or not row.has("clock_words", index + 1):
        return None
    minutes, after = _number(row, index + 2), index + 3
    tens = minutes is not None and minutes in _SPOKEN_TENS and _number(row, after)
    if minutes and tens and tens < _UNITS:
        minutes, after = minutes + tens, after + 1
    if minutes is None or minutes >= _MINUTES or row.at(index + 2).gap.strip(_JOINTS):
        return None
    return PartialDate(minute=hour * 60 + minutes), after


def _number(row: PieceRow, index: int) -> int | None:
    word = row.word(index)
    if word.isdecimal() and len(word) <= len("24"):
        return int(word)
    return 1 if row.has("one_words", index) else value_of(word, row.lexicon)


def _half_past(row: PieceRow, index: int) -> _Read | None:
    """``half past four``, ``quarter to five``, German ``halb fünf``: minutes from or to an hour."""
    hit = row.entry("clock_parts", index)
    if hit is None:
        return None
    word = row.word(hit.last)
    hour = int(word) if word.isdecimal() else row.lexicon.values.get(word, 0)
    return (PartialDate(minute=hour * 60 + int(hit.group)), hit.last + 1) if 1 <= hour <= _HOURS else None


def _with_weekday(row: PieceRow, index: int) -> _Read | None:
    weekday = row.lexicon.weekdays.get(row.word(index))
    if weekday is None:
        return None
    rest = row.passing("date_links", index + 1)
    read = next((read for one in (_day_month, _month_day) if (read := one(row, rest)) and read[0].day), None)
    if read:
        return read[0]._replace(weekday=weekday), read[1]
    return (PartialDate(weekday=weekday), index + 1) if _surely_calendar(row, index) else None


def _surely_calendar(row: PieceRow, index: int) -> bool:
    """Whether a name of the calendar standing alone is one: "sat", "may", "march" are words too."""
    piece, doubtful = row.at(index), row.has("ambiguous_dates", index)
    if not row.lexicon.capitals:
        return not doubtful
    return piece.text[:1].isupper() and not (piece.opens and doubtful)


def _day_month(row: PieceRow, index: int) -> _Read | None:
    day, after = _day_at(row, index)
    if not day or day > _DAYS:
        return None
    after = row.passing("date_links", after)
    month = row.lexicon.months.get(row.word(after))
    if month is None:
        return None
    year, after = _year_after(row, after + 1)
    return PartialDate(year, month, day), after


def _month_day(row: PieceRow, index: int) -> _Read | None:
    month = row.lexicon.months.get(row.word(index))
    if month is None:
        return None
    after = index + 1
    day = _day(row.word(after)) if row.lexicon.month_first else None
    year, end = _year_after(row, after + bool(day))
    if day or year:
        return PartialDate(year, month, day), end
    return (PartialDate(month=month), after) if _surely_calendar(row, index) else None


def _day_at(row: PieceRow, index: int) -> tuple[int, int]:
    """The day of a month in digits or words, and the index after it: "30", "thirtieth", "treinta y uno"; 0 for another word."""
    lexicon = row.lexicon
    day = _day(row.word(index))
    if day:
        return day, index + 1 + (row.word(index + 1) == "°")
    one = _named_day(row.word(index), lexicon)
    rest = index + 1 + row.has("and_words", index + 1)
    other = _named_day(row.word(rest), lexicon) if one in _TENS else 0
    return (one + other, rest + 1) if 0 < other < _UNITS else (one, index + 1)


def _named_day(word: str, lexicon: Lexicon) -> int:
    tables = (lexicon.days, lexicon.ordinals)
    return next((table[word] for table in tables if word in table), 0) or value_of(word, lexicon) or 0


def _day(word: str) -> int | None:
    found = _DAY.fullmatch(word)
    return int(found[1]) if found and 1 <= int(found[1]) <= _DAYS else None


def _year_after(row: PieceRow, index: int) -> tuple[int | None, int]:
    after = row.passing("date_links", index)
    piece = row.at(after)
    if _YEAR.fullmatch(piece.word) and piece.gap.strip() in {"", ",", "."}:
        return int(piece.word), after + 1 + row.has("year_words", after + 1)
    return None, index


def _year(row: PieceRow, index: int) -> _Read | None:
    """Four digits after "in", "since", "summer": a year, where nothing is counted by it; or before "г.", Polish "r."."""
    word = row.word(index)
    if _YEAR.fullmatch(word) and row.has("year_words", index + 1):
        return PartialDate(year=int(word)), index + 2
    if not _YEAR.fullmatch(word) or row.unit(index + 1) or not row.has("year_cues", index - 1):
        return None
    return PartialDate(year=int(word)), index + 1


def _decade(row: PieceRow, index: int) -> _Read | None:
    """``1970s``, ``1970er``, ``nineteen-seventies``."""
    found = _DECADE.fullmatch(row.word(index))
    if found:
        return PartialDate(year=int(found[1]), years=10), index + 1
    century, tens = row.lexicon.values.get(row.word(index), 0), row.word(index + 1)
    decade = row.lexicon.values.get(tens.removesuffix("ies") + "y") if tens.endswith("ties") else None
    return (PartialDate(year=100 * century + decade, years=10), index + 2) if decade and century > 9 else None


def date_key(moment: PartialDate) -> str:
    """What two moments must share to be the same in another dress."""
    fields = (moment.year, moment.month, moment.day, moment.weekday, moment.minute)
    long = f"+{moment.years}" if moment.years else ""
    return "@" + "/".join("" if field is None else str(field) for field in fields) + long


def agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two moments can be the same: nothing that both give differs, and there is something that both give."""
    given = [pair for pair in zip(one, other, strict=True) if None not in pair]
    return bool(given) and all(first == second for first, second in given)
