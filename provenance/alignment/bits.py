"""Bits: how much it tells that a word was found, −log2 of how often one would meet it anyway."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import log2
from typing import TYPE_CHECKING

from provenance.alignment.frequent import ENGLISH, OTHERS
from provenance.text.folding import fold_word
from provenance.text.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# The background counts as a text of this many words that is added to the source: on a short source, counts alone
# would take every word for rare.
_BACKGROUND_WORDS = 2000
_RARE = 2.0**-17
_UNSPACED = 2.0**-9  # one character of a script without spaces
_ZIPF = 0.06
_OTHER_FREQUENT = 0.01
_LEAST, _MOST = 1.0, 16.0
_FREQUENT = 10.0


@lru_cache(maxsize=1)
def _frequencies() -> Mapping[str, float]:
    others = {fold_word(word): _OTHER_FREQUENT for word in OTHERS}
    english: dict[str, float] = {}
    for rank, word in enumerate(ENGLISH, start=1):
        english.setdefault(word, _ZIPF / rank)
    return others | english


def background(word: str) -> float:
    """How often a folded word is met in texts at large, 0 to 1."""
    known = _frequencies().get(word)
    if known is not None:
        return known
    return _UNSPACED if not word.isascii() and is_unspaced(word) else _RARE


class WordBits:
    """The bits of each coded word of one source, worked out when first asked for.

    bits = −log2((occurrences + 2000 q) / (words + 2000)), q the background frequency, kept within 1 and 16.
    """

    __slots__ = ("_counts", "_known", "_size")

    def __init__(self, counts: Mapping[str, int], size: int) -> None:
        """Take the counts of the codes, and their sum."""
        self._counts = counts
        self._size = size + _BACKGROUND_WORDS
        self._known: dict[str, tuple[float, float]] = {}

    def of(self, codes: str, words: Sequence[str]) -> tuple[list[float], list[float]]:
        """What each of some words tells, and what it proves about where a text came from, both in bits.

        Frequent words come in set phrases, and prove less than they tell.

        Args:
            codes: The words as codes.
            words: The words as they stand.
        """
        known = self._known
        new: dict[str, tuple[float, float]] = {}
        for code in set(codes).difference(known):
            told = self._told(code, words[codes.index(code)])
            # A code that the source lacks stands for another word in the next excerpt.
            (known if code in self._counts else new)[code] = told
        if not codes:
            return [], []
        bits, proofs = zip(*[known.get(code) or new[code] for code in codes], strict=True)
        return list(bits), list(proofs)

    def _told(self, code: str, word: str) -> tuple[float, float]:
        occurrences = self._counts.get(code, 0)
        expected = (occurrences + _BACKGROUND_WORDS * background(fold_word(word))) / self._size
        bits = min(_MOST, max(_LEAST, -log2(expected)))
        return bits, bits if bits >= _FREQUENT else bits * bits / _FREQUENT


def running(bits: Iterable[float]) -> list[float]:
    """The sums of the bits before each word: a run's bits are the difference of two of them."""
    return [0.0, *accumulate(bits)]
