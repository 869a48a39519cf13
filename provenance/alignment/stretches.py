"""Stretches: an aligned strand as a sequence of equal and differing ranges of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from provenance.alignment.seeding import Run


class Stretch(NamedTuple):
    """Words ``first`` to ``last`` of the excerpt against words ``place`` to ``until`` of the source (half-open)."""

    first: int
    last: int
    place: int
    until: int
    equal: bool = False

    @property
    def ahead(self) -> int:
        """How many words of the excerpt."""
        return self.last - self.first

    @property
    def over(self) -> int:
        """How many words of the source."""
        return self.until - self.place


def as_stretches(runs: Iterable[Run]) -> Iterator[Stretch]:
    """The runs of a strand and what differs between them."""
    first = place = -1
    for run in runs:
        if first >= 0 and (run.first > first or run.place > place):
            yield Stretch(first, run.first, place, run.place)
        first, place = run.first + run.size, run.place + run.size
        yield Stretch(run.first, first, run.place, place, equal=True)
