"""Reports for machines and editors: a line a finding, annotations of GitHub Actions, GitLab's code quality, and JUnit XML.

GitHub shows ten errors and ten warnings a step. The gravest come first; how many more there are is said in a notice,
and all of them stand in the job summary, for which the command line writes the Markdown report.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from json import dumps
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from provenance.articles.article import Article
from provenance.findings.finding import Finding, Remark, Severity
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting import places
from provenance.reporting.cleaning import clean, one_line
from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.setting import TERMINAL, folded, marked_line
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.places import from_here, passage_of, place_told
from provenance.reporting.records import Record, digest_of_words, fingerprint, identifiers, numbered
from provenance.reporting.reporter import Run, View
from provenance.reporting.summary import counted, summary_lines
from provenance.text.document import Passage, whole

SHOWN = 10  # how many annotations of one level GitHub shows for a step
_EXPECTED = Severity.CRITICAL + 1  # what a person wrote down comes first
_FIRST_WORDS = 60
_NOT_XML = re.compile("[\ufffe\uffff]")  # the only code points that cleaning leaves and XML 1.0 forbids


def report(run: Run, view: View) -> str:
    """The run, and what it comes to in the last line."""
    lines = [line for trace in run.traces for line in _lines(trace, run, view)]
    lines += map(remark_line, run.every_remark)
    lines += [one_line(trouble) for trouble in run.troubles]
    return "".join(f"{line}\n" for line in (*lines, *summary_lines(run)))


def _lines(trace: Trace, run: Run, view: View) -> Iterator[str]:
    path = one_line(from_here(trace.article.document.origin))
    for item in trace.excerpts:
        for finding in item.findings:
            if finding.stands and (finding.severity > Severity.NOTE or view.verbosity > 0):
                yield finding_line(trace.article, item, finding)
        if item.is_unchecked and run.expected_of(trace) is None:
            where = place_told(trace.article, whole(item.excerpt.passages))
            yield f"{path}:{where}: unchecked: {one_line(item.reason or 'It cannot be told.')}"
    for unmet in run.unmet_in(trace):
        yield f"{path}:{unmet.line}: not as expected: {one_line(unmet.message)}"


def remark_line(remark: Remark) -> str:
    """A remark on one line, behind its file and line."""
    where = f"{one_line(from_here(remark.path))}:{remark.line}"
    return f"{where}: note {remark.rule.code} {remark.rule.name}: {one_line(remark.message)}"


def finding_line(article: Article, item: ExcerptTrace, finding: Finding) -> str:
    """A finding on one line, behind its place."""
    where = f"{one_line(from_here(article.document.origin))}:{place_told(article, passage_of(finding, item))}"
    return (
        f"{where}: {finding.severity.label} {finding.code} {finding.rule.name}: {one_line(finding.message)}"
    )


def github(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
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
        for finding in _counting(item):
            level, title = "error" if run.fails(finding) else "warning", f"{finding.code} {finding.rule.name}"
            where, remark = _where(trace, places.passage_of(finding, item))
            yield note(level, finding.severity, where, title, finding.message + remark)
        if item.is_unchecked and run.expected_of(trace) is None:
            where, _ = _where(trace, whole(item.excerpt.passages))
            yield note("warning", 0, where, "unchecked", item.reason or "It could not be told.")
    for unmet in run.unmet_in(trace):
        yield note("error", _EXPECTED, f"line={unmet.line}", "not as expected", unmet.message)


def _counting(item: ExcerptTrace) -> Iterator[Finding]:
    return (finding for finding in item.findings if finding.severity > Severity.NOTE and finding.stands)


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


def gitlab(run: Run, view: View) -> str:  # noqa: ARG001 - as above
    """The run as issues that a merge request shows (a subset of Code Climate's); GitLab wants a list, though it be empty."""
    issues = [issue for trace in run.traces for issue in _issues(trace, run)]
    names = numbered(issue["fingerprint"] for issue in issues)
    issues = [{**issue, "fingerprint": name} for issue, name in zip(issues, names, strict=True)]
    return dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issues(trace: Trace, run: Run) -> Iterator[Record]:
    path = clean(places.from_here(trace.article.document.origin))
    for item in trace.excerpts:
        for finding in _counting(item):
            line = places.line_in_file(trace.article, places.passage_of(finding, item))
            yield {
                "description": one_line(finding.message),
                "check_name": f"{finding.code} {finding.rule.name}",
                "fingerprint": digest_of_words(path, fingerprint(item, finding)),
                "severity": finding.severity.label,
                "location": {"path": path, "lines": {"begin": line}},
            }
    for unmet in run.unmet_in(trace):
        yield {
            "description": one_line(unmet.message),
            "check_name": "unmet-expectation",
            "fingerprint": digest_of_words(path, unmet.words, unmet.expected or "", unmet.found or ""),
            "severity": "major",
            "location": {"path": path, "lines": {"begin": unmet.line}},
        }


def junit(run: Run, view: View) -> str:  # noqa: ARG001 - as above
    """The run as JUnit XML: a suite an article, a test case an excerpt.

    A case fails by findings that fail the run and by whatever is not as expected of it, and is skipped, with the reason,
    if the excerpt is unchecked and nobody expects that. What could not be read at all is an error in a suite of its own.
    The times are left out, so that the same run gives the same bytes.
    """
    suites = Element("testsuites", name="provenance")
    suites.extend(_suite(trace, run) for trace in run.traces)
    if run.troubles:
        suites.append(_troubles(run.troubles))
    for count in ("tests", "failures", "errors", "skipped"):
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, "unicode") + "\n"


