"""Fetching sources from the network, safely and politely. docs/security.md lists what is promised and tested."""

import ssl
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import count
from types import MappingProxyType
from typing import NamedTuple

import httpx

from provenance.articles.dates import point_in_time
from provenance.errors import SourceFetchError, SourceRefusedError
from provenance.sources.capture import Capture
from provenance.sources.loading import connecting, politeness, transport
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.public_addresses import refusal
from provenance.sources.source import SAVED_BY_HAND, Reference, Via, Witness
from provenance.version import __version__

AGENT = "provenance-tracer"
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (checks quotations against their sources)",
    "Accept": "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8, application/pdf;q=0.7",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({429, 500, 502, 503, 504})
_REASONS = {
    401: "asks for a login",
    402: "asks for payment",
    403: "turns programs away",
    404: "is not there, or no longer",
    410: "was taken down",
    429: "asks to be left alone for a while",
    451: "is withheld for legal reasons",
}


class RequestOptions(NamedTuple):
    """How a page is asked for: with which headers, heeding which robots.txt, and of which content types (empty: any)."""

    headers: Mapping[str, str]
    robots: politeness.Robots | None = None
    kinds: Collection[str] = transport.CONTENT_TYPES


class HttpLoader:
    """Fetches pages. Reads no environment proxies, sends no cookies and no credentials, checks every certificate.

    Every request has a connection of its own, on which its deadline holds.

    Args:
        limits: How long, how much and how often.
        allow_private: Whether private and loopback addresses may be reached, on any port: a newsroom's own servers.
        robots: Whether robots.txt is honoured: in batch and CI runs always; who reads one article need not ask.
        resolve: Looks a host name up.
        refuses: Says why a network address may not be reached, or None; overrides ``allow_private``.
        ssl_context: Which certificates are trusted; by default those of certifi.
        sleep: How to wait.
    """

    def __init__(  # noqa: PLR0913 -- the last four let tests stand in for the world
        self,
        limits: transport.FetchLimits | None = None,
        *,
        allow_private: bool = False,
        robots: bool = False,
        resolve: connecting.Resolve = connecting.look_up,
        refuses: connecting.Refusal | None = None,
        ssl_context: ssl.SSLContext | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._limits = limits or (
            transport.FetchLimits(ports=None) if allow_private else transport.FetchLimits()
        )
        self._wire = transport.Transport(
            self._limits,
            resolve,
            refuses or partial(refusal, allow_private=allow_private),
            ssl_context or _ssl_context(),
        )
        self._allow_private = allow_private
        self._sleep = sleep
        self._turns = politeness.HostRateLimiter(self._limits.pause, sleep)
        self._robots = politeness.Robots(self._robots_text, AGENT) if robots else None

    def load(self, reference: Reference) -> Witness:
        """Fetch the page at the reference's locator and read it.

        A SourceFetchError if it cannot be retrieved; a SourceRefusedError if it may not be fetched; a
        SourceExtractionError if it holds no text.
        """
        return to_witness(self.fetch(reference.locator), reference, Via.LIVE)

    def fetch(self, url: str, *, headers: Mapping[str, str] = _NO_HEADERS, offered: bool = False) -> Capture:
        """Fetch the bytes of a page, with request headers beside the usual ones.

        Where its host offers it to programs, as archives do with their snapshots, robots.txt, which is for programs
        that come uninvited, is not asked. A SourceFetchError if it cannot be retrieved; a SourceRefusedError if it may
        not be fetched.
        """
        try:
            options = RequestOptions({**_HEADERS, **headers}, None if offered else self._robots)
            final_url, answer = self._fetch_with_retries(url, options)
        except connecting.ForbiddenAddressError as error:
            private = error.private and not self._allow_private
            way = f"{SAVED_BY_HAND}, or allow it with --allow-private" if private else SAVED_BY_HAND
            raise SourceRefusedError(f"{url} {error}; it is not fetched, so {way}.", url) from error
        except connecting.ExchangeError as error:
            raise SourceFetchError(f"{url} {error}; {SAVED_BY_HAND}.", url) from error
        if answer.status != 200:
            reason = _REASONS.get(answer.status, "is not served")
            message = f"{url} {reason} (HTTP {answer.status}); {SAVED_BY_HAND}."
            raise SourceFetchError(message, url, status=answer.status)
        if not answer.body.strip():
            raise SourceFetchError(f"{url} is empty; {SAVED_BY_HAND}.", url, status=200)
        return _capture(url, str(final_url), answer)

    def _fetch_with_retries(self, url: str, options: RequestOptions) -> tuple[httpx.URL, transport.Answer]:
        """Follow an address, and try again where the failure may pass and time is left for the wait before."""
        address, allowance = _address(url), _Allowance(self._limits.total)
        for attempt in count():
            wait = 2.0**attempt
            tries_again = attempt < self._limits.retries
            try:
                final_url, answer = self._follow(address, options, allowance)
            except connecting.ExchangeError as error:
                if not (error.passing and tries_again and wait < allowance.left):
                    raise
            else:
                wait = _retry_after(answer.headers.get("retry-after"), default=wait)
                if not (answer.status in _PASSING and tries_again and wait < allowance.left):
                    return final_url, answer
            allowance.left -= wait
            self._sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _follow(
        self, url: httpx.URL, options: RequestOptions, allowance: "_Allowance"
    ) -> tuple[httpx.URL, transport.Answer]:
        for hop in range(self._limits.redirects + 1):
            try:
                answer = self._ask(url, options, allowance)
            except connecting.ForbiddenAddressError as error:
                error.private = error.private and hop == 0  # nobody is advised to go where a page sends him
                raise
            if answer.status not in _REDIRECTS:
                return url, answer
            url = _next(url, answer)
        raise connecting.ExchangeError(f"redirects more than {self._limits.redirects} times")

    def _ask(self, url: httpx.URL, options: RequestOptions, allowance: "_Allowance") -> transport.Answer:
        transport.check_address(url, self._limits)
        if options.robots:
            self._check_robots(options.robots, url)
        with self._turns.turn(url.host), allowance.spending() as seconds:
            return transport.get(
                url, self._wire, seconds=seconds, headers=options.headers, kinds=options.kinds
            )

    def _check_robots(self, robots: politeness.Robots, url: httpx.URL) -> None:
        site = str(url.copy_with(path="/", query=None, fragment=None)).rstrip("/")
        if reason := robots.refusal(str(url), site):
            raise connecting.ForbiddenAddressError(reason)
        self._turns.slow_down(url.host, robots.delay(site))

    def _robots_text(self, url: str) -> str | None:
        """The text of a robots.txt: empty where the site says it has none, None where it cannot be had (RFC 9309)."""
        options = RequestOptions({**_HEADERS, "Accept": "text/plain"}, kinds=())
        _, answer = self._follow(_address(url), options, _Allowance(self._limits.total))
        if answer.status == 200:
            return answer.body[:500_000].decode("utf-8", "replace")
        return "" if 400 <= answer.status < 500 and answer.status != 429 else None


def _ssl_context() -> ssl.SSLContext:
    """Trusts what certifi trusts. No variable of the environment is heeded: SSLKEYLOGFILE would write down the keys."""
    import certifi

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(certifi.where())
    return context


class _Allowance:
    """The seconds that are left for an address."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    @contextmanager
    def spending(self) -> Iterator[float]:
        """Count what is spent inside, of the seconds that are given."""
        begun = time.monotonic()
        try:
            yield self.left
        finally:
            self.left -= time.monotonic() - begun


def _address(url: str) -> httpx.URL:
    """An address, read; a ForbiddenAddressError if it is none, its host included."""
    try:
        address = httpx.URL(url)
        _ = address.host  # read here: the name of a host is looked at late
    except (httpx.InvalidURL, ValueError) as error:
        raise connecting.ForbiddenAddressError(f"is no address ({error})") from error
    return address


def _next(url: httpx.URL, answer: transport.Answer) -> httpx.URL:
    location = answer.headers.get("location")
    if not location:
        raise connecting.ExchangeError(f"redirects to nowhere (HTTP {answer.status})")
    try:
        target = _address(str(url.join(location).copy_with(fragment=None)))
    except (connecting.ForbiddenAddressError, httpx.InvalidURL, ValueError) as error:
        raise connecting.ExchangeError(f"redirects to {location!r:.80}, which is no address") from error
    if url.scheme == "https" and target.scheme == "http":
        raise connecting.ForbiddenAddressError(
            "redirects from https to http, where anybody may change it on the way"
        )
    return target


def _retry_after(value: str | None, *, default: float) -> float:
    """The seconds that a Retry-After header asks for, as a number or as a date."""
    if value is None:
        return default
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    moment = point_in_time(value)
    return default if moment is None else max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _capture(url: str, final_url: str, answer: transport.Answer) -> Capture:
    return Capture(
        answer.body,
        final_url,
        url=url,
        final_url=final_url,
        retrieved=datetime.now(UTC).replace(microsecond=0),
        status=answer.status,
        content_type=answer.headers.get("content-type"),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        memento_datetime=answer.headers.get("memento-datetime"),
    )
