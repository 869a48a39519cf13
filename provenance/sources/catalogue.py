"""Catalogue: the sources at hand, given or saved, how one is found among them, and whether it is of the outlet that is named."""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from provenance.articles.article import Article
from provenance.errors import SourceNotSavedError
from provenance.excerpts.outlets import outlets
from provenance.sources.addresses import host_of, page_key
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import Reference, Via, Witness

_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_ARTICLES = re.compile(r"^(?:the|le|la|les|l|el|los|il|lo|der|die|das|de|het)\s+", re.IGNORECASE)
_LISTED = "listed: "  # before a name as the table of outlets has it; no spelling holds a space
_NOT_LETTERS = re.compile(r"[\W_]+")
_HOST = re.compile(r"^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$")
# Labels that four countries or more put between a name and their own (the Public Suffix List): example.co.uk, example.go.jp.
_SECOND_LEVEL = frozenset(
    "ac asso biz co com coop ed edu firm fm go gob gouv gov in ind info int k12 ltd med mil mobi ne net nom or org priv pro rec sc sch "
    "tm tv web".split()
)
_COUNTRY = 2  # letters of a country's label


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


def is_published_by(outlet: str, publisher: str) -> bool:
    """Whether an outlet as an article names it is the publisher of a page.

    The spelling of the two tells, or the table of outlets, which knows abbreviations and domains of another name.

    Args:
        outlet: The name in the article: ``The Harbour Ledger``.
        publisher: The page's host, or the name that its site gives itself.
    """
    return not outlet_keys(outlet).isdisjoint(publisher_keys(publisher))


def outlet_keys(outlet: str) -> frozenset[str]:
    """Under which keys an outlet's pages are found: its spellings, and its name in the table of outlets."""
    named = outlets().named(outlet) or outlet
    return frozenset({*_spellings(outlet), *_spellings(named), f"{_LISTED}{named}"})


def publisher_keys(publisher: str) -> frozenset[str]:
    """The keys of a page by its host, or by the name that its site gives itself; see ``outlet_keys``."""
    if _HOST.match(publisher):
        spellings, listed = _host_spellings(publisher), outlets().at_address(publisher)
    else:
        named = outlets().named(publisher)
        spellings, listed = _spellings(publisher), (named,) if named else ()
    return frozenset({*spellings, *(f"{_LISTED}{name}" for name in listed)})


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    plain = plain.casefold().replace("&", " and ").strip()
    if _HOST.match(plain):
        return _host_spellings(plain)
    return frozenset({_NOT_LETTERS.sub("", form) for form in (plain, _ARTICLES.sub("", plain))} - {""})


@lru_cache(maxsize=4096)
def _host_spellings(host: str) -> frozenset[str]:
    labels = host.casefold().removeprefix("www.").split(".")
    national = len(labels) > 2 and len(labels[-1]) == _COUNTRY and labels[-2] in _SECOND_LEVEL
    own = labels[:-2] if national else labels[:-1]
    name = own[-1]
    # "The Ledger" may live at theledger.example or at ledger.example; both spellings of the name are tried anyway.
    return frozenset({name.replace("-", ""), re.sub(r"^the-?", "", name).replace("-", "")} - {""})


def is_of_another(outlet: str | None, witness: Witness) -> bool:
    """Whether an outlet is named, and the page is known to be another's."""
    publishers = [name for name in (witness.page.metadata.site_name, host_of(witness.url or "")) if name]
    if not outlet or not publishers:
        return False
    return not any(is_published_by(outlet, publisher) for publisher in publishers)
