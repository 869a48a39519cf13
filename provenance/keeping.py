"""Keeping the cited originals: what ``provenance save`` does, beside fetching and storing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.comparing import judging_settings
from provenance.configuration.settings import Settings
from provenance.errors import SourceError
from provenance.excerpts.detector import detect
from provenance.laying import Workbench
from provenance.sources.catalogue import Catalogue
from provenance.sources.network import moment_of
from provenance.sources.resolver import resolve
from provenance.sources.saving import Outcome, Saving, Wanted, excerpted
from provenance.sources.source import FoundBy, Reference
from provenance.tracing import Tracer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from provenance.articles.article import Article
    from provenance.excerpts.excerpt import Excerpt
    from provenance.findings.trace import ExcerptTrace
    from provenance.sources.loader import SourceLoader
    from provenance.sources.store import Store
    from provenance.text.span import Span

_CITED = frozenset({FoundBy.LINK, FoundBy.CITE})


def cited_pages(article: Article) -> Iterator[Wanted]:
    """The pages that the excerpts of an article are said to be from, by their links, in the article's order."""
    published = moment_of(article.metadata.published)
    for excerpt in detect(article):
        yield from (Wanted(url, published) for url in _cited(excerpt, article))


def keep_passages(
    articles: Iterable[Article],
    store: Store,
    loader: SourceLoader,
    *,
    progress: Callable[[Saving], object] | None = None,
) -> tuple[Saving, ...]:
    """Save of each cited page only the passages that the articles quote, each with a paragraph around it.

    Args:
        articles: The articles.
        store: Where.
        loader: Loads a page; each is asked for once.
        progress: Called after each page.

    Raises:
        OSError: If the store cannot be written.
    """
    quoting: dict[str, list[tuple[Article, Excerpt]]] = {}
    for article in articles:
        for excerpt in detect(article):
            for url in _cited(excerpt, article):
                quoting.setdefault(url, []).append((article, excerpt))
    savings = []
    for url, excerpts in quoting.items():
        savings.append(_keep(url, excerpts, store, loader))
        if progress is not None:
            progress(savings[-1])
    return tuple(savings)


def cleared_by_older(
    articles: Iterable[Article], folder: Path, *, settings: Settings | None = None
) -> Iterator[tuple[Article, ExcerptTrace]]:
    """The excerpts whose source has changed since it was first saved, so that only an older copy clears them (SRC604).

    Args:
        articles: The articles.
        folder: The saved sources.
        settings: How to judge.
    """
    with Tracer(saved=[folder], offline=True, settings=settings) as tracer:
        for article in articles:
            for item in tracer.trace(article).excerpts:
                if any(finding.rule.code == "SRC604" for finding in item.findings):
                    yield article, item


def _cited(excerpt: Excerpt, article: Article) -> Iterator[str]:
    references = resolve(excerpt, Catalogue(), article=article)
    return (reference.locator for reference in references if reference.found_by in _CITED)


def _keep(url: str, excerpts: list[tuple[Article, Excerpt]], store: Store, loader: SourceLoader) -> Saving:
    try:
        witness = loader.load(Reference(url, FoundBy.LINK))
    except SourceError as error:
        return Saving(url, Outcome.FAILED, store.latest(url), reason=str(error))
    spans: list[Span] = []
    for article, excerpt in excerpts:
        laid = Workbench(article, judging_settings(Settings())).lay(excerpt, witness)
        spans += [placement.source.span for placement in laid.alignment.placements]
    if not spans:
        reason = (
            f"{url} holds none of the quoted words, so no passage of it can be kept; save the whole page."
        )
        return Saving(url, Outcome.FAILED, store.latest(url), reason=reason)
    capture, head = excerpted(witness, spans)
    return Saving(url, Outcome.SAVED, store.save(capture, page_digest=witness.digest, head=head))
