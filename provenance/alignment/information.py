"""Information: how much a word tells of where a text came from, and what the steps of an alignment cost, both in bits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate
from math import log2

from provenance.text.folding import fold_word
from provenance.text.tokens import is_unspaced

# English, roughly from the most frequent down. Zipf's law turns the rank into a frequency.
ENGLISH = """
the of and to a in that is was it for on with as he be at by i this had not are but from or have an they which one
you were his all her she there would their we him been has when who will no more if out so said what up its about
into than them can only other new some could time these two may then do first any my now such like our over man me
even most made after also did many before must through back years where much your way well down should because each
just those people mr how too little state good very make world still own see men work long get here between both
life being under never day same another know while last might us great old year off come since against go came right
used take three states himself few house use during without again place american around however home small found mrs
thought went say part once general high upon school every don't does got united left number course war until always
away something fact though water less public put think almost hand enough far took head yet government system better
set told nothing night end why called didn't eyes find going look asked later knew point next program city business
give group toward young days let room president side social given present several order national possible rather
second face per among form important often things looked early white case john large become big need four within felt
along children saw best church ever least power development light thing seemed family interest want members mind
country area others done turned although open god service certain kind problem began different door thus help sense
means whole matter
week company report reported according officials official police percent million billion monday tuesday wednesday
thursday friday saturday sunday january february march april june july august september october november december
news statement told minister party court law policy plan council mayor support including help change money percent
cost month months today told saying says get really want i'm it's that's can't won't isn't he's she's they're we're
five six seven eight nine ten half hundred thousand man woman women child history study research result information
use using known local question available public percent per cent tax job jobs health care market price prices team
game play free human full whether either across behind near above below outside inside another
""".split()

# Words of other languages that stand among the first fifty of theirs, at about one word in a hundred each.
OTHERS = """
der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
le la les un une du et est que qui dans en au pour par sur pas ce il elle ne se plus avec son sa ses aux sont ont été
el los las del que y es por con para una su al lo como más pero sus fue ha no o este sí porque esta entre cuando muy
il di che non gli della dei per è si da con sono nel alla più anche ma dal delle come questo ha
o os as do da dos das em um uma não na no se mais mas foi ao ele por como seu sua
de het een van en in op te dat die is niet zijn met voor aan er om ook als maar bij
и в не на я что он с как это по а но к у из за от так же для вы мы все бы был его
""".split()


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
