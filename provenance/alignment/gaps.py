"""Gaps: which words of a short stretch were kept, where no run of several words says so.

The kept words are those of the cheapest description: a kept word saves its bits, and every gap between kept words costs.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import islice

from rapidfuzz.distance import Indel

from provenance.alignment.coding import PreparedSource
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.information import distance_cost, gap_cost
from provenance.alignment.seeding import Run

# What it costs to say that a run begins, above the gap before it.
_OPENING = 1.5
# With more runs than this in one gap, the longest common subsequence is near enough and much cheaper.
_MOST_RUNS = 160
_LOOK_BACK = 24


class Gap:
    """A range of the excerpt's words against a range of the source's.

    Attributes:
        first, last: The words of the excerpt, half-open.
        place, until: The words of the source, half-open.
        left, right: Whether kept words stand just before and just after, in both texts.
        loose: Whether the side that is not held is near, and no more than that, to words that were kept: an omission is
            declared between.
    """

    __slots__ = ("first", "last", "left", "loose", "place", "right", "until")

    def __init__(
        self,
        ahead: tuple[int, int],
        over: tuple[int, int],
        *,
        left: bool = False,
        right: bool = False,
        loose: str = "",
    ) -> None:
        self.loose = loose
        self.first, self.last = ahead
        self.place, self.until = over
        self.left, self.right = left, right


def kept_runs(gap: Gap, encoded: EncodedExcerpt, source: PreparedSource) -> list[Run]:
    """The runs of kept words in a gap, in order."""
    if gap.last <= gap.first or gap.until <= gap.place:
        return []
    ahead, over = range(gap.first, gap.last), range(gap.place, gap.until)
    runs = list(islice(shared_runs(ahead, over, encoded.codes, source.codes), _MOST_RUNS + 1))
    if not runs:
        return []
    if len(runs) > _MOST_RUNS:
        runs = _longest_common(gap, encoded, source)
    return _cheapest_chain(gap, runs, encoded.information_sums)


def shared_runs(
    ahead: range, over: range, codes: str, text: str, *, paired: Container[int] = ()
) -> Iterator[Run]:
    """Every run of equal words, single words included, inside a range of the excerpt's words and one of the source's.

    Args:
        ahead: The range in the excerpt.
        over: The range in the source.
        codes: The excerpt's words.
        text: The source's words.
        paired: The words of the excerpt that are looked for only together with the next one.
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


def _longest_common(gap: Gap, encoded: EncodedExcerpt, source: PreparedSource) -> list[Run]:
    codes = Indel.opcodes(encoded.codes[gap.first : gap.last], source.codes[gap.place : gap.until])
    return [
        Run(gap.first + code.src_start, gap.place + code.dest_start, code.src_end - code.src_start)
        for code in codes
        if code.tag == "equal"
    ]


def _cheapest_chain(gap: Gap, runs: Sequence[Run], sums: Sequence[float]) -> list[Run]:
    """The chain of runs with the greatest saving, overlaps trimmed."""
    scores: list[float] = []
    before: list[int] = []
    best, chosen = (
        (-gap_cost(gap.last - gap.first, gap.until - gap.place) if gap.left and gap.right else 0.0),
        -1,
    )
    for index, run in enumerate(runs):
        told = sums[run.first + run.size] - sums[run.first] - _OPENING
        score, link = told, -1
        if gap.left:
            score -= gap_cost(run.first - gap.first, run.place - gap.place)
        elif gap.loose == "left":
            score -= gap_cost(run.first - gap.first, 0) + distance_cost(run.place - gap.place)
        for other in range(index - 1, max(0, index - _LOOK_BACK) - 1, -1):
            if scores[other] + told <= score:
                continue
            joined = _gain_after(runs[other], run, sums)
            if joined is not None and scores[other] + joined > score:
                score, link = scores[other] + joined, other
        scores.append(score)
        before.append(link)
        if gap.right:
            score -= gap_cost(gap.last - run.first - run.size, gap.until - run.place - run.size)
        elif gap.loose == "right":
            score -= gap_cost(gap.last - run.first - run.size, 0)
            score -= distance_cost(gap.until - run.place - run.size)
        if score > best:
            best, chosen = score, index
    return _without_overlaps(chain_to(chosen, before, runs))


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
