"""Saving the cited originals: fetch each page once, keep its bytes, say what became of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from provenance.articles.article import Article
from provenance.errors import ProvenanceError, SourceError, SourceFetchError, SourceRefusedError, fault_in
from provenance.excerpts.model import Excerpt
from provenance.sources.addresses import page_key
from provenance.sources.capture import Capture
from provenance.sources.loading.archives import Archive, Fetch
from provenance.sources.loading.extraction import read_page, to_witness
from provenance.sources.loading.loader import futures_by_host
from provenance.sources.source import FoundBy, Reference, Via
from provenance.sources.storage.manifest import SavedSource
from provenance.sources.storage.store import Store
from provenance.text.span import Span

STILL_FRESH = timedelta(hours=1)  # a refresh that was broken off goes on where it stood


class CitedPage(NamedTuple):
    """A page that articles cite."""

    url: str  # its address, as it is first written
    # When the first article that cites it was published, where that is known.
    published: datetime | None = None
    # The excerpts that are said to be from it, each with its article.
    quoting: tuple[tuple[Article, Excerpt], ...] = ()


class Outcome(StrEnum):
    """What became of one page."""

    SAVED = "saved"
    KEPT = "kept"  # saved before, or checked a short while ago: not fetched
    UNCHANGED = "unchanged"  # fetched again, and its text is the same
    CHANGED = "changed"  # fetched again, and its text differs; both copies are kept
    FAILED = "failed"  # not retrieved; an older copy, if there is one, is kept


class Saving(NamedTuple):
    """What became of one page."""

    url: str  # the page
    outcome: Outcome  # what became of it
    source: SavedSource | None = None  # its newest saved copy, or None
    older: SavedSource | None = None  # the copy before that, if the text changed
    reason: str | None = None  # why it failed
    doubt: str | None = None  # why what was fetched may not hold the page's text, or None
    beside: Path | None = None  # the file that holds it without being named in the manifest, or None
    is_fault: bool = False  # whether this program itself failed at it


class Saver:
    """Saves pages in a store. Each is in the store before the next is fetched, so that a killed run loses nothing.

    Args:
        store: Where.
        fetch: Fetches a page; see ``HttpLoader.fetch``.
        archives: Which archives to ask where the page itself cannot be fetched or read, in order.
        refresh: Whether pages that are saved already are fetched again.
        still_fresh: In a refresh, how old a copy may be that is not fetched again.
        at_hand: The file that holds a page without being named in the store's manifest, by the page's address.
    """

    def __init__(
        self,
        store: Store,
        fetch: Fetch,
        *,
        archives: Sequence[Archive] = (),
        at_hand: Callable[[str], Path | None] = lambda _: None,
        refresh: bool = False,
        still_fresh: timedelta = STILL_FRESH,
    ) -> None:
        self._store = store
        self._fetch = fetch
        self._archives = tuple(archives)
        self._refresh = refresh
        self._still_fresh = still_fresh
        self._at_hand = at_hand

    def save(
        self, cited: Iterable[CitedPage], *, progress: Callable[[Saving], object] = lambda _: None
    ) -> tuple[Saving, ...]:
        """Save every page once, however often cited, several hosts at once; an OSError if the store cannot be written."""
        first: dict[str, CitedPage] = {}
        for page in cited:
            first.setdefault(page_key(page.url), page)
        futures = futures_by_host(tuple(first.values()), self._saving_or_fault, address=lambda page: page.url)
        savings = []
        try:
            for future in futures:
                savings.append(future.result())
                progress(savings[-1])
        finally:
            for future in futures:
                future.cancel()
        return tuple(savings)

    def _saving_or_fault(self, page: CitedPage) -> Saving:
        """What becomes of a page; where this program fails at it, that is told, and ends no run."""
        try:
            known = self._store.latest(page.url)
            fresh = known is not None and (not self._refresh or _is_fresh(known, self._still_fresh))
            if known is not None and fresh and self._is_enough(known, page):
                return Saving(page.url, Outcome.KEPT, known)
            return self._renewed(page, known)
        except (OSError, ProvenanceError):
            raise
        except Exception as error:  # noqa: BLE001 -- a page is hostile
            return Saving(page.url, Outcome.FAILED, reason=fault_in(page.url, error), is_fault=True)

    def _is_enough(self, known: SavedSource, _: CitedPage) -> bool:
        return self._is_whole(known)

    def _renewed(self, page: CitedPage, known: SavedSource | None) -> Saving:
        if known is None and not self._refresh and (beside := self._at_hand(page.url)):
            return Saving(page.url, Outcome.KEPT, beside=beside)
        try:
            capture = self._retrieve(page, known)
        except SourceFetchError as error:
            if error.status == 304 and known is not None:
                return self._unchanged(page.url, known)
            return Saving(page.url, Outcome.FAILED, known, reason=str(error))
        if known is not None and self._is_whole(known):
            return self._compared(page, known, capture)
        capture = self._readable(page, capture)
        return Saving(page.url, Outcome.SAVED, self._store.save(capture), doubt=_doubt_of(capture))

    def _compared(self, page: CitedPage, known: SavedSource, capture: Capture) -> Saving:
        """What a refresh makes of a page. One that cannot be read any more tells nothing and is not saved."""
        older = self._store.open(known)
        if same_text(older, capture):
            return self._unchanged(page.url, known)
        doubt = _doubt_of(capture)
        if doubt and _doubt_of(older) is None:
            reason = f"{page.url} cannot be read now: {doubt}"
            return Saving(page.url, Outcome.FAILED, known, reason=reason)
        return Saving(page.url, Outcome.CHANGED, self._store.save(capture), known, doubt=doubt)

    def _retrieve(self, page: CitedPage, known: SavedSource | None) -> Capture:
        """The page itself, or its snapshot if none is saved yet: a snapshot says nothing of how the page reads today."""
        whole = known if known and self._is_whole(known) else None
        try:
            return self._fetch(page.url, headers=_conditions(whole) if whole else {})
        except SourceRefusedError:
            raise
        except SourceFetchError as failure:
            for snapshot in () if whole else self._snapshots(page):
                return snapshot
            raise failure from None

    def _readable(self, page: CitedPage, capture: Capture) -> Capture:
        """The page, or else its first snapshot that can be read, if it cannot be read itself."""
        if capture.memento or _doubt_of(capture) is None:
            return capture
        return next((found for found in self._snapshots(page) if _doubt_of(found) is None), capture)

    def _snapshots(self, page: CitedPage) -> Iterator[Capture]:
        for archive in self._archives:
            with suppress(SourceFetchError):
                yield archive.snapshot(page.url, page.published)

    def _unchanged(self, url: str, known: SavedSource) -> Saving:
        when = datetime.now(UTC).replace(microsecond=0)
        return Saving(url, Outcome.UNCHANGED, self._store.mark_checked(known, when))

    def _is_whole(self, source: SavedSource) -> bool:
        """Whether the saved bytes are still those that were saved."""
        try:
            self._store.open(source)
        except SourceError:
            return False
        return True


def _is_fresh(source: SavedSource, within: timedelta) -> bool:
    """Whether a saved page was fetched or checked so short a while ago; a date far in the future is not believed."""
    last = source.checked or source.fetched
    return last is not None and abs(datetime.now(UTC) - last) < within


def _doubt_of(capture: Capture) -> str | None:
    """Why a page's bytes may not hold its text: no text at all, a paywall, a check for robots; None if there is no doubt."""
    try:
        witness = to_witness(capture, Reference(capture.url or capture.origin, FoundBy.LINK), Via.SAVED)
    except SourceError as error:
        return str(error)
    return " ".join(witness.page.doubts) or None


def same_text(older: Capture, newer: Capture) -> bool:
    """Whether two captures of a page say the same in their main content, whatever else of the page changed."""
    return older.data == newer.data or _main_text(older) == _main_text(newer)


def _conditions(known: SavedSource) -> dict[str, str]:
    """Request headers that spare both sides a page that has not changed."""
    named = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in named.items() if value}


def _main_text(capture: Capture) -> str:
    reference = Reference(capture.url or capture.origin, FoundBy.LINK)
    try:
        document = read_page(capture, reference).document
    except SourceError:
        return sha256(capture.data).hexdigest()
    spans = [block.span for block in document.blocks if block.main] or [Span(0, len(document.text))]
    return " ".join(" ".join(span.of(document.text) for span in spans).split())
