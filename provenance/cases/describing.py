"""Saying what in a case is not as expected: as records for reports, and in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.cases.comparing import abridged
from provenance.reporting.reporter import Expectations, Unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.cases.case import ExpectedFinding
    from provenance.cases.comparing import CaseOutcome, ExcerptOutcome
    from provenance.findings.finding import Finding
    from provenance.text.document import Passage


def expectations(outcome: CaseOutcome) -> Expectations:
    """What became of the expectations of a case."""
    unmet = (each for n, one in enumerate(outcome.excerpts, start=1) for each in _unmet(one, n))
    met = (one.found.excerpt for one in outcome.excerpts if one.passed and one.found)
    return Expectations(str(outcome.case.folder), tuple(unmet), tuple(met), outcome.case.why)


def describe_case(outcome: CaseOutcome) -> str:
    """What is not as expected in a case: a few lines for each excerpt concerned, or an empty string."""
    return "\n".join(
        f"{title(outcome, n)}\n{describe_excerpt(one)}"
        for n, one in enumerate(outcome.excerpts, start=1)
        if not one.passed
    )


def title(outcome: CaseOutcome, number: int) -> str:
    """The case and the excerpt, which counts from 1: ``altered/figures e1, line 12 “Lantern lost $4.2 …”``."""
    one = outcome.excerpts[number - 1]
    place = f", line {one.found.excerpt.line}" if one.found else ""
    return f"{outcome.case.name} e{number}{place} “{_words(one)}”"


def describe_excerpt(outcome: ExcerptOutcome) -> str:
    """What is not as expected of one excerpt: a line for each difference."""
    lines = [line for unmet in _unmet(outcome, 0) for line in unmet.lines]
    if outcome.found and outcome.found.reason and outcome.mismatches:
        lines.append(f"  ({outcome.found.reason})")
    return "\n".join(f"  {line}" for line in lines)


def _unmet(outcome: ExcerptOutcome, number: int) -> Iterator[Unmet]:
    excerpt = outcome.found.excerpt if outcome.found else None
    line = excerpt.line if excerpt else 1
    for expected, found, finding in _differences(outcome):
        yield Unmet(number, _words(outcome), line, expected, found, excerpt, finding)


def _differences(outcome: ExcerptOutcome) -> Iterator[tuple[str | None, str | None, Finding | None]]:
    """What is expected and what is there instead; either is None where there is nothing."""
    if outcome.found is None and outcome.expected:
        yield f"this excerpt, {outcome.expected.verdict}", None, None
    elif outcome.found and outcome.expected is None:
        yield None, f"this excerpt, {outcome.found.verdict}", None
    for mismatch in outcome.mismatches:
        yield f"{mismatch.what} {mismatch.expected}", f"{mismatch.what} {mismatch.found}", None
    for missing in outcome.missing:
        yield _expected(missing), None, None
    for extra in outcome.extra:
        yield None, _finding_line(extra), extra


def _words(outcome: ExcerptOutcome) -> str:
    if outcome.found:
        return abridged(outcome.found.excerpt.text)
    return f"{outcome.expected.begins} …" if outcome.expected else ""


def _expected(finding: ExpectedFinding) -> str:
    level = f" {finding.severity.label}" if finding.severity is not None else ""
    sides = ((finding.excerpt, "excerpt"), (finding.source, "source"))
    places = "".join(f" {name} “{text}”" for text, name in sides if text is not None)
    return f"{finding.code}{level}{places}"


def _finding_line(finding: Finding) -> str:
    sides: tuple[tuple[Passage | None, str], ...] = (
        (finding.excerpt, "excerpt"),
        (finding.source, "source"),
    )
    places = "".join(f" {name} “{abridged(passage.text)}”" for passage, name in sides if passage is not None)
    return f"{finding.rule.code} {finding.severity.label}{places}"
