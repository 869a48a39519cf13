"""GitLab code quality: the findings as issues that a merge request shows beside its lines (a subset of Code Climate's)."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from provenance.findings.finding import Severity
from provenance.findings.trace import Trace
from provenance.reporting.cleaning import clean, one_line
from provenance.reporting.fingerprints import digest_of_words, fingerprint, numbered
from provenance.reporting.places import from_here, line_in_file, passage_of
from provenance.reporting.record_types import Record
from provenance.reporting.reporter import Run, View

_SEVERITIES = {
    Severity.NOTE: "info",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as a list of issues; GitLab wants one, though it be empty."""
    issues = [issue for trace in run.traces for issue in _issues(trace, run)]
    names = list(numbered(issue["fingerprint"] for issue in issues))
    issues = [{**issue, "fingerprint": name} for issue, name in zip(issues, names, strict=True)]
    return dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issues(trace: Trace, run: Run) -> Iterator[Record]:
    path = clean(from_here(trace.article.document.origin))
    for item in trace.excerpts:
        for finding in item.findings:
            if finding.severity > Severity.NOTE and finding.stands:
                line = line_in_file(trace.article, passage_of(finding, item))
                yield {
                    "description": one_line(finding.message),
                    "check_name": f"{finding.code} {finding.rule.name}",
                    "fingerprint": digest_of_words(path, fingerprint(item, finding)),
                    "severity": _SEVERITIES[finding.severity],
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
