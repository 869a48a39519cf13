"""Measuring how well cases are met: findings found and invented, excerpts detected and invented."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.cases.comparing import has_extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from provenance.cases.comparing import CaseOutcome


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts over many cases, and the shares that follow.

    Attributes:
        expected_findings: How many findings people wrote down.
        found_findings: How many of them were made, with the right code at the right words.
        extra_findings: How many findings of severity minor or more nobody expects.
        expected_excerpts: How many excerpts people wrote down.
        detected_excerpts: How many excerpts were detected at all.
        exact_excerpts: How many of them begin and end where people say.
        right_verdicts: How many of the expected excerpts have the expected verdict.
    """

    expected_findings: int
    found_findings: int
    extra_findings: int
    expected_excerpts: int
    detected_excerpts: int
    exact_excerpts: int
    right_verdicts: int

    @property
    def shares(self) -> dict[str, float]:
        """What floors are set on, by name; more is better in each."""
        return {
            "findings-found": _share(self.found_findings, self.expected_findings),
            "excerpts-without-extra": 1 - _share(self.extra_findings, self.expected_excerpts),
            "detection-recall": _share(self.exact_excerpts, self.expected_excerpts),
            "detection-precision": _share(self.exact_excerpts, self.detected_excerpts),
            "verdicts-right": _share(self.right_verdicts, self.expected_excerpts),
        }


def measure(outcomes: Iterable[CaseOutcome]) -> Measures:
    """Count over the outcomes of many cases."""
    excerpts = [one for outcome in outcomes for one in outcome.excerpts]
    expected = [one for one in excerpts if one.expected]
    return Measures(
        expected_findings=sum(len(one.expected.findings) for one in expected if one.expected),
        found_findings=sum(len(one.matched) for one in expected),
        extra_findings=sum(each.finding is not None for one in excerpts for each in one.unmet),
        expected_excerpts=len(expected),
        detected_excerpts=sum(one.found is not None for one in excerpts),
        exact_excerpts=sum(
            has_extent(one.expected, one.found) for one in expected if one.expected and one.found
        ),
        right_verdicts=sum(
            one.expected.verdict is one.found.verdict for one in expected if one.expected and one.found
        ),
    )


def corpus_digest(folders: Sequence[Path], *, root: Path) -> str:
    """A digest of every file of the cases and of its place below ``root``: it changes when any of them does."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _share(part: int, of: int) -> float:
    return part / of if of else 1.0
