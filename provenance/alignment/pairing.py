"""Pairing: which words of a differing stretch stand for which, and which were put in or left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rapidfuzz.fuzz import ratio

from provenance.alignment.coding import PreparedSource
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.hyphens import is_broken, is_rejoined, set_apart, sides
from provenance.alignment.stretches import Stretch
from provenance.languages.sentences import splitter
from provenance.text.folding import fold_word

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

    def __init__(self, encoded: EncodedExcerpt, source: PreparedSource) -> None:
        self.encoded = encoded
        self.source = source
        self._sides = sides(encoded, source)

    def pair(self, stretch: Stretch) -> list[Stretch]:
        """Cut a differing stretch into replacements, additions and omissions, in the excerpt's order."""
        if not stretch.ahead or not stretch.over or stretch.ahead == stretch.over == 1:
            return [stretch]
        apart = set_apart(stretch, *self._sides)
        if len(apart) > 1:
            return [part for piece in apart for part in self._pair(piece)]
        return self._pair(stretch)

    def _pair(self, stretch: Stretch) -> list[Stretch]:
        if not stretch.ahead or not stretch.over or stretch.ahead == stretch.over <= _SIDE_BY_SIDE:
            return [stretch]
        if is_rejoined(stretch, *self._sides) or is_broken(stretch, *self._sides):
            return [stretch]
        return [
            part
            for whole in self._bracketed(stretch)
            for piece in self._apart(whole)
            for part in self._most_similar_pairs(piece)
        ]

    def _bracketed(self, stretch: Stretch) -> list[Stretch]:
        """Set apart what stands in brackets: words beside it are paired with the words beside theirs, one for one."""
        edits = [edit for edit in self.encoded.edits if stretch.first <= edit[0] and edit[1] <= stretch.last]
        if len(edits) != 1 or edits[0] == (stretch.first, stretch.last):
            return [stretch]
        (first, last), (before, after) = edits[0], (edits[0][0] - stretch.first, stretch.last - edits[0][1])
        if before + after >= stretch.over:
            return [stretch]
        place, until = stretch.place + before, stretch.until - after
        parts = (
            Stretch(stretch.first, first, stretch.place, place),
            Stretch(first, last, place, until),
            Stretch(last, stretch.last, until, stretch.until),
        )
        return [part for part in parts if part.ahead]

    def _apart(self, stretch: Stretch) -> Iterator[Stretch]:
        """Set apart whole sentences: they were put in or left out, and replace nothing."""
        first, last = stretch.first, stretch.last
        starts = self._sentence_starts(
            self.encoded.document.text, self.encoded.starts, self.encoded.ends, first, last
        )
        kept_first, kept_last = first, last
        if len(starts) >= 2:
            kept_first, kept_last = (starts[-1], last) if starts[0] == first else (first, starts[0])
        place, until = stretch.place, stretch.until
        places = self._sentence_starts(
            self.source.document.text, self.source.starts, self.source.ends, place, until
        )
        kept_place, kept_until = place, until
        if len(places) >= 2:
            kept_place, kept_until = (places[-1], until) if places[0] == place else (place, places[0])
        yield from _nonempty(Stretch(first, kept_first, kept_place, kept_place))
        yield from _nonempty(Stretch(kept_first, kept_first, place, kept_place))
        yield from _nonempty(Stretch(kept_first, kept_last, kept_place, kept_until))
        yield from _nonempty(Stretch(kept_last, kept_last, kept_until, until))
        yield from _nonempty(Stretch(kept_last, last, until, until))

    @staticmethod
    def _sentence_starts(
        text: str, starts: Sequence[int], ends: Sequence[int], first: int, last: int
    ) -> list[int]:
        """The words of a range, its end included, before which a sentence ends."""
        return [
            index
            for index in range(first, last + 1)
            if index == 0
            or index == len(starts)
            or splitter().ends_between(text, ends[index - 1], starts[index])
        ]

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
        ours = self._words(
            self.encoded.document.text, self.encoded.starts, self.encoded.ends, stretch.first, stretch.last
        )
        theirs = self._words(
            self.source.document.text, self.source.starts, self.source.ends, stretch.place, stretch.until
        )
        rows: list[list[_Score]] = [[(0.0, ())] * (len(theirs) + 1)]
        for index, word in enumerate(ours):
            above = rows[-1]
            row: list[_Score] = [(0.0, ())]
            for at, other in enumerate(theirs):
                best = max(above[at + 1], row[-1], key=_score)
                alike = ratio(word, other, score_cutoff=_ALIKE)
                if alike and above[at][0] + alike * alike > best[0]:
                    pair = (stretch.first + index, stretch.place + at)
                    best = (above[at][0] + alike * alike, (*above[at][1], pair))
                row.append(best)
            rows.append(row)
        return list(rows[-1][-1][1])

    @staticmethod
    def _words(text: str, starts: Sequence[int], ends: Sequence[int], first: int, last: int) -> list[str]:
        return [fold_word(text[starts[index] : ends[index]]) for index in range(first, last)]


def _score(entry: tuple[float, object]) -> float:
    return entry[0]


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
    """Neighbouring replacements are one."""
    joined: list[Stretch] = []
    for part in parts:
        if joined and part.ahead and part.over and joined[-1].ahead and joined[-1].over:
            part = Stretch(joined[-1].first, part.last, joined[-1].place, part.until)  # noqa: PLW2901
            joined.pop()
        joined.append(part)
    return joined


def _nonempty(stretch: Stretch) -> list[Stretch]:
    return [stretch] if stretch.ahead or stretch.over else []
