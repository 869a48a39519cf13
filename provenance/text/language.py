"""Which language a few words are in, told from the commonest words of each."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "zh", "ja")
"""The languages that have lists of their commonest words."""

# A language is told from this many of its commonest words, and by this much more than the next one. A word that several
# languages have tells little of each: French and Spanish share "la", "de" and "en".
_ENOUGH, _AHEAD = 3, 1.3


def language_of(words: Iterable[str], *, ahead: float = _AHEAD) -> str | None:
    """The language that a text is written in, told from its commonest words.

    Args:
        words: As they stand: French "à" and Spanish "a" are two words.
        ahead: How many times as much as of the next language there must be.

    Returns:
        A BCP 47 primary subtag, or None if none of the known languages stands out.
    """
    counts, weights = dict.fromkeys(LANGUAGES, 0), dict.fromkeys(LANGUAGES, 0.0)
    common = function_words()
    for word in map(str.lower, words):
        holding = [language for language in LANGUAGES if word in common[language]]
        for language in holding:
            counts[language] += 1
            weights[language] += 1 / len(holding)
    first, second = sorted(weights, key=weights.__getitem__, reverse=True)[:2]
    clear = counts[first] >= _ENOUGH and weights[first] >= ahead * weights[second]
    return first if clear else None


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """The commonest words of each language, in small letters."""
    data = tomllib.loads((Path(__file__).parent / "function_words.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}
