"""HAR files: what a browser's network panel exports."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from provenance.errors import SourceError
from provenance.sources.addresses import is_address
from provenance.sources.capture import Capture

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_har(data: bytes, origin: str) -> Iterator[Capture]:
    """The HTML pages of a HAR file that was saved with their content.

    Raises:
        SourceError: If it is no HAR file, or holds no such page.
    """
    try:
        entries = json.loads(data)["log"]["entries"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SourceError(f"{origin} is no HAR file; export it again.", locator=origin) from error
    found = False
    for entry in entries if isinstance(entries, list) else ():
        if (capture := _capture(entry, origin)) is not None:
            found = True
            yield capture
    if not found:
        raise SourceError(f"{origin} holds no page; export it again, with its content.", locator=origin)


def _capture(entry: Any, origin: str) -> Capture | None:  # noqa: ANN401 -- whatever JSON holds
    try:
        url, answer = str(entry["request"]["url"]), entry["response"]
        content = answer["content"]
        kind, text = str(content["mimeType"]), str(content["text"])
        if (
            answer["status"] != 200
            or not text.strip()
            or not kind.lower().startswith("text/html")
            or not is_address(url)
        ):
            return None
        is_packed = content.get("encoding") == "base64"
        data = base64.b64decode(text, validate=True) if is_packed else text.encode("utf-8", "replace")
        retrieved = datetime.fromisoformat(str(entry["startedDateTime"]))
    except (KeyError, TypeError, AttributeError, ValueError, binascii.Error):
        return None
    # Text in JSON was decoded by the browser already, whatever the page was written in.
    content_type = kind if is_packed else "text/html; charset=utf-8"
    return Capture(
        data,
        f"{origin} ({url})",
        url=url,
        retrieved=retrieved.astimezone(),
        status=200,
        content_type=content_type,
    )
