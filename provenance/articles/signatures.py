"""Signatures: lines at the end of a quotation that say who is quoted, told by their looks alone."""

from __future__ import annotations

import re

_DASHES = "—–―‒-"
_LONGEST = 120

_SIGNATURE = re.compile(rf"[{_DASHES}]{{1,2}}\s?(?:by\s)?(\S.{{0,{_LONGEST}}})$")
# A name behind a dash right after the sentence's end: "… as planned. —Jane Roe"
_TAIL = re.compile(rf"(?<=[.!?…”\"’'»“])\s{{0,3}}([{_DASHES}]{{1,2}}\s?(\S[^.!?\n]{{1,80}}))$")
_BRACKETED = re.compile(rf"[\[(]([^\[\]()]{{2,{_LONGEST}}})[\])]\.?$")
_CREDIT = re.compile(
    r"(?:source|via|from|quelle|quellen|fuente|fonte|source\(s\)|bron|źródło|источник|джерело|来源|來源|出典)\s?[:：]\s?\S.{0,200}$",
    re.IGNORECASE,
)


def is_signature(line: str) -> bool:
    """Whether a line by itself names who is quoted: "— Jane Roe, The Herald", "Source: The Herald"."""
    found = _SIGNATURE.match(line)
    if found:
        name = found.group(1)
        return _is_name(name) and len(name.split()) <= 14
    return _CREDIT.match(line) is not None


def signature_in(line: str) -> int | None:
    """Where in a line a signature begins that follows the last sentence; None if there is none."""
    found = _TAIL.search(line[-200:])
    if found is None or not _is_name(found.group(2)) or len(found.group(2).split()) > 10:
        return None
    return len(line) - len(line[-200:]) + found.start(1)


def bracket_in(line: str) -> int | None:
    """Where a bracket begins that ends a line; None if there is none."""
    found = _BRACKETED.search(line[-(_LONGEST + 4) :])
    return None if found is None else len(line) - len(line[-(_LONGEST + 4) :]) + found.start()


def _is_name(text: str) -> bool:
    """Whether ``text`` begins as a name does; scripts without case always do."""
    first = text.lstrip('"“„«(@')[:1]
    return bool(first) and not first.islower() and (first.isalpha() or first.isdigit())
