"""The words of a text, cut plainly: for counting and looking up, where neither figures nor scripts matter."""

from __future__ import annotations

import re

from provenance.text.folding import fold_word

WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
"""A run of letters and digits; an apostrophe, a full stop or a comma joins two."""


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return [fold_word(word) for word in WORD.findall(text)]
