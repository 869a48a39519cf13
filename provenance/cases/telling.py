"""Saying what in a case is not as expected, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.cases.comparing import abridged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.cases.case import ExpectedFinding
    from provenance.cases.comparing import CaseOutcome, ExcerptOutcome
    from provenance.findings.finding import Finding
    from provenance.text.document import Passage


def told_case(outcome: CaseOutcome) -> str:
    """What is not as expected in a case: a few lines for each excerpt concerned, or an empty string."""
    return "\n".join(
        f"{title(outcome, n)}\n{told(one)}"
        for n, one in enumerate(outcome.excerpts, start=1)
        if not one.passed
    )


def title(outcome: CaseOutcome, number: int) -> str:
    """The case and the excerpt, which counts from 1: ``altered/figures e1 “Lantern lost $4.2 …”``."""
    one = outcome.excerpts[number - 1]
    text = one.found.excerpt.text if one.found else f"{one.expected.begins} …" if one.expected else ""
    return f"{outcome.case.name} e{number} “{abridged(text)}”"


def told(outcome: ExcerptOutcome) -> str:
    """What is not as expected of one excerpt: a line for each difference."""
    return "\n".join(f"  {line}" for line in _lines(outcome))


def _lines(outcome: ExcerptOutcome) -> Iterator[str]:
    if outcome.found is None:
        yield "- not detected"
    elif outcome.expected is None:
        yield f"+ not expected ({outcome.found.verdict}, line {outcome.found.excerpt.line})"
    for mismatch in outcome.mismatches:
        yield f"- {mismatch.what} {mismatch.expected}"
        yield f"+ {mismatch.what} {mismatch.found}"
    for missing in outcome.missing:
        yield f"- {_expected(missing)}"
    for extra in outcome.extra:
        yield f"+ {_found(extra)}"
    if outcome.found and outcome.found.reason and outcome.mismatches:
        yield f"  ({outcome.found.reason})"


def _expected(finding: ExpectedFinding) -> str:
    level = f" {finding.severity.label}" if finding.severity is not None else ""
    sides = ((finding.excerpt, "excerpt"), (finding.source, "source"))
    places = "".join(f" {name} “{text}”" for text, name in sides if text is not None)
    return f"{finding.code}{level}{places}"


def _found(finding: Finding) -> str:
    sides: tuple[tuple[Passage | None, str], ...] = (
        (finding.excerpt, "excerpt"),
        (finding.source, "source"),
    )
    places = "".join(f" {name} “{abridged(passage.text)}”" for passage, name in sides if passage is not None)
    return f"{finding.rule.code} {finding.severity.label}{places}"
