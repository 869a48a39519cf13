"""Seeds: the runs of words that an excerpt shares with a source, found by three words in a row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from provenance.alignment.coding import PreparedSource
    from provenance.alignment.wording import Wording

SEED_WORDS = 3
# Three words that make more pairs than this are a stock phrase and place nothing.
_MOST_PAIRS = 64
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
    pivots = _pivots(wording, seed_words)
    places = source.places({codes[pivot] for pivot in pivots})
    repeated = _repetitions(codes, seed_words)
    runs: list[Run] = []
    reached: dict[int, int] = {}
    for first, pivot in enumerate(pivots):
        seed = codes[first : first + seed_words]
        at = places[codes[pivot]]
        if len(at) > _MOST_OCCURRENCES:
            continue
        ahead = pivot - first
        found = [
            place - ahead
            for place in at
            if place >= ahead and text[place - ahead : place - ahead + seed_words] == seed
        ]
        if len(found) * repeated.get(seed, 1) > _MOST_PAIRS:
            continue
        for place in found:
            if reached.get(place - first, 0) <= first:
                size = common_length(codes, first, text, place)
                reached[place - first] = first + size
                runs.append(Run(first, place, size))
    return runs


def _pivots(wording: Wording, seed_words: int) -> list[int]:
    """For each seed the index of its rarest word."""
    bits = wording.bits
    return [
        max(range(first, first + seed_words), key=bits.__getitem__)
        for first in range(len(bits) - seed_words + 1)
    ]


def _repetitions(codes: str, seed_words: int) -> Mapping[str, int]:
    seeds = [codes[first : first + seed_words] for first in range(len(codes) - seed_words + 1)]
    return Counter(seeds) if len(set(seeds)) < len(seeds) else {}


def common_length(one: str, first: int, other: str, second: int) -> int:
    """How many characters two strings share from two offsets on."""
    longest = min(len(one) - first, len(other) - second)
    low, step = 0, 8
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
