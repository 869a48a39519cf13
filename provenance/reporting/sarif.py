"""SARIF 2.1.0, as GitHub code scanning and other viewers read it.

A result stands at its words in the article's file, the saved copy of the source beside it. Its fingerprint follows from the
code and the words, so that it holds when lines move or the file gets another name.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from urllib.parse import quote

from provenance.articles.article import Article
from provenance.findings.codes import REMARKS, RULES, page
from provenance.findings.finding import Finding, FixKind, Remark, Rule, Severity
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting import places
from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.json import tool, written
from provenance.reporting.records import Record, digest_of_words, fingerprint
from provenance.reporting.reporter import View
from provenance.reporting.run import ExitCode, Run, Unmet
from provenance.text.document import Passage, whole

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000  # how many results GitHub keeps of one run; the gravest stay

_LEVELS = {
    Severity.NOTE: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
_DESCRIPTIONS = {FixKind.RESTORE: "Put the source's words back.", FixKind.MARK: "Mark the change."}
_KNOWN = "The baseline has it."
_INDEX = {code: index for index, code in enumerate((*RULES, *REMARKS))}
_PROBLEM = {"note": "recommendation", "warning": "warning", "error": "error"}
_EXPECTATION: Record = {
    "id": "EXP101",
    "name": "UnmetExpectation",
    "shortDescription": {"text": "Something in a case is not as its findings.toml expects."},
    "fullDescription": {"text": "Something in a case is not as its findings.toml expects."},
    "help": {
        "text": "Read the article and its source again, and correct whichever is wrong: the article, the source or "
        "findings.toml, which holds what a person expects and is never written anew by a check."
    },
    "defaultConfiguration": {"level": "error"},
    "properties": {"tags": ["expectation"], "problem.severity": "error"},
}
"""The rule of what is not as expected in a case. It is no finding: it says that one is missing, or a name or verdict."""


def report(run: Run, view: View) -> str:  # noqa: ARG001 - every reporter is told how the report is to look
    """The run as one SARIF log."""
    driver = {
        "name": tool()["name"],
        "semanticVersion": tool()["version"],
        "informationUri": _pages().get("Homepage", "urn:provenance:tool"),  # SARIF wants a URI
        "rules": [
            *map(_rule, (*RULES.values(), *REMARKS.values())),
            *[_EXPECTATION] * bool(run.expectations),
        ],
    }
    found = [result for trace in run.traces for result in _results(trace, run)]
    results = _numbered([*found, *map(_remark_result, run.every_remark)])
    log = {
        "tool": {"driver": driver},
        "invocations": [_invocation(run)],
        "columnKind": "utf16CodeUnits",
        "automationDetails": {"id": "provenance/"},
        "results": results,
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [log]})


@cache
def _pages() -> dict[str, str]:
    """The project's addresses, as the installed distribution declares them."""
    try:
        declared = metadata("provenance-tracer").get_all("Project-URL") or []
    except PackageNotFoundError:  # run from a checkout that was never installed
        declared = []
    return dict(label.split(", ", 1) for label in declared)


def _invocation(run: Run) -> Record:
    unread = [{"level": "error", "message": {"text": _plain(trouble)}} for trouble in run.troubles]
    unchecked = [
        {
            "level": "warning",
            "message": {"text": _plain(item.reason or "The excerpt is unchecked.")},
            "locations": [_article_location(trace, whole(item.excerpt.passages))],
        }
        for trace in run.traces
        for item in trace.excerpts
        if item.is_unchecked and run.expected_of(trace) is None
    ]
    return {
        "executionSuccessful": run.exit_code is not ExitCode.ERROR,
        "exitCode": int(run.exit_code),
        "toolExecutionNotifications": unread + unchecked,
    }


def _rule(rule: Rule) -> Record:
    documentation = _pages().get("Documentation")
    address = {"helpUri": f"{documentation}findings/{rule.code}.html"} if documentation else {}
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        **address,
        "help": {"text": page(rule), "markdown": page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [str(rule.kind)], "problem.severity": _PROBLEM[_LEVELS[rule.severity]]},
    }


def _results(trace: Trace, run: Run) -> Iterator[Record]:
    for item in trace.excerpts:
        for finding in item.findings:
            if not finding.is_note:
                yield _result(trace, item, finding)
    yield from (_unmet_result(trace, unmet) for unmet in run.unmet_in(trace))


