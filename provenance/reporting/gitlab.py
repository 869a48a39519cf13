"""GitLab's code quality: issues that a merge request shows, a subset of Code Climate's."""

from collections.abc import Iterator
from json import dumps

from provenance.findings.trace import Trace
from provenance.reporting import places
from provenance.reporting.cleaning import clean, one_line
from provenance.reporting.records import Record, digest_of_words, fingerprint, numbered
from provenance.reporting.reporter import View
from provenance.reporting.run import Run


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as issues that a merge request shows (a subset of Code Climate's); GitLab wants a list, though it be empty."""
    issues = [issue for trace in run.traces for issue in _issues(trace, run)]
    names = numbered(issue["fingerprint"] for issue in issues)
    issues = [{**issue, "fingerprint": name} for issue, name in zip(issues, names, strict=True)]
    return dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issues(trace: Trace, run: Run) -> Iterator[Record]:
    path = clean(places.from_here(trace.article.document.origin))
    for item in trace.excerpts:
        for finding in (each for each in item.findings if each.counts):
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
