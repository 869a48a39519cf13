"""The network: the live web and the web archives, of which nothing is made before it is asked."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from provenance.sources.capture import Capture
from provenance.sources.loading.archives import Archive, ArchiveLoader, TimeGate, Wayback
from provenance.sources.source import Reference, Witness

if TYPE_CHECKING:
    from provenance.sources.loading.http import HttpLoader


class Network:
    """The live web and the archives, as loaders.

    Args:
        allow_private: Whether addresses inside a private network may be fetched.
        robots: Whether robots.txt is honoured. It is not asked of archives, which offer their snapshots to programs.
        archives: Addresses of archives that speak the Wayback Machine's paths; one that ends in ``/timegate`` is asked
            as a Memento TimeGate (RFC 7089). Empty to ask none.
    """

    def __init__(
        self, *, allow_private: bool = False, robots: bool = False, archives: Sequence[str] = ()
    ) -> None:
        self._allow_private = allow_private
        self._robots = robots
        self._addresses = tuple(archives)
        self._made: HttpLoader | None = None
        self._making = Lock()

    def load(self, reference: Reference) -> Witness:
        """The page as it stands on the web now; a SourceError if it cannot be had."""
        return self._http.load(reference)

    def archived(self, published: datetime | None) -> ArchiveLoader:
        """Loads pages as they stood when an article was published."""
        return ArchiveLoader(self.archives, published=published)

    def fetch(
        self, url: str, *, headers: Mapping[str, str] = MappingProxyType({}), offered: bool = False
    ) -> Capture:
        """The bytes of a page; see ``HttpLoader.fetch``; a SourceFetchError if it cannot be retrieved."""
        return self._http.fetch(url, headers=headers, offered=offered)

    @property
    def has_archives(self) -> bool:
        """Whether there is an archive to ask."""
        return bool(self._addresses)

    @property
    def _http(self) -> "HttpLoader":
        """One for all threads: it is the one that waits for a host's turn."""
        from provenance.sources.loading.http import HttpLoader  # loads httpx, which most runs never need

        with self._making:
            if self._made is None:
                self._made = HttpLoader(allow_private=self._allow_private, robots=self._robots)
            return self._made

    @cached_property
    def archives(self) -> tuple[Archive, ...]:
        """The archives, ready to be asked."""
        offered, bases = partial(self.fetch, offered=True), (each.rstrip("/") for each in self._addresses)
        return tuple((TimeGate if base.endswith("/timegate") else Wayback)(offered, base) for base in bases)
