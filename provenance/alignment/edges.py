"""Edges: a word changed at the very beginning or end of an excerpt stands for its neighbour in the source."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from provenance.alignment.coding import PreparedSource
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.hyphens import after, before, sides
from provenance.alignment.stretches import Stretch
from provenance.languages.sentences import splitter
from provenance.text.folding import fold_word

# Two words at least this alike (0 to 100) are one, changed.
_ALIKE = 60.0
# So many words at an edge can be the changed beginning of a sentence, or its end.
_MOST_WORDS = 4


class Edges:
    """Settles the edges of the strands of one excerpt."""

    def __init__(self, encoded: EncodedExcerpt, source: PreparedSource) -> None:
        self._encoded = encoded
        self._source = source
        self._ours, self._theirs = sides(encoded, source)

    def settle(self, strands: Sequence[Sequence[Stretch]]) -> list[list[Stretch]]:
        """Extend the first and the last strand of each passage over changed words at its edges."""
        settled = [list(strand) for strand in strands]
        borders = [strand[-1].last for strand in settled]
        for index, strand in enumerate(settled):
            reached = borders[index - 1] if index else 0
            limit = settled[index + 1][0].first if index + 1 < len(settled) else len(self._encoded)
            reached = max(reached, self._passage_start(strand[0].first))
            limit = min(limit, self._passage_end(strand[-1].last))
            strand[:0] = self._broken_before(strand[0], reached)
            strand.extend(self._broken_after(strand[-1], limit))
            head, tail = self._head(strand[0], reached), self._tail(strand[-1], limit)
            strand[:0] = head
            strand.extend(tail)
        return settled

    def _broken_before(self, stretch: Stretch, reached: int) -> list[Stretch]:
        nearest = max([gap for gap in self._encoded.gaps if gap <= stretch.first], default=0)
        if stretch.first <= max(reached, nearest):
            return []
        return before(stretch.first, stretch.place, max(reached, nearest), self._ours, self._theirs)

    def _broken_after(self, stretch: Stretch, limit: int) -> list[Stretch]:
        nearest = min([gap for gap in self._encoded.gaps if gap >= stretch.last], default=limit)
        if stretch.last >= min(limit, nearest):
            return []
        return after(stretch.last, stretch.until, min(limit, nearest), self._ours, self._theirs)

    def _passage_start(self, word: int) -> int:
        return max(first for first in self._encoded.firsts if first <= word)

    def _passage_end(self, word: int) -> int:
        return min(first for first in self._encoded.firsts if first >= word)

    def _head(self, stretch: Stretch, reached: int) -> list[Stretch]:
        words = stretch.first - reached
        if (
            not 0 < words <= _MOST_WORDS
            or reached not in self._encoded.firsts
            or self._is_declared(reached, stretch.first)
        ):
            return []
        place = stretch.place
        over = self._back_to_sentence(place)
        if over and abs(over - words) <= 2 and self._begins(reached):
            return [Stretch(reached, stretch.first, place - over, place)]
        if place and over != 0 and self._is_similar(stretch.first - 1, place - 1):
            return [Stretch(stretch.first - 1, stretch.first, place - 1, place)]
        return []

    def _tail(self, stretch: Stretch, limit: int) -> list[Stretch]:
        words, place = limit - stretch.last, stretch.until
        if (
            not 0 < words <= _MOST_WORDS
            or limit not in self._encoded.firsts
            or self._is_declared(stretch.last, limit)
        ):
            return []
        over = self._on_to_sentence(place)
        if over and abs(over - words) <= 1 and self._ends(limit):
            return [Stretch(stretch.last, limit, place, place + over)]
        if over and (words == 1 or self._is_similar(stretch.last, place)):
            return [Stretch(stretch.last, stretch.last + 1, place, place + 1)]
        return []

    def _is_declared(self, first: int, last: int) -> bool:
        """Whether words are said to be missing there."""
        return any(first <= gap <= last for gap in self._encoded.gaps if 0 < gap < len(self._encoded))

    def _back_to_sentence(self, place: int) -> int:
        """How many words stand between the beginning of a sentence and a word of the source; more than can be changed: 99."""
        for over in range(_MOST_WORDS + 1):
            if place == over or self._breaks(place - over):
                return over
        return 99

    def _on_to_sentence(self, place: int) -> int:
        for over in range(_MOST_WORDS + 1):
            if place + over == len(self._source.codes) or self._breaks(place + over):
                return over
        return 99

    def _breaks(self, place: int) -> bool:
        source = self._source
        return splitter().ends_between(source.document.text, source.ends[place - 1], source.starts[place])

    def _begins(self, word: int) -> bool:
        """Whether a word of the excerpt is written like the first of a sentence."""
        return not self._encoded.document.text[self._encoded.starts[word]].islower()

    def _ends(self, word: int) -> bool:
        """Whether the excerpt ends a sentence before a word, or with its passage."""
        text, end = self._encoded.document.text, self._encoded.ends[word - 1]
        return text[end : end + 1] in {".", "!", "?", ""}

    def _is_similar(self, word: int, place: int) -> bool:
        encoded, source = self._encoded, self._source
        ours = fold_word(encoded.document.text[encoded.starts[word] : encoded.ends[word]])
        theirs = fold_word(source.document.text[source.starts[place] : source.ends[place]])
        return (ours[:1].isdigit() and theirs[:1].isdigit()) or ratio(ours, theirs) >= _ALIKE
