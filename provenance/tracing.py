"""Tracing: the one module that knows every stage, from an article to what is to be said of each of its excerpts."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Self, cast

from provenance.articles import reading
from provenance.articles.article import Article
from provenance.comparing import judging_settings
from provenance.configuration.settings import Settings
from provenance.errors import ArticleError, SourceError
from provenance.excerpts import detector
from provenance.findings.trace import Trace
from provenance.inquiry import Inquiry
from provenance.plugins import PluginGroup, load_plugins
from provenance.sources.addresses import is_address
from provenance.sources.catalogue import Catalogue, CatalogueLoader
from provenance.sources.given import build_catalogue, parse_source_option
from provenance.sources.loader import LazyLoader, LoaderChain, RememberingLoader, SourceLoader
from provenance.sources.source import FoundBy, Reference
from provenance.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

    from provenance.excerpts.excerpt import Excerpt
    from provenance.sources.http import HttpLoader

Locatable = str | os.PathLike[str]


class Tracer:
    """Traces articles against the same sources. A context manager: it owns the connections it opens.

    Args:
        sources: What the user gives: files, folders, addresses, ``URL=FILE``; or a loader of one's own, which is then
            the only place that is asked.
        saved: Folders of saved sources.
        offline: Whether the network stays untouched: nothing that could reach it is made.
        allow_private: Whether addresses inside a private network may be fetched.
        language: The language of the articles, a BCP 47 primary subtag; by default each page tells.
        settings: Profile, loaded words, outlets and what else a configuration holds.

    Raises:
        ConfigurationError: If a source or folder does not exist, or a plugin cannot be loaded.
        SourceError: If a given file cannot be read.

    Example:
        >>> with Tracer(sources=["saved.html"], offline=True) as tracer:  # doctest: +SKIP
        ...     trace = tracer.trace("article.html")
    """

    def __init__(
        self,
        sources: SourceLoader | Iterable[Locatable] = (),
        *,
        saved: Iterable[Path] = (),
        offline: bool = False,
        allow_private: bool = False,
        language: str | None = None,
        settings: Settings | None = None,
    ) -> None:
        self._settings = settings or Settings()
        self._language = language
        self._live = None if offline else LazyLoader(partial(_http_loader, allow_private=allow_private))
        if isinstance(sources, SourceLoader):
            self._catalogue, loader = Catalogue(), sources
        else:
            self._catalogue = _catalogue(sources, saved)
            loader = LoaderChain((CatalogueLoader(self._catalogue), *((self._live,) if self._live else ())))
        self._loader = RememberingLoader(loader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what is open. Every request closes its own connection, so this is for what is to come."""

    def read(self, article: Locatable | Article) -> Article:
        """Read an article: a path, an address, or the text itself.

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
        return detector.detect(self.read(article), language=self._language, extra=_plugged_in())

    def trace(self, article: Locatable | Article) -> Trace:
        """Trace every excerpt of an article.

        Raises:
            ArticleError: If the article cannot be read. A source that cannot be had is no error: the excerpt is
                ``unchecked``, with the reason.
        """
        page = self.read(article)
        inquiry = Inquiry(
            page,
            catalogue=self._catalogue,
            loader=self._loader,
            settings=judging_settings(self._settings, self._language),
        )
        return Trace(page, tuple(inquiry.trace(excerpt) for excerpt in self.detect(page)), __version__)

    def _fetched(self, url: str) -> Article:
        if self._live is None:
            raise ArticleError(
                f"{url} stands on the network and nothing may be fetched; save the page and name the file."
            )
        try:
            return self._live.load(Reference(url, FoundBy.GIVEN)).page
        except SourceError as error:
            raise ArticleError(str(error)) from error


def trace(
    article: Locatable | Article,
    *,
    sources: SourceLoader | Iterable[Locatable] | None = None,
    settings: Settings | None = None,
) -> Trace:
    """Trace every excerpt of one article.

    Args:
        article: A path, an address, the text itself, or an article as read.
        sources: What the sources are: files, folders, addresses, ``URL=FILE``, or a loader. Cited pages that are not
            among them are fetched.
        settings: Profile, loaded words, outlets and what else a configuration holds.

    Raises:
        ArticleError: If the article cannot be read.
        ConfigurationError: If a source does not exist.
    """
    with Tracer(sources if sources is not None else (), settings=settings) as tracer:
        return tracer.trace(article)


def detect(article: Locatable | Article) -> tuple[Excerpt, ...]:
    """What an article says it quotes, without looking at any source.

    Args:
        article: A path, the text itself, or an article as read.

    Raises:
        ArticleError: If the article cannot be read.
    """
    page = article if isinstance(article, Article) else reading.read(article)
    return detector.detect(page)


def _plugged_in() -> dict[str, detector.Detector]:
    found = load_plugins(PluginGroup.DETECTORS)
    return {name: cast("detector.Detector", plugin) for name, plugin in found.items()}


def _catalogue(sources: Iterable[Locatable], saved: Iterable[Path]) -> Catalogue:
    return build_catalogue((parse_source_option(os.fspath(source)) for source in sources), saved)


def _http_loader(*, allow_private: bool) -> HttpLoader:
    from provenance.sources.http import HttpLoader

    return HttpLoader(allow_private=allow_private)
