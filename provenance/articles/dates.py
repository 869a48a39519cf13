"""Dates as pages, files and servers write them."""

import re
from datetime import UTC, date, datetime

_ISO = re.compile(r"\b(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_LOOSE = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_EARLIEST = 1900
_LATEST = 9998  # in the last year that there is, a day or a time zone more is an error
_LONGEST = 200


def iso_date(text: str) -> str | None:
    """A certain date in text of ISO 8601 or RFC 5322 as ``2026-03-02``, else None: a day by slashes is never guessed."""
    for pattern in (_ISO, _LOOSE):
        found = pattern.search(text[:_LONGEST])
        if found and (certain := _valid(*map(int, found.groups()))):
            return certain
    moment = _of_mail(text)
    return moment.date().isoformat() if moment else None


def date_in_address(url: str) -> str | None:
    """The date in a page's address (``…/2026/03/02/…``), or None."""
    found = _IN_ADDRESS.search(url[:2000])
    return _valid(*map(int, found.groups())) if found else None


def point_in_time(text: str) -> datetime | None:
    """A point in time, by ISO 8601 or RFC 5322, in UTC, also where it has no zone; None outside of the years 1900 to 9998."""
    try:
        moment = datetime.fromisoformat(text[:_LONGEST])
    except ValueError:
        return in_utc(_of_mail(text))
    return in_utc(moment)


def in_utc(moment: datetime | None) -> datetime | None:
    """A point in time in UTC; None where it is in none of the years 1900 to 9998."""
    if moment is None or not _EARLIEST <= moment.year <= _LATEST:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _of_mail(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text[:_LONGEST])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None
