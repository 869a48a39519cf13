"""Keeping the cited originals: what ``provenance save`` does, beside fetching and storing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from provenance.articles.article import Article
from provenance.articles.dates import point_in_time
from provenance.configuration.settings import Settings
from provenance.errors import (
    SourceError,
    SourceExtractionError,
    SourceRefusedError,
    foreseeing_article_faults,
)
from provenance.excerpts.detect import detect
from provenance.excerpts.model import Excerpt
from provenance.excerpts.references.citing import article_citations
from provenance.findings.trace import ExcerptTrace
from provenance.sources.addresses import is_address, page_key
from provenance.sources.capture import excerpted
from provenance.sources.catalogue import Catalogue
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.network import Network
from provenance.sources.resolver import cited_references
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.sources.storage.manifest import SavedSource
from provenance.sources.storage.saving import STILL_FRESH, Outcome, Saving, is_fresh, save_each
from provenance.sources.storage.store import Store
from provenance.text.span import Span
from provenance.tracing.comparison import SourceComparer
from provenance.tracing.texts import judging_settings
from provenance.tracing.tracer import Tracer

_CITED = frozenset({FoundBy.LINK, FoundBy.CITE})


class Citation(NamedTuple):
    """A page that articles cite."""

    url: str  # its address, as it is first written
    published: datetime | None  # when the first article that cites it was published, where that is known
    # The excerpts that are said to be from it, each with its article.
    quoting: tuple[tuple[Article, Excerpt], ...]


class CitingArticle(NamedTuple):
    """An article, and its excerpts, each with an address that it is said to be from."""

    article: Article
    excerpts: tuple[tuple[Excerpt, str], ...]


def citing(article: Article) -> CitingArticle:
    """What an article cites, by its links.

    Raises:
        ArticleError: If this program fails at it.
    """
    with foreseeing_article_faults(article.document.origin):
        excerpts = detect(article).excerpts
        return CitingArticle(
            article, tuple((excerpt, url) for excerpt in excerpts for url in _cited(excerpt, article))
        )


def citations(articles: Iterable[CitingArticle], earlier: Iterable[Citation] = ()) -> tuple[Citation, ...]:
    """The pages that articles cite, for an excerpt or in a note: each once, in the articles' order, quoted ones first."""
    found: dict[str, Citation] = {}
    for page in earlier:
        found.setdefault(page_key(page.url), page)
    for article, excerpts in articles:
        published = point_in_time(article.metadata.published or "")
        for excerpt, url in excerpts:
            known = found.get(page_key(url), Citation(url, published, ()))
            quoting = (*known.quoting, (article, excerpt))
            found[page_key(url)] = known._replace(quoting=quoting)
        for work in article_citations(article):
            if work.address is not None and is_address(work.address):
                found.setdefault(page_key(work.address), Citation(work.address, published, ()))
    return tuple(found.values())


class PassageSaver:
    """Saves of each page only the passages that articles quote, each with a paragraph around it."""

    def __init__(
        self,
        store: Store,
        network: Network,
        *,
        refresh: bool = False,
        still_fresh: timedelta = STILL_FRESH,
    ) -> None:
        self._store = store
        self._network = network
        self._refresh = refresh
        self._still_fresh = still_fresh
        self._judging = judging_settings(Settings())

    def save(
        self, cited: Iterable[Citation], *, progress: Callable[[Saving], object] | None = None
    ) -> tuple[Saving, ...]:
        """Save the quoted passages of every page.

        Raises:
            OSError: If the store cannot be written.
        """
        return save_each(
            {one.url: partial(self._save_citation, one) for one in cited if one.quoting}, progress
        )

    def _save_citation(self, cited: Citation) -> Saving:
        known = self._store.latest(cited.url)
        due = known is None or (self._refresh and not is_fresh(known, self._still_fresh))
        if known is not None and not due and self._holds_all(known, cited):
            return Saving(cited.url, Outcome.KEPT, known)
        try:
            witness, spans = self._witness_with_places(cited)
        except SourceError as error:
            return Saving(cited.url, Outcome.FAILED, known, reason=str(error))
        capture, head = excerpted(witness, spans)
        if known is not None and known.sha256 == capture.digest:
            when = datetime.now(UTC).replace(microsecond=0)
            return Saving(cited.url, Outcome.UNCHANGED, self._store.mark_checked(known, when))
        saved = self._store.save(capture, page_digest=witness.digest, head=head)
        if known is None or not self._refresh or (known.page_sha256 or known.sha256) == witness.digest:
            return Saving(cited.url, Outcome.SAVED, saved)
        return Saving(cited.url, Outcome.CHANGED, saved, known)

    def _witness_with_places(self, cited: Citation) -> tuple[Witness, list[Span]]:
        """The page, or an archive's copy of it, that holds at least one of the excerpts; and where it holds them."""
        reasons: list[SourceError] = []
        archives = (self._network.archived(cited.published),) if self._network.has_archives else ()
        for loader in (self._network, *archives):
            try:
                witness = loader.load(Reference(cited.url, FoundBy.LINK))
            except SourceError as error:
                reasons.append(error)
                if isinstance(error, SourceRefusedError):
                    break
                continue
            if spans := [span for placed in self._places_in(witness, cited) for span in placed]:
                return witness, spans
            message = f"{cited.url} holds none of the quoted words, so no passage of it can be kept; save the whole page."
            reasons.append(SourceExtractionError(message, locator=cited.url))
        raise reasons[0]

    def _holds_all(self, known: SavedSource, cited: Citation) -> bool:
        """Whether a saved copy holds every excerpt that cites its page."""
        try:
            witness = to_witness(self._store.open(known), Reference(cited.url, FoundBy.LINK), Via.SAVED)
        except SourceError:
            return False
        return all(self._places_in(witness, cited))

    def _places_in(self, witness: Witness, cited: Citation) -> Iterator[list[Span]]:
        """Where each excerpt is placed on the page; an empty list for one that is not."""
        for article, excerpt in cited.quoting:
            laid = SourceComparer(article, self._judging).compare(excerpt, witness)
            yield [placement.source.span for placement in laid.alignment.placements]


def cleared_by_older(
    articles: Iterable[Article], folder: Path, *, settings: Settings | None = None
) -> Iterator[tuple[Article, ExcerptTrace]]:
    """The excerpts whose source has changed since it was first saved, so that only an older copy clears them (SRC604)."""
    with Tracer(saved=[folder], offline=True, settings=settings) as tracer:
        for article in articles:
            for item in tracer.trace(article).excerpts:
                if any(finding.rule.code == "SRC604" for finding in item.findings):
                    yield article, item


def _cited(excerpt: Excerpt, article: Article) -> Iterator[str]:
    references = cited_references(excerpt, Catalogue(), article=article, archived=False)
    return (reference.locator for reference in references if reference.found_by in _CITED)
