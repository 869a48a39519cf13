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
    said = untraced_told([passage.line for passage in passages])
    return wrapped(Text(said, "dim"), width) if said else []


def untraced_told(lines: Sequence[int]) -> str:
    """The sentence for quotations that begin on these lines, one number each; empty where there are none."""
    if not lines:
        return ""
    were = "was" if len(lines) == 1 else "were"
    return f"{counted(len(lines), 'quotation')} without a speaker or source {were} not traced ({listed_lines(lines)})"


def listed_lines(lines: Sequence[int]) -> str:
    """``line 3``; ``lines 3, 8, 9``; the first few of many."""
    different = list(dict.fromkeys(lines))
    shown = ", ".join(map(str, different[:_MOST_LINES])) + (" …" if len(different) > _MOST_LINES else "")
    return f"{'line' if len(different) == 1 else 'lines'} {shown}"
