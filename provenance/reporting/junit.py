"""JUnit XML, as continuous-integration servers read it: a suite an article, a test case an excerpt.

A case fails by findings that fail the run, and is skipped, with the reason, if the excerpt is unchecked. The times are
left out, so that the same run gives the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from provenance.findings.trace import Verdict
from provenance.reporting.cleaning import one_line
from provenance.reporting.diffing import as_marked_line, folded, stretches
from provenance.reporting.records import identifiers

if TYPE_CHECKING:
    from provenance.findings.finding import Finding
    from provenance.findings.trace import ExcerptTrace, Trace
    from provenance.reporting.reporter import Run, View

_FIRST_WORDS = 60
_NOT_XML = re.compile("[\ufffe\uffff]")  # the only code points that cleaning leaves and XML 1.0 forbids


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as JUnit XML."""
    suites = Element("testsuites", name="provenance")
    for trace in run.traces:
        suites.append(_suite(trace, run))
    for count in ("tests", "failures", "skipped"):
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, "unicode") + "\n"


def _suite(trace: Trace, run: Run) -> Element:
    origin = _text(trace.article.document.origin)
    suite = Element("testsuite", name=origin)
    names = identifiers(item.excerpt for item in trace.excerpts)
    for item, name in zip(trace.excerpts, names, strict=True):
        suite.append(_case(item, f"{name} {_text(item.excerpt.text)[:_FIRST_WORDS]}", origin, run))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return suite


def _case(item: ExcerptTrace, name: str, origin: str, run: Run) -> Element:
    case = Element("testcase", name=name, classname=origin, file=origin, line=str(item.excerpt.line))
    failing = [finding for finding in item.findings if run.fails(finding)]
    if failing:
        failure = SubElement(case, "failure", type=failing[0].rule.code, message=_message(failing[0]))
        difference = _text(as_marked_line(folded(stretches(item))))
        failure.text = "\n".join([*map(_message, failing), difference])
    elif item.verdict is Verdict.UNCHECKED:
        SubElement(case, "skipped", message=_text(item.reason or "unchecked"))
    return case


def _message(finding: Finding) -> str:
    return _text(f"{finding.severity.label} {finding.rule.code} {finding.rule.name}: {finding.message}")


def _text(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", one_line(text))
