"""Spans: half-open ranges of Unicode code points."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points, ``0 <= start <= end``.

    An empty span is a place between two characters. It is true, unlike an empty list.

    Raises:
        ValueError: If the range is negative or runs backwards.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        _set_start(self, start)  # tens of thousands a page: twice as fast as by the checks of a frozen class
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """What the span cuts out of a text."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shifted(self, by: int) -> "Span":
        """This span, moved by a number of code points."""
        return Span(self.start + by, self.end + by)

    def stripped(self, text: str, characters: str | None = None) -> "Span":
        """This span of ``text`` without the white space at its edges; where nothing is left, the empty span at its end.

        ``characters`` are stripped instead of white space, as by ``str.strip``.
        """
        piece = text[self.start : self.end]
        bare = piece.strip(characters)
        if len(bare) == len(piece):
            return self
        start = self.end - len(piece.lstrip(characters))
        return Span(start, start + len(bare))

    def worded(self, text: str) -> "Span":
        """This span of ``text`` without the signs and spaces at its edges; where nothing is left, the empty span at its end."""
        start, end = self.start, self.end
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not text[end - 1].isalnum():
            end -= 1
        return Span(start, end)


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of ``spans``; a ValueError if there are none."""
    every = tuple(spans)
    if not every:
        raise ValueError("no spans, so nothing to cover")
    return Span(min(span.start for span in every), max(span.end for span in every))


def is_touched(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans, in order and disjoint, shares a character with another span."""
    index = bisect_left(spans, span.end, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].end > span.start


def merged(spans: Iterable[Span]) -> list[Span]:
    """The stretches that ``spans`` cover together, in order and apart."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def without(span: Span, cuts: Iterable[Span]) -> Iterator[Span]:
    """What is left of ``span`` when ``cuts`` are taken out, in order."""
    start = span.start
    for cut in sorted(cuts):
        if cut.end <= start or cut.start >= span.end:
            continue
        if start < cut.start:
            yield Span(start, cut.start)
        start = max(start, cut.end)
    if start < span.end:
        yield Span(start, span.end)
