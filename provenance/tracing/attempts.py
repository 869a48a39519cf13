"""References that were tried for one excerpt, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.errors import SourceError
from provenance.excerpts.model import Excerpt
from provenance.sources.publishers import is_of_another
from provenance.sources.source import Reference

if TYPE_CHECKING:
    from provenance.tracing.comparison import SourceComparison


@dataclass(frozen=True, slots=True, eq=False)
class SourceAttempt:
    """One reference, tried, as it is or in an archive's copy: either it was laid, or it failed."""

    reference: Reference
    comparison: SourceComparison | None = None
    error: SourceError | None = None
    archived: bool = False


def until_clean(attempts: Iterable[SourceAttempt]) -> list[SourceAttempt]:
    """Attempts, up to the first that clears the excerpt: the likeliest pages stand first."""
    tried: list[SourceAttempt] = []
    for attempt in attempts:
        tried.append(attempt)
        if attempt.comparison and attempt.comparison.clean:
            break
    return tried


def comparisons_found(attempts: Iterable[SourceAttempt]) -> list[SourceComparison]:
    """The comparisons among attempts that found the excerpt."""
    return [
        attempt.comparison
        for attempt in attempts
        if attempt.comparison and attempt.comparison.alignment.found
    ]


def telling(
    excerpt: Excerpt, others: Iterable[SourceAttempt], cited: list[SourceAttempt]
) -> list[SourceComparison]:
    """The comparisons that say something of an excerpt.

    Where the cited page could not be had, another page may clear an excerpt and not accuse it. Nor may the page of
    another outlet than the one that the article names.
    """
    unknown = bool(cited) and not any(attempt.comparison for attempt in cited)
    return [
        laid
        for laid in comparisons_found(others)
        if laid.clean or not (unknown or is_of_another(excerpt.attribution.outlet, laid.witness))
    ]
