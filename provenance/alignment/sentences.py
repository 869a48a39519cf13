"""Sentences, as far as aligning needs them: does one end between two words?"""

from __future__ import annotations

import re

from provenance.text.stops import is_abbreviation

_END = re.compile(r"[.!?…]['\"’”»)\]]{0,3}\s|[。！？]|\n\s{0,8}\n")


def ends_between(text: str, end: int, start: int) -> bool:
    """Whether a sentence ends between two neighbouring words of a text.

    Args:
        text: The text.
        end: Where the first word ends.
        start: Where the second begins.
    """
    gap = text[end : min(start, end + 40)]
    if len(gap) == 1 and gap.isspace():
        return False
    found = _END.search(gap)
    if found is None:
        return False
    if found.start() == 0 and gap[0] == "." and is_abbreviation(text, end, text[start : start + 1]):
        return False
    return not text[start : start + 1].islower()
