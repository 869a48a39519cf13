"""SourceMap: the way from an article's text back to the file it was read from.

The file is cut into runs: what stands between tags, or between the signs of Markdown. A reader shows each run as a whole
or not at all, so a block of the text is some runs of the file in a row, those between that are hidden passed over. Where
several places of the file show the same words and neither lines nor their number tell which is meant, no place is given.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from provenance.articles.decoding import cleaned, with_line_feeds
from provenance.text.document import Block, Document
from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.articles.text_runs import TextRun

_LINE_END = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """A range of a file as editors count it: lines from 1, columns in code points from 1, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class SourceMap:
    """Where the text of a document stands in its file. Nothing is computed before a place is asked for.

    The file is whole, decoded, its line ends as they are, without a byte order mark; its format one that has lines.
    """

    def __init__(self, file: str, document: Document, format: str) -> None:  # noqa: A002 - as in read()
        self.file = file
        self._document = document
        self._format = format
        self._blocks: dict[int, tuple[tuple[int, int], ...] | None] = {}

    def __repr__(self) -> str:
        return f"<SourceMap of {self._document.origin or 'a text'}>"

    def place(self, span: Span) -> Place | None:
        """The lines and columns of a span; None where they are not known for certain."""
        found = self.locate(span)
        return self.place_in_file(found) if found else None

    def utf16_place(self, span: Span) -> Place | None:
        """The same with columns in UTF-16 code units, as some editors and viewers count."""
        found = self.locate(span)
        return self.utf16_place_in_file(found) if found else None

    def place_in_file(self, span: Span) -> Place:
        """The lines and columns of a range of ``file``."""
        return Place(*self._line_and_column(span.start), *self._line_and_column(span.end))

    def utf16_place_in_file(self, span: Span) -> Place:
        """The same with columns in UTF-16 code units."""
        place = self.place_in_file(span)
        if self.file.isascii():
            return place
        befores = (
            self.file[self.line_starts[line - 1] :][: column - 1]
            for line, column in ((place.line, place.column), (place.end_line, place.end_column))
        )
        columns = [len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1 for before in befores]
        return place._replace(column=columns[0], end_column=columns[1])

    def locate(self, span: Span) -> Span | None:
        """The range of ``file`` that shows a span of the document; None where that is not known for certain.

        It may hold tags, signs and line ends that stand between the words. An empty span is the place before the next
        character of its block, or behind the last.
        """
        text = self._document.text
        words = span.of(text)
        first = span.start + len(words) - len(words.lstrip())
        if not words.strip():
            return self._point(span.start)
        last = span.end - (len(words) - len(words.rstrip())) - 1
        start, end = self._character(first), self._character(last)
        if start is None or end is None or start.start > end.end:
            return None
        return Span(start.start, end.end)

    def _point(self, at: int) -> Span | None:
        text, block = self._document.text, self._document.block_at(at)
        stop = block.span.end if block and at <= block.span.end else len(text)
        after = next((index for index in range(at, stop) if not text[index].isspace()), None)
        if after is not None and (found := self._character(after)) is not None:
            return Span(found.start, found.start)
        before = next((index for index in range(at - 1, -1, -1) if not text[index].isspace()), None)
        found = self._character(before) if before is not None else None
        return Span(found.end, found.end) if found else None

    def _character(self, at: int) -> Span | None:
        """The range of the file that shows one character, which is no white space."""
        if self._format == "text":
            return self._in_file(Span(at, at + 1))
        index = self._document.block_index_at(at)
        if index not in self._blocks:
            self._blocks[index] = self._block_places(index)
        places = self._blocks[index]
        if places is None:
            return None
        before = self._document.text[self._document.blocks[index].span.start : at]
        number = len("".join(before.split()))
        return self._in_file(Span(*places[number])) if number < len(places) else None

    def _block_places(self, index: int) -> tuple[tuple[int, int], ...] | None:
        """Where each character of a block stands, white space left out; None if that is not certain."""
        if index < 0:
            return None
        from provenance.articles.text_runs import runs_showing

        block, words = self._document.blocks[index], self._squeezed(self._document.blocks[index])
        shown = runs_showing(self._runs, words, self._beginnings.get(words[:1], ()))
        fitting = [runs for runs in shown if self._line_of(runs) == block.line] if len(shown) > 1 else shown
        if len(fitting) != 1:  # the place among blocks of the same words, where all of those places are shown
            alike = [n for n, one in enumerate(self._document.blocks) if self._squeezed(one) == words]
            fitting = [shown[alike.index(index)]] if len(alike) == len(shown) else []
        pieces = (piece for run in fitting[0] for piece in run.pieces) if fitting else ()
        return tuple((start, end) for piece in pieces for _, start, end in piece.characters()) or None

    def _line_of(self, runs: "Sequence[TextRun]") -> int:
        start = next(start for piece in runs[0].pieces for _, start, _ in piece.characters())
        return self._line_and_column(self._in_file(Span(start, start)).start)[0]

    def _squeezed(self, block: Block) -> str:
        return "".join(block.span.of(self._document.text).split())

    def _in_file(self, span: Span) -> Span:
        """A range of the text with line feeds, as a range of the file; a page of elements is read as it is."""
        if self._format == "html" or not self._pairs:
            return span
        start = span.start + bisect_left(self._pairs, span.start)
        return Span(start, max(start, span.end + bisect_left(self._pairs, span.end)))

    def _line_and_column(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, at)
        return line, at - self.line_starts[line - 1] + 1

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines of ``file`` begin."""
        return (0, *(found.end() for found in _LINE_END.finditer(self.file)))

    @cached_property
    def _pairs(self) -> tuple[int, ...]:
        """Where CR LF stand, counted in the text in which each is one line feed."""
        return tuple(found.start() - number for number, found in enumerate(re.finditer("\r\n", self.file)))

    @cached_property
    def _beginnings(self) -> dict[str, list[int]]:
        beginnings: dict[str, list[int]] = {}
        for number, run in enumerate(self._runs):
            beginnings.setdefault(run.text[:1], []).append(number)
        return beginnings

    @cached_property
    def _runs(self) -> "tuple[TextRun, ...]":
        from provenance.articles.text_runs import html_runs, markdown_runs

        if self._format == "html":
            return tuple(html_runs(self.file))
        text = cleaned(with_line_feeds(self.file))
        if self._format != "markdown":
            return tuple(html_runs(text))
        from provenance.articles.formats.markdown import shown_text

        return tuple(markdown_runs(shown_text(text)))
