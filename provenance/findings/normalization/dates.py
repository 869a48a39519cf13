"""Moments: dates, weekdays, years and times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.tokens import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.normalization.pieces import Piece
    from provenance.languages.lexicon import Lexicon

_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_DECADE = re.compile(r"(1[0-9]\d0|20\d0)(?:'?s|er)")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º)?")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?(am|pm)?")
_HOURS: Final = 12
_CLOCK_WORDS: Final = frozenset({"am", "pm"})

_Read = tuple[PartialDate, int]


def read_date(row: Sequence[Piece], index: int, lexicon: Lexicon) -> _Read | None:
    """The date, weekday or time of day that begins at a piece, and the index after it; None if none begins there."""
    readers = (_iso, _numeric, _half_past, _clock, _with_weekday, _day_month, _month_day, _decade, _year)
    return next((read for reader in readers if (read := reader(row, index, lexicon))), None)


def _iso(row: Sequence[Piece], index: int, _: Lexicon) -> _Read | None:
    parts = row[index : index + 3]
    if len(parts) < 3 or not _YEAR.fullmatch(parts[0].word) or [part.gap for part in parts[1:]] != ["-", "-"]:
        return None
    month, day = parts[1].word, parts[2].word
    if not (month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return PartialDate(int(parts[0].word), int(month), int(day)), index + 3


def _numeric(row: Sequence[Piece], index: int, _: Lexicon) -> _Read | None:
    """``14/03/2027``, ``3/14/2027``: the day first where both orders can be."""
    found = _NUMERIC.fullmatch(row[index].word)
    if not found:
        return None
    one, other, year = map(int, found.groups())
    day, month = (one, other) if other <= 12 else (other, one)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return PartialDate(year if year > 99 else 2000 + year, month, day), index + 1


def _clock(row: Sequence[Piece], index: int, lexicon: Lexicon) -> _Read | None:
    found = _CLOCK.fullmatch(row[index].word)
    if not found:
        return None
    half, after = found[3], index + 1
    following = row[after].word if after < len(row) else ""
    if half is None and (following in _CLOCK_WORDS or following in lexicon.words("clock_words")):
        half, after = following, after + 1
    if half is None and (found[2] is None or ":" not in row[index].word):
        return None
    hour = int(found[1]) % 12 + 12 * (half == "pm") if half in _CLOCK_WORDS else int(found[1])
    return PartialDate(minute=hour * 60 + int(found[2] or 0)), after


def _half_past(row: Sequence[Piece], index: int, lexicon: Lexicon) -> _Read | None:
    """``half past four``, ``quarter to five``, German ``halb fünf``: minutes from or to an hour."""
    hit = lexicon.words("clock_parts").at([piece.word for piece in row[index : index + 3]], 0)
    place = index + hit.last if hit else len(row)
    if hit is None or place >= len(row):
        return None
    word = row[place].word
    hour = int(word) if word.isdecimal() else lexicon.values.get(word, 0)
    return (PartialDate(minute=hour * 60 + int(hit.group)), place + 1) if 1 <= hour <= _HOURS else None


def _with_weekday(row: Sequence[Piece], index: int, lexicon: Lexicon) -> _Read | None:
    weekday = lexicon.weekdays.get(row[index].word)
    if weekday is None:
        return None
    rest = index + 1
    while rest < len(row) and row[rest].word in lexicon.words("date_links"):
        rest += 1
    for reader in (_day_month, _month_day):
        read = reader(row, rest, lexicon) if rest < len(row) else None
        if read and read[0].day:
            return PartialDate(read[0].year, read[0].month, read[0].day, weekday), read[1]
    return (PartialDate(weekday=weekday), index + 1) if _surely_calendar(row[index], lexicon) else None


def _surely_calendar(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a name of the calendar standing alone is one: "sat", "may", "march" are words too."""
    if not lexicon.capitals:
        return piece.word not in lexicon.words("ambiguous_dates")
    if not piece.text[:1].isupper():
        return False
    return not piece.opens or piece.word not in lexicon.words("ambiguous_dates")


def _day_month(row: Sequence[Piece], index: int, lexicon: Lexicon) -> _Read | None:
    day = _day(row[index]) or _day_in_words(row[index], lexicon)
    after = index + 1
    while day and after < len(row) and row[after].word in lexicon.words("date_links"):
        after += 1
    month = lexicon.months.get(row[after].word) if day and after < len(row) else None
    if month is None:
        return None
    year, after = _year_after(row, after + 1, lexicon)
    return PartialDate(year, month, day), after


def _month_day(row: Sequence[Piece], index: int, lexicon: Lexicon) -> _Read | None:
    month = lexicon.months.get(row[index].word)
    if month is None:
        return None
    after = index + 1
    day = _day(row[after]) if after < len(row) and lexicon.month_first else None
    year, end = _year_after(row, after + bool(day), lexicon)
    if day or year:
        return PartialDate(year, month, day), end
    return (PartialDate(month=month), after) if _surely_calendar(row[index], lexicon) else None


def _day(piece: Piece) -> int | None:
    found = _DAY.fullmatch(piece.word)
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def _day_in_words(piece: Piece, lexicon: Lexicon) -> int | None:
    day = lexicon.ordinals.get(piece.word, lexicon.values.get(piece.word))
    return day if day and day <= 31 else None


def _year_after(row: Sequence[Piece], index: int, lexicon: Lexicon) -> tuple[int | None, int]:
    after = index
    while after < len(row) and row[after].word in lexicon.words("date_links"):
        after += 1
    if after < len(row) and _YEAR.fullmatch(row[after].word) and row[after].gap.strip() in {"", ",", "."}:
        return int(row[after].word), after + 1
    return None, index


def _year(row: Sequence[Piece], index: int, lexicon: Lexicon) -> _Read | None:
    """Four digits after "in", "since", "summer": a year, where nothing is counted by it."""
    if not _YEAR.fullmatch(row[index].word) or index == 0:
        return None
    counts = index + 1 < len(row) and lexicon.units.at(
        [piece.word for piece in row[index + 1 : index + 4]], 0
    )
    if counts or row[index - 1].word not in lexicon.words("year_cues"):
        return None
    return PartialDate(year=int(row[index].word)), index + 1


def _decade(row: Sequence[Piece], index: int, _: Lexicon) -> _Read | None:
    """``1970s``, ``1970er``."""
    found = _DECADE.fullmatch(row[index].word)
    return (PartialDate(year=int(found[1]), years=10), index + 1) if found else None


def date_key(moment: PartialDate) -> str:
    """What two moments must share to be the same in another dress."""
    fields = (moment.year, moment.month, moment.day, moment.weekday, moment.minute)
    long = f"+{moment.years}" if moment.years else ""
    return "@" + "/".join("" if field is None else str(field) for field in fields) + long


def agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two moments can be the same: nothing that both give differs, and there is something that both give."""
    fields = ("year", "month", "day", "weekday", "minute", "years")
    both = [(getattr(one, name), getattr(other, name)) for name in fields]
    given = [pair for pair in both if None not in pair]
    return bool(given) and all(first == second for first, second in given)
