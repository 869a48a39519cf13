"""Labelled lines of the terminal report: a text, or an address with what is to be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.wrapping import hanging, padded, shortened

if TYPE_CHECKING:
    from provenance.reporting.reporter import View

LABEL_WIDTH = 9
"""Columns of "cue", "source" and the other labels."""

_SHORTEST_ADDRESS = 30  # columns that an address has, though its remark goes below


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
    link = target if view.colour and is_safe_link(target) else None
    shown = one_line(target)
    if link:  # the link holds all of it, and what is encoded says little to people
        shown = f"{shown.partition('%')[0]}…" if "%" in shown else shown
        shown = shortened(shown, max(_SHORTEST_ADDRESS, width))
    return Text.styled(shown, Style(link=link) if link else "")


def with_link(text: str, url: str | None, view: View, width: int) -> Text:
    """A sentence whose address is a hyperlink, where it can be one."""
    before, address, after = text.partition(url) if url else (text, "", "")
    return Text(before).append_text(linked(address, view, width - LABEL_WIDTH)).append(after)
