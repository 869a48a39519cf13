"""What a report says of quotations that were seen and not traced, so that nobody takes them for checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from provenance.reporting.summary import counted
from provenance.reporting.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.text.document import Passage

_MOST_LINES = 8  # line numbers that are listed


def untraced_lines(passages: Sequence[Passage], width: int) -> list[Text]:
    """One dim sentence with the line numbers; nothing where there are none."""
    if not passages:
        return []
    lines = list(dict.fromkeys(passage.line for passage in passages))
    shown = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if len(lines) > _MOST_LINES else "")
    were = "was" if len(passages) == 1 else "were"
    label = "line" if len(lines) == 1 else "lines"
    said = f"{counted(len(passages), 'quotation')} without a speaker or source {were} not traced ({label} {shown})"
    return wrapped(Text(said, "dim"), width)
