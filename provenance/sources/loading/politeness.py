"""Manners towards the hosts that are asked: a pause between two requests, and what robots.txt allows."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from protego import Protego

MAX_CRAWL_DELAY = 30.0  # seconds


class HostRateLimiter:
    """Lets one request at a time go to a host, each a pause after the last one ended."""

    def __init__(self, pause: float, sleep: Callable[[float], object] = time.sleep) -> None:
        self._pause = pause
        self._sleep = sleep
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._last: dict[str, float] = {}
        self._longer: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a host's turn and hold it."""
        with self._locks[host]:
            pause = max(self._pause, self._longer.get(host, 0))
            waited = time.monotonic() - self._last.get(host, float("-inf"))
            if waited < pause:
                self._sleep(pause - waited)
            try:
                yield
            finally:
                self._last[host] = time.monotonic()

    def slow_down(self, host: str, pause: float) -> None:
        """Pause longer before each request to a host, as its robots.txt asks, at most 30 seconds."""
        self._longer[host] = min(pause, MAX_CRAWL_DELAY)


class Robots:
    """What the robots.txt of each site, ``https://ledger.example``, allows an agent of that name (RFC 9309).

    ``fetch`` returns the text of a robots.txt, empty if the site has none, or None if it cannot be had.
    """

    def __init__(self, fetch: Callable[[str], str | None], agent: str) -> None:
        self._fetch = fetch
        self._agent = agent
        self._known: dict[str, Protego | None] = {}

    def refusal(self, url: str, site: str) -> str | None:
        """Why a page may not be fetched, or None if it may. A site whose robots.txt cannot be had allows nothing."""
        rules = self._rules(site)
        if rules is None:
            return "may be closed to programs: the site's robots.txt cannot be had"
        return None if rules.can_fetch(url, self._agent) else "is closed to programs by the site's robots.txt"

    def delay(self, site: str) -> float:
        """How many seconds the site wants between two requests."""
        rules = self._rules(site)
        return float((rules.crawl_delay(self._agent) if rules else None) or 0)

    def _rules(self, site: str) -> Protego | None:
        if site not in self._known:
            text = self._fetch(f"{site}/robots.txt")
            self._known[site] = None if text is None else Protego.parse(text)
        return self._known[site]
