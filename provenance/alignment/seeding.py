"""Seeds: the runs of words that an excerpt shares with a source, found by three words in a row, or by rare words that crowd."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from rapidfuzz.distance import Prefix

from provenance.alignment.encoding import EncodedExcerpt

SEED_WORDS = 3
# Three words that make more pairs than this are a stock phrase and place nothing.
_MOST_PAIRS = 64
# A run of so many words is no chance: only what goes on beyond its end can tell of another place.
_CERTAIN_WORDS = 8
# So many words are compared at first, then four times as many each time.
_CLOSELY = 24
# Where even the rarest of three words stands more often than this, they are not looked for.
_MOST_OCCURRENCES = 4096

# Words that tell at least so much are looked for, and those that stand no more often than so in the source.
_RARE_BITS = 6.0
_MOST_PLACES = 256
# The window is so much wider than the excerpt, in words.
_WINDOW_SHARE, _WINDOW_WORDS = 1.3, 8
_WINDOWS = 4


class Run(NamedTuple):
    """Equal words: ``size`` of them from ``first`` in the excerpt and from ``place`` in the source."""

    first: int
    place: int
    size: int

    @property
    def last(self) -> int:
        """One more than its last word in the excerpt."""
        return self.first + self.size

    @property
    def until(self) -> int:
        """One more than its last word in the source."""
        return self.place + self.size


class Stretch(NamedTuple):
    """Words ``first`` to ``last`` of the excerpt against words ``place`` to ``until`` of the source (half-open)."""

    first: int
    last: int
    place: int
    until: int
    equal: bool = False

    @property
    def ahead(self) -> int:
        """How many words of the excerpt."""
        return self.last - self.first

    @property
    def over(self) -> int:
        """How many words of the source."""
        return self.until - self.place


def as_stretches(runs: Iterable[Run]) -> Iterator[Stretch]:
    """The runs of a strand and what differs between them."""
    first = place = -1
    for run in runs:
        if first >= 0 and (run.first > first or run.place > place):
            yield Stretch(first, run.first, place, run.place)
        first, place = run.last, run.until
        yield Stretch(run.first, first, run.place, place, equal=True)


def find_runs(encoded: EncodedExcerpt, *, seed_words: int = SEED_WORDS) -> list[Run]:
    """All runs of at least ``seed_words`` equal words, stock phrases left out, in the excerpt's order."""
    source, size = encoded.source, seed_words
    codes, text = encoded.codes, source.codes
    # What was put into brackets tells nothing of the place.
    edited = {at: end for start, end in encoded.edits for at in range(start - size + 1, end)}
    foreign = source.foreign
    runs: list[Run] = []
    reached: dict[int, int] = {}
    first = 0
    while first + size <= len(codes):
        if first in edited:
            first = edited[first]
            continue
        seed = codes[first : first + size]
        if foreign in seed:
            first += 1 + seed.rindex(foreign)
            continue
        furthest = first + 1
        for place in _places(seed, first, encoded):
            if reached.get(place - first, 0) <= first:
                run = _extended_run(first, place, codes, text)
                reached[place - first] = run.first + run.size
                runs.append(run)
                furthest = max(furthest, run.first + run.size - size + 1 if run.size >= _CERTAIN_WORDS else 0)
        first = furthest
    runs.sort()
    return runs


def _places(seed: str, first: int, encoded: EncodedExcerpt) -> list[int]:
    """Where a seed stands in the source; nowhere, if it is a stock phrase."""
    window = encoded.information[first : first + len(seed)]
    pivot = window.index(max(window))
    at = encoded.source.places_of(seed[pivot])
    if not at or len(at) > _MOST_OCCURRENCES:
        return []
    starts = encoded.source.codes.startswith
    found = [place - pivot for place in at if starts(seed, place - pivot) and place >= pivot]
    asked = encoded.codes.count(seed) if len(found) > 1 else 1
    return found if len(found) * asked <= _MOST_PAIRS else []


def _extended_run(first: int, place: int, codes: str, text: str) -> Run:
    size = common_length(codes, first, text, place, step=_CLOSELY)
    while first and place and codes[first - 1] == text[place - 1]:
        first, place, size = first - 1, place - 1, size + 1
    return Run(first, place, size)


def common_length(one: str, first: int, other: str, second: int, *, step: int) -> int:
    """How many characters two strings share from two offsets on; ``step`` is about how many they are thought to share."""
    shared = 0
    while True:
        same: int = Prefix.similarity(one[first : first + step], other[second : second + step])
        shared += same
        if same < step:
            return shared
        first, second, step = first + step, second + step, step * 4


def shared_runs(
    ahead: range, over: range, codes: str, text: str, *, paired: Container[int] = ()
) -> Iterator[Run]:
    """Every run of equal words, single words included, inside a range of the excerpt's words and one of the source's.

    The words of the excerpt that are ``paired`` are looked for only together with the next one.
    """
    window, shift = text[over.start : over.stop], over.start
    for first in ahead:
        seed = codes[first : first + 2] if first in paired else codes[first]
        at = window.find(seed)
        while at >= 0:
            if first == ahead.start or at == 0 or codes[first - 1] != window[at - 1]:
                size, longest = 1, min(ahead.stop - first, len(window) - at)
                while size < longest and codes[first + size] == window[at + size]:
                    size += 1
                yield Run(first, shift + at, size)
            at = window.find(seed, at + 1)


def find_sparse_runs(encoded: EncodedExcerpt) -> list[Run]:
    """The runs of two words, and the single rare words, that stand where rare words of the excerpt crowd.

    Returns:
        The runs in the excerpt's order; none if no two rare words stand near each other.
    """
    source = encoded.source
    width = int(_WINDOW_SHARE * len(encoded.codes)) + _WINDOW_WORDS
    runs: set[Run] = set()
    whole = range(len(encoded.codes))
    frequent = {first for first in whole if encoded.information[first] < _RARE_BITS}
    for start in _windows(_rare_places(encoded), width):
        window = range(start, min(start + width, len(source.codes)))
        found = shared_runs(whole, window, encoded.codes, source.codes, paired=frequent)
        runs.update(run for run in found if run.size > 1 or run.first not in frequent)
    return sorted(runs)


def _rare_places(encoded: EncodedExcerpt) -> list[tuple[int, str, float]]:
    """Where the rare words of the excerpt stand in the source, in the source's order, with what they tell."""
    told = {
        code: bits
        for code, bits in zip(encoded.codes, encoded.information, strict=True)
        if bits >= _RARE_BITS
    }
    source = encoded.source
    places = [
        (place, code, bits)
        for code, bits in told.items()
        if len(at := source.places_of(code)) <= _MOST_PLACES
        for place in at
    ]
    return sorted(places)


def _windows(places: Sequence[tuple[int, str, float]], width: int) -> Iterator[int]:
    """The starts of the windows in which different rare words tell the most together."""
    inside: Counter[str] = Counter()
    told, left = 0.0, 0
    scored: list[tuple[float, int]] = []
    for place, code, bits in places:
        told += 0.0 if inside[code] else bits
        inside[code] += 1
        while places[left][0] <= place - width:
            inside[places[left][1]] -= 1
            told -= 0.0 if inside[places[left][1]] else places[left][2]
            left += 1
        if len(inside) > 1:
            scored.append((told, -places[left][0]))
    taken: list[int] = []
    for _, negative in nlargest(_WINDOWS * 8, scored):
        start = max(0, -negative - _WINDOW_WORDS)
        if all(abs(start - other) >= width // 2 for other in taken) and len(taken) < _WINDOWS:
            taken.append(start)
            yield start
