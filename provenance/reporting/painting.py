"""What is coloured for a terminal: differences, with marks that stay when they are copied, and pages of ours. No markup of a page is."""

from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from provenance.findings.trace import ExcerptTrace
from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.setting import MARKS, Paragraph, Segment, SegmentKind, marked_segments
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.reporter import View

if TYPE_CHECKING:
    from rich.console import Console  # which takes long to import, and is not needed without colours

_WIDEST = 100

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
        # A mark that is struck through cannot be read.
        sign = Style(color=style.color, dim=style.dim) if style else ""
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


def console_of(view: View) -> "tuple[Console, StringIO]":
    """A console as wide as the view, and what it prints to."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        force_terminal=view.colour,
        color_system="256" if view.colour else None,
        width=view.width,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    return console, out


def drawn(markdown: str, view: View) -> str:
    """A page of ours, which is Markdown that can be trusted, as text for a terminal."""
    from rich.markdown import Markdown

    console, out = console_of(view._replace(width=min(view.width, _WIDEST)))
    console.print(Markdown(markdown, hyperlinks=False))
    return out.getvalue()
