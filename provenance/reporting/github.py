"""Annotations of GitHub Actions: workflow commands that show findings at their lines in a pull request.

GitHub shows ten errors and ten warnings a step. The gravest come first; how many more there are is said in a notice,
and all of them stand in the job summary, for which the command line writes the Markdown report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.findings.finding import Severity
from provenance.findings.remarks import Remark
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.cleaning import clean, one_line
from provenance.reporting.places import from_here, passage_of, place_in_file, remark_on_place
from provenance.reporting.reporter import Run, View
from provenance.reporting.summary import counted, summary_lines
from provenance.text.document import Passage, whole

SHOWN = 10  # how many annotations of one level GitHub shows for a step

_EXPECTED = Severity.CRITICAL + 1  # what a person wrote down comes first


@dataclass(frozen=True, slots=True)
class _Annotation:
    level: str
    gravity: int
    path: str
    where: str
    title: str
    message: str

    def command(self) -> str:
        place = f"file={_property(clean(self.path))},{self.where},title={_property(self.title)}"
        return f"::{self.level} {place}::{_data(self.message)}"


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as workflow commands."""
    every = sorted(
        (note for trace in run.traces for note in _of_article(trace, run)),
        key=lambda note: -note.gravity,
    )
    lines = [f"::error title=provenance::{_data(one_line(trouble))}" for trouble in run.troubles]
    for level in ("error", "warning"):
        of_level = [note for note in every if note.level == level]
        lines += [note.command() for note in of_level[:SHOWN]]
        if more := len(of_level) - SHOWN:
            lines += [f"::notice::{counted(more, f'more {level}')}: see the job summary."] * (more > 0)
    lines += map(_remark, run.every_remark)
    return "".join(f"{line}\n" for line in [*lines, f"::notice::{_data('; '.join(summary_lines(run)))}"])


def _of_article(trace: Trace, run: Run) -> Iterator[_Annotation]:
    for item in trace.excerpts:
        yield from _annotations(trace, item, run)
    path = from_here(trace.article.document.origin)
    for unmet in run.unmet_in(trace):
        where = f"line={unmet.line}"
        yield _Annotation("error", _EXPECTED, path, where, "not as expected", one_line(unmet.message))


def _annotations(trace: Trace, item: ExcerptTrace, run: Run) -> Iterator[_Annotation]:
    path = from_here(trace.article.document.origin)
    for finding in item.findings:
        if finding.severity > Severity.NOTE and finding.stands:
            level = "error" if run.fails(finding) else "warning"
            title = f"{finding.code} {finding.rule.name}"
            where, remark = _where(trace, passage_of(finding, item))
            yield _Annotation(level, finding.severity, path, where, title, one_line(finding.message) + remark)
    if item.is_unchecked and run.expected_of(trace) is None:
        reason = one_line(item.reason or "It could not be told.")
        where, _ = _where(trace, whole(item.excerpt.passages))
        yield _Annotation("warning", 0, path, where, "unchecked", reason)


def _where(trace: Trace, passage: Passage) -> tuple[str, str]:
    """The properties that say where an annotation stands, and what to say where only its line is known.

    GitHub takes columns within one line only, and counts the last one in.
    """
    place = place_in_file(trace.article, passage)
    if place is None:
        return f"line={passage.line}", f". {remark_on_place(trace.article, passage)}"
    if place.line != place.end_line:
        return f"line={place.line},endLine={place.end_line}", ""
    last = max(place.column, place.end_column - 1)
    return f"line={place.line},endLine={place.line},col={place.column},endColumn={last}", ""


def _remark(remark: Remark) -> str:
    place = f"file={_property(clean(from_here(remark.path)))},line={remark.line}"
    title = _property(f"{remark.rule.code} {remark.rule.name}")
    return f"::notice {place},title={title}::{_data(one_line(remark.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
