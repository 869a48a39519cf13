"""What settings make of the findings of a trace: which are reported, how grave they count, which are accepted.

Verdicts stay.
"""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.findings.codes import RULES, matching

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.configuration.settings import Settings
    from provenance.findings.finding import Finding, Severity
    from provenance.findings.trace import ExcerptTrace, Trace

_SIGN = "provenance:"  # without it a file holds no comment that accepts anything


def regraded(trace: Trace, settings: Settings) -> Trace:
    """The trace with the findings that the settings select, at the severities they set for its path.

    Findings that the accept file or the article itself accepts are marked as accepted.

    Raises:
        ConfigurationError: If the accept file cannot be read, or something is accepted without a reason.
    """
    origin = trace.article.document.origin
    wanted, severities = _wanted(settings), _severities(origin, settings)
    excerpts = tuple(_regraded(item, wanted, severities) for item in trace.excerpts)
    graded, text = replace(trace, excerpts=excerpts), _file(origin)
    if not settings.accept and _SIGN not in text:
        return graded
    from provenance.findings.suppression import accepting, inline_acceptances, read_acceptances

    filed = read_acceptances(settings.accept) if settings.accept else ()
    return accepting(graded, filed, inline_acceptances(text, origin=origin))


def _file(origin: str) -> str:
    """The text of the file that an article was read from; empty for standard input and the network."""
    path = Path(origin)
    try:
        return path.read_text("utf-8", errors="replace") if path.is_file() else ""
    except OSError:  # an origin too long for a path, or a file that is gone
        return ""


def _regraded(
    item: ExcerptTrace, wanted: frozenset[str] | None, severities: dict[str, Severity]
) -> ExcerptTrace:
    def kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        reported = (finding for finding in findings if wanted is None or finding.rule.code in wanted)
        return tuple(replace(f, severity=severities.get(f.rule.code, f.severity)) for f in reported)

    comparison = item.comparison and replace(item.comparison, findings=kept(item.comparison.findings))
    return replace(item, findings=kept(item.findings), comparison=comparison)


def _wanted(settings: Settings) -> frozenset[str] | None:
    """The codes that are reported; None for all."""
    if not (settings.select or settings.ignore):
        return None
    selected = _codes(settings.select) if settings.select else frozenset(RULES)
    return selected - _codes(settings.ignore)


def _codes(selectors: Iterable[str]) -> frozenset[str]:
    return frozenset(rule.code for selector in selectors for rule in matching(selector))


def _severities(origin: str, settings: Settings) -> dict[str, Severity]:
    path = _relative(origin, settings.folder)
    holding = [row.severities for row in settings.severities if fnmatchcase(path, row.glob)]
    return {code: severity for severities in holding for code, severity in severities.items()}


def _relative(origin: str, folder: Path) -> str:
    try:
        return Path(origin).absolute().relative_to(folder.absolute()).as_posix()
    except ValueError:
        return origin
