"""Tracing: the one module that knows every stage, from an article to what is to be said of each of its excerpts."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Self, cast

from provenance.articles import reading
from provenance.articles.article import Article
from provenance.articles.dates import point_in_time
from provenance.configuration.grading import regraded
from provenance.configuration.settings import Settings
from provenance.errors import ArticleError, SourceError
from provenance.excerpts import detect as detector
from provenance.excerpts.building import whole_excerpt
from provenance.excerpts.detect import doubtful, is_attributed, is_provable, with_unlikely
from provenance.excerpts.model import Excerpt
from provenance.findings.trace import ExcerptTrace, Trace, Verdict
from provenance.plugins import PluginGroup, load_plugins
from provenance.sources.addresses import is_address
from provenance.sources.catalogue import Catalogue, CatalogueLoader
from provenance.sources.loading.given import build_catalogue, parse_source_option
from provenance.sources.loading.loader import LoaderChain, RememberingLoader, SourceLoader
from provenance.sources.loading.network import Network
from provenance.sources.resolver import MAX_BY_TEXT, cited_references
from provenance.sources.source import FoundBy, Reference, Witness
from provenance.sources.text_search import TextSearch
from provenance.tracing.comparison import judging_settings
from provenance.tracing.source_selection import SourceAccess, SourceSelector
from provenance.version import __version__

Each = Callable[[Sequence[Excerpt], Callable[[Excerpt], ExcerptTrace]], Iterable[ExcerptTrace]]
"""How the excerpts of an article are traced, given them and what traces one."""

Locatable = str | os.PathLike[str]


class Tracer:
    """Traces articles against the same sources. A context manager: it owns the connections it opens.

    Args:
        sources: What the user gives: a file, a folder, an address or ``URL=FILE``, or several of them; or a catalogue of
            pages at hand; or a loader of one's own, which is then the only place that is asked.
        saved: Folders of saved sources.
        offline: Whether the network stays untouched: nothing that could reach it is made.
        allow_private: Whether addresses inside a private network may be fetched.
        follow: Whether an excerpt that its cited page has from a third one is compared with that one.
        robots: Whether robots.txt is honoured: to be set where no person reads along, as in a batch or in CI.
        settings: Profile, language, loaded words, outlets and what else a configuration holds.

    Raises:
        ConfigurationError: If a source or folder does not exist, or a plugin cannot be loaded.
        SourceError: If a given file cannot be read.

    Example:
        >>> with Tracer(sources=["saved.html"], offline=True) as tracer:  # doctest: +SKIP
        ...     trace = tracer.trace("article.html")
    """

    def __init__(  # noqa: PLR0913 -- each is a question of its own, asked by name
        self,
        sources: SourceLoader | Catalogue | Locatable | Iterable[Locatable] = (),
        *,
        saved: Iterable[Path] = (),
        offline: bool = False,
        allow_private: bool = False,
        follow: bool = False,
        robots: bool = False,
        settings: Settings | None = None,
    ) -> None:
        self._settings = settings or Settings()
        self._judging = judging_settings(self._settings)
        self._follow = follow
        archives = self._settings.archives
        self._network = (
            None if offline else Network(allow_private=allow_private, robots=robots, archives=archives)
        )
        # Loaders that other distributions offer may reach out, so an offline run asks none of them.
        live = (*load_plugins(PluginGroup.LOADERS).values(), self._network) if self._network else ()
        if isinstance(sources, SourceLoader):
            self._catalogue, loader = Catalogue(), sources
        else:
            self._catalogue = sources if isinstance(sources, Catalogue) else _catalogue(sources, saved)
            loader = LoaderChain((CatalogueLoader(self._catalogue), *cast("Sequence[SourceLoader]", live)))
        self._loader = RememberingLoader(loader)
        self._search = TextSearch(self._catalogue)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the index of saved sources, if one was opened, and fetch nothing more."""
        self._search.close()
        self._loader.close()

    def read(self, article: Locatable | Article) -> Article:
        """Read an article: a path or an address.

        Raises:
            ArticleError: If it cannot be read, or it stands on the network and the tracer is offline.
        """
        if isinstance(article, Article):
            return article
        if isinstance(article, str) and is_address(article):
            return self._fetched(article)
        return reading.read(article)

    def detect(self, article: Locatable | Article) -> tuple[Excerpt, ...]:
        """What the article says it quotes.

        Raises:
            ArticleError: If the article cannot be read.
        """
        return self._detected(self.read(article)).excerpts

    def trace(self, article: Locatable | Article, *, each: Each | None = None) -> Trace:
        """Trace every excerpt of an article.

        Args:
            article: A path, an address, or an article as read.
            each: Goes through the excerpts: to tell of each as it is traced, or to give what is known of one already.

        Raises:
            ArticleError: If the article cannot be read. A source that cannot be had is no error: the excerpt is
                ``unchecked``, with the reason.
        """
        page = self.read(article)
        catalogue = self._catalogue.apart_from(page)
        sourcing = SourceAccess(
            catalogue, self._loader, self._search, self._archived(page), follow=self._follow
        )
        inquiry = SourceSelector(page, sourcing, settings=self._judging)
        found = self._detected(page)
        self._prefetch(page, found.excerpts)
        if len(catalogue.holdings) <= MAX_BY_TEXT:
            wanted = with_unlikely(found, self._judging.language or page.metadata.language)
        else:
            wanted = tuple(filter(may_be_traced, found.excerpts))
        traced = each(wanted, inquiry.trace) if each else map(inquiry.trace, wanted)
        kept = tuple(item for item in traced if not is_nobodys(item))
        told = {item.excerpt.span for item in kept}
        rest = [one.passages[0] for one in found.excerpts if one.span not in told and not is_attributed(one)]
        rejected = tuple(one for one in found.rejected if one.candidate.span not in told)
        untraced = sorted((*rest, *doubtful(rejected)), key=lambda passage: passage.span)
        return Trace(page, kept, __version__, tuple(untraced), rejected)

    def graded(self, article: Locatable | Article, *, each: Each | None = None) -> Trace:
        """The same with the findings that the settings select, at their severities; what is accepted is marked.

        Raises:
            ArticleError: As for ``trace``.
            ConfigurationError: If the accept file cannot be read, or something is accepted without a reason.
        """
        return regraded(self.trace(article, each=each), self._settings)

    def find(self, quotation: Article) -> Trace:
        """Look for a quotation among the sources at hand.

        Raises:
            ArticleError: If it holds no words.
        """
        access = SourceAccess(self._catalogue, self._loader, self._search)
        item = SourceSelector(quotation, access, settings=self._judging).trace(whole_excerpt(quotation))
        return Trace(quotation, (item,), __version__)

    def prefetch(self, article: Article) -> None:
        """Begin to fetch what an article cites, several hosts at once, each as politely as alone; offline nothing is done."""
        if self._network is not None:
            self._prefetch(article, self._detected(article).excerpts)

    def _prefetch(self, article: Article, excerpts: Iterable[Excerpt]) -> None:
        if self._network is None:
            return
        wanted = (excerpt for excerpt in excerpts if may_be_traced(excerpt))
        cited = (cited_references(excerpt, self._catalogue, article=article)[:1] for excerpt in wanted)
        self._loader.prefetch(
            reference
            for references in cited
            for reference in references
            if is_address(reference.locator) and not self._catalogue.at(reference.locator)
        )

    def _detected(self, page: Article) -> detector.DetectionResult:
        options = detector.DetectionOptions(self._judging.language, _plugged_in())
        return detector.detect(page, options)

    def _fetched(self, url: str) -> Article:
        if self._network is None:
            raise ArticleError(
                f"{url} stands on the network and nothing may be fetched; save the page and name the file."
            )
        try:
            return self._network.load(Reference(url, FoundBy.GIVEN)).page
        except SourceError as error:
            raise ArticleError(str(error)) from error

    def _archived(self, article: Article) -> Callable[[Reference], Witness] | None:
        """Loads copies of pages from about the article's date, each once; None where no archive is to be asked."""
        if self._network is None or not self._network.has_archives:
            return None
        return RememberingLoader(self._network.archived(point_in_time(article.metadata.published or ""))).load


