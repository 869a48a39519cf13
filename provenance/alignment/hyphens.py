"""Hyphens: a word that one text breaks at a line's end, or hyphenates, and the other writes as one, is one word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provenance.alignment.coding import PreparedSource
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.stretches import Stretch
from provenance.text.folding import fold_word

HYPHENS = "-‐‑\u00ad¬"  # the last is how some programs that read scans write a soft hyphen
_SOFT = "\u00ad"  # belongs to the word before it
_LONGEST_BREAK = 40
# A word broken in the excerpt, or in the source.
_BROKEN = ((2, 1), (1, 2))


class Side(NamedTuple):
    """The words of one of the two texts."""

    text: str  # the text
    starts: Sequence[int]  # the offset of each word
    ends: Sequence[int]  # the offset just after each word

    def word(self, index: int) -> str:
        """A word in folded form."""
        return fold_word(self.text[self.starts[index] : self.ends[index]])

    def rejoined(self, index: int) -> str:
        """A word and the next as one, in folded form, if nothing but a hyphen and white space parts them; else empty."""
        gap = self._gap(index)
        parted = gap[:1] in HYPHENS and not gap[1:].strip() if gap else False
        return self.word(index) + self.word(index + 1) if parted else ""

    def is_broken(self, index: int) -> bool:
        """Whether a word and the next are parted by a hyphen at a line's end."""
        return "\n" in self._gap(index) and self.rejoined(index) != ""

    def _gap(self, index: int) -> str:
        """What parts a word from the next, a soft hyphen at its end included; nothing if it is long."""
        end, start = self.ends[index], self.starts[index + 1]
        if self.text[end - 1] == _SOFT and start > end:
            end -= 1
        return self.text[end:start] if start - end <= _LONGEST_BREAK else ""


def sides(encoded: EncodedExcerpt, source: PreparedSource) -> tuple[Side, Side]:
    """The words of the excerpt and of the source."""
    return (
        Side(encoded.document.text, encoded.starts, encoded.ends),
        Side(source.document.text, source.starts, source.ends),
    )


def set_apart(stretch: Stretch, ours: Side, theirs: Side) -> list[Stretch]:
    """Cut a differing stretch at the words that are broken in one text and whole in the other."""
    parts: list[Stretch] = []
    first, place = stretch.first, stretch.place
    for same in _broken_words(stretch, ours, theirs):
        if same.first < first or same.place < place:
            continue
        if same.first > first or same.place > place:
            parts.append(Stretch(first, same.first, place, same.place))
        parts.append(same)
        first, place = same.last, same.until
    if (first < stretch.last or place < stretch.until) or not parts:
        parts.append(Stretch(first, stretch.last, place, stretch.until))
    return parts


def is_rejoined(stretch: Stretch, ours: Side, theirs: Side) -> bool:
    """Whether two words on one side are the one word of the other."""
    first, _, place, _, _ = stretch
    if (stretch.ahead, stretch.over) == (2, 1):
        return ours.rejoined(first) == theirs.word(place)
    return (stretch.ahead, stretch.over) == (1, 2) and ours.word(first) == theirs.rejoined(place)


def is_broken(stretch: Stretch, ours: Side, theirs: Side) -> bool:
    """Whether one word stands against two parts of a word, the same or another, parted at a line's end."""
    first, _, place, _, _ = stretch
    if (stretch.ahead, stretch.over) == (2, 1):
        return ours.is_broken(first)
    return (stretch.ahead, stretch.over) == (1, 2) and theirs.is_broken(place)


def before(first: int, place: int, reached: int, ours: Side, theirs: Side) -> list[Stretch]:
    """What stands before two words of which one is known to be the other: broken words, and the same words between them."""
    parts: list[Stretch] = []
    while True:
        broken = [Stretch(first - ahead, first, place - behind, place) for ahead, behind in _BROKEN]
        fit = [part for part in broken if part.first >= reached and part.place >= 0]
        found = next((part for part in fit if is_rejoined(part, ours, theirs)), None)
        if found is None:
            return parts
        first, place = found.first, found.place
        same = 0
        while (
            first - same > reached
            and place > same
            and ours.word(first - same - 1) == theirs.word(place - same - 1)
        ):
            same += 1
        equal = Stretch(first - same, first, place - same, place, equal=True)
        parts[:0] = [equal, found] if same else [found]
        first, place = equal.first, equal.place


def after(last: int, until: int, limit: int, ours: Side, theirs: Side) -> list[Stretch]:
    """What stands behind two words of which one is known to be the other: as ``before``."""
    parts: list[Stretch] = []
    words = len(theirs.starts)
    while True:
        broken = [Stretch(last, last + ahead, until, until + behind) for ahead, behind in _BROKEN]
        fit = [part for part in broken if part.last <= limit and part.until <= words]
        found = next((part for part in fit if is_rejoined(part, ours, theirs)), None)
        if found is None:
            return parts
        last, until = found.last, found.until
        same = 0
        while (
            last + same < limit
            and until + same < words
            and ours.word(last + same) == theirs.word(until + same)
        ):
            same += 1
        equal = Stretch(last, last + same, until, until + same, equal=True)
        parts += [found, equal] if same else [found]
        last, until = equal.last, equal.until


def _broken_words(stretch: Stretch, ours: Side, theirs: Side) -> Iterator[Stretch]:
    """The words of a stretch that are broken on one side only, in the excerpt's order."""
    first, last, place, until, _ = stretch
    broken = {theirs.rejoined(at): at for at in range(place, until - 1)}
    for index in range(first, last):
        at = broken.get(ours.word(index)) if len(broken) > 1 or "" not in broken else None
        if at is not None:
            yield Stretch(index, index + 1, at, at + 2)
        whole = ours.rejoined(index) if index + 1 < last else ""
        at = next((at for at in range(place, until) if theirs.word(at) == whole), None) if whole else None
        if at is not None:
            yield Stretch(index, index + 2, at, at + 1)
