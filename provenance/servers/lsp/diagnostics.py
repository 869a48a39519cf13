"""What an editor is told of a document: diagnostics, hovers, links."""

import re
from collections.abc import Iterator

from lsprotocol.types import Diagnostic, DiagnosticSeverity, DocumentLink, Position, Range

from provenance.findings.finding import Finding, Severity
from provenance.findings.trace import ExcerptTrace, Trace, Verdict
from provenance.reporting.cleaning import is_safe_link, one_line
from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.setting import TERMINAL, folded, marked_line
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.places import around, open_link, source_url
from provenance.servers.lsp.checker import Checked
from provenance.servers.lsp.places import Places
from provenance.text.document import whole

_SEVERITIES = {
    Severity.CRITICAL: DiagnosticSeverity.Error,
    Severity.MAJOR: DiagnosticSeverity.Error,
    Severity.MINOR: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Hint,
}
LATER = "REASON"  # stands where a person is to say why a finding is accepted; until then it is shown
_UNTRACED = (
    "No speaker and no source is named for these words, so they are not checked; name one or link the source."
)
_LINE_OF_TROUBLE = re.compile(r", line (\d{1,9}):")


def shown_findings(item: ExcerptTrace) -> list[Finding]:
    """The findings of an excerpt that nobody accepted with a reason."""
    return [finding for finding in item.findings if finding.stands or finding.accepted == LATER]


def trouble_diagnostic(checked: Checked) -> Diagnostic:
    """The one for a document that could not be checked, on the line that it is about."""
    line = int(found[1]) - 1 if (found := _LINE_OF_TROUBLE.search(checked.trouble)) else 0
    place = Range(Position(line, 0), Position(line + 1, 0))
    return _diagnostic(place, DiagnosticSeverity.Error, one_line(checked.trouble))


def diagnostics(trace: Trace, places: "Places") -> Iterator[Diagnostic]:
    """One for each finding, each excerpt that could not be checked, each quotation without a source, and each remark."""
    for item in trace.excerpts:
        yield from (finding_diagnostic(finding, item, places) for finding in shown_findings(item))
    for passage in trace.untraced:
        yield _diagnostic(places.of(passage), DiagnosticSeverity.Information, _UNTRACED)
    for remark in trace.remarks:
        place = places.line(remark.line)
        yield _diagnostic(place, DiagnosticSeverity.Information, remark.message, remark.rule.code)


def finding_diagnostic(finding: Finding, item: ExcerptTrace, places: "Places") -> Diagnostic:
    """The diagnostic of a finding of an excerpt."""
    unchecked = item.verdict is Verdict.UNCHECKED and finding.is_note
    severity = DiagnosticSeverity.Information if unchecked else _SEVERITIES[finding.severity]
    later = f" (accepted: write why in place of {LATER})" if finding.accepted == LATER else ""
    message = f"{one_line(finding.message)}{later} ({finding.rule.name})"
    passage = finding.excerpt or whole(item.excerpt.passages)
    place = places.of(passage if passage.text else around(passage, words=1))  # an empty range shows nowhere
    return _diagnostic(place, severity, message, finding.code)


def hover_text(item: ExcerptTrace) -> str:
    """An excerpt's verdict, its source, where and when that was saved, and the difference; plain text, no markup."""
    witness = item.witness
    lines = [f"{item.verdict} · {source_url(item) or 'no address'}"]
    if witness:
        when = f" on {witness.retrieved:%Y-%m-%d}" if witness.retrieved else ""
        lines.append(f"{witness.via}{when}: {witness.document.origin}")
    if item.comparison and item.comparison.alignment.found:
        lines += ["", marked_line(folded(each, TERMINAL) for each in inline_diff(diff_of(item)))]
    elif item.reason:
        lines += ["", item.reason]
    told = [f"{each.severity.label} {each.code} {each.message}" for each in shown_findings(item)]
    return "\n".join(map(one_line, [*lines, *([""] if told else []), *told]))


def document_links(trace: Trace, places: "Places") -> Iterator[DocumentLink]:
    """From each excerpt whose place in a page of the web is known to that place."""
    for item in trace.excerpts:
        link = open_link(item)
        if link and is_safe_link(link):
            tooltip = "Open the source at this place"
            yield DocumentLink(places.of(whole(item.excerpt.passages)), link, tooltip)


def _diagnostic(
    place: Range, severity: DiagnosticSeverity, message: str, code: str | None = None
) -> Diagnostic:
    return Diagnostic(place, message, severity, code, source="provenance")
