"""Signatures: lines at the end of a quotation that say who is quoted, told by their looks alone."""

import re

from provenance.languages.notices import notice

_DASHES = "—–―‒-"
_LONGEST = 120
_WINDOW = 200  # characters at a line's end that are looked at
_SIGNATURE = re.compile(rf"[{_DASHES}]{{1,2}}\s?(?:by\s)?(\S.{{0,{_LONGEST}}})$")
# A name or a Chinese title behind a dash right after the sentence's end: "… as planned. —Jane Roe"
_TAIL = re.compile(
    rf"(?<=[.!?…”\"’'»“。])\s{{0,3}}([{_DASHES}]{{1,3}}\s?(《[^《》\n]{{1,80}}》。?|\S[^.!?。\n]{{1,80}}))$"
)
# A reference behind it: "… as planned." [The Herald]
_BRACKET = re.compile(rf"(?<=[.!?…”\"’'»“])\s{{1,3}}([\[(]([^\[\]()]{{3,{_LONGEST}}})[\])])$")
_BEHIND_CREDIT = re.compile(r"\s?[:：]\s?\S.{0,200}$")


def is_signature(line: str) -> bool:
    """Whether a line by itself names who is quoted: "— Jane Roe, The Herald", "Source: The Herald"."""
    found = _SIGNATURE.match(line)
    if found:
        name = found.group(1)
        # Speech behind a dash, as in Russian or French dialogue, ends a sentence; a name does not.
        ends = name.endswith((".", "!", "?", "…")) and "," not in name
        return _is_name(name) and not ends and len(name.split()) <= 14
    credit = notice("credit").match(line)
    return credit is not None and _BEHIND_CREDIT.match(line, credit.end()) is not None


def signature_in(line: str) -> int | None:
    """Where in a line a name begins that follows the last sentence behind a dash; None if there is none."""
    found = _TAIL.search(line[-_WINDOW:])
    if found is None or not _is_name(found.group(2)) or len(found.group(2).split()) > 10:
        return None
    return max(0, len(line) - _WINDOW) + found.start(1)


def bracket_in(line: str) -> int | None:
    """Where in a line a reference in brackets begins that follows the last sentence; None if there is none.

    It begins as a name does, ends no sentence, and says nothing of the quotation's form ("emphasis added").
    """
    found = _BRACKET.search(line[-_WINDOW:])
    if found is None or not _is_name(found.group(2)) or notice("quotation_form").search(found.group(2)):
        return None
    if found.group(2).endswith((".", "!", "?")):
        return None
    return max(0, len(line) - _WINDOW) + found.start(1)


def _is_name(text: str) -> bool:
    """Whether ``text`` begins as a name does; scripts without case always do."""
    first = text.lstrip('"“„«(@《')[:1]
    return bool(first) and not first.islower() and (first.isalpha() or first.isdigit())
