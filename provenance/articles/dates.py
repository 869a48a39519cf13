"""Dates as pages write them in their metadata."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\b(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_LOOSE = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_EARLIEST = 1900


def iso_date(text: str) -> str | None:
    """A date from a metadata field as ISO 8601 (``2026-03-02``); None if ``text`` holds none that is certain.

    Args:
        text: ISO 8601 or RFC 5322, with or without a time. Day and month by slashes alone are never guessed.
    """
    for pattern in (_ISO, _LOOSE):
        found = pattern.search(text[:200])
        if found and (certain := _valid(*map(int, found.groups()))):
            return certain
    try:
        return parsedate_to_datetime(text[:200]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def date_in_address(url: str) -> str | None:
    """The date in a page's address (``…/2026/03/02/…``), or None."""
    found = _IN_ADDRESS.search(url[:2000])
    return _valid(*map(int, found.groups())) if found else None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= _EARLIEST else None
    except ValueError:
        return None
