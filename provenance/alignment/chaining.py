"""Chaining: which runs together explain the excerpt best, as a minimum description length in bits.

A chain follows the excerpt's order. In the source it may go forward over a gap, and jump anywhere at a cost: a jump
is believed only where what it reaches tells more than the jump costs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import inf, log2

from provenance.alignment.coding import distance_cost, gap_cost
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.extension import chain_to
from provenance.alignment.seeding import Run

FORWARD_LIMIT = 200  # words of the source that a gap may pass over
_FIRST_COST = 6.0  # above log2 of the source's words
_JUMP_COST = 20.0  # above log2 of the source's words
_BACK_COST = 12.0
_DECLARED_COST = 2.0  # a gap or a jump forward that the reader is told of, above that of saying how far
# Which runs one may follow: the last few, and the last few of its own and the neighbouring diagonals. Boilerplate that
# is repeated fifty times would push the right one out of a plain look-back.
_LOOK_BACK = 24
_BUCKET = 128
_IN_BUCKET = 4
_OVERLAP_AT_JUMP = 6


def chain_runs(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """The best chain of runs, trimmed so that no word of the excerpt is used twice."""
    return _without_overlaps(_Chainer(runs, encoded).best())


class _Chainer:
    def __init__(self, runs: Sequence[Run], encoded: EncodedExcerpt) -> None:
        self._runs = runs
        self._sums = encoded.evidence_bits
        self._marks = sorted(encoded.gaps)
        places = log2(max(2, len(encoded.source)))
        self._jump_cost, self._first_cost = places + _JUMP_COST, places + _FIRST_COST
        self._scores: list[float] = []
        self._before: list[int] = []

    def best(self) -> list[Run]:
        """The runs of the best chain, in the excerpt's order."""
        buckets: defaultdict[int, list[int]] = defaultdict(list)
        leader = -1
        for index, run in enumerate(self._runs):
            # The nearest first: it rules out most others.
            candidates: Iterable[int] = range(index - 1, -1, -1)
            if index > _LOOK_BACK:
                bucket = (run.place - run.first) // _BUCKET
                near = (at for step in (-1, 0, 1) for at in buckets[bucket + step][-_IN_BUCKET:])
                candidates = sorted({leader, *near, *range(index - _LOOK_BACK, index)}, reverse=True)
            self._extend(run, candidates)
            buckets[(run.place - run.first) // _BUCKET].append(index)
            if leader < 0 or self._scores[index] >= self._scores[leader]:
                leader = index
        return chain_to(leader, self._before, self._runs)

    def _extend(self, run: Run, candidates: Iterable[int]) -> None:
        """Find the run that one best follows."""
        sums, runs, scores = self._sums, self._runs, self._scores
        first, place, size = run
        end = sums[first + size]
        best, chosen = end - sums[first] - self._first_cost, -1
        for candidate in candidates:
            gain = scores[candidate] + end - sums[first] - best
            if gain <= 0:
                continue
            last, at, length = runs[candidate]
            ahead, over = first - last - length, place - at - length
            overlap = -ahead if ahead < 0 else 0
            if place > at and over + overlap <= FORWARD_LIMIT:
                overlap = max(overlap, -over)
                cost = gap_cost(ahead + overlap, over + overlap)
            elif gain <= _BACK_COST and not self._marks:  # no jump costs less
                continue
            else:
                cost = self._jump(over) if overlap <= _OVERLAP_AT_JUMP else inf
            if self._marks and over >= 0 and not overlap and self._is_marked(last + length, first):
                cost = min(cost, _DECLARED_COST + distance_cost(over))
            if overlap < size and scores[candidate] + end - sums[first + overlap] - cost > best:
                best, chosen = scores[candidate] + end - sums[first + overlap] - cost, candidate
        scores.append(best)
        self._before.append(chosen)

    def _jump(self, over: int) -> float:
        """The cost of going anywhere; less if the way back is short."""
        back = _BACK_COST + 2 * log2(1 - over) if over < 0 else inf
        return min(self._jump_cost, back)

    def _is_marked(self, last: int, first: int) -> bool:
        at = bisect_left(self._marks, last)
        return at < len(self._marks) and self._marks[at] <= first


def _without_overlaps(chain: Sequence[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in chain:
        overlap = _overlap(kept[-1], run) if kept else 0
        if overlap < run.size:
            kept.append(Run(run.first + overlap, run.place + overlap, run.size - overlap))
    return kept


def _overlap(one: Run, two: Run) -> int:
    """How many of a run's words the run before it has taken, in the excerpt, or in the source where it goes forward."""
    overlap = max(0, one.first + one.size - two.first)
    over = two.place - one.place - one.size
    return max(overlap, -over) if two.place > one.place and over + overlap <= FORWARD_LIMIT else overlap
