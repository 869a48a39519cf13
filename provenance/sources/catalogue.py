"""Catalogue: the sources at hand, given or saved, and how one is found among them."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from provenance.articles.article import Article
from provenance.errors import SourceNotSavedError
from provenance.sources.addresses import host_of, page_key
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.publishers import outlet_keys, publisher_keys
from provenance.sources.source import Reference, Via, Witness

_EPOCH = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, eq=False)
class Holding:
    """One page at hand: where it is from, and how to open it."""

    locator: str  # what names it among all: a path, with the record's number in a file of many pages
    via: Via  # whether the user gave it or it was saved
    open: Callable[[], Capture]  # reads the bytes. Raises SourceError
    urls: tuple[str, ...] = ()  # the addresses it is known under; empty if nobody knows
    site_name: str | None = None  # the outlet, as the page names it, or None
    retrieved: datetime | None = None  # when it was fetched, or None
    file: Path | None = None  # the file that holds it, or None

    @property
    def url(self) -> str | None:
        """The address it was asked for under, or None."""
        return self.urls[0] if self.urls else None


@dataclass(frozen=True)
class Catalogue:
    """The sources at hand."""

    holdings: tuple[Holding, ...] = ()  # the pages whose bytes are here. Given ones stand before saved ones
    addresses: tuple[str, ...] = ()  # the addresses that the user gave without a page: they are to be fetched
    folders: tuple[Path, ...] = ()  # the folders that holdings were read from
    own: str | None = None  # the locator of the article itself, where it lay among them

    def apart_from(self, article: Article) -> "Catalogue":
        """The sources at hand of one article, without the article itself: its file, and pages of its address."""
        url = article.metadata.url
        places = {*self._by_file.get(_place(article.document.origin), ()), *(self._at(url) if url else ())}
        if not places:
            return self
        kept = (holding for at, holding in enumerate(self.holdings) if at not in places)
        return replace(self, holdings=tuple(kept), own=self.holdings[min(places)].locator)

    @property
    def given(self) -> tuple[Holding, ...]:
        """The pages that the user gave."""
        return tuple(holding for holding in self.holdings if holding.via is Via.GIVEN)

    def at(self, url: str) -> tuple[Holding, ...]:
        """The holdings of one page by its address, however it is written: given before saved, the newest first."""
        return self._by_key.get(page_key(url), ())

    def named(self, locator: str) -> Holding | None:
        """The holding of that very locator, or None."""
        return self._by_locator.get(locator)

    def of_outlet(self, outlet: str) -> tuple[Holding, ...]:
        """The holdings that an outlet published, by their site's name or their host."""
        positions = {at for key in outlet_keys(outlet) for at in self._by_publisher.get(key, ())}
        return tuple(self.holdings[at] for at in sorted(positions))

    @cached_property
    def _by_publisher(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, holding in enumerate(self.holdings):
            publishers = {*map(host_of, holding.urls), holding.site_name or ""} - {""}
            for key in {key for publisher in publishers for key in publisher_keys(publisher)}:
                found[key].append(at)
        return found

    def _at(self, url: str) -> Iterator[int]:
        own = {holding.locator for holding in self.at(url)}
        return (at for at, holding in enumerate(self.holdings) if own and holding.locator in own)

    @cached_property
    def _by_file(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, holding in enumerate(self.holdings):
            if holding.file:
                found[_place(holding.file)].append(at)
        return found

    @cached_property
    def _by_locator(self) -> Mapping[str, Holding]:
        return {holding.locator: holding for holding in self.holdings}

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Holding, ...]]:
        found: dict[str, dict[str, Holding]] = defaultdict(dict)
        for holding in self.holdings:
            for url in holding.urls:
                found[page_key(url)][holding.locator] = holding
        return {key: _preferred(holdings.values()) for key, holdings in found.items()}


class CatalogueLoader:
    """Loads what is at hand and reaches no network."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def load(self, reference: Reference) -> Witness:
        """The page at hand under the reference's locator: a holding's own locator, or an address.

        A SourceNotSavedError if there is none; a SourceError if it cannot be read, or its digest is wrong.
        """
        named = self._catalogue.named(reference.locator)
        found = (named,) if named else self._catalogue.at(reference.locator)
        if not found:
            raise SourceNotSavedError(
                f"{reference.locator} is not among the sources at hand; give it with --source, or save it with"
                " `provenance save` or from the browser into the folder of saved sources.",
                reference.locator,
            )
        return to_witness(found[0].open(), reference, found[0].via)


def _place(path: Path | str) -> str:
    """A file's place, by whichever links its folder is reached."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 -- thousands of files are asked
    return os.path.join(_real(folder), name)  # noqa: PTH118


@lru_cache(maxsize=1024)  # a folder holds many files
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def _preferred(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    newest_first = sorted(holdings, key=lambda holding: holding.retrieved or _EPOCH, reverse=True)
    return tuple(sorted(newest_first, key=lambda holding: holding.via is not Via.GIVEN))
