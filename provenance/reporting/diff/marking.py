"""Differences with marks around them, for wherever colours cannot tell."""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from provenance.reporting.diff.model import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from provenance.reporting.diff.model import Paragraph, Segment

MARKS = MappingProxyType(
    {
        SegmentKind.OMITTED: ("[-", "-]"),
        SegmentKind.ADDED: ("{+", "+}"),
        SegmentKind.DECLARED: ("[~", "~]"),
        SegmentKind.MOVED: ("{>", "<}"),
    }
)
"""What stands around a text of each kind."""


class MarkedSegment(NamedTuple):
    """A segment, what opens and closes its kind at it, and its text or the label of what is folded away."""

    segment: Segment
    opening: str
    text: str
    closing: str


def marked_segments(
    paragraph: Paragraph, marks: Mapping[SegmentKind, tuple[str, str]]
) -> Iterator[MarkedSegment]:
    """The segments of a paragraph; a text that is cut in three by folding has one pair of marks."""
    for kind, group in groupby(paragraph, key=lambda segment: segment.kind):
        opening, closing = marks.get(kind, ("", ""))
        parts = tuple(group)
        for number, segment in enumerate(parts, start=1):
            last = closing if number == len(parts) else ""
            yield MarkedSegment(segment, opening, _shown(segment), last)
            opening = ""


def marked_line(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs as one line; a new one is a pilcrow."""
    return " ¶ ".join(map(_marked_paragraph, paragraphs))


def _marked_paragraph(paragraph: Paragraph) -> str:
    return "".join(
        f"{' ' * segment.spaced}{opening}{text}{closing}"
        for segment, opening, text, closing in marked_segments(paragraph, MARKS)
    )


def _shown(segment: Segment) -> str:
    """Words that are folded away never look like an ellipsis of the article."""
    label = segment.folded.replace(" ", "\N{NO-BREAK SPACE}")
    return f"⋯\N{NO-BREAK SPACE}{label}\N{NO-BREAK SPACE}⋯" if label else segment.text
