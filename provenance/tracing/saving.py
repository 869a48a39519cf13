"""Keeping the cited originals: what ``provenance save`` does, beside fetching and storing."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from provenance import errors
from provenance.articles.article import Article
from provenance.articles.dates import point_in_time
from provenance.configuration.settings import Settings
from provenance.excerpts.detect import detect
from provenance.excerpts.model import Excerpt
from provenance.excerpts.references.citing import article_citations
from provenance.findings.trace import ExcerptTrace
from provenance.sources.addresses import is_address, page_key
from provenance.sources.catalogue import Catalogue
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.network import Network
from provenance.sources.resolver import cited_references
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.sources.storage.manifest import SavedSource
from provenance.sources.storage.passages import excerpted
from provenance.sources.storage.saving import STILL_FRESH, CitedPage, Outcome, Saver, Saving
from provenance.sources.storage.store import Store
from provenance.text.span import Span
from provenance.tracing.comparison import SourceComparer, judging_settings
from provenance.tracing.tracer import Tracer

_CITED = frozenset({FoundBy.LINK, FoundBy.CITE})


class CitingArticle(NamedTuple):
    """An article, and its excerpts, each with an address that it is said to be from."""

    article: Article
    excerpts: tuple[tuple[Excerpt, str], ...]


def citing(article: Article) -> CitingArticle:
    """What an article cites, by its links; an ArticleError if this program fails at it."""
    with errors.foreseeing_article_faults(article.document.origin):
        excerpts = detect(article).excerpts
        return CitingArticle(article, tuple((one, url) for one in excerpts for url in _cited(one, article)))


def citations(articles: Iterable[CitingArticle], earlier: Iterable[CitedPage] = ()) -> tuple[CitedPage, ...]:
    """The pages that articles cite, for an excerpt or in a note: each once, in the articles' order, quoted ones first."""
    found: dict[str, CitedPage] = {}
    for page in earlier:
        found.setdefault(page_key(page.url), page)
    for article, excerpts in articles:
        published = point_in_time(article.metadata.published or "")
        for excerpt, url in excerpts:
            known = found.get(page_key(url), CitedPage(url, published))
            quoting = (*known.quoting, (article, excerpt))
            found[page_key(url)] = known._replace(quoting=quoting)
        for work in article_citations(article):
            if work.address is not None and is_address(work.address):
                found.setdefault(page_key(work.address), CitedPage(work.address, published))
    return tuple(found.values())


class PassageSaver(Saver):
    """Saves of each page only the passages that articles quote, with a paragraph around each; else as ``Saver``."""

    def __init__(
        self, store: Store, network: Network, *, refresh: bool = False, still_fresh: timedelta = STILL_FRESH
    ) -> None:
        super().__init__(store, network.fetch, refresh=refresh, still_fresh=still_fresh)
        self._network = network
        self._judging = judging_settings(Settings())

    def _renewed(self, page: CitedPage, known: SavedSource | None) -> Saving:
        try:
            witness, spans = self._witness_with_places(page)
        except errors.SourceError as error:
            return Saving(page.url, Outcome.FAILED, known, reason=str(error))
        capture, head = excerpted(witness, spans)
        if known is not None and known.sha256 == capture.digest:
            return self._unchanged(page.url, known)
        saved = self._store.save(capture, page_digest=witness.digest, head=head)
        if known is None or not self._refresh or (known.page_sha256 or known.sha256) == witness.digest:
            return Saving(page.url, Outcome.SAVED, saved)
        return Saving(page.url, Outcome.CHANGED, saved, known)

    def _witness_with_places(self, page: CitedPage) -> tuple[Witness, list[Span]]:
        """The page, or an archive's copy of it, that holds at least one of the excerpts; and where it holds them."""
        reasons: list[errors.SourceError] = []
        archives = (self._network.archived(page.published),) if self._network.has_archives else ()
        for loader in (self._network, *archives):
            try:
                witness = loader.load(Reference(page.url, FoundBy.LINK))
            except errors.SourceError as error:
                reasons.append(error)
                if isinstance(error, errors.SourceRefusedError):
                    break
                continue
            if spans := [span for placed in self._places_in(witness, page) for span in placed]:
                return witness, spans
            message = f"{page.url} holds none of the quoted words, so no passage of it can be kept; save the whole page."
            reasons.append(errors.SourceExtractionError(message, page.url))
        raise reasons[0]

    def _is_enough(self, known: SavedSource, page: CitedPage) -> bool:
        """Whether a saved copy holds every excerpt that cites its page."""
        try:
            witness = to_witness(self._store.open(known), Reference(page.url, FoundBy.LINK), Via.SAVED)
        except errors.SourceError:
            return False
        return all(self._places_in(witness, page))

    def _places_in(self, witness: Witness, page: CitedPage) -> Iterator[list[Span]]:
        """Where each excerpt is placed on the page; an empty list for one that is not."""
        for article, excerpt in page.quoting:
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
