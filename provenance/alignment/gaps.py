"""Gaps: which words of a short stretch were kept, where no run of several words says so.

The kept words are those of the cheapest description: a kept word saves its bits, and every gap between kept words costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.information import distance_cost, gap_cost
from provenance.alignment.seeding import Run, shared_runs

# What it costs to say that a run begins, above the gap before it.
_OPENING = 1.5
_MOST_RUNS = 1000  # that one gap is looked through for
_LOOK_BACK = 24


SIDES = ("left", "right")


class Gap(NamedTuple):
    """A range of the excerpt's words against a range of the source's.

    Attributes:
        first, last: The words of the excerpt, half-open.
        place, until: The words of the source, half-open.
        held: The sides, of ``SIDES``, on which kept words stand right beside it in both texts.
        loose: The side that is near, and no more than that, to words that were kept: an omission is declared between.
    """

    first: int
    last: int
    place: int
    until: int
    held: tuple[str, ...] = ()
    loose: str = ""


def kept_runs(gap: Gap, encoded: EncodedExcerpt) -> list[Run]:
    """The runs of kept words in a gap, in order."""
    if gap.last <= gap.first or gap.until <= gap.place:
        return []
    ahead, over = range(gap.first, gap.last), range(gap.place, gap.until)
    runs = list(islice(shared_runs(ahead, over, encoded.codes, encoded.source.codes), _MOST_RUNS))
    return _cheapest_chain(gap, runs, encoded.information_sums) if runs else []


def _cheapest_chain(gap: Gap, runs: Sequence[Run], sums: Sequence[float]) -> list[Run]:
    """The chain of runs with the greatest saving, overlaps trimmed."""
    scores: list[float] = []
    before: list[int] = []
    best, chosen = 0.0, -1
    if len(gap.held) == len(SIDES):
        best = -gap_cost(gap.last - gap.first, gap.until - gap.place)
    for index, run in enumerate(runs):
        told = sums[run.first + run.size] - sums[run.first] - _OPENING
        score, link = told - _edge_cost(gap, "left", run.first - gap.first, run.place - gap.place), -1
        for other in range(index - 1, max(0, index - _LOOK_BACK) - 1, -1):
            if scores[other] + told <= score:
                continue
            joined = _gain_after(runs[other], run, sums)
            if joined is not None and scores[other] + joined > score:
                score, link = scores[other] + joined, other
        scores.append(score)
        before.append(link)
        score -= _edge_cost(gap, "right", gap.last - run.first - run.size, gap.until - run.place - run.size)
        if score > best:
            best, chosen = score, index
    return _without_overlaps(chain_to(chosen, before, runs))


def _edge_cost(gap: Gap, side: str, ahead: int, over: int) -> float:
    """What it costs to get from a side of a gap to a run; nothing where no kept words stand there."""
    if side in gap.held:
        return gap_cost(ahead, over)
    return gap_cost(ahead, 0) + distance_cost(over) if side == gap.loose else 0.0


def _gain_after(one: Run, two: Run, sums: Sequence[float]) -> float | None:
    """What a run adds after another, the gap between them paid; None if it cannot follow."""
    ahead, over = two.first - one.first - one.size, two.place - one.place - one.size
    if two.first <= one.first or two.place <= one.place:
        return None
    overlap = max(0, -ahead, -over)
    if overlap >= two.size:
        return None
    told = sums[two.first + two.size] - sums[two.first + overlap]
    return told - _OPENING - gap_cost(ahead + overlap, over + overlap)


def chain_to(index: int, before: Sequence[int], runs: Sequence[Run]) -> list[Run]:
    """The runs that lead to one, in order."""
    chain = []
    while index >= 0:
        chain.append(runs[index])
        index = before[index]
    return chain[::-1]


def _without_overlaps(chain: Sequence[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in chain:
        overlap = (
            max(0, kept[-1].first + kept[-1].size - run.first, kept[-1].place + kept[-1].size - run.place)
            if kept
            else 0
        )
        kept.append(Run(run.first + overlap, run.place + overlap, run.size - overlap))
    return kept
