"""Clean-up: equal words that stand in a rewritten stretch by chance are no longer taken for kept ones."""

from __future__ import annotations

import itertools
from math import log2
from typing import TYPE_CHECKING

from provenance.alignment.gap_costs import gap_cost

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.alignment.encoding import EncodedExcerpt
    from provenance.alignment.seeding import Run

# Runs of at most this many words must pay for their borders.
_SHORT = 3
# A run of this many words or bits is solid: it is never taken for chance.
_SOLID_WORDS, _SOLID_BITS = 4, 24.0
# Between solid runs a stretch of this many words on both sides is weighed as a whole.
_WEIGHED_WORDS = 8


def clean(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """Drop the runs of a strand that chance explains as well.

    Args:
        runs: In order; the first and the last are kept.
        encoded: The excerpt.
    """
    kept = _outside_edits(runs, encoded)
    return _without_costly_stretches(_without_weak_runs(kept, encoded), encoded) if len(kept) > 2 else kept


def _outside_edits(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """Inside brackets words count as kept only if all of them stand in the source as they are."""
    kept = list(runs)
    for first, last in encoded.edits:
        if any(run.first <= first and last <= run.first + run.size for run in kept):
            continue
        kept = [piece for run in kept for piece in _without(run, first, last)]
    return kept


def _without(run: Run, first: int, last: int) -> list[Run]:
    end = run.first + run.size
    pieces = []
    if run.first < min(end, first):
        pieces.append(run._replace(size=min(end, first) - run.first))
    if max(run.first, last) < end:
        start = max(run.first, last)
        pieces.append(run._replace(first=start, place=run.place + start - run.first, size=end - start))
    return pieces


def _run_information(run: Run, encoded: EncodedExcerpt) -> float:
    return encoded.information_sums[run.first + run.size] - encoded.information_sums[run.first]


def _without_weak_runs(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """Drop short runs between two differences, the least telling first, until all that are left pay."""
    kept = list(runs)
    while len(kept) > 2:
        losses = [
            (_information_beyond_chance(before, run, after, encoded), index)
            for index, (before, run, after) in enumerate(zip(kept, kept[1:], kept[2:], strict=False), start=1)
            if run.size <= _SHORT
        ]
        worst, index = min(losses, default=(0.0, 0))
        if worst >= 0.0:
            break
        del kept[index]
    return kept


def _information_beyond_chance(before: Run, run: Run, after: Run, encoded: EncodedExcerpt) -> float:
    """What a run tells beyond what words that stand there by chance would tell."""
    ahead = after.first - before.first - before.size
    over = after.place - before.place - before.size
    chance = log2(max(1, (ahead - run.size + 1) * (over - run.size + 1)))
    return _run_information(run, encoded) - chance


def _without_costly_stretches(runs: Sequence[Run], encoded: EncodedExcerpt) -> list[Run]:
    """Replace a long stretch between solid runs as a whole where its parts explain less than they cost."""
    solid = [
        index
        for index, run in enumerate(runs)
        if index in (0, len(runs) - 1)
        or run.size >= _SOLID_WORDS
        or _run_information(run, encoded) >= _SOLID_BITS
    ]
    kept = [runs[0]]
    for left, right in itertools.pairwise(solid):
        if not _is_chance(runs[left : right + 1], encoded):
            kept.extend(runs[left + 1 : right])
        kept.append(runs[right])
    return kept


def _is_chance(runs: Sequence[Run], encoded: EncodedExcerpt) -> bool:
    before, *inner, after = runs
    ahead = after.first - before.first - before.size
    over = after.place - before.place - before.size
    if not inner or min(ahead, over) < _WEIGHED_WORDS:
        return False
    told = sum(_run_information(run, encoded) for run in inner)
    cost = sum(
        gap_cost(two.first - one.first - one.size, two.place - one.place - one.size) + 3.0
        for one, two in itertools.pairwise(runs)
    )
    return told < cost - gap_cost(ahead, over)