def trace(
    article: Locatable | Article,
    *,
    sources: SourceLoader | Locatable | Iterable[Locatable] | None = None,
    offline: bool = False,
    settings: Settings | None = None,
) -> Trace:
    """Trace every excerpt of one article.

    Args:
        article: A path, an address, or an article as read; a text is read with ``read(text=…)``.
        sources: What the sources are: a file, a folder, an address, ``URL=FILE``, several of them, or a loader. Cited
            pages that are not among them are fetched.
        offline: Whether the network stays untouched.
        settings: Profile, loaded words, outlets and what else a configuration holds.

    Raises:
        ArticleError: If the article cannot be read.
        ConfigurationError: If a source does not exist.
    """
    with Tracer(sources if sources is not None else (), offline=offline, settings=settings) as tracer:
        return tracer.trace(article)


def detect(article: Locatable | Article) -> tuple[Excerpt, ...]:
    """What an article says it quotes, without looking at any source.

    Raises:
        ArticleError: If the article cannot be read.
    """
    page = article if isinstance(article, Article) else reading.read(article)
    return detector.detect(page).excerpts


def may_be_traced(excerpt: Excerpt) -> bool:
    """Whether an excerpt is looked for among many sources: somebody may be meant, or a match of it proves something."""
    told = excerpt.attribution
    return is_attributed(excerpt) or told.is_named or told.cue is not None or is_provable(excerpt)


def is_nobodys(item: ExcerptTrace) -> bool:
    """Whether an excerpt that nobody is named for, or that is hardly one, is held by no source: then nothing is said of it."""
    sure = is_attributed(item.excerpt) and not item.excerpt.if_held
    return not sure and item.verdict in {Verdict.UNCHECKED, Verdict.NOT_FOUND}


def _plugged_in() -> dict[str, detector.Detector]:
    found = load_plugins(PluginGroup.DETECTORS)
    return {name: cast("detector.Detector", plugin) for name, plugin in found.items()}


def _catalogue(sources: Locatable | Iterable[Locatable], saved: Iterable[Path]) -> Catalogue:
    given = [sources] if isinstance(sources, (str, os.PathLike)) else sources
    folders = tuple(saved)
    return build_catalogue((parse_source_option(os.fspath(each), folders) for each in given), folders)
