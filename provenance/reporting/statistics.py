"""How often each finding was made in a run, for ``--statistics``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from provenance.findings.codes import RULES
from provenance.findings.finding import Severity
from provenance.reporting.wrapping import hanging

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.trace import Trace


def statistics_lines(traces: Sequence[Trace], width: int) -> Iterator[Text]:
    """A line for each code that stands and is graver than a note, the most frequent first."""
    findings = [finding for trace in traces for item in trace.excerpts for finding in item.findings]
    counts = Counter(f.code for f in findings if f.stands and f.severity > Severity.NOTE)
    columns = max((len(str(count)) for count in counts.values()), default=0)
    for code, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        label = Text(f"{count:>{columns}}  ").append(code, "bold").append(f" {RULES[code].name}")
        yield from hanging(
            label, Text(RULES[code].summary), column=columns + 34, width=max(width, columns + 60)
        )
