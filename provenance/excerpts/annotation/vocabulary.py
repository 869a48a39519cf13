"""Vocabulary: which words a page writes with a small letter and which with a capital inside a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from provenance.text.language import function_words

_WORD = re.compile(r"[^\W\d_]{2,40}")
_LONGEST_SMALL_WORD = 5  # letters of a word that a page uses as a small word
_OFTEN = 4  # times


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a page writes its words."""

    small: frozenset[str]  # the words that it writes with a small letter, or in a script without capitals
    # Those that say little by themselves: the language's commonest, and the page's own short and frequent
    # ones.
    function: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str], language: str) -> Vocabulary:
        """The vocabulary of a page's texts."""
        counted: Counter[str] = Counter()
        for text in texts:
            counted.update(_WORD.findall(text))
        small = frozenset(word for word in counted if word == word.lower())
        often = (word for word in small if counted[word] >= _OFTEN and len(word) <= _LONGEST_SMALL_WORD)
        frequent = frozenset(word for word in often if word.islower())
        return cls(small, function_words().get(language, frozenset()) | frequent)
