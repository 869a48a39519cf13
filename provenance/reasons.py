"""Reasons: why an excerpt is unchecked or how its source was chosen, in sentences that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.sources.source import FoundBy, Via

if TYPE_CHECKING:
    from provenance.errors import SourceError
    from provenance.excerpts.excerpt import Excerpt
    from provenance.sources.catalogue import Catalogue
    from provenance.sources.searching import TextSearch
    from provenance.sources.source import Witness

HOW_CHOSEN = {
    FoundBy.OUTLET: "The article gives no link; chosen among the sources at hand by the outlet that it names.",
    FoundBy.TEXT: "The article gives no link; chosen among the sources at hand because this one holds the words.",
    FoundBy.GIVEN: "The article gives no link; compared with the only source given.",
}


def not_had(error: SourceError, *, asked_archives: bool) -> str:
    """The cited page could not be had or read, nor could an archive's copy of it."""
    return f"{error} No archive that was asked has a copy that can be read." if asked_archives else str(error)


def compared_with_copy(error: SourceError, copy: Witness) -> str:
    """The cited page could not be had or read, and a copy of it is compared with instead."""
    if copy.via is not Via.ARCHIVE:
        return f"{error} Compared with an older copy."
    taken = f" of {copy.retrieved:%Y-%m-%d}" if copy.retrieved else ""
    return f"{error} Compared with an archive's copy{taken}."


def no_link(excerpt: Excerpt) -> str:
    """The article gives no link, and nothing is at hand."""
    outlet = excerpt.attribution.outlet
    named = f"names {outlet} and gives no link" if outlet else "gives no link"
    return f"The article {named}; give the source with --source FILE or --source URL."


def not_what_is_named(witness: Witness) -> str:
    """A source at hand has similar words, and the article names another."""
    where = witness.url or witness.reference.locator
    return f"{where} has similar words and is not what the article names; give the source that it names with --source."


def held_by_none(catalogue: Catalogue, search: TextSearch | None) -> str:
    """No source at hand is found to hold the excerpt, and the article does not say where it is from."""
    count = len(catalogue.holdings) + len(catalogue.addresses)
    if search and search.unindexed:
        folders = " and ".join(f"`provenance index {folder}`" for folder in search.to_index)
        return (
            f"None of the {count - search.unindexed} sources that were searched holds it, of {count} at hand, and the"
            f" article does not say where it is from; make all of them searchable with {folders}, or give its source"
            " with --source."
        )
    holds = (
        "The source at hand does not hold it"
        if count == 1
        else f"None of the {count} sources at hand holds it"
    )
    return f"{holds}, and the article does not say where it is from; give its source with --source."
