"""Segments set as paragraphs: white space settled, long runs folded, marks around differences where colours cannot tell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from provenance.reporting.cleaning import clean
from provenance.reporting.diff.clips import is_ideograph

_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\S{1,40}")  # what runs on for longer is no word


class SegmentKind(StrEnum):
    """What a run of text is to the reader."""

    EQUAL = "equal"
    ADDED = "added"
    OMITTED = "omitted"
    MARK = "mark"  # what the article puts in the place of words, and says so: "[…]", "[the council]"
    DECLARED = "declared"  # the words of the source that stand under such a mark
    MOVED = "moved"  # words of the excerpt that stand elsewhere in the source
    GAP = "gap"  # the place of the article where words of the source were left out
    CONTEXT = "context"  # words around, no part of the quotation
    SKIP = "skip"  # what the source has in between and the comparison passes over


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text of one kind, in one view."""

    kind: SegmentKind  # what it is
    text: str  # its words
    link_id: int = 0  # its row's number: segments of both columns with the same one fold together
    moved: int = 0  # the number of the moved passage that it belongs to; 0 for none
    markers: tuple[str, ...] = ()  # the letters of the findings that are about it
    covers: str = ""  # for a mark, the words of the source that it stands for
    spaced: bool = False  # whether a space stands before it in its paragraph
    folded: str = ""  # what stands there while it is folded away, as `24 words`; empty where it is shown


Paragraph = tuple[Segment, ...]


class Folding(NamedTuple):
    """Above how many words a text is folded, and how many of them stay at either end."""

    equal: tuple[int, int]  # of what is equal, was moved, or stands under a mark
    changed: tuple[int, int]  # of what was added or omitted, which the reader came for


TERMINAL = Folding((12, 5), (60, 20))
PAGE = Folding((50, 18), (115, 42))  # about four lines of a column, and nine
_CHANGED = frozenset({SegmentKind.ADDED, SegmentKind.OMITTED})
_NEVER_FOLDED = frozenset({SegmentKind.MARK, SegmentKind.GAP, SegmentKind.CONTEXT, SegmentKind.SKIP})


def paragraphs(segments: Iterable[Segment], *, unbroken_over: int = 0) -> tuple[Paragraph, ...]:
    """The segments as paragraphs; a difference of more than ``unbroken_over`` words has pilcrows, and folds as a whole."""
    done: list[Paragraph] = []
    current: list[Segment] = []
    spaced = False
    for segment, begins in _lines(segments, unbroken_over):
        if begins:
            done.append(tuple(current))
            current, spaced = [], False
        words = segment.text.strip()
        if words:
            spaced = spaced or segment.text[0] == " "
            current.append(replace(segment, text=words, spaced=spaced and bool(current)))
            spaced = False
        spaced = spaced or segment.text[-1:] == " "
    done.append(tuple(current))
    return tuple(filter(None, done))


def plain(text: str) -> str:
    """Text of a page, cleaned, every run of white space one space."""
    return _SPACES.sub(" ", clean(text))


def _lines(segments: Iterable[Segment], unbroken_over: int) -> Iterator[tuple[Segment, bool]]:
    """The segments, those that hold several paragraphs divided; and whether each begins a new one."""
    for segment in segments:
        texts = _PARAGRAPH.split(_unbroken(segment, unbroken_over))
        last = max((number for number, text in enumerate(texts) if text.strip()), default=0)
        for number, text in enumerate(texts):
            markers = segment.markers if number == last else ()
            shown = replace(segment, text=plain(text), covers=plain(segment.covers), markers=markers)
            yield shown, number > 0


def _unbroken(segment: Segment, unbroken_over: int) -> str:
    whole = segment.kind in {*_CHANGED, SegmentKind.DECLARED}
    if not whole or "\n" not in segment.text or len(_words(segment.text)) <= unbroken_over:
        return segment.text
    words = segment.text.strip()
    return segment.text.replace(words, _PARAGRAPH.sub(" ¶ ", words))


def folded(paragraph: Paragraph, folding: Folding) -> Paragraph:
    """The paragraph with long texts cut in three, the middle folded away."""
    return tuple(piece for segment in paragraph for piece in _fold(segment, folding))


def _fold(segment: Segment, folding: Folding) -> Iterator[Segment]:
    over, edge = folding.changed if segment.kind in _CHANGED else folding.equal
    words = _words(segment.text)
    if segment.kind in _NEVER_FOLDED or len(words) <= over:
        yield segment
        return
    text, (first, last) = segment.text, (words[edge - 1][1], words[-edge][0])
    middle = text[first:last].strip()
    label = _length(middle, len(words) - 2 * edge)
    yield replace(segment, text=text[:first], markers=())
    yield replace(segment, text=middle, markers=(), spaced=text[first].isspace(), folded=label)
    yield replace(segment, text=text[last:], spaced=text[last - 1].isspace())


def _length(text: str, words: int) -> str:
    if any(map(is_ideograph, text)):
        return f"{sum(not character.isspace() for character in text)} characters"
    return f"{words} word{'' if words == 1 else 's'}"


def _words(text: str) -> Sequence[tuple[int, int]]:
    """Where the words stand that a reader counts: what is between spaces, or two ideographs."""
    runs = [match.span() for match in _WORD.finditer(text)]
    if not any(map(is_ideograph, text)):
        return runs
    return [pair for start, end in runs for pair in _pairs(text, start, end)]


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        dense = is_ideograph(text[at])
        stop = at + 1
        while stop < end and is_ideograph(text[stop]) is dense and not (dense and stop - at == 2):
            stop += 1
        yield at, stop
        at = stop


MARKS = MappingProxyType(
    {
        SegmentKind.OMITTED: ("[-", "-]"),
        SegmentKind.ADDED: ("{+", "+}"),
        SegmentKind.DECLARED: ("[~", "~]"),
        SegmentKind.MOVED: ("{>", "<}"),
    }
)
"""What stands around a text of each kind."""


def marked_segments(
    paragraph: Paragraph, marks: Mapping[SegmentKind, tuple[str, str]]
) -> Iterator[tuple[Segment, str, str, str]]:
    """Each segment, what opens its kind, its text or the label of what is folded, what closes it: one pair where it was cut."""
    for kind, group in groupby(paragraph, key=lambda segment: segment.kind):
        opening, closing = marks.get(kind, ("", ""))
        parts = tuple(group)
        for number, segment in enumerate(parts, start=1):
            last = closing if number == len(parts) else ""
            yield segment, opening, _shown(segment), last
            opening = ""


def marked_line(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs as one line; a new one is a pilcrow."""
    return " ¶ ".join(
        "".join(f"{' ' * segment.spaced}{opening}{text}{closing}" for segment, opening, text, closing in each)
        for each in (marked_segments(paragraph, MARKS) for paragraph in paragraphs)
    )


def _shown(segment: Segment) -> str:
    """Words that are folded away never look like an ellipsis of the article."""
    label = segment.folded.replace(" ", "\N{NO-BREAK SPACE}")
    return f"⋯\N{NO-BREAK SPACE}{label}\N{NO-BREAK SPACE}⋯" if label else segment.text
