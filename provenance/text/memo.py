"""Memo: what is told of a word, kept for the words that were asked for: a text has few, and each stands in many places."""

from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from typing import Generic, TypeVar

_MOST: int = 1 << 15  # words
_LISTS = 16  # languages whose words are kept
_Told = TypeVar("_Told")
_Lists = TypeVar("_Lists", bound=Hashable)


class Memo(dict[str, _Told], Generic[_Told]):
    """A mapping from any word to what a function tells of it. Kept within bounds: where it is full, it begins anew."""

    def __init__(self, tell: Callable[[str], _Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> _Told:
        if len(self) >= _MOST:
            self.clear()
        self[word] = told = self._tell(word)
        return told


def of_each_word(tell: Callable[[_Lists, str], _Told]) -> Callable[[_Lists], Memo[_Told]]:
    """What a function tells of each word by the lists of a language, as one memo for these lists."""
    return lru_cache(maxsize=_LISTS)(lambda lists: Memo(partial(tell, lists)))
