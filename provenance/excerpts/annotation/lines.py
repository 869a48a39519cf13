"""Lines: the author's own words of a block, each quotation reduced to one sign."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise, repeat
from typing import NamedTuple

from provenance.languages.cues import Language, Word
from provenance.text.span import Span

QUOTED = "“”"  # the sign that stands for a quotation among the words of a line


class Line(NamedTuple):
    """The words and stops of a block, in order."""

    span: Span  # the block
    # Its words and stops outside quotations; a quotation is one word with the key `QUOTED`.
    words: tuple[Word, ...]
    sentences: tuple[int, ...]  # for each word, the number of its sentence in the block
    starts: Sequence[int]  # for each word, where it begins

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at or behind ``offset``; the number of words if none does."""
        return bisect_left(self.starts, offset)

    def start_before(self, stop: int, sentence: int, *, most: int) -> int:
        """Where the words begin that stand before a word in a sentence and behind the quotation before, at most so many."""
        start, least = stop, max(0, stop - most)
        while start > least and self.sentences[start - 1] == sentence and self.words[start - 1].key != QUOTED:
            start -= 1
        return start

    def begins_sentence(self, index: int) -> bool:
        """Whether a word is the first of its sentence, or stands behind a colon, a dash or a bullet at its beginning."""
        if index == 0 or self.sentences[index - 1] != self.sentences[index]:
            return True
        before = self.words[index - 1]
        return before.text in ".!?:•–—-…" and (before.text in ".!?:…" or index == 1)

    @property
    def last_sentence(self) -> int:
        """The number of its last sentence; 0 where it has none."""
        return self.sentences[-1] if self.sentences else 0


def line_of(text: str, span: Span, quoted: Sequence[Span], sentences: Iterable[Span], pack: Language) -> Line:
    """The line of a block; sentences that begin inside one of its quotations, which are disjoint and in order, do not count."""
    words: list[Word] = []
    start = span.start
    for quotation in quoted:
        words += pack.words(text, start, max(start, quotation.start))
        words.append(Word(QUOTED, quotation.start, quotation.end, QUOTED, is_word=False))
        start = max(start, quotation.end)
    words += pack.words(text, start, max(start, span.end))
    begun = [word.start for word in words]
    starts = [sentence.start for sentence in sentences if not _is_inside(sentence.start, quoted)][1:]
    edges = [0, *(bisect_left(begun, start) for start in starts), len(words)]
    numbers = chain.from_iterable(
        repeat(at, stop - first) for at, (first, stop) in enumerate(pairwise(edges))
    )
    return Line(span, tuple(words), tuple(numbers), begun)


def _is_inside(offset: int, quoted: Sequence[Span]) -> bool:
    """Whether an offset lies inside one of the quotations, which are disjoint and in order."""
    at = bisect_right(quoted, offset, key=lambda quotation: quotation.start) - 1
    return at >= 0 and quoted[at].start < offset < quoted[at].end
