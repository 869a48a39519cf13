"""What is drawn on a terminal: lines of a given width, in cells; differences in colours, with marks that stay when copied."""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.style import Style
from rich.text import Text

from provenance.findings.trace import ExcerptTrace
from provenance.reporting.cleaning import is_safe_link, one_line
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
_NARROWEST = 20
_LOOSE = " ,;:–—"  # what stands badly before an ellipsis
_WORD = re.compile(r"[^ \t\n]+[ \t\n]*")  # a no-break space keeps a word together
LABEL_WIDTH = 9  # columns of "cue", "source" and the other labels
_SHORTEST_ADDRESS = 30  # columns that an address has, though its remark goes below


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


def wrapped(text: Text, width: int) -> list[Text]:
    """The lines of one paragraph. A word that is wider than a line is broken, since it has to be; an address never.

    They are those of ``Text.wrap``, which takes a console, and a console takes long to import.
    """
    lines = list(text.split(allow_blank=True))
    width = max(width, _NARROWEST)
    parts = [part for line in lines for part in line.divide(_breaks(line.plain, width))]
    for part in parts:
        part.rstrip()
    return parts


def _breaks(line: str, width: int) -> Iterator[int]:
    """Where to cut a line: before a word that no longer fits, and inside one that is wider than a whole line."""
    used = cell_len(line[: len(line) - len(line.lstrip())])
    for word in _WORD.finditer(line):
        start, cells = word.start(), cell_len(word[0].rstrip())
        if used + cells <= width:
            used += cell_len(word[0])
            continue
        whole = cells <= width or "://" in word[0]
        pieces = [word[0]] if whole else chop_cells(word[0], width)
        for piece in pieces:
            if start:
                yield start
            start += len(piece)
        used = cell_len(pieces[-1])


def indented(lines: Iterable[Text], by: int) -> Iterator[Text]:
    """The lines with ``by`` spaces before them; a blank line stays blank."""
    return (Text(" " * by).append_text(line) if line.plain else line for line in lines)


def hanging(label: Text, text: Text, *, column: int, width: int) -> list[Text]:
    """A text wrapped to the right of a label, which takes the first ``column`` cells of the first line."""
    lines = wrapped(text, width - column) or [Text()]
    first = padded(label, column).append_text(lines[0])
    return [first, *indented(lines[1:], column)]


def padded(text: Text, width: int) -> Text:
    """The text filled up with spaces to ``width`` cells; one space at least."""
    return text.copy().append(" " * max(1, width - cell_len(text.plain)))


def shortened(text: str, width: int) -> str:
    """The words that fit into ``width`` cells, with an ellipsis where some had to go."""
    if cell_len(text) <= width:
        return text
    cut = set_cell_size(text, max(1, width - 1)).rstrip()
    head, space, _ = cut.rpartition(" ")
    kept = head if space and cell_len(head) > width // 2 else cut
    return f"{kept.rstrip(_LOOSE)}…"


def columns(left: Sequence[Text], right: Sequence[Text], *, width: int) -> Iterator[Text]:
    """Two columns of ready lines, the left one ``width`` cells wide."""
    for one, other in zip_longest(left, right, fillvalue=Text()):
        yield padded(one, width).append("│ ", "dim").append_text(other)


def field(label: str, text: Text, width: int) -> list[Text]:
    """A labelled text, its further lines below its first."""
    return hanging(Text.styled(label, "dim"), text, column=LABEL_WIDTH, width=width)


def located(label: str, target: Text, remark: str, width: int) -> list[Text]:
    """An address with a remark. It is never broken, so that it can be copied: the remark goes below where it must."""
    line = padded(Text.styled(label, "dim"), LABEL_WIDTH).append_text(target)
    if cell_len(line.plain) + cell_len(remark) <= width:
        return [line.append(remark)]
    return [line, *[Text(" " * LABEL_WIDTH + remark.removeprefix(" · "))] * bool(remark)]


def linked(target: str, view: View, width: int) -> Text:
    """An address or a path; a hyperlink where the terminal can and the address is harmless, of ``width`` cells at most."""
    link = target if view.hyperlinks and is_safe_link(target) else None
    shown = one_line(target)
    if link:  # the link holds all of it, and what is encoded says little to people
        shown = f"{shown.partition('%')[0]}…" if "%" in shown else shown
        shown = shortened(shown, max(_SHORTEST_ADDRESS, width))
    return Text.styled(shown, Style(link=link) if link else "")


def with_link(text: str, url: str | None, view: View, width: int) -> Text:
    """A sentence whose address is a hyperlink, where it can be one."""
    before, address, after = text.partition(url) if url else (text, "", "")
    return Text(before).append_text(linked(address, view, width - LABEL_WIDTH)).append(after)
