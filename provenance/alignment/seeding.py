"""Seeds: the runs of words that an excerpt shares with a source, found by three words in a row."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.alignment.coding import PreparedSource
    from provenance.alignment.wording import Wording

SEED_WORDS = 3
# Three words that make more pairs than this are a stock phrase and place nothing.
_MOST_PAIRS = 64
# A run of so many words is no chance: only what goes on beyond its end can tell of another place.
_CERTAIN_WORDS = 8
# So many words are compared one by one, further ones by leaps.
_CLOSELY = 24
# Where even the rarest of three words stands more often than this, they are not looked for.
_MOST_OCCURRENCES = 4096


class Run(NamedTuple):
    """Equal words: ``size`` of them from ``first`` in the excerpt and from ``place`` in the source."""

    first: int
    place: int
    size: int


def find_runs(wording: Wording, source: PreparedSource, *, seed_words: int = SEED_WORDS) -> list[Run]:
    """All runs of at least ``seed_words`` equal words, stock phrases left out, in the excerpt's order.

    Args:
        wording: The excerpt.
        source: The source.
        seed_words: The least size of a run.
    """
    codes, text = wording.codes, source.codes
    size = seed_words
    if source.is_long:
        source.look_up(_pivots(wording, size))
    repeated = len(set(codes)) < len(codes)
    runs: list[Run] = []
    reached: dict[int, int] = {}
    first = 0
    while first + size <= len(codes):
        if wording.edits and (edited := _edited_until(first, first + size, wording.edits)):
            first = edited
            continue
        seed = codes[first : first + size]
        if source.foreign in seed:
            first += 1 + seed.rindex(source.foreign)
            continue
        furthest = first + 1
        for place in _places(seed, _rarest(wording.bits, first, size), source, codes if repeated else ""):
            if reached.get(place - first, 0) <= first:
                run = _grown(first, place, codes, text)
                reached[place - first] = run.first + run.size
                runs.append(run)
                furthest = max(furthest, run.first + run.size - size + 1 if run.size >= _CERTAIN_WORDS else 0)
        first = furthest
    runs.sort()
    return runs


def _edited_until(first: int, last: int, edits: Sequence[tuple[int, int]]) -> int:
    """The end of the brackets that reach into some words, 0 if none do: what was put in tells nothing of the place."""
    return max((end for start, end in edits if start < last and first < end), default=0)


def _places(seed: str, pivot: int, source: PreparedSource, codes: str) -> list[int]:
    """Where a seed stands in the source; nowhere, if it is a stock phrase."""
    at = source.places_of(seed[pivot])
    if not at or len(at) > _MOST_OCCURRENCES:
        return []
    text = source.codes
    if len(at) <= _MOST_PAIRS:
        found = [place - pivot for place in at if text.startswith(seed, place - pivot) and place >= pivot]
    else:
        standing = (place - pivot for place in at if text.startswith(seed, place - pivot) and place >= pivot)
        found = list(islice(standing, _MOST_PAIRS + 1))
    return found if len(found) * (codes.count(seed) if codes and len(found) > 1 else 1) <= _MOST_PAIRS else []


def _rarest(bits: Sequence[float], first: int, size: int) -> int:
    """Which word of a seed is the rarest."""
    window = bits[first : first + size]
    return window.index(max(window))


def _pivots(wording: Wording, size: int) -> set[str]:
    """The rarest words of all seeds, as codes."""
    codes, bits = wording.codes, wording.bits
    return {codes[first + _rarest(bits, first, size)] for first in range(len(codes) - size + 1)}


def _grown(first: int, place: int, codes: str, text: str) -> Run:
    """The run of equal words around a seed, as far as it goes both ways."""
    size, longest = SEED_WORDS - 1, min(len(codes) - first, len(text) - place, _CLOSELY)
    while size < longest and codes[first + size] == text[place + size]:
        size += 1
    if size == _CLOSELY:
        size += common_length(codes, first + size, text, place + size, step=_CLOSELY)
    while first and place and codes[first - 1] == text[place - 1]:
        first, place, size = first - 1, place - 1, size + 1
    return Run(first, place, size)


def common_length(one: str, first: int, other: str, second: int, *, step: int = 1) -> int:
    """How many characters two strings share from two offsets on; ``step`` is about how many they are thought to share."""
    longest = min(len(one) - first, len(other) - second)
    low = 0
    while low < longest:
        step = min(step, longest - low)
        if one[first + low : first + low + step] == other[second + low : second + low + step]:
            low += step
            step *= 2
        elif step == 1:
            return low
        else:
            longest, step = low + step, step // 2
    return low


def whole_places(codes: str, text: str) -> Iterator[int]:
    """Every place where all of the codes stand in a row."""
    place = text.find(codes)
    while place >= 0:
        yield place
        place = text.find(codes, place + 1)


def run_bits(run: Run, sums: Sequence[float]) -> float:
    """What a run tells, from the running sums of the excerpt's bits."""
    return sums[run.first + run.size] - sums[run.first]
