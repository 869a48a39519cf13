"""Lines of a given width: wrapped between words, indented, set in columns. Widths are counted in terminal cells."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Console, OverflowMethod
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PLAIN = Console(color_system=None, width=80)  # rich asks for one to wrap; nothing is printed to it
_NARROWEST = 20


def wrapped(text: Text, width: int) -> list[Text]:
    """The lines of one paragraph. A word that is wider than a line is broken, since it has to be; an address never."""
    overflow: OverflowMethod = "ignore" if "://" in text.plain else "fold"
    return list(text.wrap(_PLAIN, max(width, _NARROWEST), overflow=overflow))


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
    return f"{head if space and cell_len(head) > width // 2 else cut}…"


def columns(left: Sequence[Text], right: Sequence[Text], *, width: int) -> Iterator[Text]:
    """Two columns of ready lines, the left one ``width`` cells wide."""
    for one, other in zip_longest(left, right, fillvalue=Text()):
        yield padded(one, width).append("│ ", "dim").append_text(other)
