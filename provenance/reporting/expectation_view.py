"""What in a case is not as findings.toml expects, for the terminal: a few lines for each excerpt concerned."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from provenance.reporting.cleaning import one_line
from provenance.reporting.fields import field
from provenance.reporting.wrapping import hanging, indented, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.reporting.expectations import Expectations, Unmet

_INDENT = 2


def expectation_lines(expected: Expectations | None, width: int) -> Iterator[list[Text]]:
    """The differences of a case and the command that accepts them, as one part; nothing where all is as expected."""
    if expected is None or not expected.unmet:
        return
    inner = width - _INDENT
    lines = [Text("not as findings.toml expects", "bold")]
    lines += field("why", Text(one_line(expected.why)), inner) if expected.why else []
    for title, unmet in groupby(expected.unmet, key=lambda each: each.title):
        lines.append(Text(shortened(one_line(title), inner)))
        lines += indented(_differences(unmet, inner - _INDENT), _INDENT)
    lines.append(Text(f"to accept: {one_line(expected.command)}"))  # one line, so that it can be copied
    yield list(indented(lines, _INDENT))


def _differences(unmet: Iterable[Unmet], width: int) -> Iterator[Text]:
    for each in unmet:
        for line in each.lines:
            yield from hanging(Text(line[0]), Text(one_line(line[2:])), column=2, width=width)
