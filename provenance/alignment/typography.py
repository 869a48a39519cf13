"""Typography: which differences any copy desk may make without a word.

Glyphs, spacing, dashes, quotation marks, commas, letter case, accents and the layout of paragraphs change nothing that
is said. A question mark does, and so does a look-alike letter from another script.
"""

from __future__ import annotations

import re
from typing import Final

from provenance.alignment.alignment import Disclosure
from provenance.alignment.coding import HYPHENS
from provenance.text.folding import fold_word
from provenance.text.tokens import tokenize

_ASKING: Final = "?？؟⁇‽"
_GREEK_QUESTION_MARK: Final = "\u037e"  # Unicode holds it for the same character as the semicolon
_BREAK_IN_FIGURE = re.compile(r"\d\s?[^\W\d_]")


def punctuation(excerpt: str, source: str) -> Disclosure:
    """How to take a difference between what stands between the same two words."""
    asking = _ASKING + ";" + _GREEK_QUESTION_MARK if _GREEK_QUESTION_MARK in excerpt + source else _ASKING
    same = _asks(excerpt, asking) == _asks(source, asking)
    return Disclosure.PERMITTED if same else Disclosure.UNDECLARED


def _asks(text: str, asking: str) -> bool:
    return any(character in asking for character in text)


def word(excerpt: str, source: str) -> Disclosure:
    """How to take a difference between two spellings of a word."""
    same = fold_word(excerpt) == fold_word(source)
    return Disclosure.PERMITTED if same else Disclosure.UNDECLARED


def words(excerpt: str, source: str) -> Disclosure:
    """How to take a replacement of words: "well-known" for "wellknown" and "5 km" for "5km" are one word in two dresses."""
    if fold_word(excerpt[:1]) != fold_word(source[:1]):
        return Disclosure.UNDECLARED
    ours, theirs = tokenize(excerpt), tokenize(source)
    if "".join(token.folded for token in ours) != "".join(token.folded for token in theirs):
        return Disclosure.UNDECLARED
    wider = excerpt if len(ours) > len(theirs) else source
    told = any(mark in wider for mark in (*HYPHENS, ".")) or _BREAK_IN_FIGURE.search(wider) is not None
    return Disclosure.PERMITTED if told else Disclosure.UNDECLARED
