"""Snapshots in web archives: the Wayback Machine, or any archive with a Memento TimeGate (RFC 7089)."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from provenance.articles.dates import in_utc, point_in_time
from provenance.errors import SourceFetchError, SourceRefusedError
from provenance.sources.addresses import host_of, is_address, unwrapped
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.politeness import HostRateLimiter
from provenance.sources.source import SAVED_BY_HAND, Reference, Via, Witness

WAYBACK = "https://web.archive.org"
LATEST_AFTER = timedelta(days=1)  # an article does not quote what was written later
FAR_OFF = timedelta(days=30)  # a snapshot this far from the article is said to be
CDX_PAUSE = 2.5  # seconds; the Wayback Machine asks for at most 0.4 calls a second
_MAX_VERSIONS = 5000
_STAMP = re.compile(r"(?<=/)(?P<stamp>\d{14})(?P<flags>[a-z]{2}_)?(?=/https?:)")
_PRIVATE_NAME = re.compile(
    r"(?:^|\.)(?:local|localhost|internal|intranet|lan|home|corp|private|arpa)$|^[^.]*$"
)
_ESCAPES = str.maketrans({character: f"%{ord(character):02X}" for character in "%&#+ "})
_NUMERIC = re.compile(r"^[\d.]+$|:")
Fetch = Callable[..., Capture]  # fetches a page; see `HttpLoader.fetch`


class Wayback:
    """The Wayback Machine, or a server that speaks the same paths."""

    def __init__(
        self, fetch: Fetch, base: str = WAYBACK, *, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._fetch = fetch
        self._base = base.rstrip("/")
        self._turns = HostRateLimiter(CDX_PAUSE, sleep)

    def snapshot(self, url: str, published: datetime | None) -> Capture:
        """The version that stood when an article was published, as the bytes that the archive received; the newest without a date.

        A SourceFetchError if there is none, or the archive does not answer.
        """
        wanted = published or datetime.now(UTC)
        try:
            versions = self.versions(url)
        except SourceFetchError:
            # The index fails more often than the snapshots do; the archive itself goes to the nearest one then.
            seen = wanted
        else:
            if not versions:
                raise SourceFetchError(f"{url} is in no snapshot of {self._base}.", url, status=404)
            seen = nearest(versions, wanted)
        return _dated(self._fetch(f"{self._base}/web/{seen:%Y%m%d%H%M%S}id_/{url}"), url, published)

    def versions(self, url: str) -> tuple[datetime, ...]:
        """When the archive first saw each version of a page, the oldest first; a SourceFetchError if it does not answer."""
        query = f"url={url.translate(_ESCAPES)}&collapse=digest&filter=statuscode:200&fl=timestamp,digest&limit=-{_MAX_VERSIONS}"
        with self._turns.turn("cdx"):
            try:
                index = self._fetch(f"{self._base}/cdx/search/cdx?{query}")
            except SourceFetchError as error:
                if error.status == 200:  # the index says "none" with an empty page
                    return ()
                raise
        lines = (line.split() for line in index.data.decode("ascii", "replace").splitlines())
        return tuple(seen for line in lines if len(line) == 2 and (seen := _time(line[0])))


class TimeGate:
    """An archive that finds the snapshot nearest to a time by itself (RFC 7089)."""

    def __init__(self, fetch: Fetch, base: str) -> None:
        self._fetch = fetch
        self._base = base.rstrip("/")

    def snapshot(self, url: str, published: datetime | None) -> Capture:
        """The snapshot nearest to an article's date; see ``Wayback``."""
        wanted = format_datetime(published or datetime.now(UTC), usegmt=True)
        found = self._fetch(f"{self._base}/{url}", headers={"Accept-Datetime": wanted})
        return _dated(self._as_received(found), url, published)

    def _as_received(self, found: Capture) -> Capture:
        """The snapshot without the archive's own banner and rewritten links, where it offers that (pywb, Wayback)."""
        plain = _STAMP.sub(r"\g<stamp>id_", found.final_url or "", count=1)
        if plain == found.final_url:
            return found
        try:
            return self._fetch(plain)
        except SourceFetchError:
            return found


Archive = Wayback | TimeGate  # a place that keeps snapshots


class ArchiveLoader:
    """Loads a source from the first archive that has it."""

    def __init__(self, archives: Sequence[Archive], *, published: datetime | None = None) -> None:
        self._archives = tuple(archives)
        self._published = published.astimezone(UTC) if published else None

    def load(self, reference: Reference) -> Witness:
        """The snapshot of the reference's page; a SourceError if none has it, it may not be told, or holds no text."""
        url = unwrapped(reference.locator)
        if not is_address(url) or is_private_name(host_of(url)):
            raise SourceRefusedError(
                f"{url} is no public address, so no archive is asked for it; {SAVED_BY_HAND}.",
                reference.locator,
            )
        for archive in self._archives:
            try:
                return to_witness(archive.snapshot(url, self._published), reference, Via.ARCHIVE)
            except SourceFetchError:
                continue
        raise SourceFetchError(
            f"{url} is in no archive that was asked, or none answers; {SAVED_BY_HAND}.", reference.locator
        )


def nearest(versions: Sequence[datetime], published: datetime) -> datetime:
    """The version, of one or more, that stood when an article was published: seen a day after at last, or the first."""
    before = [seen for seen in versions if seen <= published + LATEST_AFTER]
    return before[-1] if before else versions[0]


def _dated(capture: Capture, url: str, published: datetime | None) -> Capture:
    taken = _capture_time(capture)
    caveat = None
    if published and taken and abs(taken - published) > FAR_OFF:
        days = abs(taken - published).days
        side = "after" if taken > published else "before"
        caveat = f"The archived copy was taken {days} days {side} the article was published."
    return replace(
        capture,
        url=url,
        final_url=None,
        memento=capture.final_url,
        retrieved=taken or capture.retrieved,
        caveat=caveat,
    )


def _capture_time(capture: Capture) -> datetime | None:
    """When a snapshot was taken: by its header, or else by the time in its address."""
    if stated := point_in_time(capture.memento_datetime or ""):
        return stated
    found = _STAMP.search(capture.final_url or "")
    return _time(found["stamp"]) if found else None


def _time(stamp: str) -> datetime | None:
    try:
        return in_utc(datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC))
    except ValueError:
        return None


def is_private_name(host: str) -> bool:
    """Whether a host is one that no archive should be told of: a name inside a network, or a bare number."""
    return bool(_PRIVATE_NAME.search(host) or _NUMERIC.search(host))
