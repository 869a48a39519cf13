"""Reasons: why an excerpt is unchecked or how its source was chosen, in sentences that say what to do."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.errors import SourceError, SourceNotSavedError
from provenance.excerpts.model import Excerpt
from provenance.findings.finding import Finding, FindingKind
from provenance.findings.rules.sources import unreadable
from provenance.findings.trace import ExcerptTrace, SourceStatus, Verdict
from provenance.reporting.cited_works import told_reference
from provenance.sources.addresses import is_address
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.text.document import whole
from provenance.text.tokens import count_words

if TYPE_CHECKING:
    from provenance.sources.catalogue import Catalogue
    from provenance.sources.text_search import TextSearch

MAX_UNREAD = 3  # sources that could not be read are named
_UNDECIDED = "quote more of the sentence, or compare it by hand"
HOW_CHOSEN = {
    FoundBy.OUTLET: "The article gives no link for it; chosen among the sources at hand by the outlet that it names.",
    FoundBy.TEXT: "The article gives no link for it; chosen among the sources at hand because this one holds the words.",
    FoundBy.GIVEN: "The article gives no link for it; compared with the only source given.",
}


def not_had(errors: Sequence[SourceError], catalogue: "Catalogue", *, asked_archives: bool) -> str:
    """What the article names could not be had or read."""
    sentences = [_sentence(errors[0])]
    if asked_archives:
        sentences.append("No archive that was asked has a copy that can be read.")
    given = {holding.locator for holding in catalogue.given}
    unread = _unread(error for error in errors[1:] if error.locator in given)
    unnamed = [holding.locator for holding in catalogue.given if not holding.urls]
    if not unread and len(unnamed) == 1 and is_address(errors[0].locator):
        sentences.append(
            f"If {unnamed[0]} is that page, say so with --source {errors[0].locator}={unnamed[0]}."
        )
    return " ".join((*sentences, *unread, *_own(catalogue)))


def compared_with_copy(error: SourceError, copy: Witness) -> str:
    """The cited page could not be had or read, and a copy of it is compared with instead."""
    if copy.via is not Via.ARCHIVE:
        return f"{error} Compared with an older copy."
    taken = f" of {copy.retrieved:%Y-%m-%d}" if copy.retrieved else ""
    return f"{error} Compared with an archive's copy{taken}."


def undecided(findings: Iterable[Finding], excerpt: Excerpt, witness: Witness) -> str:
    """The source was read and does not tell: what a finding on it says, or that it is short, and what to do."""
    said = next((one.message for one in findings if one.rule.kind is FindingKind.SOURCE), None)
    if said is None and count_words(witness.document.text) < count_words(whole(excerpt.passages).text):
        return "the source has fewer words than the quotation; save the whole page, or compare it by hand"
    return f"{said or 'the words are too few to be told from others'}; {_UNDECIDED}"


def no_link(excerpt: Excerpt, catalogue: "Catalogue") -> str:
    """The article gives no link, and nothing is at hand."""
    said = _unlisted_in_words(excerpt) or f"The article {_attribution_in_words(excerpt)}"
    return " ".join((f"{said}; give the source with --source FILE or --source URL.", *_own(catalogue)))


def _own(catalogue: "Catalogue") -> tuple[str, ...]:
    """That the article itself lies among the sources, where it does."""
    said = f"{catalogue.own}, which lies among the sources, is the article itself and confirms nothing."
    return (said,) if catalogue.own else ()


def _unlisted_in_words(excerpt: Excerpt) -> str:
    call = excerpt.attribution.unlisted
    return f"{call} is in no list of the article" if call else ""


def _attribution_in_words(excerpt: Excerpt) -> str:
    told = excerpt.attribution
    if told.citations:
        return f"cites {told_reference(told.citations[0])} and gives no address of it"
    return f"names {told.outlet} and gives no link" if told.outlet else "gives no link"


def not_what_is_named(witness: Witness) -> str:
    """A source at hand has similar words, and the article names another."""
    where = witness.url or witness.reference.locator
    return f"{where} has similar words and is not what the article names; give the source that it names with --source."


def held_by_none(
    excerpt: Excerpt, errors: Sequence[SourceError], catalogue: "Catalogue", search: "TextSearch | None"
) -> str:
    """No source at hand is found to hold the excerpt, and the article does not say where it is from."""
    unread = _unread(errors)
    linked = excerpt.attribution.link is not None
    said = "does not say where it is from" if linked else _attribution_in_words(excerpt)
    said = _unlisted_in_words(excerpt) or f"the article {said}"
    none = _none(catalogue, search, holds="is known to hold" if unread else "holds")
    index = " and ".join(f"`provenance index {folder}`" for folder in search.to_index) if search else ""
    advice = (
        f"make all of them searchable with {index}, or give"
        if index
        else "unless it is from one of these, give"
    )
    own = _own(catalogue)
    return " ".join((f"{none}, and {said}; {advice} its source with --source.", *unread, *own))


def _none(catalogue: "Catalogue", search: "TextSearch | None", *, holds: str) -> str:
    count = len(catalogue.holdings) + len(catalogue.addresses)
    if search and search.unindexed:
        searched = count - search.unindexed
        return f"None of the {searched} sources that were searched {holds} it, of {count} at hand"
    return (
        f"None of the {count} sources at hand {holds} it"
        if count > 1
        else "The source at hand does not hold it"
    )


def _unread(errors: Iterable[SourceError]) -> tuple[str, ...]:
    """A sentence for each source at hand that could not be read, or could not be fetched; the first few."""
    told = (_sentence(error) for error in errors if not isinstance(error, SourceNotSavedError))
    return tuple(dict.fromkeys(told))[:MAX_UNREAD]


def _sentence(error: SourceError) -> str:
    return f"{str(error).removesuffix('.')}."


def unchecked(
    excerpt: Excerpt, status: SourceStatus, reason: str, references: Iterable[Reference]
) -> ExcerptTrace:
    """An excerpt that could not be compared, with its reason as a finding too."""
    return ExcerptTrace(
        excerpt,
        Verdict.UNCHECKED,
        status,
        findings=(unreadable(excerpt, reason),),
        references=tuple(dict.fromkeys(references)),
        reason=reason,
    )
