"""Extension: from the runs of a chain to strands, with the kept words between the runs and beyond the edges."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from provenance.alignment.coding import distance_cost, gap_cost
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.seeding import Run, shared_runs

# A gap of the source longer than this parts two strands.
STRAND_GAP = 150
# How far beyond an edge to look for the words that are left: a share of them and a few more, and at least to the end of
# the sentence, from which a long clause may have been left out; sentences longer than this are no sentences.
_REACH_SHARE, _REACH_WORDS = 1.3, 8
_SENTENCE_WORDS = 60

# What it costs to say that a run begins, above the gap before it.
_OPENING = 1.5
_MOST_RUNS = 1000  # that one gap is looked through for
_LOOK_BACK = 24
SIDES = ("left", "right")


def part_strands(chain: Sequence[Run]) -> list[list[Run]]:
    """Cut a chain where it jumps: each part goes forward in excerpt and source with no long gap."""
    strands: list[list[Run]] = []
    for run in chain:
        over = run.place - strands[-1][-1].until if strands else -1
        if 0 <= over <= STRAND_GAP:
            strands[-1].append(run)
        else:
            strands.append([run])
    return strands


class Extender:
    """Extends the strands of one excerpt in one source."""

    def __init__(self, encoded: EncodedExcerpt) -> None:
        self._encoded = encoded
        self._source = encoded.source
        self._marks = sorted(encoded.gaps)

    def extend(self, strands: Sequence[Sequence[Run]]) -> list[list[Run]]:
        """Add the kept words between the runs of each strand, and beyond its edges as far as they pay for the way."""
        extended: list[list[Run]] = []
        for index, strand in enumerate(strands):
            reached = extended[-1][-1].last if extended else 0
            following = strands[index + 1][0].first if index + 1 < len(strands) else None
            runs = [
                *self._before(strand[0], reached, alone=not extended),
                *self._inner(strand),
                *self._after(strand[-1], following),
            ]
            extended.append(_merged_runs(runs))
        return extended

    def _inner(self, strand: Sequence[Run]) -> Iterator[Run]:
        yield strand[0]
        for last, run in pairwise(strand):
            ahead = last.last, run.first
            over = last.until, run.place
            if ahead[0] < ahead[1] and over[0] < over[1]:
                yield from self._between(ahead, over)
            yield run

    def _between(self, ahead: tuple[int, int], over: tuple[int, int]) -> Iterator[Run]:
        mark = next((mark for mark in self._marks if ahead[0] <= mark <= ahead[1]), None)
        if mark is None:
            yield from kept_runs(Gap(*ahead, *over, SIDES), self._encoded)
            return
        # Words are missing at the mark: what stands before it goes on from the left, what stands after leads to the right.
        left = kept_runs(Gap(ahead[0], mark, *over, ("left",)), self._encoded)
        start = left[-1].until if left else over[0]
        yield from left
        yield from kept_runs(Gap(mark, ahead[1], start, over[1], ("right",)), self._encoded)

    def _before(self, run: Run, reached: int, *, alone: bool) -> list[Run]:
        """Kept words before a strand: next to it, and before the first strand beyond an omission mark too."""
        mark = max((mark for mark in self._marks if reached < mark <= run.first), default=reached)
        kept: list[Run] = []
        if mark < run.first:
            reach = run.place - int(_REACH_SHARE * (run.first - mark)) - _REACH_WORDS
            start = max(0, min(reach, self._sentence_start(run.place)))
            kept = kept_runs(Gap(mark, run.first, start, run.place, ("right",)), self._encoded)
        if mark > reached and alone:
            until = kept[0].place if kept else run.place
            beyond = Gap(reached, mark, max(0, until - STRAND_GAP), until, loose="right")
            kept = kept_runs(beyond, self._encoded) + kept
        return kept

    def _after(self, run: Run, following: int | None) -> list[Run]:
        """Kept words after a strand: next to it, and after the last strand beyond an omission mark too."""
        first, place = run.last, run.until
        limit = len(self._encoded) if following is None else following
        mark = min((mark for mark in self._marks if first <= mark < limit), default=limit)
        words = len(self._source)
        kept: list[Run] = []
        if first < mark:
            reach = place + int(_REACH_SHARE * (mark - first)) + _REACH_WORDS
            end = min(words, max(reach, self._sentence_end(place)))
            kept = kept_runs(Gap(first, mark, place, end, ("left",)), self._encoded)
        if mark < limit and following is None:
            start = kept[-1].until if kept else place
            kept += kept_runs(
                Gap(mark, limit, start, min(words, start + STRAND_GAP), loose="left"), self._encoded
            )
        return kept

    def _sentence_start(self, place: int) -> int:
        """The first word of the sentence that holds the word before ``place``, or ``place`` if none begins near."""
        before = range(place - 1, max(-1, place - 1 - _SENTENCE_WORDS), -1)
        return next((index for index in before if self._source.sentence_begins(index)), place)

    def _sentence_end(self, place: int) -> int:
        """One more than the last word of the sentence that holds ``place``, or ``place`` if none ends near."""
        behind = range(place + 1, min(len(self._source), place + 1 + _SENTENCE_WORDS))
        return next((index for index in behind if self._source.sentence_begins(index)), place)


def _merged_runs(runs: Sequence[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and last.last == run.first and last.until == run.place:
            merged[-1] = Run(last.first, last.place, last.size + run.size)
        else:
            merged.append(run)
    return merged


class Gap(NamedTuple):
    """A range of the excerpt's words, ``first`` to ``last``, against one of the source's, both half-open."""

    first: int
    last: int
    place: int
    until: int
    held: tuple[
        str, ...
    ] = ()  # the sides, of `SIDES`, on which kept words stand right beside it in both texts
    loose: str = ""  # the side that is only near to words that were kept: an omission is declared between


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
        told = sums[run.last] - sums[run.first] - _OPENING
        score, link = told - _edge_cost(gap, "left", run.first - gap.first, run.place - gap.place), -1
        for other in range(index - 1, max(0, index - _LOOK_BACK) - 1, -1):
            if scores[other] + told <= score:
                continue
            joined = _gain_after(runs[other], run, sums)
            if joined is not None and scores[other] + joined > score:
                score, link = scores[other] + joined, other
        scores.append(score)
        before.append(link)
        score -= _edge_cost(gap, "right", gap.last - run.last, gap.until - run.until)
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
    ahead, over = two.first - one.last, two.place - one.until
    if two.first <= one.first or two.place <= one.place:
        return None
    overlap = max(0, -ahead, -over)
    if overlap >= two.size:
        return None
    told = sums[two.last] - sums[two.first + overlap]
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
        overlap = max(0, kept[-1].last - run.first, kept[-1].until - run.place) if kept else 0
        kept.append(Run(run.first + overlap, run.place + overlap, run.size - overlap))
    return kept
