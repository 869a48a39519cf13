"""What settings make of the findings of a trace: which are reported, how grave they count, which are accepted.

Verdicts stay.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from provenance.configuration.settings import Settings, configured_place
from provenance.findings.codes import REMARKS, RULES, matching
from provenance.findings.finding import Finding, Remark, Severity
from provenance.findings.trace import ExcerptTrace, Trace

_SIGN = "provenance:"  # without it a file holds no comment that accepts anything


def regraded(trace: Trace, settings: Settings) -> Trace:
    """The trace with the findings that the settings select, at the severities they set for its path.

    Findings that the accept file or the article itself accepts are marked as accepted. A ConfigurationError if the
    accept file cannot be read, or something is accepted without a reason.
    """
    origin = trace.article.document.origin
    wanted, severities = _reported_codes(settings), _severities(origin, settings)
    excerpts = tuple(_regraded(item, wanted, severities) for item in trace.excerpts)
    graded, source_map = replace(trace, excerpts=excerpts), trace.article.source_map
    text = source_map.file if source_map else ""
    accept_file = configured_place(settings, "accept")
    if not accept_file and _SIGN not in text:
        return graded
    from provenance.findings.suppression import accepting, inline_acceptances, read_acceptances

    filed = read_acceptances(accept_file) if accept_file else ()
    accepted = accepting(graded, filed, inline_acceptances(text, origin=origin))
    return replace(accepted, remarks=tuple(wanted_remarks(accepted.remarks, settings)))


def wanted_remarks(remarks: Iterable[Remark], settings: Settings) -> Iterator[Remark]:
    """The remarks that the settings select."""
    wanted = _reported_codes(settings)
    return (remark for remark in remarks if wanted is None or remark.rule.code in wanted)


def _regraded(
    item: ExcerptTrace, wanted: frozenset[str] | None, severities: dict[str, Severity]
) -> ExcerptTrace:
    def kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        reported = (finding for finding in findings if wanted is None or finding.rule.code in wanted)
        return tuple(replace(f, severity=severities.get(f.rule.code, f.severity)) for f in reported)

    comparison = item.comparison and replace(item.comparison, findings=kept(item.comparison.findings))
    shown = kept(item.findings)
    dropped = (finding for finding in item.findings if wanted is not None and finding.code not in wanted)
    hidden = sum(not finding.is_note for finding in dropped)
    return replace(item, findings=shown, comparison=comparison, hidden=item.hidden + hidden)


def _reported_codes(settings: Settings) -> frozenset[str] | None:
    """The codes that are reported; None for all."""
    if not (settings.select or settings.ignore):
        return None
    selected = _codes(settings.select) if settings.select else frozenset((*RULES, *REMARKS))
    return selected - _codes(settings.ignore)


def _codes(selectors: Iterable[str]) -> frozenset[str]:
    return frozenset(rule.code for selector in selectors for rule in matching(selector))


def _severities(origin: str, settings: Settings) -> dict[str, Severity]:
    place, folder = Path(origin).absolute(), settings.folder.absolute()
    path = place.relative_to(folder).as_posix() if place.is_relative_to(folder) else origin
    holding = [by_code for glob, by_code in settings.severities if fnmatchcase(path, glob)]
    return {code: severity for severities in holding for code, severity in severities.items()}
