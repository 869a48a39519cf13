"""Words of a page's text: how many it holds, and which, whatever its script."""

from __future__ import annotations

import re

from provenance.text.tokens import UNSPACED

_WORD = re.compile(r"\w+")
_CHARACTER = re.compile(f"[{UNSPACED}]")
_ANY = re.compile(f"[{UNSPACED}]|[^\\W{UNSPACED}]+")


def words_of(text: str) -> list[str]:
    """The words of ``text`` in lower case, so that neither typography nor the marks of a list matter.

    A script that puts no space between words is cut by character.
    """
    folded = text.casefold()
    spaced = folded.isascii() or not _CHARACTER.search(folded)
    return (_WORD if spaced else _ANY).findall(folded)


def count_words(text: str) -> int:
    """How many words ``text`` holds; two characters of a script without spaces count as one."""
    words = words_of(text)
    if text.isascii() or not _CHARACTER.search(text):
        return len(words)
    unspaced = sum(1 for word in words if len(word) == 1 and _CHARACTER.match(word))
    return len(words) - unspaced + unspaced // 2