def _remark_result(remark: Remark) -> Record:
    return {
        "ruleId": remark.rule.code,
        "ruleIndex": _INDEX[remark.rule.code],
        "level": "note",
        "message": {"text": _plain(remark.message)},
        "locations": [_location(remark.path, {"startLine": remark.line})],
        "partialFingerprints": {"words/v2": digest_of_words(remark.rule.code, remark.path, remark.message)},
        "rank": 0.0,
    }


def _unmet_result(trace: Trace, unmet: Unmet) -> Record:
    document = trace.article.document
    place = whole(unmet.excerpt.passages) if unmet.excerpt else document.passage(0, 0)
    words = (unmet.words, unmet.expected or "", unmet.found or "")
    return {
        "ruleId": _EXPECTATION["id"],
        "ruleIndex": len(_INDEX),
        "level": "error",
        "message": {"text": _plain(unmet.message)},
        "locations": [_article_location(trace, place)],
        "partialFingerprints": {"words/v2": digest_of_words(str(_EXPECTATION["id"]), *words)},
        "rank": 100.0,
    }


def _result(trace: Trace, item: ExcerptTrace, finding: Finding) -> Record:
    place = places.passage_of(finding, item)
    exact = places.place_in_file(trace.article, place)
    remark = "" if exact else f" {places.remark_on_place(trace.article, place)}"
    link = places.open_link(item)
    source = f" Source: {_escaped(link)}" if link and is_safe_link(link) else ""
    result: Record = {
        "ruleId": finding.rule.code,
        "ruleIndex": _INDEX[finding.rule.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(finding.message) + source + remark},
        "locations": [_article_location(trace, place)],
        "partialFingerprints": {"words/v2": fingerprint(item, finding)},
        "rank": 25.0 * (1 + finding.severity),
    }
    if item.witness and finding.source:
        related = _location(item.witness.document.origin, _lines(finding.source))
        result["relatedLocations"] = [{"id": 1, "message": {"text": "The source has it here."}, **related}]
    if finding.fixes:
        result["fixes"] = list(_fixes(finding, trace.article))
    if not finding.stands:
        result["suppressions"] = [{"kind": "external", "justification": one_line(finding.accepted or _KNOWN)}]
    return result


def _fixes(finding: Finding, article: Article) -> Iterator[Record]:
    """The fixes of a finding (SARIF 2.1.0, 3.55)."""
    if (source_map := article.source_map) is None:
        return
    for fix in finding.fixes:
        replacements = [
            {
                "deletedRegion": _region(source_map.utf16_place_in_file(edit.span)),
                "insertedContent": {"text": edit.text},
            }
            for edit in fix.edits
        ]
        change = {"artifactLocation": _artifact(article.document.origin), "replacements": replacements}
        yield {"description": {"text": _DESCRIPTIONS[fix.kind]}, "artifactChanges": [change]}


def _region(place: Iterable[int]) -> Record:
    """A place in a file; its columns are UTF-16 code units."""
    return dict(zip(("startLine", "startColumn", "endLine", "endColumn"), place, strict=True))


def _plain(text: str) -> str:
    """A sentence with its stop, as nothing but text."""
    return _escaped(one_line(text).rstrip(".") + ".")


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")  # brackets make links in SARIF messages


def _article_location(trace: Trace, passage: Passage) -> Record:
    """The very words where the way back to the file is certain, else their lines."""
    source_map = trace.article.source_map
    place = source_map.utf16_place(passage.span) if source_map else None
    return _location(trace.article.document.origin, _region(place) if place else _lines(passage))


def _lines(passage: Passage) -> Record:
    last = passage.document.line_at(max(passage.span.start, passage.span.end - 1))
    return {"startLine": passage.line, "endLine": last}


def _location(origin: str, region: Record) -> Record:
    return {"physicalLocation": {"artifactLocation": _artifact(origin), "region": region}}


def _artifact(origin: str) -> Record:
    path = places.from_here(origin)
    if "://" in path:
        return {"uri": quote(path, safe=":/?#[]@!$&'()*+,;=%", errors="replace")}
    uri = quote(path, errors="surrogateescape")  # of a name that is no UTF-8, the very bytes
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _numbered(results: Sequence[Record]) -> list[Record]:
    """The gravest results in the order of the articles, the fingerprint of a repetition numbered."""
    gravest = sorted(range(len(results)), key=lambda index: -results[index]["rank"])[:MOST_RESULTS]
    kept = [results[index] for index in sorted(gravest)]
    seen: dict[str, int] = {}
    for result in kept:
        prints = result["partialFingerprints"]
        seen[prints["words/v2"]] = count = seen.get(prints["words/v2"], 0) + 1
        prints["words/v2"] += f":{count}"
    return kept
