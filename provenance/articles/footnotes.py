"""Footnotes in Markdown: taken out of the text, and their addresses set on the words they stand behind."""

from __future__ import annotations

import re

_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(.*)$", re.MULTILINE)
_CALLOUT = re.compile(r"(\S{0,200}?)\[\^([^\]\s]{1,80})\]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]{1,2000}")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


def resolve_footnotes(text: str) -> str:
    """Replace footnotes by links.

    Args:
        text: Markdown.

    Returns:
        The text with as many lines as before: each callout ``[^1]`` is gone, and where its note holds an address, the
        word before it is linked to that; the notes themselves are blank lines.
    """
    if "[^" not in text or _FENCE.search(text):  # code may show a footnote and mean none
        return text
    notes = {found[1]: found[2] for found in _DEFINITION.finditer(text)}
    if not notes:
        return text

    def linked(callout: re.Match[str]) -> str:
        note = notes.get(callout[2])
        address = _ADDRESS.search(note) if note is not None else None
        word = callout[1]
        if note is None:
            return callout[0]
        plain = address and word and not set(word) & set("[]()<>`")
        return f"[{word}](<{address[0].rstrip('.,;')}>)" if address and plain else word

    return _CALLOUT.sub(linked, _DEFINITION.sub("", text))
