"""Guessing: the language that a text is written in, by its script and commonest words, and of a few words by all that word lists know."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from provenance.text.language import CAPITALISED, LENGTH, are_siblings, by_common_words, plain_words

# A language is told by so many times as much as of the next one; plainly, by so many times.
_AHEAD: Final = 1.2
_CLEARLY: Final = 2.0
# What known words tell together at least: as much as one that no other language has, in small letters.
_LEAST: Final = 1.0
_FOLDER: Final = Path(__file__).parent


def guess_language(text: str, *, clearly: bool = False) -> str | None:
    """The language that the first 4,000 characters of a text are written in, as a BCP 47 primary subtag.

    None if the text is too short or none of the known languages stands out; ``clearly`` asks for commonest words that are
    plainly those of one.
    """
    if clearly:
        return by_common_words(text, ahead=_CLEARLY)
    found = by_common_words(text, ahead=_AHEAD)
    if found in {None, "pt"} and ("¿" in text or "¡" in text):  # with which only Spanish opens a question
        return "es"
    return found or _by_listed_words(text[:LENGTH])


@lru_cache(maxsize=64)
def _by_listed_words(text: str) -> str | None:
    """The language whose lists know most of a text's words, in which so few common ones stand: "vinte barcos", "dertig mensen"."""
    told: dict[str, float] = {}
    holders = _holders()
    for word in dict.fromkeys(plain_words(text)):  # in order: sums depend on it
        languages = holders.get(word.lower(), frozenset())
        weight = (1 if word.islower() else CAPITALISED) / max(1, len(languages))
        for language in languages:
            told[language] = told.get(language, 0.0) + weight
    ranked = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))  # equal ones by their codes
    if not ranked or ranked[0][1] < _LEAST:
        return None
    first, most = ranked[0]
    second = next((weight for other, weight in ranked[1:] if not are_siblings(first, other)), 0.0)
    return first if most >= _AHEAD * second else None


@cache
def _holders() -> Mapping[str, frozenset[str]]:
    """The languages in whose lists each word stands: numbers, months, verbs of saying, what negates and limits."""
    found: dict[str, frozenset[str]] = {}
    with_one: dict[tuple[frozenset[str], str], frozenset[str]] = {}  # thousands of words share a few sets
    for path in _FOLDER.glob("??/*.toml"):
        code = path.parent.name
        for text in _strings(tomllib.loads(path.read_text("utf-8"))):
            for word in map(str.lower, plain_words(text)):
                known = found.get(word, frozenset())
                found[word] = with_one.setdefault((known, code), known | {code})
    return found


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _strings(each)
