"""Transpositions and joins: how the placements of an excerpt follow each other in the source."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provenance.alignment.alignment import Disclosure, Placement, Variant, VariantKind
from provenance.alignment.coding import PreparedSource
from provenance.text.span import Span


def mark_moved(placements: Sequence[Placement]) -> tuple[Placement, ...]:
    """Mark as moved what must be moved for the rest to stand in the source's order, as little as possible in bits."""
    kept = _heaviest_in_order(placements)
    return tuple(
        placement
        if index in kept
        else Placement(placement.excerpt, placement.source, placement.bits, moved=True)
        for index, placement in enumerate(placements)
    )


def _heaviest_in_order(placements: Sequence[Placement]) -> set[int]:
    """The indices of the placements that stand in the source's order and tell the most together."""
    if all(one.source.span.start <= two.source.span.start for one, two in itertools.pairwise(placements)):
        return set(range(len(placements)))
    weights: list[float] = []
    before: list[int] = []
    for index, placement in enumerate(placements):
        start = placement.source.span.start
        best = max(
            (other for other in range(index) if placements[other].source.span.start <= start),
            key=weights.__getitem__,
            default=-1,
        )
        weights.append(placement.bits + (weights[best] if best >= 0 else 0.0))
        before.append(best)
    index = max(range(len(weights)), key=weights.__getitem__)
    kept = set()
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def transposition(placement: Placement) -> Variant:
    """The variant of a moved placement."""
    return Variant(VariantKind.TRANSPOSITION, placement.excerpt, placement.source, Disclosure.UNDECLARED)


def left_between(
    one: Placement, two: Placement, placements: Sequence[Placement], source: PreparedSource
) -> Iterator[Span]:
    """The ranges of the source between two placements that hold words and were placed nowhere."""
    start, end = one.source.span.end, two.source.span.start
    taken = sorted(
        placement.source.span
        for placement in placements
        if placement.moved and start <= placement.source.span.start < end
    )
    for span in (*taken, Span(max(start, end), max(start, end))):
        if start < span.start and words_between(start, span.start, source):
            yield Span(start, span.start)
        start = max(start, span.end)


def words_between(start: int, end: int, source: PreparedSource) -> int:
    """How many words of the source begin between two offsets; negative if the second stands before the first."""
    return bisect_left(source.starts, end) - bisect_left(source.starts, start)
