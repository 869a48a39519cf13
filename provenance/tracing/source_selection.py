"""SourceSelector: what becomes of the excerpts of one article, from the places where their sources may be to a verdict."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.errors import (
    SourceError,
    SourceExtractionError,
    SourceFaultError,
    SourceRefusedError,
    fault_in,
)
from provenance.excerpts.model import Markup
from provenance.findings.rules.sources import (
    found_elsewhere,
    found_nowhere,
    second_hand,
    source_changed,
)
from provenance.findings.trace import ExcerptTrace, SourceStatus
from provenance.sources.addresses import host_of, is_address, page_key
from provenance.sources.publishers import is_of_another
from provenance.sources.resolver import MAX_BY_TEXT, cited_references, other_references
from provenance.sources.source import FoundBy, Reference
from provenance.text.tokens import folded_words
from provenance.tracing import reasons
from provenance.tracing.comparison import SourceComparer, SourceComparison, best, judged
from provenance.tracing.reasons import unchecked
from provenance.tracing.second_hand import quoted_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.model import Excerpt
    from provenance.findings.context import JudgingSettings
    from provenance.sources.catalogue import Catalogue
    from provenance.sources.loading.loader import SourceLoader
    from provenance.sources.searching import TextSearch
    from provenance.sources.source import Witness

CITED = frozenset({FoundBy.LINK, FoundBy.CITE, FoundBy.TITLE})
MERELY_AT_HAND = frozenset({FoundBy.TEXT, FoundBy.OUTLET})
"""Such a page can confirm an excerpt and never accuse one: it says something only if it holds the words."""

# So many other links of an article are tried where the cited page does not hold an excerpt, the nearest first.
MAX_ELSEWHERE = 5
# Once a page holds an excerpt, one that has less than this share of its words in rows is not laid: it cannot clear more.
_RIVAL = 0.5
MAX_TITLED = 200
"""So many pages at hand are opened to read their titles."""


@dataclass(frozen=True, slots=True, eq=False)
class SourceAttempt:
    """One reference, tried, as it is or in an archive's copy: either it was laid, or it failed."""

    reference: Reference
    laid: SourceComparison | None = None
    error: SourceError | None = None
    archived: bool = False


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
            if attempt.laid and attempt.laid.alignment.found:
                return judged(attempt.laid, item.references, findings=(note,))
        return replace(item, findings=(*item.findings, note))

    def _traced(self, excerpt: Excerpt) -> ExcerptTrace:
        access = self._sourcing
        links = cited_references(excerpt, access.catalogue, article=self._article) or tuple(
            self._titled(excerpt)
        )
        cited = _until_clean(self._cited_attempts(excerpt, links))
        if chosen := best(_comparisons_found(cited)):
            return self._settled(chosen, cited)
        elsewhere = other_references(excerpt, access.catalogue, cited=links, search=access.search)
        references = (*links, *elsewhere)
        others = _until_clean(self._attempts_elsewhere(excerpt, elsewhere))
        tried = others if not cited else (*others, *self._try_links(excerpt))
        if chosen := best(_telling(excerpt, tried, cited)):
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
        if self._sourcing.archived:
            tried = (self._try(excerpt, reference, self._sourcing.archived) for reference in public)
            yield from (replace(attempt, archived=True) for attempt in tried)

    def _attempts_elsewhere(
        self, excerpt: Excerpt, references: Sequence[Reference]
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
            yield attempt
            if attempt.laid and attempt.laid.alignment.found:
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
            laid = self._comparer.compare(excerpt, replace(witness, reference=reference))
        except SourceError as error:
            return SourceAttempt(reference, error=error)
        except Exception as error:  # noqa: BLE001 -- a source is hostile; the others are told of all the same
            message = fault_in(reference.locator, error)
            fault = SourceFaultError(message, locator=reference.locator)
            self._faults.append(message)
            return SourceAttempt(reference, error=fault)
        return SourceAttempt(reference, laid=laid)

    def _try_links(self, excerpt: Excerpt) -> Iterator[SourceAttempt]:
        """The article's other links, the nearest first, until one holds the excerpt."""
        for url in self._nearest_links(excerpt):
            attempt = self._try(excerpt, Reference(url, FoundBy.TEXT))
            yield attempt
            if attempt.laid and attempt.laid.alignment.found:
                return

    def _nearest_links(self, excerpt: Excerpt) -> list[str]:
        here = excerpt.span
        own = host_of(self._article.metadata.url or "")
        links = sorted(self._article.links, key=lambda link: abs(link.span.start - here.start))
        cited = page_key(excerpt.attribution.link or "")
        nearest: dict[str, str] = {}
        for link in links:
            if host_of(link.href) not in {"", own} and page_key(link.href) != cited:
                nearest.setdefault(page_key(link.href), link.href)
        return list(nearest.values())[:MAX_ELSEWHERE]

    def _settled(self, chosen: SourceComparison, cited: list[SourceAttempt]) -> ExcerptTrace:
        """Judged by what the article cites. If an older copy clears what the newest does not, the source has changed."""
        alike = (attempt.laid for attempt in cited if attempt.laid and _is_same_work(attempt.laid, chosen))
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
        missed = next((attempt.laid for attempt in cited if attempt.laid), None)
        if missed:
            place = chosen.alignment.placements[0].source
            linked = self._links(chosen)
            extra = (found_elsewhere(chosen.excerpt, missed.witness, chosen.witness, place, linked=linked),)
            return judged(chosen, tried, findings=extra)
        reason = reasons.HOW_CHOSEN[chosen.witness.reference.found_by]
        if failed:
            reason = f"{failed} Compared with another source at hand, which holds the words."
        return judged(chosen, tried, reason=reason)

    def _unfound(
        self, excerpt: Excerpt, cited: list[SourceAttempt], others: list[SourceAttempt]
    ) -> ExcerptTrace:
        tried = (*cited, *others)
        references = [attempt.reference for attempt in tried]
        for attempt in tried:
            if attempt.laid and self._answers(excerpt, attempt):
                return self._told_nowhere(judged(attempt.laid, references), tried)
        failed = [attempt for attempt in tried if attempt.error and not attempt.archived]
        errors = tuple(attempt.error for attempt in failed if attempt.error)
        if failed and failed[0].reference.found_by is not FoundBy.TEXT:
            asked_archives = any(attempt.archived for attempt in tried)
            reason = reasons.not_had(errors, self._sourcing.catalogue, asked_archives=asked_archives)
            unreadable_one = isinstance(errors[0], SourceExtractionError)
            status = SourceStatus.UNREADABLE if unreadable_one else SourceStatus.MISSING
            return unchecked(excerpt, status, reason, (failed[0].reference, *references))
        if found := _comparisons_found(tried):
            reason = reasons.not_what_is_named(found[0].witness)
        elif tried:
            reason = reasons.held_by_none(excerpt, errors, self._sourcing.catalogue, self._sourcing.search)
        else:
            reason = reasons.no_link(excerpt)
        return unchecked(excerpt, SourceStatus.NONE, reason, references)

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

    def _titled(self, excerpt: Excerpt) -> Iterator[Reference]:
        """The pages at hand that bear the title of a work that is cited without an address."""
        titles = {
            _folded(work.title)
            for work in excerpt.attribution.citations
            if " " in (work.title or "") and not work.address
        }
        for holding in self._sourcing.catalogue.holdings[:MAX_TITLED] if titles else ():
            reference = Reference(holding.locator, FoundBy.TITLE)
            try:
                page = self._sourcing.loader.load(reference).page
            except SourceError:
                continue
            if any(title in _folded(page.metadata.title) for title in titles):
                yield reference

    def _answers(self, excerpt: Excerpt, attempt: SourceAttempt) -> bool:
        """Whether the article says that the words are from this page, so that their absence is a fault.

        A page that was merely at hand can confirm an excerpt and never accuse one, nor can another page of the outlet
        that is named: it has many. Nor can the only source given, where the article links it for something else, nor a
        link on a speaker's name, which leads to the person more often than to the place where they said it.
        """
        found_by = attempt.reference.found_by
        if found_by in MERELY_AT_HAND:
            return False
        if excerpt.attribution.outlet:
            return True
        if excerpt.markup is Markup.INLINE or (found_by is FoundBy.GIVEN and self._links(attempt.laid)):
            return found_by in CITED and not self._on_speaker(excerpt)
        return True

    def _links(self, laid: SourceComparison | None) -> bool:
        """Whether the article links the page of a witness."""
        url = laid.witness.url if laid else None
        return url is not None and page_key(url) in {page_key(link.href) for link in self._article.links}

    def _on_speaker(self, excerpt: Excerpt) -> bool:
        words = (excerpt.attribution.speaker or "").split()
        text, own = self._article.document.text, excerpt.attribution.link
        spans = [link.span for link in self._article.links if link.href == own]
        return bool(words) and any(words[-1] in text[span.start : span.end].split() for span in spans)


def _is_same_work(laid: SourceComparison, chosen: SourceComparison) -> bool:
    """Whether two texts are copies of one page, an archive's included."""
    keys = [
        {page_key(one.witness.url or ""), page_key(one.witness.reference.locator)} for one in (laid, chosen)
    ]
    return not (keys[0] & keys[1]).issubset({""})


def _folded(title: str | None) -> str:
    return " ".join(folded_words(title or ""))


def _until_clean(attempts: Iterable[SourceAttempt]) -> list[SourceAttempt]:
    """Attempts, up to the first that clears the excerpt: the likeliest pages stand first."""
    tried: list[SourceAttempt] = []
    for attempt in attempts:
        tried.append(attempt)
        if attempt.laid and attempt.laid.clean:
            break
    return tried


def _comparisons_found(attempts: Iterable[SourceAttempt]) -> list[SourceComparison]:
    return [attempt.laid for attempt in attempts if attempt.laid and attempt.laid.alignment.found]


def _telling(
    excerpt: Excerpt, others: Iterable[SourceAttempt], cited: list[SourceAttempt]
) -> list[SourceComparison]:
    """Those that say something.

    Where the cited page could not be had, another page may clear an excerpt and not accuse it. Nor may the page of
    another outlet than the one that the article names.
    """
    unknown = bool(cited) and not any(attempt.laid for attempt in cited)
    return [
        laid
        for laid in _comparisons_found(others)
        if laid.clean or not (unknown or is_of_another(excerpt.attribution.outlet, laid.witness))
    ]
