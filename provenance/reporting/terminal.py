"""The terminal report: every excerpt with its source, its verdict, and a diff that reads as prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from provenance.findings.trace import Verdict
from provenance.reporting.cleaning import one_line
from provenance.reporting.excerpt_view import excerpt_lines
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.painting import legend
from provenance.reporting.summary import in_words, summarise
from provenance.reporting.wrapping import indented, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.findings.trace import ExcerptTrace, Trace
    from provenance.reporting.reporter import Run, View

_LINK_ID = re.compile("\x1b]8;id=[^;]*;")  # random in rich; without one, the same run gives the same bytes
_WIDEST = 120  # columns; longer lines are hard to read
_QUIET = frozenset({Verdict.VERBATIM, Verdict.FAITHFUL})
_NOTHING = "no excerpt found: `provenance detect` shows what counts as one"
_HINTS = {
    ExitCode.UNCHECKED: (
        "Not everything could be checked, so this run does not pass (exit code 3). "
        "--accept-unchecked and --allow-empty let it pass."
    ),
}


def report(run: Run, view: View) -> str:
    """The report as text for a terminal ``view.width`` columns wide, with escape sequences only where colour is on."""
    return rendered(lines_of(run, view), view)


def rendered(lines: Iterable[Text], view: View) -> str:
    """Lines as one string with a final line feed."""
    if not view.colour:
        return "".join(f"{line.plain.rstrip()}\n" for line in lines)
    from provenance.reporting.console import console_of

    console, out = console_of(view)
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return _LINK_ID.sub("\x1b]8;;", out.getvalue())


def lines_of(run: Run, view: View) -> Iterator[Text]:
    """The lines of the whole report."""
    width = min(view.width, _WIDEST)
    for trace in run.traces:
        yield from _article_lines(trace, view, width)
    key = legend((item for trace in run.traces for item in trace.excerpts), colour=view.colour)
    yield from wrapped(key, width) if key.plain and view.verbosity >= 0 else []
    yield from wrapped(Text(in_words(summarise(run.traces)), "bold"), width)
    yield from wrapped(Text(_HINTS.get(run.exit_code, "")), width) if run.exit_code in _HINTS else []


def _article_lines(trace: Trace, view: View, width: int) -> Iterator[Text]:
    shown = [item for item in trace.excerpts if _is_shown(item, view)]
    if not shown and view.verbosity < 0:
        return
    yield Text(one_line(trace.article.document.origin) or "-", "bold")
    if not trace.excerpts:
        for reason in (*trace.article.doubts, _NOTHING):
            yield from indented(wrapped(Text(one_line(reason)), width - 2), 2)
    for item in shown:
        yield from excerpt_lines(item, view, width)
        yield Text()
    yield from [] if shown else [Text()]


def _is_shown(item: ExcerptTrace, view: View) -> bool:
    return view.verbosity >= 0 or item.verdict not in _QUIET
