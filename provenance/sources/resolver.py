"""Where an excerpt's source may be: its candidates, the likeliest first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from provenance.articles.article import Article
from provenance.excerpts.model import Excerpt
from provenance.sources.addresses import is_address, page_key
from provenance.sources.catalogue import Catalogue, Holding
from provenance.sources.loading.loader import SourceLoader
from provenance.sources.publishers import is_published_by
from provenance.sources.source import FoundBy, Reference
from provenance.text.tokens import folded_words

MAX_BY_TEXT = 20  # as many as are worth aligning for one excerpt
MAX_TITLED = 200  # so many pages at hand are opened to read their titles


def cited_references(
    excerpt: Excerpt, catalogue: Catalogue, *, article: Article | None = None, archived: bool = True
) -> tuple[Reference, ...]:
    """Where the article itself says that an excerpt is from, each locator once.

    1. LINK: its attribution's link, and every older copy of that page that is at hand; then what else its notes give.
    2. CITE: the ``cite=`` of its element.
    3. LINK: archives' copies that its notes give.
    """
    cites = (one for cite in _cites(excerpt, article) for one in _by_address(cite, FoundBy.CITE, catalogue))
    works = excerpt.attribution.citations
    named = (excerpt.attribution.link, *(work.address for work in works))
    linked = (one for url in named for one in _by_address(url, FoundBy.LINK, catalogue))
    copies = [Reference(work.archive, FoundBy.LINK) for work in works if work.archive and archived]
    return (*_by_page((*linked, *cites), catalogue).values(), *dict.fromkeys(copies))


def titled_references(excerpt: Excerpt, catalogue: Catalogue, loader: SourceLoader) -> Iterator[Reference]:
    """The pages at hand that bear the title of a work that an excerpt cites without an address."""
    works = (work for work in excerpt.attribution.citations if " " in (work.title or "") and not work.address)
    stated = [work.title or "" for work in works]
    titles = set(map(_folded_title, stated))
    pieces = {_folded_title(piece) for title in stated for piece in title.split(", ") if " " in piece}
    for holding in catalogue.holdings[:MAX_TITLED] if titles else ():
        reference = Reference(holding.locator, FoundBy.TITLE)
        with suppress(Exception):  # a source is hostile; whoever tries it tells why
            title = _folded_title(loader.load(reference).page.metadata.title)
            if title in pieces or any(cited in title for cited in titles):
                yield reference


def _folded_title(title: str | None) -> str:
    return " ".join(folded_words(title or ""))


def other_references(
    excerpt: Excerpt,
    catalogue: Catalogue,
    *,
    cited: Iterable[Reference] = (),
    search: Callable[[Excerpt], Sequence[Holding]] | None = None,
) -> tuple[Reference, ...]:
    """Where an excerpt may stand though the article does not say so, the likeliest first, each page once.

    1. GIVEN: the only source that the user gave, if the excerpt names no other.
    2. OUTLET: the pages at hand of the outlet that it names.
    3. TEXT: pages at hand that may hold its text: of at most 20 each, of more those that ``search`` finds. Such a page
       says something only if it does.

    What was tried as ``cited`` is left out.
    """
    candidates = (
        *_by_gift(excerpt, catalogue),
        *_by_outlet(excerpt, catalogue),
        *_by_text(excerpt, catalogue, search),
    )
    tried = _by_page(cited, catalogue)
    return tuple(ref for page, ref in _by_page(candidates, catalogue).items() if page not in tried)


def _by_address(url: str | None, found_by: FoundBy, catalogue: Catalogue) -> Iterator[Reference]:
    if url is None or not is_address(url):
        return
    yield Reference(url, found_by)
    # The address stands for the newest copy; the older ones are named by their files.
    yield from (Reference(holding.locator, found_by) for holding in catalogue.at(url)[1:])


def _cites(excerpt: Excerpt, article: Article | None) -> Iterator[str]:
    for quote in article.quotes if article else ():
        if quote.cite and any(span.overlaps(excerpt.span) for span in quote.spans):
            yield quote.cite


def _by_gift(excerpt: Excerpt, catalogue: Catalogue) -> Iterator[Reference]:
    given, addresses = catalogue.given, catalogue.addresses
    if len(given) + len(addresses) != 1:
        return
    if addresses and not _names_other(excerpt, addresses, None):
        yield Reference(addresses[0], FoundBy.GIVEN)
    if given and not _names_other(excerpt, given[0].urls, given[0].site_name):
        yield Reference(given[0].locator, FoundBy.GIVEN)


def _names_other(excerpt: Excerpt, urls: Sequence[str], site_name: str | None) -> bool:
    link, outlet = excerpt.attribution.link, excerpt.attribution.outlet
    if link:  # where the given page is from may be unknown; then nobody knows that it is the linked one
        return page_key(link) not in {page_key(url) for url in urls}
    return bool(outlet and site_name and not is_published_by(outlet, site_name))


def _by_outlet(excerpt: Excerpt, catalogue: Catalogue) -> Iterator[Reference]:
    if outlet := excerpt.attribution.outlet:
        holdings = catalogue.of_outlet(outlet)
        yield from (Reference(holding.locator, FoundBy.OUTLET) for holding in holdings[:MAX_BY_TEXT])
        yield from (
            Reference(url, FoundBy.OUTLET)
            for url in catalogue.addresses
            if is_published_by(outlet, page_key(url).partition("/")[0])
        )


def _by_text(
    excerpt: Excerpt, catalogue: Catalogue, search: Callable[[Excerpt], Sequence[Holding]] | None
) -> Iterator[Reference]:
    tried = next((held for held in (catalogue.holdings, catalogue.given) if len(held) <= MAX_BY_TEXT), ())
    found = (*tried, *search(excerpt)) if search and len(tried) < len(catalogue.holdings) else tried
    yield from (Reference(each.locator, FoundBy.TEXT) for each in found if catalogue.named(each.locator))
    yield from (Reference(url, FoundBy.TEXT) for url in catalogue.addresses)


def _by_page(candidates: Iterable[Reference], catalogue: Catalogue) -> dict[str, Reference]:
    """Each page once, under the first reason. An address stands for its newest copy at hand."""
    found: dict[str, Reference] = {}
    for candidate in candidates:
        held = catalogue.at(candidate.locator) if catalogue.named(candidate.locator) is None else ()
        own = page_key(candidate.locator) if is_address(candidate.locator) else candidate.locator
        found.setdefault(held[0].locator if held else own, candidate)
    return found