def _suite(trace: Trace, run: Run) -> Element:
    origin = _text(trace.article.document.origin)
    suite = Element("testsuite", name=origin)
    names = identifiers(item.excerpt for item in trace.excerpts)
    for item, name in zip(trace.excerpts, names, strict=True):
        suite.append(_case(trace, item, f"{name} {_text(item.excerpt.text)[:_FIRST_WORDS]}", run))
    lost = [unmet for unmet in run.unmet_in(trace) if unmet.excerpt is None]
    for title, unmet in groupby(lost, key=lambda each: each.title):
        case = SubElement(suite, "testcase", name=_text(title), classname=origin, file=origin, line="1")
        _fail(case, "expectation", [_text(each.message) for each in unmet])
    return _with_counts(suite)


def _troubles(troubles: Sequence[str]) -> Element:
    suite = Element("testsuite", name="what could not be checked")
    for number, trouble in enumerate(troubles, start=1):
        case = SubElement(suite, "testcase", name=f"trouble {number}", classname="provenance")
        SubElement(case, "error", type="trouble", message=_text(trouble))
    return _with_counts(suite)


def _with_counts(suite: Element) -> Element:
    suite.set("tests", str(len(suite)))
    for count, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(len(suite.findall(f"testcase/{element}"))))
    return suite


def _case(trace: Trace, item: ExcerptTrace, name: str, run: Run) -> Element:
    origin = _text(trace.article.document.origin)
    line = places.line_in_file(trace.article, whole(item.excerpt.passages))
    case = Element("testcase", name=name, classname=origin, file=origin, line=str(line))
    failing = [finding for finding in item.findings if run.fails(finding)]
    unmet = [_text(each.message) for each in run.unmet_in(trace) if each.excerpt is item.excerpt]
    if failing or unmet:
        kind = failing[0].rule.code if failing else "expectation"
        difference = _text(marked_line(folded(each, TERMINAL) for each in inline_diff(diff_of(item))))
        _fail(case, kind, [*(_message(finding, trace, item) for finding in failing), *unmet], difference)
    elif item.is_unchecked and run.expected_of(trace) is None:
        SubElement(case, "skipped", message=_text(item.reason or "unchecked"))
    return case


def _fail(case: Element, kind: str, messages: Sequence[str], *details: str) -> None:
    failure = SubElement(case, "failure", type=kind, message=messages[0])
    failure.text = "\n".join([*messages, *details])


def _message(finding: Finding, trace: Trace, item: ExcerptTrace) -> str:
    """What is wrong, behind the place in the form that editors and servers open."""
    where = places.place_told(trace.article, places.passage_of(finding, item))
    told = f"{finding.severity.label} {finding.code} {finding.rule.name}: {finding.message}"
    return _text(f"{trace.article.document.origin}:{where}: {told}")


def _text(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", one_line(text))
