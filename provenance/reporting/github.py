"""Annotations of GitHub Actions.

GitHub shows ten errors and ten warnings a step. The gravest come first; how many more there are is said in a notice,
and all of them stand in the job summary, for which the command line writes the Markdown report.
"""

from collections.abc import Iterator

from provenance.findings.finding import Severity
from provenance.findings.trace import Trace
from provenance.reporting import places
from provenance.reporting.cleaning import clean, one_line
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.reporting.summary import counted, summary_lines
from provenance.text.document import Passage, whole

SHOWN = 10  # how many annotations of one level GitHub shows for a step
_EXPECTED = Severity.CRITICAL + 1  # what a person wrote down comes first


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as workflow commands, which show findings at their lines in a pull request."""
    notes = [note for trace in run.traces for note in _annotations(trace, run)]
    notes.sort(key=lambda note: -note[1])
    lines = [f"::error title=provenance::{_data(one_line(trouble))}" for trouble in run.troubles]
    for level in ("error", "warning"):
        commands = [command for at, _, command in notes if at == level]
        lines += commands[:SHOWN]
        if (more := len(commands) - SHOWN) > 0:
            lines.append(f"::notice::{counted(more, f'more {level}')}: see the job summary.")
    for remark in run.every_remark:
        title = f"{remark.rule.code} {remark.rule.name}"
        lines.append(_command("notice", remark.path, f"line={remark.line}", title, remark.message))
    return "".join(f"{line}\n" for line in [*lines, f"::notice::{_data('; '.join(summary_lines(run)))}"])


def _annotations(trace: Trace, run: Run) -> Iterator[tuple[str, int, str]]:
    def note(level: str, gravity: int, where: str, title: str, message: str) -> tuple[str, int, str]:
        origin = trace.article.document.origin
        return level, gravity, _command(level, origin, where, title, message)

    for item in trace.excerpts:
        for finding in (each for each in item.findings if each.counts):
            level, title = "error" if run.fails(finding) else "warning", f"{finding.code} {finding.rule.name}"
            where, remark = _where(trace, places.passage_of(finding, item))
            yield note(level, finding.severity, where, title, finding.message + remark)
        if item.is_unchecked and run.expected_of(trace) is None:
            where, _ = _where(trace, whole(item.excerpt.passages))
            yield note("warning", 0, where, "unchecked", item.reason or "It could not be told.")
    for unmet in run.unmet_in(trace):
        yield note("error", _EXPECTED, f"line={unmet.line}", "not as expected", unmet.message)


def _where(trace: Trace, passage: Passage) -> tuple[str, str]:
    """The properties that say where an annotation stands, and what to say where only its line is known.

    GitHub takes columns within one line only, and counts the last one in.
    """
    place = places.place_in_file(trace.article, passage)
    if place is None:
        return f"line={passage.line}", f". {places.remark_on_place(trace.article, passage)}"
    if place.line != place.end_line:
        return f"line={place.line},endLine={place.end_line}", ""
    last = max(place.column, place.end_column - 1)
    return f"line={place.line},endLine={place.line},col={place.column},endColumn={last}", ""


def _command(level: str, path: str, where: str, title: str, message: str) -> str:
    place = f"file={_property(clean(places.from_here(path)))},{where},title={_property(title)}"
    return f"::{level} {place}::{_data(one_line(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
