"""Which finding is about which difference: both carry the same letter on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.reporting.diff.model import RowKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.reporting.diff.model import Diff
    from provenance.reporting.diff.views import Markers
    from provenance.reporting.record_types import Record

_Extent = tuple[int, int, int]  # where the words of a row begin and end, and its number


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, with the letter that marks its words in the columns (empty where none are marked)."""

    record: Record
    letter: str = ""


def finding_markers(rows: Diff, views: Iterable[FindingView]) -> Markers:
    """The letters of the findings whose words a changed row shares, in either text; an empty place shares none."""
    changed = [
        (number, row)
        for number, row in enumerate(rows, start=1)
        if row.kind in {RowKind.CHANGED, RowKind.DECLARED}
    ]
    extents = {
        "excerpt": sorted((row.quoted.span.start, row.quoted.span.end, number) for number, row in changed),
        "source": sorted(
            (passage.span.start, passage.span.end, number)
            for number, row in changed
            for passage in row.source
        ),
    }
    letters: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for view in views:
        for side, of_side in extents.items():
            start, end = view.record[side]["span"] if view.record[side] else (0, 0)
            for number in _sharing(of_side, start, end) if view.letter else ():
                letters[number][view.letter] = None
    return {number: tuple(found) for number, found in letters.items()}


def _sharing(extents: Sequence[_Extent], start: int, end: int) -> Iterable[int]:
    """The numbers of the rows that share words with a span; rows hardly overlap, so that few are looked at."""
    at = max(0, bisect_right(extents, (start, 0, 0)) - 1)
    while at < len(extents) and extents[at][0] < end:
        first, last, number = extents[at]
        if max(first, start) < min(last, end):
            yield number
        at += 1
