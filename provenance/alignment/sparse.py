"""Sparse evidence: where a heavily reworded excerpt stands, found by the rare words it still shares with the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nlargest

from provenance.alignment.coding import PreparedSource
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.gaps import shared_runs
from provenance.alignment.seeding import Run

# Words that tell at least so much are looked for, and those that stand no more often than so in the source.
_RARE_BITS = 6.0
_MOST_OCCURRENCES = 256
# The window is so much wider than the excerpt, in words.
_WINDOW_SHARE, _WINDOW_WORDS = 1.3, 8
_WINDOWS = 4


def find_sparse_runs(encoded: EncodedExcerpt, source: PreparedSource) -> list[Run]:
    """The runs of two words, and the single rare words, that stand where rare words of the excerpt crowd.

    Returns:
        The runs in the excerpt's order; none if no two rare words stand near each other.
    """
    width = int(_WINDOW_SHARE * len(encoded.codes)) + _WINDOW_WORDS
    runs: set[Run] = set()
    whole = range(len(encoded.codes))
    frequent = {first for first in whole if encoded.information[first] < _RARE_BITS}
    for start in _windows(_rare_places(encoded, source), width):
        window = range(start, min(start + width, len(source.codes)))
        found = shared_runs(whole, window, encoded.codes, source.codes, paired=frequent)
        runs.update(run for run in found if run.size > 1 or run.first not in frequent)
    return sorted(runs)


def _rare_places(encoded: EncodedExcerpt, source: PreparedSource) -> list[tuple[int, str, float]]:
    """Where the rare words of the excerpt stand in the source, in the source's order, with what they tell."""
    told = {
        code: bits
        for code, bits in zip(encoded.codes, encoded.information, strict=True)
        if bits >= _RARE_BITS
    }
    if source.is_long:
        source.look_up(told)
    places = [
        (place, code, bits)
        for code, bits in told.items()
        if len(at := source.places_of(code)) <= _MOST_OCCURRENCES
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
