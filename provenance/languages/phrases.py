"""Words and stops of a short text with their places, and lists of phrases that are looked up among them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases. In unspaced writing they are looked up as strings, else word by word.

    Attributes:
        by_head: The phrases by their first word, longest first.
        plain: The phrases as strings, longest first.
    """

    by_head: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    plain: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        phrases: Iterable[str],
        *,
        spaced: bool = True,
        elisions: frozenset[str] = frozenset(),
        exact: bool = False,
    ) -> Phrases:
        """The list of ``phrases``; ``exact`` keeps capitals."""
        every = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
        if not spaced:
            return cls(plain=tuple(every))
        heads: dict[str, list[tuple[str, ...]]] = {}
        for phrase in every:
            words = words_of(phrase, 0, len(phrase), elisions=elisions)
            keys = tuple(word.text if exact else word.key for word in words)
            if phrase.removesuffix("'") in elisions:
                keys = (phrase,)
            heads.setdefault(keys[0], []).append(keys)
        ordered = {head: tuple(sorted(keys, key=len, reverse=True)) for head, keys in heads.items()}
        return cls(ordered, tuple(every))

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __contains__(self, key: str) -> bool:
        """Whether a single word, by its key, is one of the phrases."""
        return (key,) in self.by_head.get(key, ())

    def at(self, words: Sequence[Word], index: int) -> int:
        """How many words from ``index`` on make up a phrase: the longest one's length, 0 if none."""
        for keys in self.by_head.get(words[index].key, ()):
            length = len(keys)
            if length == 1 or tuple(word.key for word in words[index : index + length]) == keys:
                return length
        return 0

    def find(self, words: Sequence[Word]) -> list[range]:
        """Where phrases stand among ``words``, in order, none inside another."""
        heads = self.by_head
        found: list[range] = []
        end = 0
        for index in [at for at, word in enumerate(words) if word.key in heads]:
            length = self.at(words, index) if index >= end else 0
            if length:
                end = index + length
                found.append(range(index, end))
        return found
