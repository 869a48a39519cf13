"""What page text may hold: control characters are made visible where text comes in, one code point for one."""

from __future__ import annotations

import re
from itertools import chain

REPLACEMENT = "\ufffd"

# Line ends other than the line feed; a form feed is a page break in text taken from a printed page.
_LINE_ENDS = {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x2028: "\n", 0x2029: "\n"}
# Bidirectional embeddings, overrides and isolates reorder what a terminal shows; annotation anchors hide text.
_DECEIVERS = (range(0x202A, 0x202F), range(0x2066, 0x206A), range(0xFFF9, 0xFFFC))
_SURROGATES = range(0xD800, 0xE000)


def _c1(code: int) -> str:
    """What a C1 control stands for: pages that hold one mean the Windows-1252 character of that number."""
    try:
        return bytes((code,)).decode("cp1252")
    except UnicodeDecodeError:
        return REPLACEMENT


_CLEANED = (
    dict.fromkeys(chain(range(0x20), (0x7F,), *_DECEIVERS, _SURROGATES), REPLACEMENT)
    | {code: _c1(code) for code in range(0x80, 0xA0)}
    | _LINE_ENDS
    | {0x09: "\t", 0x0A: "\n"}
)

# The keys of the table above but tab and line feed, as ranges: one by one they take long to compile.
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")


def cleaned(text: str) -> str:
    """``text`` with its control characters made harmless; as long as before, so that offsets hold.

    Returns:
        The text with line ends as line feeds and with U+FFFD for control characters, for what reorders text, and for
        lone surrogates. Tabs, joiners (ZWJ, ZWNJ) and soft hyphens stay.
    """
    return text.translate(_CLEANED) if _UNCLEAN.search(text) else text


def with_line_feeds(text: str) -> str:
    """``text`` with ``CR LF`` and lone ``CR`` as line feeds, as Python reads a text file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
