"""Correspondence: which place of the source stands for which place of the excerpt."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.alignment.alignment import VariantKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.alignment.alignment import Alignment, Placement, Variant


class Kept(NamedTuple):
    """A run of characters that excerpt and source share."""

    excerpt: Span
    source: Span


class Correspondence:
    """Which offset of the source stands for which of the excerpt.

    Attributes:
        runs: What both share, in the excerpt's order.
    """

    __slots__ = ("_starts", "runs")

    def __init__(self, runs: tuple[Kept, ...]) -> None:
        self.runs: Final = runs
        self._starts: Final = tuple(run.excerpt.start for run in runs)

    def source_of(self, offset: int) -> int | None:
        """The offset in the source of a kept character of the excerpt, or of a place that touches one; else None."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset > self.runs[index].excerpt.end:
            return None
        run = self.runs[index]
        return run.source.start + offset - run.excerpt.start

    def excerpt_of(self, offset: int) -> int | None:
        """The offset in the excerpt of a kept character of the source, or of a place that touches one; else None."""
        for run in self.runs:
            if run.source.start <= offset <= run.source.end:
                return run.excerpt.start + offset - run.source.start
        return None


def correspondence_of(alignment: Alignment) -> Correspondence:
    """The runs that an alignment's placements keep between its variants."""
    return Correspondence(
        tuple(run for placement in alignment.placements for run in _kept_stretches(placement, alignment))
    )


def _kept_stretches(placement: Placement, alignment: Alignment) -> Iterator[Kept]:
    at, place = placement.excerpt.span.start, placement.source.span.start
    for variant in alignment.variants:
        if not _inside(variant, placement) or variant.excerpt.span.start < at:
            continue
        width = variant.excerpt.span.start - at
        if width and variant.source.span.start - place == width:
            yield Kept(Span(at, at + width), Span(place, place + width))
        at, place = variant.excerpt.span.end, variant.source.span.end
    width = placement.excerpt.span.end - at
    if width and placement.source.span.end - place == width:
        yield Kept(Span(at, at + width), Span(place, place + width))


def _inside(variant: Variant, placement: Placement) -> bool:
    return (
        variant.kind is not VariantKind.TRANSPOSITION
        and placement.excerpt.span.covers(variant.excerpt.span)
        and placement.source.span.covers(variant.source.span)
    )
