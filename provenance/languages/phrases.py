"""Words and stops of a short text with their places."""

import re
from itertools import accumulate, repeat
from typing import NamedTuple

from provenance.text.memo import Memo

_WORD = re.compile(r"([^\W_]++(?:[’'ʼ.\-&][^\W_]++)*+|[^\w\s]|_)")
_JOINTS = str.maketrans("’ʼ", "''")
_POSSESSIVES = ("'s",)


class Word(NamedTuple):
    """A word or a stop: its text, its place in code points, and the form under which it is looked up."""

    text: str
    start: int
    end: int
    key: str
    is_word: bool  # and not a stop

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def _key(text: str) -> str:
    """The form under which a word or a stop is looked up; empty for what may be several, since something joins its letters."""
    if text.isalnum():
        return text.casefold()
    return text.translate(_JOINTS) if len(text) == 1 else ""


_KEYS = Memo(_key)


def words_of(text: str, start: int, end: int, *, elisions: frozenset[str] = frozenset()) -> list[Word]:
    """The words and stops of ``text[start:end]``; elided articles, joined pronouns and English possessives stand apart."""
    pieces = _WORD.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    keys = list(map(_KEYS.__getitem__, words))
    told = zip(words, places[1::2], places[2::2], keys, map(str.isalnum, words), strict=False)
    found = list(map(tuple.__new__, repeat(Word), told))  # thousands a page: no call of our own for each
    if "" in keys:
        return [part for word in found for part in ((word,) if word.key else _parts(*word[:2], elisions))]
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
        return [Word(text, start, start + len(text), key, is_word=True)]
    return [
        Word(text[:cut], start, start + cut, key[:cut], text[cut - 1].isalnum()),
        Word(text[cut:], start + cut, start + len(text), key[cut:], is_word=True),
    ]
