"""Information: how much it tells that a word was found, −log2 of how often one would meet it anyway, in bits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate
from math import log2

from provenance.alignment.frequent import ENGLISH, OTHERS
from provenance.text.folding import fold_word
from provenance.text.tokens import is_unspaced

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


def background_frequency(word: str) -> float:
    """How often a folded word is met in texts at large, 0 to 1."""
    known = _frequencies().get(word)
    if known is not None:
        return known
    return _UNSPACED if not word.isascii() and is_unspaced(word) else _RARE


def word_information(word: str, occurrences: int, words: int) -> tuple[float, float]:
    """A word's information and its evidence of where a text came from, both in bits.

    The information is −log2((occurrences + 2000 q) / (words + 2000)), q its background frequency, kept within 1 and 16.
    Frequent words come in set phrases, and are less evidence than information; a rare word often brings its neighbours with it, so
    that none is evidence of more than 10 bits.

    Args:
        word: The word in folded form.
        occurrences: How often the source has it.
        words: How many words the source has.
    """
    expected = (occurrences + _BACKGROUND_WORDS * background_frequency(word)) / (words + _BACKGROUND_WORDS)
    bits = min(_MOST, max(_LEAST, -log2(expected)))
    return bits, min(_FREQUENT, bits * bits / _FREQUENT)


def running_sums(bits: Iterable[float]) -> list[float]:
    """The sums of the bits before each word: a run's bits are the difference of two of them."""
    return list(accumulate(bits, initial=0.0))
