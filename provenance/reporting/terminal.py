"""The terminal report: every excerpt with its source, its verdict, and a diff that reads as prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict
from provenance.reporting.cleaning import one_line
from provenance.reporting.excerpt_view import excerpt_lines
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.expectation_view import expectation_lines
from provenance.reporting.painting import legend
from provenance.reporting.summary import told
from provenance.reporting.untraced_view import untraced_lines
from provenance.reporting.wrapping import indented, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.findings.trace import ExcerptTrace, Trace
    from provenance.reporting.reporter import Run, View

_LINK_ID = re.compile("\x1b]8;id=[^;]*;")  # random in rich; without one, the same run gives the same bytes
_WIDEST = 120  # columns; longer lines are hard to read
_NOTHING = "no excerpt found: `provenance detect` shows what counts as one"
_NOT_ENOUGH = "Not everything could be checked, so this run does not pass (exit code 3). {} lets it pass."
_NOTES = " (-v shows notes)"
_WHERE = " (-v shows their lines)"


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
    shown = [(trace, _shown(trace, run, view)) for trace in run.traces]
    for trace, items in shown:
        yield from _article_lines(trace, items, run, view)
    key = legend((item for _, items in shown for item in items), colour=view.colour)
    yield from wrapped(key, width) if key.plain and view.verbosity >= 0 else []
    *lines, last = told(run)
    counted = (item for trace in run.traces if run.expected_of(trace) is None for item in trace.excerpts)
    hidden = view.verbosity == 0 and any(map(_has_notes, counted))
    unseen = view.brief and view.verbosity == 0 and last.endswith("not traced")
    for line in (*lines, last + (_WHERE if unseen else _NOTES * hidden)):
        yield from wrapped(Text(line, "bold"), width)
    if run.exit_code is ExitCode.UNCHECKED:
        option = "--accept-unchecked" if any(trace.excerpts for trace in run.traces) else "--allow-empty"
        yield from wrapped(Text(_NOT_ENOUGH.format(option)), width)


def _has_notes(item: ExcerptTrace) -> bool:
    """Whether there is a note to show; those of an excerpt that was not checked say no more than its reason."""
    notes = (finding for finding in item.findings if finding.severity is Severity.NOTE)
    return item.verdict is not Verdict.UNCHECKED and any(notes)


def _shown(trace: Trace, run: Run, view: View) -> tuple[ExcerptTrace, ...]:
    return run.troubled(trace) if view.brief or view.verbosity < 0 else trace.excerpts


def _article_lines(trace: Trace, shown: Iterable[ExcerptTrace], run: Run, view: View) -> Iterator[Text]:
    width = min(view.width, _WIDEST)
    parts = [
        *(excerpt_lines(item, view, width) for item in shown),
        *_doubt_lines(trace, run, view, width),
        *_untraced_lines(trace, view, width),
        *expectation_lines(run.expected_of(trace), width),
    ]
    if not parts and (view.brief or view.verbosity < 0):
        return
    yield Text(one_line(trace.article.document.origin) or "-", "bold")
    for part in parts or ((),):
        yield from part
        yield Text()


def _untraced_lines(trace: Trace, view: View, width: int) -> Iterator[Iterable[Text]]:
    """That there are quotations of which nothing is said; left out where only trouble is shown."""
    if trace.untraced and not view.brief and view.verbosity >= 0:
        yield indented(untraced_lines(trace.untraced, width - 2), 2)


def _doubt_lines(trace: Trace, run: Run, view: View, width: int) -> Iterator[Iterable[Text]]:
    """Why there may be nothing to show in an article; a case without excerpts is meant to have none."""
    if not trace.excerpts and run.expected_of(trace) is None:
        for reason in (*trace.article.doubts, *[_NOTHING] * (not view.brief)):
            yield indented(wrapped(Text(one_line(reason)), width - 2), 2)
