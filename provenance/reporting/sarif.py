"""SARIF 2.1.0, as GitHub code scanning and other viewers read it.

A result stands at its line of the article, the saved copy of the source beside it. Its fingerprint follows from the
code and the words, so that it holds when lines move or the file gets another name.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata
from typing import TYPE_CHECKING
from urllib.parse import quote

from provenance.findings.codes import RULES
from provenance.findings.explaining import page
from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict
from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.json import tool, written
from provenance.reporting.placing import from_here, open_link
from provenance.reporting.records import digest_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.finding import Finding, Rule
    from provenance.findings.trace import ExcerptTrace, Trace
    from provenance.reporting.expectations import Unmet
    from provenance.reporting.records import Record
    from provenance.reporting.reporter import Run, View
    from provenance.text.document import Passage

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000
"""How many results GitHub keeps of one run; the gravest stay."""

_LEVELS = {
    Severity.NOTE: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
_INDEX = {code: index for index, code in enumerate(RULES)}


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as one SARIF log."""
    driver = {
        "name": tool()["name"],
        "semanticVersion": tool()["version"],
        **_home(),
        "rules": [*map(_rule, RULES.values()), *[_EXPECTATION] * bool(run.expectations)],
    }
    results = _numbered([result for trace in run.traces for result in _results(trace, run)])
    log = {
        "tool": {"driver": driver},
        "invocations": [_invocation(run)],
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "provenance/"},
        "results": results,
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [log]})


def _home() -> Record:
    """The project's home page, as the installed distribution declares it; else its name as a URI, which SARIF wants."""
    try:
        declared = metadata("provenance-tracer").get_all("Project-URL") or []
    except PackageNotFoundError:  # run from a checkout that was never installed
        declared = []
    pages = dict(label.split(", ", 1) for label in declared)
    return {"informationUri": pages.get("Homepage", "urn:provenance:tool")}


def _invocation(run: Run) -> Record:
    """How the run ended, and what it could not read or check."""
    unread = [{"level": "error", "message": {"text": _plain(trouble)}} for trouble in run.troubles]
    unchecked = [
        {
            "level": "warning",
            "message": {"text": _plain(item.reason or "The excerpt is unchecked.")},
            "locations": [_location(trace.article.document.origin, item.excerpt.passages[0])],
        }
        for trace in run.traces
        for item in trace.excerpts
        if item.verdict is Verdict.UNCHECKED and run.expected_of(trace) is None
    ]
    return {
        "executionSuccessful": run.exit_code is not ExitCode.ERROR,
        "exitCode": int(run.exit_code),
        "toolExecutionNotifications": unread + unchecked,
    }


def _rule(rule: Rule) -> Record:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": page(rule), "markdown": page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [str(rule.kind)], "problem.severity": _PROBLEM[_LEVELS[rule.severity]]},
    }


_PROBLEM = {"note": "recommendation", "warning": "warning", "error": "error"}


_EXPECTATION: Record = {
    "id": "EXP101",
    "name": "UnmetExpectation",
    "shortDescription": {"text": "Something in a case is not as its findings.toml expects."},
    "fullDescription": {"text": "Something in a case is not as its findings.toml expects."},
    "help": {
        "text": "Read the article and its source again, and correct whichever is wrong: the article, the source or "
        "findings.toml, which holds what a person expects and is never written anew by a check.",
    },
    "defaultConfiguration": {"level": "error"},
    "properties": {"tags": ["expectation"], "problem.severity": "error"},
}
"""The rule of what is not as expected in a case. It is no finding: it says that one is missing, or a name or verdict."""


def _results(trace: Trace, run: Run) -> Iterator[Record]:
    for item in trace.excerpts:
        for finding in item.findings:
            if finding.severity > Severity.NOTE:
                yield _result(trace, item, finding)
    yield from (_unmet_result(trace, unmet) for unmet in run.unmet_in(trace))


def _unmet_result(trace: Trace, unmet: Unmet) -> Record:
    document = trace.article.document
    place = unmet.excerpt.passages[0] if unmet.excerpt else document.passage(0, 0)
    words = (unmet.words, unmet.expected or "", unmet.found or "")
    return {
        "ruleId": _EXPECTATION["id"],
        "ruleIndex": len(RULES),
        "level": "error",
        "message": {"text": _plain(unmet.message)},
        "locations": [_location(document.origin, place)],
        "partialFingerprints": {"words/v1": digest_of_words(str(_EXPECTATION["id"]), *words)},
        "rank": 100.0,
    }


def _result(trace: Trace, item: ExcerptTrace, finding: Finding) -> Record:
    place = finding.excerpt or item.excerpt.passages[0]
    result: Record = {
        "ruleId": finding.rule.code,
        "ruleIndex": _INDEX[finding.rule.code],
        "level": _LEVELS[finding.severity],
        "message": _message(item, finding),
        "locations": [_location(trace.article.document.origin, place)],
        "partialFingerprints": {"words/v1": _fingerprint(item, finding)},
        "rank": 25.0 * (1 + finding.severity),
    }
    if item.witness and finding.source:
        related = _location(item.witness.document.origin, finding.source)
        result["relatedLocations"] = [{"id": 1, "message": {"text": "The source has it here."}, **related}]
    if finding.accepted is not None:
        result["suppressions"] = [{"kind": "external", "justification": one_line(finding.accepted)}]
    return result


def _message(item: ExcerptTrace, finding: Finding) -> Record:
    link = open_link(item)
    source = f" Source: {_escaped(link)}" if link and is_safe_link(link) else ""
    return {"text": _plain(finding.message) + source}


def _plain(text: str) -> str:
    """A sentence with its stop, as nothing but text."""
    return _escaped(one_line(text).rstrip(".") + ".")


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")  # brackets make links in SARIF messages


def _location(origin: str, place: Passage) -> Record:
    return {"physicalLocation": {"artifactLocation": _artifact(origin), "region": _region(place)}}


def _artifact(origin: str) -> Record:
    path = from_here(origin)
    if "://" in path:
        return {"uri": quote(path, safe=":/?#[]@!$&'()*+,;=%", errors="replace")}
    return (
        {"uri": f"file://{_quoted(path)}"}
        if path.startswith("/")
        else {"uri": _quoted(path), "uriBaseId": "%SRCROOT%"}
    )


def _region(place: Passage) -> Record:
    """Lines of the file. Columns would need the file itself, so the region takes the lines from their first column."""
    last = place.document.line_at(max(place.span.start, place.span.end - 1))
    length = len(place.text.rpartition("\n")[2])
    return {"startLine": place.line, "startColumn": 1, "endLine": last, "endColumn": 1 + max(1, length)}


def _fingerprint(item: ExcerptTrace, finding: Finding) -> str:
    ours, theirs = (each.text if each else "" for each in (finding.excerpt, finding.source))
    return digest_of_words(finding.rule.code, item.excerpt.text, ours, theirs)


def _numbered(results: Sequence[Record]) -> list[Record]:
    """The gravest results in the order of the articles, the fingerprint of a repetition numbered."""
    gravest = sorted(range(len(results)), key=lambda index: -results[index]["rank"])[:MOST_RESULTS]
    kept = [results[index] for index in sorted(gravest)]
    seen: dict[str, int] = {}
    for result in kept:
        prints = result["partialFingerprints"]
        seen[prints["words/v1"]] = count = seen.get(prints["words/v1"], 0) + 1
        prints["words/v1"] += f":{count}"
    return kept


def _quoted(path: str) -> str:
    """A path of a file as part of an address: of a name that is no UTF-8, the very bytes."""
    return quote(path, errors="surrogateescape")
