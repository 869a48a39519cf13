"""Which finding is about which difference: both carry the same letter on the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.alignment.alignment import Variant
    from provenance.reporting.record_types import Record
    from provenance.text.span import Span

_SIDES = ("excerpt", "source")
_STRIDE = 64  # code points to a drawer, so that a difference is held against the findings near it only


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, with the letter that marks its words in the columns (empty where none are marked)."""

    record: Record
    letter: str = ""


class Lettering:
    """The findings of an excerpt, kept in drawers by where their words stand."""

    def __init__(self, views: Iterable[FindingView]) -> None:
        self._drawers: defaultdict[tuple[str, int], list[FindingView]] = defaultdict(list)
        for view in views:
            for side in _SIDES:
                start, end = view.record[side]["span"] if view.record[side] else (0, 0)
                for drawer in _drawers(start, end):
                    self._drawers[side, drawer].append(view)

    def letters(self, variant: Variant) -> tuple[str, ...]:
        """The letters of the findings whose words a variant shares, in either text; an empty place shares none."""
        found = {
            *self._sharing("excerpt", variant.excerpt.span),
            *self._sharing("source", variant.source.span),
        }
        return tuple(sorted(found, key=lambda letter: (len(letter), letter)))

    def _sharing(self, side: str, span: Span) -> Iterator[str]:
        for drawer in _drawers(span.start, span.end):
            for view in self._drawers.get((side, drawer), ()):
                start, end = view.record[side]["span"]
                if max(start, span.start) < min(end, span.end):
                    yield view.letter


def _drawers(start: int, end: int) -> range:
    return range(start // _STRIDE, (end - 1) // _STRIDE + 1) if start < end else range(0)
