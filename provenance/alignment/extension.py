"""Extension: the equal words between the runs of a chain and beyond its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from provenance.alignment.chaining import gap_price
from provenance.alignment.seeding import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.alignment.coding import PreparedSource
    from provenance.alignment.wording import Wording

# A gap of the source longer than this parts two passages.
STRAND_GAP = 150
# How far beyond an edge to look for the words that are left: a share of them and a few more.
_REACH_SHARE, _REACH_WORDS = 1.3, 3


def equal_runs(
    wording: Wording, source: PreparedSource, ahead: tuple[int, int], over: tuple[int, int]
) -> list[Run]:
    """The longest common subsequence of some words of the excerpt and some of the source, as runs."""
    first, place = ahead[0], over[0]
    if ahead[1] <= first or over[1] <= place:
        return []
    codes = Indel.opcodes(wording.codes[first : ahead[1]], source.codes[place : over[1]])
    return [
        Run(first + code.src_start, place + code.dest_start, code.src_end - code.src_start)
        for code in codes
        if code.tag == "equal"
    ]


def part_strands(chain: Sequence[Run]) -> list[list[Run]]:
    """Cut a chain where it jumps: each part goes forward in excerpt and source with no long gap."""
    strands: list[list[Run]] = []
    for run in chain:
        over = run.place - strands[-1][-1].place - strands[-1][-1].size if strands else -1
        if 0 <= over <= STRAND_GAP:
            strands[-1].append(run)
        else:
            strands.append([run])
    return strands


def fill(strands: Sequence[Sequence[Run]], wording: Wording, source: PreparedSource) -> list[list[Run]]:
    """Find the equal words between the runs of each strand, and beyond its edges as far as they tell more than they cost.

    Args:
        strands: The parts of a chain, in the excerpt's order.
        wording: The excerpt.
        source: The source.
    """
    filled: list[list[Run]] = []
    for index, strand in enumerate(strands):
        reached = filled[-1][-1].first + filled[-1][-1].size if filled else 0
        limit = strands[index + 1][0].first if index + 1 < len(strands) else len(wording)
        inner = list(_inner(strand, wording, source))
        before = _before(inner[0], reached, wording, source)
        after = _after(inner[-1], limit, wording, source)
        filled.append(_merged([*before, *inner, *after]))
    return filled


def _inner(strand: Sequence[Run], wording: Wording, source: PreparedSource) -> Iterator[Run]:
    yield strand[0]
    for last, run in zip(strand, strand[1:], strict=False):
        ahead = last.first + last.size, run.first
        over = last.place + last.size, run.place
        if ahead[0] < ahead[1] and over[0] < over[1]:
            yield from _between(ahead, over, wording, source)
        yield run


def _between(
    ahead: tuple[int, int], over: tuple[int, int], wording: Wording, source: PreparedSource
) -> Iterator[Run]:
    gap = next((gap for gap in sorted(wording.gaps) if ahead[0] <= gap <= ahead[1]), None)
    if gap is None:
        yield from equal_runs(wording, source, ahead, over)
        return
    # Words are missing at the mark: what stands before it continues the last run, what stands after leads to the next.
    left = _outward(equal_runs(wording, source, (ahead[0], gap), over), (ahead[0], over[0]), wording)
    start = left[-1].place + left[-1].size if left else over[0]
    yield from left
    yield from _inward(
        equal_runs(wording, source, (gap, ahead[1]), (start, over[1])), (ahead[1], over[1]), wording
    )


def _before(run: Run, reached: int, wording: Wording, source: PreparedSource) -> list[Run]:
    left = run.first - reached
    if left <= 0:
        return []
    window = max(0, run.place - int(_REACH_SHARE * left) - _REACH_WORDS)
    found = equal_runs(wording, source, (reached, run.first), (window, run.place))
    return _inward(found, (run.first, run.place), wording)


def _after(run: Run, limit: int, wording: Wording, source: PreparedSource) -> list[Run]:
    first, place = run.first + run.size, run.place + run.size
    left = limit - first
    if left <= 0:
        return []
    window = min(len(source.codes), place + int(_REACH_SHARE * left) + _REACH_WORDS)
    return _outward(equal_runs(wording, source, (first, limit), (place, window)), (first, place), wording)


def _outward(runs: Sequence[Run], anchor: tuple[int, int], wording: Wording) -> list[Run]:
    """As many runs after an anchor as together tell more than the gaps between them cost."""
    best, kept, net = 0.0, 0, 0.0
    first, place = anchor
    for count, run in enumerate(runs, start=1):
        net += wording.sums[run.first + run.size] - wording.sums[run.first]
        net -= gap_price(run.first - first, run.place - place)
        first, place = run.first + run.size, run.place + run.size
        if net > best:
            best, kept = net, count
    return list(runs[:kept])


def _inward(runs: Sequence[Run], anchor: tuple[int, int], wording: Wording) -> list[Run]:
    """As many runs before an anchor as together tell more than the gaps between them cost."""
    best, kept, net = 0.0, 0, 0.0
    first, place = anchor
    for count, run in enumerate(reversed(runs), start=1):
        net += wording.sums[run.first + run.size] - wording.sums[run.first]
        net -= gap_price(first - run.first - run.size, place - run.place - run.size)
        first, place = run.first, run.place
        if net > best:
            best, kept = net, count
    return list(runs[len(runs) - kept :])


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Runs that touch on both sides are one run."""
    merged: list[Run] = []
    for run in runs:
        if (
            merged
            and merged[-1].first + merged[-1].size == run.first
            and merged[-1].place + merged[-1].size == run.place
        ):
            run = Run(merged[-1].first, merged[-1].place, merged[-1].size + run.size)  # noqa: PLW2901
            merged.pop()
        merged.append(run)
    return merged
