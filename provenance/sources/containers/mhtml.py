"""MHTML files: a page as a browser saves it into one mail-like file (RFC 2557)."""

from __future__ import annotations

import email
import email.message
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from provenance.errors import SourceError
from provenance.sources.addresses import is_address
from provenance.sources.capture import Capture


def read_mhtml(data: bytes, origin: str) -> Capture:
    """The page of an MHTML file: its first HTML part.

    Raises:
        SourceError: If there is none.
    """
    try:
        message = email.message_from_bytes(data)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        payload = page.get_payload(decode=True) if page is not None else None
    except (RecursionError, LookupError, ValueError) as error:
        raise SourceError(
            f"{origin} cannot be read as MHTML; save the page again.", locator=origin
        ) from error
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        raise SourceError(f"{origin} holds no HTML page; save it again.", locator=origin)
    places = (message.get("Snapshot-Content-Location"), page.get("Content-Location"))
    charset = page.get_content_charset()
    return Capture(
        payload,
        origin,
        url=next((str(place) for place in places if place and is_address(str(place))), None),
        retrieved=_date(message),
        content_type=f"text/html; charset={charset}" if charset else "text/html",
    )


def _date(message: email.message.Message) -> datetime | None:
    try:
        found = parsedate_to_datetime(str(message.get("Date")))
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
