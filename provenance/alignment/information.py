"""Information: how much a word tells of where a text came from, and what the steps of an alignment cost, both in bits."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from math import log2

from provenance.files.reading import shipped
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
SLIGHT_BITS = 3 * _FREQUENT
"""What three words may tell at the most."""


@cache
def _frequencies() -> Mapping[str, float]:
    listed = shipped(__file__, "frequent_words.toml")
    english = ((word, _ZIPF / rank) for rank, word in enumerate(listed["english"].split(), start=1))
    others = {fold_word(word): _OTHER_FREQUENT for word in listed["others"].split()}
    return others | dict(reversed([*english]))  # of a word that stands there twice the first rank counts


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
    """
    expected = (occurrences + _BACKGROUND_WORDS * background_frequency(word)) / (words + _BACKGROUND_WORDS)
    bits = min(_MOST, max(_LEAST, -log2(expected)))
    return bits, min(_FREQUENT, bits * bits / _FREQUENT)


def running_sums(bits: Iterable[float]) -> list[float]:
    """The sums of the bits before each word: a run's bits are the difference of two of them."""
    return list(accumulate(bits, initial=0.0))


_LOGS = tuple(log2(1 + size) for size in range(512))


def gap_cost(ahead: int, over: int) -> float:
    """The cost, in bits, of ``ahead`` words of the excerpt and ``over`` words of the source between two runs."""
    if ahead == over:
        return 1.0 + 0.7 * ahead if ahead else 0.0
    uneven = ahead - over if ahead > over else over - ahead
    shorter = min(ahead, over)
    return 2.5 + 0.7 * shorter + 1.3 * (_LOGS[uneven] if uneven < len(_LOGS) else log2(1 + uneven))


def distance_cost(words: int) -> float:
    """The cost of words of the source that are declared missing: only that of saying how many."""
    return 0.7 * (_LOGS[words] if words < len(_LOGS) else log2(1 + words))
