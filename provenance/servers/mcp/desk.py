"""Desk: what the tools may read and do. Nothing here knows the protocol."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import NamedTuple

from provenance.articles.article import Article
from provenance.articles.reading import read_text
from provenance.configuration.grading import regraded
from provenance.configuration.settings import Settings
from provenance.errors import ConfigurationError, ProvenanceError, foreseeing_article_faults
from provenance.excerpts.model import Excerpt
from provenance.files.reading import is_inside
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.servers.mcp.answers import Source
from provenance.sources.addresses import is_address
from provenance.sources.catalogue import Catalogue, CatalogueLoader
from provenance.sources.loading.given import GivenSource, build_catalogue
from provenance.sources.source import FoundBy, Reference
from provenance.tracing.texts import compare_pages
from provenance.tracing.tracer import Each, Tracer
from provenance.tracing.verifying import text_holding


class StoppedError(ProvenanceError):
    """Nobody waits for the answer any more."""


class Desk(NamedTuple):
    """What holds for every call."""

    settings: Settings  # of the folder that the server was started in
    roots: tuple[Path, ...] = ()  # the folders below which a source may be named by its path
    saved: Path | None = None  # the folder of saved sources, or None
    network: bool = False  # whether addresses may be fetched

    def verify(self, draft: str, given: Sequence[Source], stop: Event) -> tuple[Trace, int]:
        """The draft traced, and among how many sources; a ProvenanceError if one cannot be read, or it was stopped."""
        catalogue = self._catalogue(given)
        with foreseeing_article_faults("the draft"), self._tracer(catalogue) as tracer:
            article = read_text(draft, origin="draft")
            trace = tracer.graded(article, each=_until(stop))
        return trace, len(catalogue.holdings) + len(catalogue.addresses)

    def compare(self, quotation: str, given: Source) -> tuple[Trace, int]:
        """The quotation compared with one source; a ProvenanceError if either cannot be read."""
        with foreseeing_article_faults("the quotation"):
            page = read_text(quotation, origin="quotation")
            source = self._page(given)
            return regraded(compare_pages(page, source, settings=self.settings), self.settings), 1

    def find(self, quotation: str) -> tuple[Trace, int]:
        """The quotation looked for in the folder of saved sources; a ProvenanceError if there is none, or it holds no words."""
        if self.saved is None:
            raise ConfigurationError("No saved sources are at hand; start the server with --sources DIR.")
        catalogue = build_catalogue((), [self.saved])
        with (
            foreseeing_article_faults("the quotation"),
            Tracer(catalogue, offline=True, settings=self.settings) as tracer,
        ):
            trace = tracer.find(read_text(quotation, origin="quotation"))
        return regraded(trace, self.settings), len(catalogue.holdings)

    def _tracer(self, catalogue: Catalogue) -> Tracer:
        return Tracer(catalogue, offline=not self.network, robots=True, settings=self.settings)

    def _catalogue(self, given: Iterable[Source]) -> Catalogue:
        parts = [self._part(each, number) for number, each in enumerate(given, start=1)]
        saved = build_catalogue((), [self.saved] if self.saved else [])
        holdings = {held.locator: held for part in (*parts, saved) for held in part.holdings}
        addresses = tuple(url for part in parts for url in part.addresses)
        return replace(saved, holdings=tuple(holdings.values()), addresses=addresses)

    def _part(self, given: Source, number: int = 1) -> Catalogue:
        if given.text is not None:
            return Catalogue((text_holding(given.name or f"source {number}", given.text),))
        if given.path is not None:
            url = given.name if is_address(given.name) else None
            return build_catalogue([GivenSource(url, self._inside(given.path))])
        return Catalogue(addresses=(self._fetchable(given.url or ""),))

    def _page(self, given: Source) -> Article:
        part = self._part(given)
        if part.addresses:
            with self._tracer(part) as tracer:
                return tracer.read(part.addresses[0])
        if len(part.holdings) != 1:
            raise ConfigurationError(f"{given.path} holds {len(part.holdings)} pages; name one file.")
        return CatalogueLoader(part).load(Reference(part.holdings[0].locator, FoundBy.GIVEN)).page

    def _inside(self, name: str) -> Path:
        """The place that a path names below a root, links followed. Whether anything stands elsewhere is not told."""
        if not self.roots:
            raise ConfigurationError(
                "No path may be read; give the text, or start the server with --root DIR."
            )
        for root in self.roots:
            try:
                path = (root / name).resolve(strict=True)
            except (OSError, ValueError, RuntimeError):
                continue
            if is_inside(path, self.roots):
                return path
        raise ConfigurationError(
            f"{name} is nothing that may be read; name a file below a root, or give its text."
        )

    def _fetchable(self, url: str) -> str:
        if not is_address(url):
            raise ConfigurationError(f"{url} is no address; give one that begins with https:// or http://.")
        if not self.network:
            raise ConfigurationError(
                f"{url} may not be fetched; give its text, or start the server with --allow-network."
            )
        return url


def _until(stop: Event) -> Each:
    def each(excerpts: Sequence[Excerpt], trace: Callable[[Excerpt], ExcerptTrace]) -> Iterator[ExcerptTrace]:
        for excerpt in excerpts:
            if stop.is_set():
                raise StoppedError("The call was cancelled.")
            yield trace(excerpt)

    return each
