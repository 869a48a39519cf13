"""Paragraphs of plain text, line by line: how each line is indented or prefixed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = re.compile(r"[ \t]{0,3}(?:(?:>[ \t]?){1,50}|\|[ \t](?=[^|]*$))")
_TAB = 4  # columns


class Line(NamedTuple):
    """A line of text.

    Attributes:
        span: What it says, without its prefix and the white space at its edges.
        indent: How many columns it is indented.
        is_quoted: Whether it stands behind ``>``.
    """

    span: Span
    indent: int
    is_quoted: bool


class Paragraph(NamedTuple):
    """Lines that belong together, with a blank line or a change of prefix around them.

    Attributes:
        lines: Its lines, none of them blank.
        line: The number of the first, from 1.
    """

    lines: tuple[Line, ...]
    line: int

    @property
    def span(self) -> Span:
        """From the first character that it says to the last."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def is_quoted(self) -> bool:
        """Whether its lines stand behind ``>``."""
        return self.lines[0].is_quoted

    @property
    def indent(self) -> int:
        """How many columns all of its lines are indented, at the least."""
        return min(line.indent for line in self.lines)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of ``text``, in order.

    Args:
        text: Plain text with line feeds.
    """
    gathered: list[Line] = []
    first = 1
    for number, line in enumerate(_lines(text), start=1):
        blank = not len(line.span)
        if gathered and (blank or line.is_quoted is not gathered[-1].is_quoted):
            yield Paragraph(tuple(gathered), first)
            gathered = []
        if not blank:
            first = first if gathered else number
            gathered.append(line)
    if gathered:
        yield Paragraph(tuple(gathered), first)


def _lines(text: str) -> Iterator[Line]:
    offset = 0
    for line in text.split("\n"):
        prefix = _PREFIX.match(line)
        start = prefix.end() if prefix else 0
        body = line[start:]
        bare = body.lstrip()
        begin = offset + len(line) - len(bare)
        white = body[: len(body) - len(bare)]
        yield Line(Span(begin, begin + len(bare.rstrip())), len(white.expandtabs(_TAB)), prefix is not None)
        offset += len(line) + 1
