"""The way from a trace to the places in its file, at the count of lines and columns that its editor has."""

from bisect import bisect_right
from collections.abc import Callable

from lsprotocol.types import Position, Range

from provenance.findings.trace import ExcerptTrace, Trace
from provenance.text.document import Passage, whole
from provenance.text.span import Span


class Places:
    """The way from a trace to the places in its file."""

    def __init__(self, trace: Trace, units: Callable[[str], int]) -> None:
        self._trace = trace
        self._source_map = trace.article.source_map
        self._units = units
        self._file = self._source_map.file if self._source_map else ""
        self._starts = self._source_map.line_starts if self._source_map else (0,)

    def position(self, at: int) -> Position:
        """The position of an offset in the file."""
        line = bisect_right(self._starts, at) - 1
        return Position(line, self._units(self._file[self._starts[line] : at]))

    def range(self, span: Span) -> Range:
        """The range of a span of the file."""
        return Range(self.position(span.start), self.position(span.end))

    def of(self, passage: Passage) -> Range:
        """The range of a passage of the article; its first line where no more is known for certain."""
        found = self._source_map.locate(passage.span) if self._source_map else None
        return self.range(found) if found else self.line(passage.line)

    def excerpts_at(self, place: Range) -> list[tuple[ExcerptTrace, Range]]:
        """The excerpts that a range touches, each with its own."""
        placed = ((item, self.of(whole(item.excerpt.passages))) for item in self._trace.excerpts)
        return [(item, own) for item, own in placed if touches(own, place)]

    def line(self, number: int) -> Range:
        """The range of a line, which is counted from 1 here."""
        start, end = (*self._starts, len(self._file))[min(number, len(self._starts)) - 1 :][:2]
        return self.range(Span(start, start + len(self._file[start:end].rstrip("\r\n"))))


def touches(one: Range, other: Range) -> bool:
    """Whether two ranges share a character or meet."""
    return one.start <= other.end and other.start <= one.end
