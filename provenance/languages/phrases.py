"""Words and stops of a short text with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ.\-&][^\W_]+)*|[^\w\s]|_")
_JOINTS = str.maketrans("’ʼ", "''")
_POSSESSIVES = ("'s",)


class Word(NamedTuple):
    """A word or a stop: its text, its place in code points, and the form under which it is looked up."""

    text: str
    start: int
    end: int
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word and not a stop."""
        return self.text[-1].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def words_of(text: str, start: int, end: int, *, elisions: frozenset[str] = frozenset()) -> list[Word]:
    """The words and stops of ``text[start:end]``; elided articles, joined pronouns and English possessives stand apart."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if word.isalnum():  # neither elided nor joined, as most words are
            found.append(Word(word, match.start(), match.end(), word.casefold()))
        elif len(word) == 1:  # a stop
            found.append(Word(word, match.start(), match.end(), word.translate(_JOINTS)))
        else:
            found.extend(_parts(word, match.start(), elisions))
    return found


def _parts(text: str, start: int, elisions: frozenset[str]) -> list[Word]:
    """What a word with a joint in it, or a stop, is made of."""
    key = text.translate(_JOINTS).casefold()
    cut = 0
    if "-" in key and elisions:
        tails = [len(tail) for tail in elisions if tail[0] == "-" and key.endswith(tail) and key != tail]
        cut = len(key) - max(tails) if tails else 0
    if "'" in key and elisions and not cut:
        head = key.partition("'")[0]
        cut = len(head) + 1 if head in elisions else 0
    if not cut and key.endswith(_POSSESSIVES):
        cut = len(text) - 2
    if not cut:
        return [Word(text, start, start + len(text), key)]
    return [
        Word(text[:cut], start, start + cut, key[:cut]),
        Word(text[cut:], start + cut, start + len(text), key[cut:]),
    ]
