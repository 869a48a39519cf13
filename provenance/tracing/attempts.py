"""References that were tried for one excerpt, and which of them say something of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.alignment.coding import SLIGHT_BITS
from provenance.errors import SourceError
from provenance.excerpts.model import Excerpt
from provenance.sources.publishers import is_of_another
from provenance.sources.source import FoundBy, Reference, Witness
from provenance.tracing.comparison import SourceComparison


@dataclass(frozen=True, slots=True, eq=False)
class SourceAttempt:
    """One reference, tried, as it is or in an archive's copy: it was laid, or it failed, or it holds the words and is no source."""

    reference: Reference
    comparison: SourceComparison | None = None
    error: SourceError | None = None
    archived: bool = False
    objection: str | None = None  # why a page that holds the words confirms nothing, as the end of a sentence


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
    return [one.comparison for one in attempts if one.comparison and one.comparison.alignment.found]


def telling(
    excerpt: Excerpt, others: Iterable[SourceAttempt], cited: list[SourceAttempt]
) -> list[SourceComparison]:
    """The comparisons that say something of an excerpt.

    Where the cited page could not be had, another page may clear an excerpt and not accuse it. Nor may the page of
    another outlet than the one that the article names, or one that has three of the words in a sentence and nowhere the
    name of the speaker, unless it is the only source or the outlet's.
    """
    unknown = bool(cited) and not any(attempt.comparison for attempt in cited)
    return [
        laid
        for laid in comparisons_found(others)
        if laid.clean
        or not (
            unknown
            or is_of_another(excerpt.attribution.outlet, laid.witness)
            or (_is_slight(laid) and not _names(laid.witness, excerpt.attribution.speaker))
        )
    ]


def _is_slight(laid: SourceComparison) -> bool:
    """Whether a page that the article does not name was chosen by no more than three words tell."""
    return laid.witness.reference.found_by is FoundBy.TEXT and laid.alignment.bits <= SLIGHT_BITS


def _names(witness: Witness, speaker: str | None) -> bool:
    told = witness.page.metadata
    page = " ".join(filter(None, (told.title, told.author, witness.document.text))).casefold()
    return speaker is not None and speaker.casefold().split()[-1] in page
