"""The terminal report: every excerpt with its source, its verdict, and a diff that reads as prose."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.text import Text

from provenance.findings.codes import RULES
from provenance.findings.trace import ExcerptTrace, Trace, Verdict
from provenance.reporting.cited_works import cited_works, told_works
from provenance.reporting.cleaning import one_line
from provenance.reporting.concise import remark_line
from provenance.reporting.places import from_here, source_url
from provenance.reporting.reporter import View
from provenance.reporting.run import ExitCode, Expectations, Run
from provenance.reporting.summary import (
    counted,
    listed_places,
    places_told,
    summary_lines,
    unknown_words,
    untraced_of,
)
from provenance.reporting.terminal.excerpts import cleared_line, excerpt_lines
from provenance.reporting.terminal.painting import (
    console_of,
    field,
    hanging,
    indented,
    legend,
    shortened,
    wrapped,
)
from provenance.text.document import whole

_LINK_ID = re.compile("\x1b]8;id=[^;]*;")  # random in rich; without one, the same run gives the same bytes
_WIDEST = 120  # columns; longer lines are hard to read
_NOTHING = "no excerpt found; `provenance detect --why` lists what was looked at"
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
    console, out = console_of(view)
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return _LINK_ID.sub("\x1b]8;;", out.getvalue())


def lines_of(run: Run, view: View) -> Iterator[Text]:
    """The lines of the whole report."""
    width = min(view.width, _WIDEST)
    only_troubled = view.brief or view.verbosity < 0
    shown = [(trace, run.troubled(trace) if only_troubled else trace.excerpts) for trace in run.traces]
    if view.statistics:
        yield from statistics_lines(run.traces, width)
    else:
        yield from _body(shown, run, view)
        key = legend(item for _, items in shown for item in items)
        yield from wrapped(key, width) if key.plain and view.verbosity >= 0 else []
    for remark in run.every_remark:
        yield from wrapped(Text(remark_line(remark)), width)
    yield from _ending(run, view, width)


def _ending(run: Run, view: View, width: int) -> Iterator[Text]:
    """What the run comes to, and what lets it pass if not enough was checked."""
    *lines, last = summary_lines(run)
    # Notes on an excerpt that was not checked say no more than its reason.
    items = (item for trace in run.traces if run.expected_of(trace) is None for item in trace.excerpts)
    findings = (each for item in items if item.verdict is not Verdict.UNCHECKED for each in item.findings)
    hidden = view.verbosity == 0 and any(finding.is_note for finding in findings)
    unseen = view.brief and view.verbosity == 0 and last.endswith("not traced")
    for line in (*lines, last + (_WHERE if unseen else _NOTES * hidden)):
        yield from wrapped(Text(line, "bold"), width)
    if run.exit_code is ExitCode.UNCHECKED:
        option = "--accept-unchecked" if any(trace.excerpts for trace in run.traces) else "--allow-empty"
        yield from wrapped(Text(_NOT_ENOUGH.format(option)), width)


def _body(shown: Sequence[tuple[Trace, Sequence[ExcerptTrace]]], run: Run, view: View) -> Iterator[Text]:
    """The parts of all articles, a rule between those of more than a line."""
    parts = [part for trace, items in shown for part in _article_parts(trace, items, run, view)]
    if view.gravest_first:
        parts.sort(key=lambda part: -part.gravity)
    for before, part in zip((None, *parts), parts, strict=False):
        if before is not None and (len(before.lines) > 1 or len(part.lines) > 1):
            yield Text("─" * min(view.width, _WIDEST), "dim")
        yield from part.lines
    yield from [Text()] * bool(parts)


class _Part(NamedTuple):
    """Lines that belong together, and how grave the gravest of what they tell is."""

    lines: Sequence[Text]
    gravity: float = -2.0


def _article_parts(trace: Trace, shown: Sequence[ExcerptTrace], run: Run, view: View) -> Iterator[_Part]:
    width = min(view.width, _WIDEST)
    troubled, alike = {id(item) for item in run.troubled(trace)}, _alike(shown) if view.verbosity <= 0 else {}
    for reason, items in alike.items():
        yield _Part(list(_unchecked_lines(trace, reason, items, width)), -1.0)
    grouped = {id(item) for items in alike.values() for item in items}
    told: set[str | None] = set()
    for item in (item for item in shown if id(item) not in grouped):
        if id(item) in troubled or item.hidden or view.verbosity > 0:
            yield _Part(excerpt_lines(trace, item, view, width, told=item.reason in told), _gravity(item))
            told.add(item.reason)
        else:
            yield _Part([cleared_line(trace, item, width)])
    rest = [line for said in _said(trace, run, view) for line in indented(wrapped(said, width - 2), 2)]
    if rest := [*rest, *expectation_lines(run.expected_of(trace), width)]:
        yield _Part([Text(one_line(from_here(trace.article.document.origin)) or "-", "bold"), *rest])


def _said(trace: Trace, run: Run, view: View) -> Iterator[Text]:
    """What there is to say of an article besides its excerpts; a case without excerpts is meant to have none."""
    if not trace.excerpts and run.expected_of(trace) is None:
        yield from (Text(one_line(reason)) for reason in trace.article.doubts)
        yield from [] if view.brief else [Text(_NOTHING)]
    if trace.untraced and not view.brief and view.verbosity >= 0:
        yield Text(untraced_of(trace), "dim")
    yield from (Text(said, "dim") for said in unknown_words(trace))
    if not view.brief and (works := told_works(cited_works(trace))):
        yield from (Text(one_line(work), "dim") for work in ["By reference:", *works])


def _gravity(item: ExcerptTrace) -> float:
    """The severity of the gravest finding that stands; below zero where there is none."""
    return max((float(finding.severity) for finding in item.findings if finding.stands), default=-0.5)


def _alike(items: Sequence[ExcerptTrace]) -> dict[str, list[ExcerptTrace]]:
    """The unchecked excerpts that share their reason with another one but for the address, by the reason."""
    groups: dict[str, list[ExcerptTrace]] = {}
    for item in items:
        if item.verdict is Verdict.UNCHECKED and item.reason:
            reason = item.reason
            if url := source_url(item):
                reason = reason.replace(f"{url}=", "ADDRESS=").replace(url, "the page cited")
            groups.setdefault(reason, []).append(item)
    return {reason: group for reason, group in groups.items() if len(group) > 1}


def _unchecked_lines(trace: Trace, reason: str, items: Sequence[ExcerptTrace], width: int) -> Iterator[Text]:
    yield Text(one_line(from_here(trace.article.document.origin)) or "-", "bold")
    said = f"{counted(len(items), 'quotation')} could not be checked: {one_line(reason)}"
    places = listed_places(places_told(trace.article, [whole(item.excerpt.passages) for item in items]))
    yield from indented(wrapped(Text(f"{said} {places[:1].upper()}{places[1:]}."), width - 2), 2)


def statistics_lines(traces: Sequence[Trace], width: int) -> Iterator[Text]:
    """A line for each code that stands and is graver than a note, the most frequent first."""
    findings = [finding for trace in traces for item in trace.excerpts for finding in item.findings]
    counts = Counter(finding.code for finding in findings if finding.counts)
    columns = max((len(str(count)) for count in counts.values()), default=0)
    for code, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        label = Text(f"{count:>{columns}}  ").append(code, "bold").append(f" {RULES[code].name}")
        yield from hanging(
            label, Text(RULES[code].summary), column=columns + 34, width=max(width, columns + 60)
        )


def expectation_lines(expected: Expectations | None, width: int) -> Iterator[Text]:
    """The differences of a case and the command that accepts them; nothing where all is as expected."""
    if expected is None or not expected.unmet:
        return
    inner = width - 2
    lines = [Text("not as findings.toml expects", "bold")]
    lines += field("why", Text(one_line(expected.why)), inner) if expected.why else []
    for title, unmet in groupby(expected.unmet, key=lambda each: each.title):
        lines.append(Text(shortened(one_line(title), inner)))
        for line in (line for each in unmet for line in each.lines):
            words = Text(one_line(line[2:]))
            lines += indented(hanging(Text(line[0]), words, column=2, width=inner - 2), 2)
    lines.append(Text(f"to accept: {one_line(expected.command)}"))  # one line, so that it can be copied
    yield from indented(lines, 2)
