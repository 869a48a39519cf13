"""Memo: what is told of a word, kept for the words that were asked for: a text has few, and each stands in many places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST: int = 1 << 15  # words
_Told = TypeVar("_Told")


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
