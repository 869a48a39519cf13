"""Edges of what the texts share: slid to the border that a reader would see, and extended over words changed at them.

An omission or an addition may stand at several places: of "the roof … the" in "the barn. The roof fell. The barn", either
"The" may be the one that was kept. A mark of the excerpt settles it, then the border of a paragraph, a sentence, a comma. A
word changed at the very beginning or end of an excerpt stands for its neighbour in the source.
"""

from collections.abc import Sequence
from itertools import islice

from rapidfuzz.fuzz import ratio

from provenance.alignment.coding import Worded
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.pairing import is_rejoined
from provenance.alignment.seeding import Run, Stretch

# A border is not moved over more words than this.
_FARTHEST = 12

# Two words at least this alike (0 to 100) are one, changed.
_ALIKE = 60.0
# So many words at an edge can be the changed beginning of a sentence, or its end.
_MOST_WORDS = 4
_TOO_FAR = 99
# A word broken in the excerpt, or in the source.
_BROKEN = ((2, 1), (1, 2))


class Edges:
    """Settles the edges of the strands of one excerpt."""

    def __init__(self, encoded: EncodedExcerpt) -> None:
        self._encoded = encoded
        self._source = encoded.source

    def slide(self, strands: Sequence[Sequence[Run]]) -> list[list[Run]]:
        """Move the borders between neighbouring runs where words are missing, or put in, on one side only; there stay as many."""
        runs = [run for strand in strands for run in strand]
        for index in range(len(runs) - 1):
            runs[index], runs[index + 1] = self._settled(runs[index], runs[index + 1])
        slid = iter(runs)
        return [list(islice(slid, len(strand))) for strand in strands]

    def _settled(self, before: Run, after: Run) -> tuple[Run, Run]:
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
        by = max(steps, key=lambda step: (self._border_rank(before, after, step), -abs(step)))
        behind = after._replace(first=after.first + by, place=after.place + by, size=after.size - by)
        return before._replace(size=before.size + by), behind

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
        if after.first == before.last:
            return _break(self._source, before.until + step) + _break(self._source, after.place + step)
        return _break(self._encoded, end) + _break(self._encoded, first)

    def settle(self, strands: Sequence[Sequence[Stretch]]) -> list[list[Stretch]]:
        """Extend the first and the last strand of each passage over changed words at its edges."""
        gaps, firsts = self._encoded.gaps, self._encoded.firsts
        settled = [list(strand) for strand in strands]
        borders = [strand[-1].last for strand in settled]
        for index, strand in enumerate(settled):
            start, end = strand[0], strand[-1]
            reached = max(first for first in firsts if first <= start.first)
            reached = max(reached, borders[index - 1] if index else 0)
            limit = min(first for first in firsts if first >= end.last)
            limit = min(limit, settled[index + 1][0].first if index + 1 < len(settled) else limit)
            edge = max([reached, *(gap for gap in gaps if gap <= start.first)])
            strand[:0] = self._broken(start.first, start.place, edge, -1)
            edge = min([limit, *(gap for gap in gaps if gap >= end.last)])
            strand.extend(self._broken(end.last, end.until, edge, 1))
            head, tail = self._head(strand[0], reached), self._tail(strand[-1], limit)
            strand[:0] = head
            strand.extend(tail)
        return settled

    def _broken(self, first: int, place: int, edge: int, step: int) -> list[Stretch]:
        """What goes on from two words of which one is known to be the other: broken words, and the same words between them.

        Backwards from before them where ``step`` is -1, and onwards from behind them where it is 1, up to the ``edge``.
        """
        parts: list[Stretch] = []
        while True:
            ways = [(first + step * ahead, place + step * over) for ahead, over in _BROKEN]
            inside = [way for way in ways if step * (edge - way[0]) >= 0 and 0 <= way[1] <= len(self._source)]
            broken = (_between(first, place, *way) for way in inside)
            found = next((part for part in broken if is_rejoined(part, self._encoded)), None)
            if found is None:
                return sorted(parts)
            first, place = first + step * found.ahead, place + step * found.over
            same = self._same_words(first, place, edge, step)
            parts += [found, _between(first, place, first + same, place + same)._replace(equal=True)]
            if not same:
                parts.pop()
            first, place = first + same, place + same

    def _same_words(self, first: int, place: int, edge: int, step: int) -> int:
        """How many words go on alike; negative where they are gone through backwards."""
        same, behind = 0, min(step, 0)
        while (
            step * (edge - first - same) > 0
            and 0 <= place + same + behind < len(self._source)
            and self._encoded.word(first + same + behind) == self._source.word(place + same + behind)
        ):
            same += step
        return same

    def _head(self, stretch: Stretch, reached: int) -> list[Stretch]:
        first, place = stretch.first, stretch.place
        words = first - reached
        if not self._may_be_changed(reached, first, reached):
            return []
        over = self._to_sentence(place, -1)
        if over and abs(over - words) <= 2 and self._begins(reached):
            return [Stretch(reached, first, place - over, place)]
        if over and self._is_similar(first - 1, place - 1):
            return [Stretch(first - 1, first, place - 1, place)]
        return []

    def _tail(self, stretch: Stretch, limit: int) -> list[Stretch]:
        last, place = stretch.last, stretch.until
        words = limit - last
        if not self._may_be_changed(last, limit, limit):
            return []
        over = self._to_sentence(place, 1)
        if over and abs(over - words) <= 1 and self._ends(limit):
            return [Stretch(last, limit, place, place + over)]
        if over and (words == 1 or self._is_similar(last, place)):
            return [Stretch(last, last + 1, place, place + 1)]
        return []

    def _may_be_changed(self, first: int, last: int, edge: int) -> bool:
        """Whether there are a few words at the edge of a passage, and none is said to be missing there."""
        encoded = self._encoded
        declared = any(first <= gap <= last for gap in encoded.gaps if 0 < gap < len(encoded))
        return 0 < last - first <= _MOST_WORDS and edge in encoded.firsts and not declared

    def _to_sentence(self, place: int, step: int) -> int:
        """How many words stand between a word of the source and the border of its sentence."""
        steps = range(_MOST_WORDS + 1)
        return next((over for over in steps if self._source.sentence_begins(place + step * over)), _TOO_FAR)

    def _begins(self, word: int) -> bool:
        """Whether a word of the excerpt is written like the first of a sentence."""
        return not self._encoded.document.text[self._encoded.starts[word]].islower()

    def _ends(self, word: int) -> bool:
        """Whether the excerpt ends a sentence before a word, or with its passage."""
        text, end = self._encoded.document.text, self._encoded.ends[word - 1]
        return text[end : end + 1] in {".", "!", "?", ""}

    def _is_similar(self, word: int, place: int) -> bool:
        ours, theirs = self._encoded.word(word), self._source.word(place)
        return (ours[:1].isdigit() and theirs[:1].isdigit()) or ratio(ours, theirs) >= _ALIKE


def _between(first: int, place: int, other: int, at: int) -> Stretch:
    return Stretch(min(first, other), max(first, other), min(place, at), max(place, at))


def _break(words: Worded, index: int) -> int:
    """What parts a word from the one before: 2 for the end of a sentence or of the text, 1 for other punctuation."""
    if words.sentence_begins(index):
        return 2
    between = words.document.text[words.ends[index - 1] : words.starts[index]]
    return int(between != "" and not between.isspace())
