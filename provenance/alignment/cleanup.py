"""Clean-up: equal words that stand in a rewritten stretch by chance are no longer taken for kept ones."""

from __future__ import annotations

import itertools
from math import log2
from typing import TYPE_CHECKING

from provenance.alignment.prices import gap_price

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.alignment.seeding import Run
    from provenance.alignment.wording import Wording

# Runs of at most this many words must pay for their borders.
_SHORT = 3
# A run of this many words or bits is solid: it is never taken for chance.
_SOLID_WORDS, _SOLID_BITS = 4, 24.0
# Between solid runs a stretch of this many words on both sides is weighed as a whole.
_WEIGHED_WORDS = 8


def clean(runs: Sequence[Run], wording: Wording) -> list[Run]:
    """Drop the runs of a strand that chance explains as well.

    Args:
        runs: In order; the first and the last are kept.
        wording: The excerpt.
    """
    kept = _outside_edits(runs, wording)
    return _weighed(_absorbed(kept, wording), wording) if len(kept) > 2 else kept


def _outside_edits(runs: Sequence[Run], wording: Wording) -> list[Run]:
    """Inside brackets words count as kept only if all of them stand in the source as they are."""
    kept = list(runs)
    for first, last in wording.edits:
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


def _bits(run: Run, wording: Wording) -> float:
    return wording.sums[run.first + run.size] - wording.sums[run.first]


def _absorbed(runs: Sequence[Run], wording: Wording) -> list[Run]:
    """Drop short runs between two differences, the least telling first, until all that are left pay."""
    kept = list(runs)
    while len(kept) > 2:
        losses = [
            (_worth(before, run, after, wording), index)
            for index, (before, run, after) in enumerate(zip(kept, kept[1:], kept[2:], strict=False), start=1)
            if run.size <= _SHORT
        ]
        worst, index = min(losses, default=(0.0, 0))
        if worst >= 0.0:
            break
        del kept[index]
    return kept


def _worth(before: Run, run: Run, after: Run, wording: Wording) -> float:
    """What a run tells beyond what words that stand there by chance would tell."""
    ahead = after.first - before.first - before.size
    over = after.place - before.place - before.size
    chance = log2(max(1, (ahead - run.size + 1) * (over - run.size + 1)))
    return _bits(run, wording) - chance


def _weighed(runs: Sequence[Run], wording: Wording) -> list[Run]:
    """Replace a long stretch between solid runs as a whole where its parts explain less than they cost."""
    solid = [
        index
        for index, run in enumerate(runs)
        if index in (0, len(runs) - 1) or run.size >= _SOLID_WORDS or _bits(run, wording) >= _SOLID_BITS
    ]
    kept = [runs[0]]
    for left, right in itertools.pairwise(solid):
        if not _is_chance(runs[left : right + 1], wording):
            kept.extend(runs[left + 1 : right])
        kept.append(runs[right])
    return kept


def _is_chance(runs: Sequence[Run], wording: Wording) -> bool:
    before, *inner, after = runs
    ahead = after.first - before.first - before.size
    over = after.place - before.place - before.size
    if not inner or min(ahead, over) < _WEIGHED_WORDS:
        return False
    told = sum(_bits(run, wording) for run in inner)
    cost = sum(
        gap_price(two.first - one.first - one.size, two.place - one.place - one.size) + 3.0
        for one, two in itertools.pairwise(runs)
    )
    return told < cost - gap_price(ahead, over)
