"""Sliding: where an omission or an addition could stand at several places, it stands at the border a reader would see.

Of "the roof … the" in "the barn. The roof fell. The barn", either "The" may be the one that was kept. A mark of the
excerpt settles it, then the border of a paragraph, a sentence, a comma.
"""

from collections.abc import Sequence
from itertools import islice

from provenance.alignment.coding import Worded
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.seeding import Run

# A border is not moved over more words than this.
_FARTHEST = 12


def slide(strands: Sequence[Sequence[Run]], encoded: EncodedExcerpt) -> list[list[Run]]:
    """Move the borders between neighbouring runs where words are missing, or put in, on one side only.

    Returns:
        As many runs in as many strands, over the same words of the excerpt, or the same words of the source.
    """
    slider = _Slider(encoded)
    runs = [run for strand in strands for run in strand]
    for index in range(len(runs) - 1):
        runs[index], runs[index + 1] = slider.settle(runs[index], runs[index + 1])
    slid = iter(runs)
    return [list(islice(slid, len(strand))) for strand in strands]


class _Slider:
    __slots__ = ("_encoded", "_source")

    def __init__(self, encoded: EncodedExcerpt) -> None:
        self._encoded = encoded
        self._source = encoded.source

    def settle(self, before: Run, after: Run) -> tuple[Run, Run]:
        """Two neighbouring runs with the best border between them."""
        ahead = after.first - before.last
        over = after.place - before.until
        if (ahead > 0) == (over != 0):
            return before, after
        first, place = before.last, before.until
        most_back, most_on = min(before.size - 1, after.place), min(after.size - 1, len(self._source) - place)
        back = self._alike(after.first - 1, after.place - 1, most_back, -1)
        steps = range(-back, self._alike(first, place, most_on, 1) + 1)
        if len(steps) == 1:
            return before, after
        best = max(steps, key=lambda step: (self._border_rank(before, after, step), -abs(step)))
        return _slid_pair(before, after, best)

    def _alike(self, first: int, place: int, most: int, step: int) -> int:
        """How many words at a border are the same in both texts, so that they could as well stand beyond it."""
        ours, theirs = self._encoded.codes, self._source.codes
        rooms = range(max(0, min(most, _FARTHEST)))
        return next(
            (room for room in rooms if ours[first + step * room] != theirs[place + step * room]), len(rooms)
        )

    def _border_rank(self, before: Run, after: Run, step: int) -> int:
        """How good a border is: a declared gap, a passage's, a sentence's, a comma's."""
        end, first = before.last + step, after.first + step
        if end == first and end in self._encoded.gaps:
            return 8
        if first in self._encoded.firsts or end in self._encoded.firsts:
            return 6
        return self._breaks(before, after, step)

    def _breaks(self, before: Run, after: Run, step: int) -> int:
        """How much punctuation parts what is left out, or put in, from what stays."""
        if after.first == before.last:
            borders = (before.until + step, after.place + step)
            return sum(_break(self._source, border) for border in borders)
        borders = (before.last + step, after.first + step)
        return sum(_break(self._encoded, border) for border in borders)


def _break(words: Worded, index: int) -> int:
    """What parts a word from the one before: 2 for the end of a sentence or of the text, 1 for other punctuation."""
    if words.sentence_begins(index):
        return 2
    between = words.document.text[words.ends[index - 1] : words.starts[index]]
    return int(between != "" and not between.isspace())


def _slid_pair(before: Run, after: Run, step: int) -> tuple[Run, Run]:
    return (
        before._replace(size=before.size + step),
        after._replace(first=after.first + step, place=after.place + step, size=after.size - step),
    )
