"""Differences painted for a terminal: with marks, which stay when they are copied, and with colours where there are any."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from provenance.findings.trace import ExcerptTrace
from provenance.reporting.diff.model import Paragraph, Segment, SegmentKind
from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.setting import MARKS, marked_segments
from provenance.reporting.diff.views import inline_diff

# Blue and orange can be told apart with every common kind of colour-blindness, red and green cannot. Both shades hold up
# on light and on dark grounds.
_STYLES = {
    SegmentKind.ADDED: Style(color="color(33)", underline=True),
    SegmentKind.OMITTED: Style(color="color(166)", strike=True),
    SegmentKind.GAP: Style(color="color(166)", bold=True),
    SegmentKind.DECLARED: Style(dim=True),
    SegmentKind.MOVED: Style(italic=True, underline=True),
}
_FOLDED = Style(dim=True)
_MEANINGS = {
    SegmentKind.OMITTED: "left out",
    SegmentKind.ADDED: "put in",
    SegmentKind.DECLARED: "left out, and the article says so",
    SegmentKind.MOVED: "stands elsewhere in the source",
}


def paint(paragraph: Paragraph) -> Text:
    """A paragraph of a difference."""
    text = Text()
    for segment, opening, words, closing in marked_segments(paragraph, MARKS):
        text.append(" " if text.plain and segment.spaced else "")
        style = _STYLES.get(segment.kind, _FOLDED if segment.folded else None)
        sign = (
            Style(color=style.color, dim=style.dim) if style else ""
        )  # a mark that is struck through cannot be read
        for part, look in ((opening, sign), (words, style), (closing, sign)):
            text.append(part, look)
    return text


def legend(items: Iterable[ExcerptTrace]) -> Text:
    """What the marks that were used mean; empty where none was."""
    used = {part.kind for item in items for paragraph in inline_diff(diff_of(item)) for part in paragraph}
    key = Text()
    for kind, meaning in _MEANINGS.items():
        if kind in used:
            key.append("  " if key.plain else "")
            key.append_text(paint((Segment(kind, meaning),)))
    return key
