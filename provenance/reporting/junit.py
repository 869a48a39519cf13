"""JUnit XML, for servers that show tests."""

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from provenance.findings.finding import Finding
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting import places
from provenance.reporting.cleaning import one_line
from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.setting import TERMINAL, folded, marked_line
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.records import identifiers
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.text.document import whole

_FIRST_WORDS = 60
_NOT_XML = re.compile("[\ufffe\uffff]")  # the only code points that cleaning leaves and XML 1.0 forbids


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
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
