"""Which language a few words are in, told from the commonest words of each."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES: Final = tuple("en de fr es it pt nl ru uk zh ja sv da no fi pl cs tr ro hu el ar he ko".split())
"""The languages that have lists of their commonest words."""

# A language is told from this many of its commonest words, and by this much more than the next one. A word that several
# languages have tells little of each: French and Spanish share "la", "de" and "en".
_ENOUGH, _AHEAD = 3, 1.3
# Scripts that one of the languages has for itself, from their first letter to their last; Japanese has kana among Han.
_SCRIPTS: Final = (
    ("Ͱ", "Ͽ", "el"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("가", "힣", "ko"),
    ("\u3041", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
)
# Fewer letters tell no language, and of Japanese so great a share is kana.
_LETTERS, _KANA = 4, 0.1


def language_of(words: Iterable[str], *, ahead: float = _AHEAD) -> str | None:
    """The language that a text is written in, told from its commonest words.

    Args:
        words: As they stand: French "à" and Spanish "a" are two words.
        ahead: How many times as much as of the next language there must be.

    Returns:
        A BCP 47 primary subtag, or None if none of the known languages stands out.
    """
    row = [word.lower() for word in words]
    written = _by_script("".join(row))
    if written:
        return written
    counts, weights = dict.fromkeys(LANGUAGES, 0), dict.fromkeys(LANGUAGES, 0.0)
    holders = _holders()
    for word in row:
        holding = holders.get(word, ())
        for language in holding:
            counts[language] += 1
            weights[language] += 1 / len(holding)
    first, second = sorted(weights, key=weights.__getitem__, reverse=True)[:2]
    clear = counts[first] >= _ENOUGH and weights[first] >= ahead * weights[second]
    return first if clear else None


def _by_script(letters: str) -> str | None:
    """The language that has the script of most of some letters for itself."""
    if letters.isascii():
        return None
    counts = Counter(
        language for letter in letters for first, last, language in _SCRIPTS if first <= letter <= last
    )
    if counts["ja"] >= _KANA * counts.total():
        counts["ja"] += counts.pop("zh", 0)
    language, count = counts.most_common(1)[0] if counts else ("", 0)
    return language if 2 * count > len(letters) >= _LETTERS else None


@cache
def _holders() -> Mapping[str, tuple[str, ...]]:
    """The languages that have a word among their commonest ones."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in function_words().items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """The commonest words of each language, in small letters."""
    data = tomllib.loads((Path(__file__).parent / "function_words.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}
