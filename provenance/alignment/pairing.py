"""Pairing: which words of a differing stretch stand for which, and which were put in or left out.

A word that one text breaks at a line's end, or hyphenates, and the other writes as one, is one word.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TypeAlias

from rapidfuzz.fuzz import ratio

from provenance.alignment.coding import Worded
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.seeding import Stretch

# Two words at least this alike (0 to 100) stand for each other wherever they are in the stretch.
_ALIKE = 60.0
# As many words, and no more than this, on both sides stand for each other as they are.
_SIDE_BY_SIDE = 2
# Longer stretches are not searched for pairs.
_MOST_PAIRS = 900
# So many more words on one side than on the other, and the rest was put in or left out, not replaced.
_UNEVEN = 3

# A sum of squared likenesses, and the pairs of words that it comes from.
_Score: TypeAlias = tuple[float, tuple[tuple[int, int], ...]]


class Pairer:
    """Pairs the words of one excerpt with those of one source."""

    def __init__(self, encoded: EncodedExcerpt) -> None:
        self.encoded = encoded
        self.source = encoded.source

    def pair(self, stretch: Stretch) -> list[Stretch]:
        """Cut a differing stretch into replacements, additions and omissions, in the excerpt's order."""
        if not stretch.ahead or not stretch.over or stretch.ahead == stretch.over == 1:
            return [stretch]
        return [part for piece in _set_apart(stretch, self.encoded) for part in self._pair(piece)]

    def _pair(self, stretch: Stretch) -> list[Stretch]:
        if not stretch.ahead or not stretch.over or stretch.ahead == stretch.over <= _SIDE_BY_SIDE:
            return [stretch]
        if is_rejoined(stretch, self.encoded):
            return [stretch]
        return [part for piece in self._apart(stretch) for part in self._most_similar_pairs(piece)]

    def _apart(self, stretch: Stretch) -> Iterator[Stretch]:
        """Set apart whole sentences: they were put in or left out, and replace nothing."""
        first, last, place, until, _ = stretch
        kept_first, kept_last = _between_sentences(self.encoded, first, last)
        kept_place, kept_until = _between_sentences(self.source, place, until)
        yield from _nonempty(Stretch(first, kept_first, kept_place, kept_place))
        yield from _nonempty(Stretch(kept_first, kept_first, place, kept_place))
        yield from _nonempty(Stretch(kept_first, kept_last, kept_place, kept_until))
        yield from _nonempty(Stretch(kept_last, kept_last, kept_until, until))
        yield from _nonempty(Stretch(kept_last, last, until, until))

    def _most_similar_pairs(self, stretch: Stretch) -> list[Stretch]:
        """Pair the words that are most alike, then what is left between them side by side."""
        ahead, over = stretch.ahead, stretch.over
        if not ahead or not over or ahead == over == 1 or ahead * over > _MOST_PAIRS:
            return [stretch]
        anchors = self._anchors(stretch)
        parts: list[Stretch] = []
        first, place = stretch.first, stretch.place
        for anchor, at in anchors:
            parts.extend(_side_by_side(Stretch(first, anchor, place, at)))
            parts.append(Stretch(anchor, anchor + 1, at, at + 1))
            first, place = anchor + 1, at + 1
        parts.extend(_side_by_side(Stretch(first, stretch.last, place, stretch.until)))
        return _merged_replacements(parts)

    def _anchors(self, stretch: Stretch) -> list[tuple[int, int]]:
        """The pairs of like words, in order on both sides, with the greatest sum of squared likeness."""
        ours = map(self.encoded.word, range(stretch.first, stretch.last))
        theirs = [*map(self.source.word, range(stretch.place, stretch.until))]
        rows: list[list[_Score]] = [[(0.0, ())] * (len(theirs) + 1)]
        for index, word in enumerate(ours):
            above = rows[-1]
            row: list[_Score] = [(0.0, ())]
            for at, other in enumerate(theirs):
                best = max(above[at + 1], row[-1], key=itemgetter(0))
                alike = ratio(word, other, score_cutoff=_ALIKE)
                if alike and above[at][0] + alike * alike > best[0]:
                    pair = (stretch.first + index, stretch.place + at)
                    best = (above[at][0] + alike * alike, (*above[at][1], pair))
                row.append(best)
            rows.append(row)
        return list(rows[-1][-1][1])


def _side_by_side(stretch: Stretch) -> list[Stretch]:
    """One replacement; where one side is much longer, only as many of its words as the other has, and the rest apart."""
    ahead, over = stretch.ahead, stretch.over
    if not ahead and not over:
        return []
    if not ahead or not over or abs(ahead - over) <= _UNEVEN:
        return [stretch]
    first, last, place, until, _ = stretch
    if ahead < over:
        return [Stretch(first, last, place, place + ahead), Stretch(last, last, place + ahead, until)]
    return [Stretch(first, first + over, place, until), Stretch(first + over, last, until, until)]


def _merged_replacements(parts: Sequence[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for part in parts:
        if joined and part.ahead and part.over and joined[-1].ahead and joined[-1].over:
            part = Stretch(joined[-1].first, part.last, joined[-1].place, part.until)  # noqa: PLW2901
            joined.pop()
        joined.append(part)
    return joined


def _nonempty(stretch: Stretch) -> list[Stretch]:
    return [stretch] if stretch.ahead or stretch.over else []


def _between_sentences(words: Worded, first: int, last: int) -> tuple[int, int]:
    """The range of words that is left beside the whole sentences of a range; all of it where there are none."""
    starts = [index for index in range(first, last + 1) if words.sentence_begins(index)]
    if len(starts) < 2:
        return first, last
    return (starts[-1], last) if starts[0] == first else (first, starts[0])


def _set_apart(stretch: Stretch, encoded: EncodedExcerpt) -> list[Stretch]:
    """Cut a differing stretch at the words that are broken in one text and whole in the other."""
    parts: list[Stretch] = []
    first, place = stretch.first, stretch.place
    for same in _broken_words(stretch, encoded):
        if same.first >= first and same.place >= place:
            parts += [*_nonempty(Stretch(first, same.first, place, same.place)), same]
            first, place = same.last, same.until
    return [*parts, *_nonempty(Stretch(first, stretch.last, place, stretch.until))]


def is_rejoined(stretch: Stretch, encoded: EncodedExcerpt) -> bool:
    """Whether two words on one side are the one word of the other."""
    first, _, place, _, _ = stretch
    if (stretch.ahead, stretch.over) == (2, 1):
        return encoded.rejoined(first) == encoded.source.word(place)
    return (stretch.ahead, stretch.over) == (1, 2) and encoded.word(first) == encoded.source.rejoined(place)


def _broken_words(stretch: Stretch, encoded: EncodedExcerpt) -> Iterator[Stretch]:
    """The words of a stretch that are broken on one side only, in the excerpt's order."""
    first, last, place, until, _ = stretch
    broken = {encoded.source.rejoined(at): at for at in range(place, until - 1)}
    for index in range(first, last):
        at = broken.get(encoded.word(index)) if len(broken) > 1 or "" not in broken else None
        if at is not None:
            yield Stretch(index, index + 1, at, at + 2)
        whole = encoded.rejoined(index) if index + 1 < last else ""
        at = (
            next((at for at in range(place, until) if encoded.source.word(at) == whole), None)
            if whole
            else None
        )
        if at is not None:
            yield Stretch(index, index + 2, at, at + 1)
