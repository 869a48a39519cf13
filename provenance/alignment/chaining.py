"""Chaining: which runs together explain the excerpt best, as a minimum description length in bits.

A chain follows the excerpt's order. In the source it may go forward over a gap, and jump anywhere at a price: a jump
is believed only where what it reaches tells more than the jump costs.
"""

from __future__ import annotations

from collections import defaultdict
from math import log2
from typing import TYPE_CHECKING

from provenance.alignment.prices import gap_price
from provenance.alignment.seeding import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.alignment.wording import Wording

_FIRST_PRICE = 6.0  # above log2 of the source's words
_JUMP_PRICE = 20.0  # above log2 of the source's words
_BACK_PRICE = 12.0
_DECLARED_PRICE = 2.0  # a jump that the reader is told of
FORWARD_LIMIT = 200  # words of the source that a gap may pass over
_LOOK_BACK = 24
_BUCKET = 128
_IN_BUCKET = 4
_OVERLAP_AT_JUMP = 6


class _Chainer:
    """The dynamic programme over runs."""

    def __init__(self, runs: Sequence[Run], wording: Wording, words: int) -> None:
        self.runs = runs
        self.sums = wording.sums
        self.gaps = wording.gaps
        self.jump_price = log2(max(2, words)) + _JUMP_PRICE
        self.first_price = log2(max(2, words)) + _FIRST_PRICE
        self.scores: list[float] = []
        self.before: list[int] = []

    def best(self) -> list[Run]:
        buckets: defaultdict[int, list[int]] = defaultdict(list)
        leader = -1
        for index, run in enumerate(self.runs):
            bucket = (run.place - run.first) // _BUCKET
            candidates = {leader, *range(max(0, index - _LOOK_BACK), index)}
            for near in (bucket - 1, bucket, bucket + 1):
                candidates.update(buckets.get(near, ())[-_IN_BUCKET:])
            self._extend(index, candidates - {-1})
            buckets[bucket].append(index)
            if leader < 0 or self.scores[index] >= self.scores[leader]:
                leader = index
        return self._trace(leader) if leader >= 0 else []

    def _extend(self, index: int, candidates: Iterable[int]) -> None:
        run, sums = self.runs[index], self.sums
        best, chosen = sums[run.first + run.size] - sums[run.first] - self.first_price, -1
        for candidate in sorted(candidates):
            score = self._joined(self.runs[candidate], run, self.scores[candidate])
            if score > best:
                best, chosen = score, candidate
        self.scores.append(best)
        self.before.append(chosen)

    def _joined(self, one: Run, two: Run, score: float) -> float:
        """The score of a chain that goes on from one run to another; minus infinity if it cannot."""
        ahead = two.first - one.first - one.size
        over = two.place - one.place - one.size
        overlap = max(0, -ahead)
        if 0 <= over + overlap <= FORWARD_LIMIT and two.place > one.place:
            overlap = max(overlap, -over)
            price = gap_price(ahead + overlap, over + overlap)
        else:
            if overlap > _OVERLAP_AT_JUMP:
                return float("-inf")
            price = self._jump(one, two, over)
        if overlap >= two.size:
            return float("-inf")
        return score + self.sums[two.first + two.size] - self.sums[two.first + overlap] - price

    def _jump(self, one: Run, two: Run, over: int) -> float:
        if any(gap in self.gaps for gap in range(one.first + one.size, two.first + 1)):
            return _DECLARED_PRICE + (0.0 if over >= 0 else _BACK_PRICE)
        back = _BACK_PRICE + 2 * log2(1 - over) if over < 0 else self.jump_price
        return min(self.jump_price, back)

    def _trace(self, index: int) -> list[Run]:
        chain = []
        while index >= 0:
            chain.append(self.runs[index])
            index = self.before[index]
        return chain[::-1]


def chain_runs(runs: Sequence[Run], wording: Wording, words: int) -> list[Run]:
    """The best chain of runs, trimmed so that no word of the excerpt is used twice and no gap runs backwards by overlap.

    Args:
        runs: Sorted by their place in the excerpt.
        wording: The excerpt.
        words: How many words the source has.
    """
    kept = _near_others(runs, wording, words)
    return _trimmed(_Chainer(kept, wording, words).best())


def _near_others(runs: Sequence[Run], wording: Wording, words: int) -> list[Run]:
    """Leave out the runs that lie alone and tell too little to pay for a jump."""
    if len(runs) <= _LOOK_BACK:
        return list(runs)
    sums = wording.sums
    told: defaultdict[int, float] = defaultdict(float)
    for run in runs:
        told[run.place // FORWARD_LIMIT] += sums[run.first + run.size] - sums[run.first]
    price = log2(max(2, words)) + _FIRST_PRICE
    return [
        run for run in runs if sum(told[run.place // FORWARD_LIMIT + step] for step in (-1, 0, 1)) > price
    ]


def _trimmed(chain: Sequence[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in chain:
        cut = 0
        if kept:
            last = kept[-1]
            cut = max(0, last.first + last.size - run.first)
            over = run.place - last.place - last.size
            if run.place > last.place and over + cut <= FORWARD_LIMIT:
                cut = max(cut, -over)
        if cut < run.size:
            kept.append(Run(run.first + cut, run.place + cut, run.size - cut))
    return kept
