"""The encoded excerpt: its passages cut into words and coded, with the places that its marks declare."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from provenance.alignment.alignment import DeclaredKind, DeclaredPlace
from provenance.alignment.coding import PreparedSource, Worded, running_sums
from provenance.languages.politeness import cut_plainly
from provenance.text.document import Document, Passage
from provenance.text.span import Span


@dataclass(frozen=True, slots=True)
class EncodedExcerpt(Worded):
    """An excerpt's words, coded for one source. Words inside an omission mark, an aside or apparatus are not among them."""

    source: PreparedSource  # the source that it is coded for
    document: Document  # the article that the spans are counted in
    passages: tuple[Span, ...]  # the spans of the excerpt's passages, those without any word included
    codes: str  # one character a word
    starts: list[int]  # the offset of each word in the article
    ends: list[int]  # the offset just after each word
    firsts: list[int]  # for each passage the index of its first word, and the number of words at the end
    information: list[float]  # the information of each word, in bits
    information_sums: list[float]  # its running sums, one more than there are words
    evidence_bits: list[float]  # the running sums of the evidence, in which frequent words are discounted
    # The indices of the words before which an omission is declared; the number of words stands for the end.
    gaps: frozenset[int]
    edits: tuple[tuple[int, int], ...]  # the half-open ranges of words that stand inside brackets
    declared: tuple[DeclaredPlace, ...]  # the declared places, in order
    # The ranges of the article, from word to word, in which brackets stand beside an omission mark: between
    # them the two declare whatever is missing.
    joint_declarations: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.codes)

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """From where to where some replaced words stand in the article, with the brackets around them."""
        start, end = self.starts[first], self.ends[last - 1]
        for place in self.declared:
            if place.kind is DeclaredKind.EDIT and place.span.start <= start and end <= place.span.end:
                start -= place.span.start == start - 1
                end += place.span.end == end + 1
        return start, end

    def evidence_in(self, span: Span) -> float:
        """The evidence, in bits, of the words that start in a span of the article."""
        return (
            self.evidence_bits[bisect_left(self.starts, span.end)]
            - self.evidence_bits[bisect_left(self.starts, span.start)]
        )


def encode_excerpt(
    passages: Sequence[Passage], source: PreparedSource, declared: Sequence[DeclaredPlace]
) -> EncodedExcerpt:
    """Cut an excerpt into words and code them as the source's words are coded; a ValueError if there is no passage."""
    if not passages:
        raise ValueError("an excerpt needs at least one passage")
    marks = tuple(sorted(_inside(declared, passages), key=lambda place: place.span))
    words, starts, ends, firsts = _cut_passages(tuple(passages), marks)
    weighed = source.weigh(words)
    information, evidence = list(map(itemgetter(1), weighed)), list(map(itemgetter(2), weighed))
    edits = tuple(_edit_ranges(marks, starts))
    for first, last in edits:  # what was put in tells nothing of the place
        information[first:last] = evidence[first:last] = [0.0] * (last - first)
    return EncodedExcerpt(
        source=source,
        document=passages[0].document,
        passages=tuple(passage.span for passage in passages),
        codes="".join(map(itemgetter(0), weighed)),
        starts=starts,
        ends=ends,
        firsts=firsts,
        information=information,
        information_sums=running_sums(information),
        evidence_bits=running_sums(evidence),
        gaps=frozenset(
            bisect_left(starts, place.span.start) for place in marks if place.kind is DeclaredKind.GAP
        ),
        edits=edits,
        declared=marks,
        joint_declarations=tuple(_joint_declarations(marks, starts, ends)) if len(marks) > 1 else (),
    )


def _inside(declared: Sequence[DeclaredPlace], passages: Sequence[Passage]) -> Iterator[DeclaredPlace]:
    for place in declared:
        if len(place.span) and any(passage.span.covers(place.span) for passage in passages):
            yield place


def words_of(passages: Sequence[Passage]) -> Sequence[str]:
    """The words of an excerpt as they stand, its apparatus left out."""
    return _cut_passages(tuple(passages), ())[0]


@lru_cache(maxsize=8)  # an excerpt is laid against many sources by turns
def _cut_passages(
    passages: tuple[Passage, ...], marks: tuple[DeclaredPlace, ...]
) -> tuple[list[str], list[int], list[int], list[int]]:
    """The words of all passages, where they start and end, and the first word of each passage and of what would follow."""
    silent = sorted(
        [*(place.span for place in marks if place.kind is not DeclaredKind.EDIT), *passed_over(passages)]
    )
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in (piece for passage in passages for piece in _outside_marks(passage.span, silent)):
        for found, *offsets in cut_plainly(passages[0].document.text, start, end):
            words += found
            starts += offsets[0]
            ends += offsets[1]
    firsts = [bisect_left(starts, passage.span.start) for passage in passages]
    return words, starts, ends, [*firsts, len(words)]


def passed_over(passages: Sequence[Passage]) -> tuple[Span, ...]:
    """The apparatus inside an excerpt's passages; none where they hold nothing else."""
    document = passages[0].document
    ranges = [(passage.span.start, passage.span.end) for passage in passages]
    if not any(any(map(str.isalnum, document.running_text(*each))) for each in ranges):
        return ()
    return tuple(piece.span for each in ranges for piece in document.apparatus_in(*each))


def _outside_marks(span: Span, silent: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """What of a passage stands outside omission marks and asides: no word goes on across one."""
    start = span.start
    for mark in silent:
        if start <= mark.start <= span.end:
            yield start, mark.start
            start = min(span.end, max(start, mark.end))
    yield start, span.end


def _edit_ranges(marks: Sequence[DeclaredPlace], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The ranges of whole words inside brackets; a bracket inside a word ("[T]he") is part of that word."""
    for place in marks:
        first, last = bisect_left(starts, place.span.start), bisect_left(starts, place.span.end)
        if place.kind is DeclaredKind.EDIT and first < last:
            yield first, last


def _joint_declarations(
    marks: Sequence[DeclaredPlace], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """From the word before to the word behind, where brackets and an omission mark have no word between them."""
    for one, two in pairwise(marks):
        first, last = bisect_left(starts, one.span.start), bisect_left(starts, two.span.end)
        between = bisect_left(starts, two.span.start) - bisect_left(starts, one.span.end)
        whole = first == last or ends[last - 1] <= two.span.end  # not the "[T]" of "[T]he"
        if {one.kind, two.kind} == {DeclaredKind.GAP, DeclaredKind.EDIT} and whole and not between:
            yield ends[first - 1] if first else 0, starts[last] if last < len(starts) else two.span.end
