"""Seeds: the runs of words that an excerpt shares with a source, found by three words in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Prefix

from provenance.alignment.coding import PreparedSource
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
# A source of so many words is searched faster than it is looked up.
_SHORT = 4096


class Run(NamedTuple):
    """Equal words: ``size`` of them from ``first`` in the excerpt and from ``place`` in the source."""

    first: int
    place: int
    size: int


def find_runs(encoded: EncodedExcerpt, source: PreparedSource, *, seed_words: int = SEED_WORDS) -> list[Run]:
    """All runs of at least ``seed_words`` equal words, stock phrases left out, in the excerpt's order."""
    codes, text = encoded.codes, source.codes
    size = seed_words
    if source.is_long:
        source.look_up(_pivots(encoded, size))
    edited = _seeds_in_edits(encoded.edits, size)
    repeated = len(set(codes)) < len(codes)
    short, foreign = len(text) <= _SHORT, source.foreign
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
        if short and seed not in text:
            first += 1
            continue
        furthest = first + 1
        for place in _places(seed, first, encoded, source, repeated=repeated):
            if reached.get(place - first, 0) <= first:
                run = _extended_run(first, place, codes, text)
                reached[place - first] = run.first + run.size
                runs.append(run)
                furthest = max(furthest, run.first + run.size - size + 1 if run.size >= _CERTAIN_WORDS else 0)
        first = furthest
    runs.sort()
    return runs


def _seeds_in_edits(edits: Sequence[tuple[int, int]], size: int) -> dict[int, int]:
    """From the seeds that reach into brackets to the ends of those: what was put in tells nothing of the place."""
    return {first: end for start, end in edits for first in range(start - size + 1, end)}


def _places(
    seed: str, first: int, encoded: EncodedExcerpt, source: PreparedSource, *, repeated: bool
) -> list[int]:
    """Where a seed stands in the source; nowhere, if it is a stock phrase."""
    window = encoded.information[first : first + len(seed)]
    pivot = window.index(max(window))
    at = source.places_of(seed[pivot])
    if not at or len(at) > _MOST_OCCURRENCES:
        return []
    starts = source.codes.startswith
    found = [place - pivot for place in at if starts(seed, place - pivot) and place >= pivot]
    asked = encoded.codes.count(seed) if repeated and len(found) > 1 else 1
    return found if len(found) * asked <= _MOST_PAIRS else []


def _pivots(encoded: EncodedExcerpt, size: int) -> set[str]:
    """The rarest words of all seeds, as codes."""
    codes, bits = encoded.codes, encoded.information
    windows = (range(first, first + size) for first in range(len(codes) - size + 1))
    return {codes[max(window, key=bits.__getitem__)] for window in windows}


def _extended_run(first: int, place: int, codes: str, text: str) -> Run:
    """The run of equal words around a seed, as far as it goes both ways."""
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


def whole_places(codes: str, text: str) -> Iterator[int]:
    """Every place where all of the codes stand in a row."""
    place = text.find(codes)
    while place >= 0:
        yield place
        place = text.find(codes, place + 1)
