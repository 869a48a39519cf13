"""Coding: each distinct word of a source becomes one character, so that its words can be compared as strings.

Information is how much a word tells of where a text came from; it and what the steps of an alignment cost are in bits.
Strings of codes are compact, are no burden on the garbage collector, and are searched, sliced and hashed at the speed
of C; rapidfuzz aligns them directly.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate
from math import log2

from provenance.files.reading import shipped
from provenance.languages.older_spelling import sound_key, sound_keys
from provenance.languages.politeness import cut_plainly
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.folding import fold_word
from provenance.text.tokens import is_unspaced, tokenize

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

_LOGS = tuple(log2(1 + size) for size in range(512))

_SURROGATES = 0xD800
_LAST_CODE = 0x10FFFF - 0x800 - 1
HYPHENS = "-‐‑\u00ad¬"  # the last is how some programs that read scans write a soft hyphen
_SOFT = "\u00ad"  # belongs to the word before it
_LONGEST_BREAK = 200  # with a page's number and head


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


class Worded:
    """A document cut into words."""

    __slots__ = ()
    document: Document
    starts: Sequence[int]  # the offset of each word
    ends: Sequence[int]  # the offset just after each word

    def word(self, index: int) -> str:
        """A word in folded form."""
        return fold_word(self.document.text[self.starts[index] : self.ends[index]])

    def sentence_begins(self, index: int) -> bool:
        """Whether a sentence ends before a word, or the text does."""
        if not 0 < index < len(self.starts):
            return True
        return splitter().ends_between(self.document.text, self.ends[index - 1], self.starts[index])

    def rejoined(self, index: int) -> str:
        """A word and the next as one, in folded form, if nothing but a hyphen and white space parts them; else empty."""
        gap = self._gap(index)
        parted = gap[:1] in HYPHENS and not gap[1:].strip() if gap else False
        return self.word(index) + self.word(index + 1) if parted else ""

    def _gap(self, index: int) -> str:
        """What parts a word from the next, a soft hyphen at its end included; nothing if it is long; apparatus apart."""
        text, end, start = self.document.text, self.ends[index], self.starts[index + 1]
        if text[end - 1] == _SOFT and start > end:
            end -= 1
        return (
            " ".join(self.document.running_text(end, start).split()) if start - end <= _LONGEST_BREAK else ""
        )


class Vocabulary(dict[str, str]):
    """From a word as it stands to its code, the same for all words that fold to the same.

    A word first asked for is given a code; ``get`` gives none.
    """

    _size = 0

    def __missing__(self, word: str) -> str:
        folded = fold_word(word)
        code = self[folded] if folded != word else self._next_code()
        self[word] = code
        return code

    def _next_code(self) -> str:
        self._size = min(self._size + 1, _LAST_CODE)
        return _code(self._size)

    @property
    def foreign(self) -> str:
        """The code of all words that have none, greater than all others."""
        return _code(self._size + 1)


def _code(number: int) -> str:
    return chr(number if number < _SURROGATES else number + 0x800)


class PreparedSource(Worded):
    """A source, cut into words once and laid against many excerpts. Its apparatus is no word."""

    starts: "array[int]"
    ends: "array[int]"

    def __init__(self, document: Document) -> None:
        """Cut the document's text into words: linear in its length."""
        self.document = document
        vocabulary = Vocabulary()
        self.starts = array("I")
        self.ends = array("I")
        codes: list[str] = []
        for span in document.running_spans(0, len(document.text)):
            for words, starts, ends in cut_plainly(document.text, span.start, span.end):
                codes.append("".join(map(vocabulary.__getitem__, words)))
                self.starts.extend(starts)
                self.ends.extend(ends)
        self.codes = "".join(codes)  # one character a word
        self.foreign = vocabulary.foreign  # the code of all words that it has not, greater than all others
        self._vocabulary = vocabulary
        self._weighed: dict[str, tuple[str, float, float]] = {}
        self._places: dict[str, array[int]] = {}

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each coded word stands here."""
        return Counter(self.codes)

    def has_apparatus(self, offset: int, words: str) -> bool:
        """Whether some words are those of the apparatus between the two words around an offset: "12." before a paragraph."""
        index = bisect_left(self.starts, offset)
        start = self.ends[index - 1] if index else 0
        end = self.starts[index] if index < len(self.starts) else len(self.document.text)
        pieces = self.document.apparatus_in(start, end)
        if not pieces:
            return False
        told = [token.folded for token in tokenize(words)]
        shown = "".join(f"{piece.span.of(self.document.text)} " for piece in pieces)
        return bool(told) and told == [token.folded for token in tokenize(shown)]

    def weigh(self, words: Iterable[str]) -> list[tuple[str, float, float]]:
        """Some words, each as its code, its information and its evidence, in bits. Kept for the next excerpt."""
        known = self._weighed
        return [known.get(word) or self._word_weight(word) for word in words]

    def _word_weight(self, word: str) -> tuple[str, float, float]:
        folded = fold_word(word)
        code = self._vocabulary.get(folded) or self._sounding.get(sound_key(folded), self.foreign)
        return self._weighed.setdefault(
            word, (code, *word_information(folded, self.counts.get(code, 0), len(self.codes)))
        )

    @cached_property
    def _sounding(self) -> Mapping[str, str]:
        """The code of the first word of each sound: a word in the spelling of another age has its place by it."""
        words = [*reversed(self._vocabulary)]
        return {key: self._vocabulary[word] for key, word in zip(sound_keys(words), words, strict=True)}

    def has_row(self, words: Iterable[str], size: int) -> bool:
        """Whether so many of some words stand here in a row, as they do there."""
        code, foreign = self._vocabulary.get, self.foreign
        rows = "".join(code(fold_word(word), foreign) for word in words).split(foreign)
        seeds = (row[at : at + size] for row in rows for at in range(len(row) - size + 1))
        return any(seed in self.codes for seed in seeds)

    def places_of(self, code: str) -> Sequence[int]:
        """Where a coded word stands: the indices of its words. Kept for the next excerpt."""
        found = self._places.get(code)
        if found is None:
            found = self._places[code] = array("I", whole_places(code, self.codes))
        return found


def whole_places(codes: str, text: str) -> Iterator[int]:
    """Every place where all of the codes stand in a row."""
    place = text.find(codes)
    while place >= 0:
        yield place
        place = text.find(codes, place + 1)
