"""Sliding: where an omission or an addition could stand at several places, it stands at the border a reader would see.

Of "the roof … the" in "the barn. The roof fell. The barn", either "The" may be the one that was kept. A mark of the
excerpt settles it, then the border of a paragraph, a sentence, a comma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.alignment.sentences import ends_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.alignment.coding import PreparedSource
    from provenance.alignment.seeding import Run
    from provenance.alignment.wording import Wording

# A border is not moved over more words than this.
_FARTHEST = 12


def slide(runs: Sequence[Run], wording: Wording, source: PreparedSource) -> list[Run]:
    """Move the borders between neighbouring runs where words are missing, or put in, on one side only.

    Args:
        runs: Of one strand, in order.
        wording: The excerpt.
        source: The source.

    Returns:
        As many runs over the same words of the excerpt, or the same words of the source.
    """
    slider = _Slider(wording, source)
    slid = list(runs)
    for index in range(len(slid) - 1):
        slid[index], slid[index + 1] = slider.settle(slid[index], slid[index + 1])
    return slid


class _Slider:
    __slots__ = ("_source", "_wording")

    def __init__(self, wording: Wording, source: PreparedSource) -> None:
        self._wording = wording
        self._source = source

    def settle(self, before: Run, after: Run) -> tuple[Run, Run]:
        """Two neighbouring runs with the best border between them."""
        ahead = after.first - before.first - before.size
        over = after.place - before.place - before.size
        if (ahead > 0) == (over > 0):
            return before, after
        steps = range(-self._room_left(before, after), self._room_right(before, after) + 1)
        best = max(steps, key=lambda step: (self._worth(before, after, step), -abs(step)))
        return _moved(before, after, best)

    def _room_left(self, before: Run, after: Run) -> int:
        """How many of the last words before the border could as well be the first behind it."""
        ours, theirs = self._wording.codes, self._source.codes
        for room in range(min(before.size - 1, _FARTHEST)):
            if ours[after.first - 1 - room] != theirs[after.place - 1 - room]:
                return room
        return max(0, min(before.size - 1, _FARTHEST))

    def _room_right(self, before: Run, after: Run) -> int:
        """How many of the first words behind the border could as well be the last before it."""
        ours, theirs = self._wording.codes, self._source.codes
        first, place = before.first + before.size, before.place + before.size
        for room in range(min(after.size - 1, _FARTHEST)):
            if ours[first + room] != theirs[place + room]:
                return room
        return max(0, min(after.size - 1, _FARTHEST))

    def _worth(self, before: Run, after: Run, step: int) -> int:
        """How good a border is: a declared gap, a passage's, a sentence's, a comma's."""
        end, first = before.first + before.size + step, after.first + step
        if end == first and end in self._wording.gaps:
            return 8
        if first in self._wording.firsts or end in self._wording.firsts:
            return 6
        return self._breaks(before, after, step)

    def _breaks(self, before: Run, after: Run, step: int) -> int:
        """How much punctuation parts what is left out, or put in, from what stays."""
        if after.first == before.first + before.size:
            text, starts, ends = self._source.document.text, self._source.starts, self._source.ends
            start, stop = before.place + before.size + step, after.place + step
        else:
            text, starts, ends = self._wording.document.text, self._wording.starts, self._wording.ends
            start, stop = before.first + before.size + step, after.first + step
        return sum(_break(text, ends[index - 1], starts[index]) for index in (start, stop))


def _break(text: str, end: int, start: int) -> int:
    if ends_between(text, end, start):
        return 2
    return int(any(not character.isspace() for character in text[end:start]))


def _moved(before: Run, after: Run, step: int) -> tuple[Run, Run]:
    return (
        before._replace(size=before.size + step),
        after._replace(first=after.first + step, place=after.place + step, size=after.size - step),
    )
