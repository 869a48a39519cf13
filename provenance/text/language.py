"""Which language a text is in, told by its script and by the commonest words of each language."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from provenance.files.reading import word_lists

# A language is told from this many of its commonest words. A word that several languages have tells little of each: French
# and Spanish share "la", "de" and "en".
_ENOUGH: Final = 3
CAPITALISED: Final = 0.5  # is what a word with a capital tells: it may be part of a name, "Die Zeitung"
LENGTH: Final = 4_000
"""So many characters of a text are looked at."""
# Scripts that one of the languages has for itself, from their first letter to their last; Japanese has kana among Han.
_SCRIPTS: Final = (
    ("Ͱ", "Ͽ", "el"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0900", "\u097f", "hi"),
    ("가", "힣", "ko"),
    ("\u3041", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
)
# Two languages so near each other that the lists of either serve, if the text is in no third one.
_SIBLINGS: Final = {"da", "no"}
# Fewer letters tell no language; of Japanese so great a share is kana, of the others so great a share their own script.
_LETTERS, _KANA, _SHARE = 4, 0.1, 0.5
# Letters that of the languages with word lists one has and no other of its script. In Latin script so many words in small
# letters must have them: a name such as Dvořák stands in any language.
_TELLING_LETTERS: Final = (
    ("ru", 1, frozenset("ъѣѳ")),  # before 1918 it had "і" too
    ("uk", 1, frozenset("іїєґ")),
    ("ru", 1, frozenset("ыэё")),
    ("pl", 2, frozenset("łśźżąęń")),
    ("cs", 2, frozenset("řěů")),
    ("hu", 2, frozenset("őű")),
    ("ro", 2, frozenset("țș")),
    ("tr", 2, frozenset("ğı")),
    ("vi", 2, frozenset("ơưạảấầậắặẹếềệịọốồộớờợụứừựỳ")),
)
# An elided word stands apart: "l'eau" is "l'" and "eau".
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
# A text plainly is not in a language if another one has so many times as many of its commonest words in it.
_CONTRADICTED: Final = 3


@lru_cache(maxsize=64)  # each excerpt asks for the language of its source
def by_common_words(text: str, *, ahead: float) -> str | None:
    """The language that the first 4,000 characters of a text are written in, as a BCP 47 primary subtag.

    It is told by its script, by at least three of its commonest words, ``ahead`` times as much as of the next language, or
    by its letters; None if the text is too short or none of the known languages stands out.
    """
    text = text[:LENGTH]
    words = plain_words(text)
    letters = "".join(words).lower()
    written = _by_script(letters)
    if written:
        return written
    counts, weights = _common_words(words)
    first, *others = sorted(weights, key=weights.__getitem__, reverse=True)
    second = next(other for other in others if not are_siblings(first, other))
    if counts[first] >= _ENOUGH and weights[first] >= ahead * weights[second]:
        return first
    if letters.isascii():
        return None
    small = [word for word in words if word.islower()]
    for language, fewest, telling in _TELLING_LETTERS:
        if sum(not telling.isdisjoint(word) for word in (small if fewest > 1 else (letters,))) >= fewest:
            return language
    return None


def plain_words(text: str) -> list[str]:
    """The words of a text by its letters alone."""
    return _WORD.findall(text.replace("’", "'"))


def are_siblings(one: str, other: str) -> bool:
    """Whether two languages are so near each other that the lists of either serve."""
    return {one, other} == _SIBLINGS


def is_contradicted(stated: str, guessed: str | None, text: str) -> bool:
    """Whether a text plainly is not in the language that its page states, as where a template's own was left in.

    ``guessed`` is what its words are guessed to be in.
    """
    if guessed in {None, stated} or stated not in function_words():
        return False
    counts, _ = _common_words(plain_words(text[:LENGTH]))
    if guessed in {language for _, _, language in _SCRIPTS}:
        # A page may show much of another script and be written in its own language.
        return counts[stated] < _ENOUGH
    return counts[guessed or ""] > _CONTRADICTED * max(_ENOUGH, counts[stated])


def _common_words(words: Iterable[str]) -> tuple[Counter[str], dict[str, float]]:
    """How many of each language's commonest words there are, and how much they tell of it."""
    counts, weights = Counter[str](), dict.fromkeys(function_words(), 0.0)
    holders = _holders()
    for word, number in Counter(words).items():
        lowered = word.lower()
        holding = holders.get(lowered) or (holders.get(lowered[:-1]) if lowered[-1] == "'" else None)
        if holding is None:
            continue
        share = (number if word.islower() else CAPITALISED * number) / len(holding)
        for language in holding:
            counts[language] += number
            weights[language] += share
    return counts, weights


def _by_script(letters: str) -> str | None:
    """The language that has the script of most of some letters for itself."""
    if letters.isascii():
        return None
    counts: Counter[str] = Counter()
    for letter, number in Counter(letters).items():
        for first, last, language in _SCRIPTS if letter >= _SCRIPTS[0][0] else ():
            counts[language] += number * (first <= letter <= last)
    if counts["ja"] >= _KANA * counts.total():
        counts["ja"] += counts.pop("zh", 0)
    language, count = counts.most_common(1)[0] if counts else ("", 0)
    return language if count > _SHARE * len(letters) and len(letters) >= _LETTERS else None


@cache
def _holders() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in function_words().items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """The commonest words of each language, in small letters."""
    return word_lists(__file__, "function_words.toml")
