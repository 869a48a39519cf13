"""SourceSelector: what becomes of the excerpts of one article, from the places where their sources may be to a verdict."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from provenance.articles.article import Article
from provenance.errors import (
    SourceError,
    SourceExtractionError,
    SourceFaultError,
    SourceRefusedError,
    SourceTamperedError,
    fault_in,
)
from provenance.excerpts.model import Excerpt, Markup
from provenance.findings.context import JudgingSettings
from provenance.findings.rules.sources import (
    confirmed_elsewhere,
    found_elsewhere,
    found_nowhere,
    second_hand,
    source_changed,
)
from provenance.findings.trace import ExcerptTrace, SourceStatus
from provenance.sources.addresses import host_of, is_address, page_key
from provenance.sources.catalogue import Catalogue
from provenance.sources.loading.loader import SourceLoader
from provenance.sources.publishers import publisher_keys
from provenance.sources.resolver import MAX_BY_TEXT, cited_references, other_references, titled_references
from provenance.sources.source import FoundBy, Reference, Witness
from provenance.sources.text_search import TextSearch
from provenance.tracing import reasons
from provenance.tracing.article_links import ArticleLinks
from provenance.tracing.attempts import SourceAttempt, comparisons_found, telling, until_clean
from provenance.tracing.comparison import SourceComparer, SourceComparison, best, judged
from provenance.tracing.reasons import unchecked
from provenance.tracing.second_hand import objection, quoted_from

CITED = frozenset({FoundBy.LINK, FoundBy.CITE, FoundBy.TITLE})
MERELY_AT_HAND = frozenset({FoundBy.TEXT, FoundBy.OUTLET})
"""Such a page can confirm an excerpt and never accuse one: it says something only if it holds the words."""

# Once a page holds an excerpt, one that has less than this share of its words in rows is not laid: it cannot clear more.
_RIVAL = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class SourceAccess:
    """Where sources may be had."""

    catalogue: Catalogue  # the sources at hand
    loader: SourceLoader  # turns a reference into a witness; it remembers what it loaded
    search: TextSearch | None = None  # finds pages at hand by their text, or None
    archived: Callable[[Reference], Witness] | None = None  # loads an archive's copy, if one may be asked
    follow: bool = False  # whether a page that has the words from a third one is followed there


class SourceSelector:
    """What becomes of the excerpts of one article."""

    def __init__(self, article: Article, sourcing: SourceAccess, *, settings: JudgingSettings) -> None:
        self._article = article
        self._links = ArticleLinks(article)
        self._sourcing = sourcing
        self._comparer = SourceComparer(article, settings)
        self._faults: list[str] = []

    def trace(self, excerpt: Excerpt) -> ExcerptTrace:
        """Find the excerpt's source, lay it against it and judge.

        What the article cites comes first. Only where that does not hold the excerpt, or cannot be had, is it looked
        for among the other sources at hand and the other links of the article. A page that has the words from a third
        one itself is told of, and followed if that is wished.
        """
        self._faults.clear()
        item = self._followed(self._traced(excerpt))
        return replace(item, faults=tuple(dict.fromkeys(self._faults)))

    def _followed(self, item: ExcerptTrace) -> ExcerptTrace:
        if item.witness is None or item.comparison is None or not item.comparison.alignment.found:
            return item
        placed = [placement.source.span for placement in item.comparison.alignment.placements]
        told = quoted_from(item.witness.page, placed, language=item.comparison.language)
        if told is None:
            return item
        note = second_hand(item.excerpt, item.witness, told.link or told.outlet or "")
        if self._sourcing.follow and told.link:
            attempt = self._try(item.excerpt, Reference(told.link, FoundBy.FOLLOWED))
            if attempt.comparison and attempt.comparison.alignment.found:
                return judged(attempt.comparison, item.references, findings=(note,))
        return replace(item, findings=(*item.findings, note))

    def _traced(self, excerpt: Excerpt) -> ExcerptTrace:
        access = self._sourcing
        links = cited_references(excerpt, access.catalogue, article=self._article) or tuple(
            titled_references(excerpt, access.catalogue, access.loader)
        )
        cited = until_clean(self._cited_attempts(excerpt, links))
        if chosen := best(comparisons_found(cited)):
            return self._settled(chosen, cited)
        if isinstance(cited[-1].error if cited else None, SourceTamperedError):
            return self._unfound(excerpt, cited, [])
        elsewhere = other_references(excerpt, access.catalogue, cited=links, search=access.search)
        references = (*links, *elsewhere)
        others = until_clean(self._attempts_elsewhere(excerpt, elsewhere, cited))
        tried = others if not cited else (*others, *self._try_links(excerpt))
        if chosen := best(telling(excerpt, tried, cited)):
            return self._settled_elsewhere(chosen, cited, references)
        return self._unfound(excerpt, cited, others)

    def _cited_attempts(self, excerpt: Excerpt, references: Iterable[Reference]) -> Iterator[SourceAttempt]:
        """The cited page, then its older copies, those of archives last."""
        public = []  # what may be told to an archive
        for reference in references:
            attempt = self._try(excerpt, reference)
            if is_address(reference.locator) and not isinstance(attempt.error, SourceRefusedError):
                public.append(reference)
            yield attempt
            if isinstance(attempt.error, SourceTamperedError):
                return
        if self._sourcing.archived:
            tried = (self._try(excerpt, reference, self._sourcing.archived) for reference in public)
            yield from (replace(attempt, archived=True) for attempt in tried)

    def _attempts_elsewhere(
        self, excerpt: Excerpt, references: Sequence[Reference], cited: Sequence[SourceAttempt]
    ) -> Iterator[SourceAttempt]:
        """Pages that the article does not cite; of few, those that share most words first, and those alone once one holds the excerpt."""
        by_text = [each for each in references if each.found_by is FoundBy.TEXT]
        rest = [each for each in references if each.found_by is not FoundBy.TEXT]
        if len(self._sourcing.catalogue.holdings) <= MAX_BY_TEXT:
            by_text.sort(key=lambda each: self._shared_words(excerpt, each), reverse=True)
        most = 0
        for each in (*rest, *by_text):
            if most and 0 <= self._shared_words(excerpt, each) < _RIVAL * most:
                yield SourceAttempt(each)
                continue
            attempt = self._try(excerpt, each, only_found=each.found_by in MERELY_AT_HAND)
            laid = attempt.comparison
            if laid and laid.alignment.found and (said := objection(self._article, laid, cited)):
                attempt = SourceAttempt(each, objection=f"{each.locator} {said}")
            yield attempt
            if attempt.comparison and attempt.comparison.alignment.found:
                most = max(most, self._shared_words(excerpt, each))

    def _shared_words(self, excerpt: Excerpt, reference: Reference) -> int:
        """How many words of the excerpt a page at hand has in rows; -1 where it is not at hand or cannot be read."""
        if self._sourcing.catalogue.named(reference.locator) is None:
            return -1
        with suppress(Exception):  # a source is hostile; whoever tries it tells why
            return self._comparer.shared_words(excerpt, self._sourcing.loader.load(reference))
        return -1

    def _try(
        self,
        excerpt: Excerpt,
        reference: Reference,
        load: Callable[[Reference], Witness] | None = None,
        *,
        only_found: bool = False,
    ) -> SourceAttempt:
        try:
            witness = (load or self._sourcing.loader.load)(reference)
            if only_found and not self._comparer.holds(excerpt, witness):
                return SourceAttempt(reference)
            comparison = self._comparer.compare(excerpt, replace(witness, reference=reference))
        except SourceError as error:
            return SourceAttempt(reference, error=error)
        except Exception as error:  # noqa: BLE001 -- a source is hostile; the others are told of all the same
            message = fault_in(reference.locator, error)
            fault = SourceFaultError(message, reference.locator)
            self._faults.append(message)
            return SourceAttempt(reference, error=fault)
        return SourceAttempt(reference, comparison=comparison)

    def _try_links(self, excerpt: Excerpt) -> Iterator[SourceAttempt]:
        """The article's other links, the nearest first, until one holds the excerpt."""
        for url in self._links.nearest(excerpt):
            attempt = self._try(excerpt, Reference(url, FoundBy.TEXT))
            yield attempt
            if attempt.comparison and attempt.comparison.alignment.found:
                return

    def _settled(self, chosen: SourceComparison, cited: list[SourceAttempt]) -> ExcerptTrace:
        """Judged by what the article cites. If an older copy clears what the newest does not, the source has changed."""
        alike = (one.comparison for one in cited if one.comparison and _is_same_work(one.comparison, chosen))
        newest = next(alike, chosen)
        extra = (
            (source_changed(chosen.excerpt, newest.witness, chosen.witness),) if newest is not chosen else ()
        )
        failed = cited[0].error
        reason = reasons.compared_with_copy(failed, chosen.witness) if failed else None
        return judged(chosen, (attempt.reference for attempt in cited), findings=extra, reason=reason)

    def _settled_elsewhere(
        self, chosen: SourceComparison, cited: list[SourceAttempt], references: Iterable[Reference]
    ) -> ExcerptTrace:
        """Judged by a page that the article does not cite for it."""
        tried = (chosen.witness.reference, *references)
        failed = next((attempt.error for attempt in cited if attempt.error), None)
        missed = next((attempt.comparison for attempt in cited if attempt.comparison), None)
        if missed and self._links.are_set_on(chosen.excerpt):
            place = chosen.alignment.placements[0].source
            linked = self._links.lead_to(chosen.witness)
            extra = (found_elsewhere(chosen.excerpt, missed.witness, chosen.witness, place, linked=linked),)
            return judged(chosen, tried, findings=extra)
        reason = reasons.HOW_CHOSEN[chosen.witness.reference.found_by]
        if failed is None:
            return judged(chosen, tried, reason=reason)
        place, other = chosen.alignment.placements[0].source, self._is_other(chosen, cited)
        extra = (confirmed_elsewhere(chosen.excerpt, failed.locator, chosen.witness, place, other=other),)
        reason = f"{failed} Compared with another source at hand, which holds the words."
        return judged(chosen, tried, findings=extra, reason=reason)

    def _is_other(self, chosen: SourceComparison, cited: Iterable[SourceAttempt]) -> bool:
        """Whether a page is known to be none of those that the article cites, nor of their publishers."""
        url, excerpt = chosen.witness.url, chosen.excerpt
        if url is None or self._links.lead_to(chosen.witness):
            return False
        publishers = [publisher_keys(host_of(attempt.reference.locator)) for attempt in cited]
        own = self._links.are_set_on(excerpt) and not self._links.name_speaker(excerpt)
        return own and all(keys.isdisjoint(publisher_keys(host_of(url))) for keys in publishers)

    def _unfound(
        self, excerpt: Excerpt, cited: list[SourceAttempt], others: list[SourceAttempt]
    ) -> ExcerptTrace:
        tried = (*cited, *others)
        references = [attempt.reference for attempt in tried]
        for attempt in tried:
            if attempt.comparison and self._answers(excerpt, attempt):
                return self._told_nowhere(judged(attempt.comparison, references), tried)
        failed = [attempt for attempt in tried if attempt.error and not attempt.archived]
        errors = tuple(attempt.error for attempt in failed if attempt.error)
        if failed and failed[0].reference.found_by is not FoundBy.TEXT:
            asked_archives = any(
                each.archived and not isinstance(each.error, SourceRefusedError) for each in tried
            )
            reason = reasons.not_had(errors, self._sourcing.catalogue, asked_archives=asked_archives)
            unreadable_one = isinstance(errors[0], SourceExtractionError)
            status = SourceStatus.UNREADABLE if unreadable_one else SourceStatus.MISSING
            return unchecked(excerpt, status, _objected(reason, tried), (failed[0].reference, *references))
        if found := comparisons_found(tried):
            reason = reasons.not_what_is_named(found[0].witness)
        elif tried:
            reason = reasons.held_by_none(excerpt, errors, self._sourcing.catalogue, self._sourcing.search)
        else:
            reason = reasons.no_link(excerpt, self._sourcing.catalogue)
        return unchecked(excerpt, SourceStatus.NONE, _objected(reason, tried), references)

    def _told_nowhere(self, item: ExcerptTrace, tried: Sequence[SourceAttempt]) -> ExcerptTrace:
        """What is not found in its source, with how many others were searched, and what comes nearest."""
        access = self._sourcing
        at_hand = len(access.catalogue.holdings) - (access.search.unindexed if access.search else 0)
        searched = max(at_hand, len({attempt.reference for attempt in tried if not attempt.error}))
        findings = (
            found_nowhere(finding, searched, item.witness.document)
            if finding.code == "SRC601" and item.witness
            else finding
            for finding in item.findings
        )
        return replace(item, findings=tuple(findings))

    def _answers(self, excerpt: Excerpt, attempt: SourceAttempt) -> bool:
        """Whether the article says that the words are from this page, so that their absence is a fault.

        A page that was merely at hand can confirm an excerpt and never accuse one, nor can another page of the outlet
        that is named: it has many. Nor can the only source given, where the article links it for something else, nor a
        link on a speaker's name, which leads to the person more often than to the place where they said it, nor one that
        an earlier quotation has and this one inherits.
        """
        found_by = attempt.reference.found_by
        if found_by in MERELY_AT_HAND:
            return False
        if excerpt.attribution.outlet:
            return True
        linked = attempt.comparison is not None and self._links.lead_to(attempt.comparison.witness)
        if excerpt.markup is Markup.INLINE or (found_by is FoundBy.GIVEN and linked):
            own = self._links.are_set_on(excerpt) and not self._links.name_speaker(excerpt)
            return found_by in CITED and own
        return True


def _objected(reason: str, tried: Iterable[SourceAttempt]) -> str:
    """A reason, and which pages hold the words and confirm nothing."""
    objected = [attempt for attempt in tried if attempt.objection]
    return " ".join((reason, *(f"{attempt.objection}." for attempt in objected[: reasons.MAX_UNREAD])))


def _is_same_work(one: SourceComparison, other: SourceComparison) -> bool:
    """Whether two texts are copies of one page, an archive's included."""
    keys = [
        {page_key(each.witness.url or ""), page_key(each.witness.reference.locator)} for each in (one, other)
    ]
    return not (keys[0] & keys[1]).issubset({""})
