"""One HTTP request and its answer, within limits; no redirects, no retries."""

import ssl
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import httpcore

from provenance.files.unpacking import UnpackingError, read_body
from provenance.sources.capture import FILE_ENDINGS
from provenance.sources.loading import connecting

if TYPE_CHECKING:
    import httpx

CONTENT_TYPES = frozenset((*FILE_ENDINGS, "text/x-markdown"))
_PORTS = {"http": 80, "https": 443}


class Transport(NamedTuple):
    """What every request of one loader shares."""

    limits: "FetchLimits"
    resolve: connecting.Resolve
    refuses: connecting.Refusal
    ssl_context: ssl.SSLContext


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's status, headers (names in lower case) and body. The body is read for status 200 only."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)


def get(
    url: "httpx.URL",
    transport: Transport,
    *,
    seconds: float,
    headers: Mapping[str, str],
    kinds: Collection[str] = CONTENT_TYPES,
) -> Answer:
    """Ask for a page over a connection of its own, in so many seconds from looking the name up to the last byte.

    Of the content types, ``kinds`` are read; any, if it is empty. A ForbiddenAddressError if the address may not be
    asked; an ExchangeError if there is no answer, or none that could be used.
    """
    check_address(url, transport.limits)
    backend = connecting.CheckedBackend(connecting.Deadline(seconds), transport.resolve, transport.refuses)
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    timeout = {
        "connect": transport.limits.connect,
        "read": transport.limits.read,
        "write": transport.limits.read,
    }
    with (
        _explained(),
        httpcore.ConnectionPool(ssl_context=transport.ssl_context, network_backend=backend) as pool,
        pool.stream("GET", target, headers=[*headers.items()], extensions={"timeout": timeout}) as response,
    ):
        return _answer(response, transport.limits, kinds)


def check_address(url: "httpx.URL", limits: "FetchLimits") -> None:
    """Check scheme, port and user before any name is looked up; a ForbiddenAddressError for others than the web's."""
    if url.scheme not in _PORTS:
        raise connecting.ForbiddenAddressError(f"is no web address ({url.scheme or 'no scheme'})")
    if not url.host:
        raise connecting.ForbiddenAddressError("names no host")
    if url.userinfo:
        raise connecting.ForbiddenAddressError("holds a user name, and none is ever sent")
    port = url.port or _PORTS[url.scheme]
    if limits.ports is not None and port not in limits.ports:
        raise connecting.ForbiddenAddressError(f"is on port {port}, not on one of the web's", private=True)


def _answer(response: httpcore.Response, limits: "FetchLimits", kinds: Collection[str]) -> Answer:
    headers = {
        name.decode("ascii", "replace").lower(): value.decode("latin-1")
        for name, value in reversed(response.headers)
    }
    if response.status != 200:
        return Answer(response.status, headers)
    _check_kind(headers, limits, kinds)
    body = read_body(
        response.iter_stream(),
        headers.get("content-encoding", ""),
        raw_limit=limits.raw,
        decoded_limit=limits.decoded,
    )
    return Answer(response.status, headers, body)


def _check_kind(headers: Mapping[str, str], limits: "FetchLimits", kinds: Collection[str]) -> None:
    """Refuse what is no page, or too large, before its body is read."""
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type and kinds and media_type not in kinds:
        raise connecting.ExchangeError(f"is no page but {media_type!r:.60}")
    length = headers.get("content-length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > limits.raw:
        raise connecting.ExchangeError(f"is larger than {limits.raw:,} bytes")


@contextmanager
def _explained() -> Iterator[None]:
    """Turn whatever goes wrong on the transport into one reason."""
    try:
        yield
    except UnpackingError as error:
        raise connecting.ExchangeError(str(error)) from error
    except httpcore.TimeoutException as error:
        raise connecting.ExchangeError("does not answer in time") from error
    except httpcore.ProtocolError as error:
        raise connecting.ExchangeError(f"sends a broken answer ({error})", passing=True) from error
    except httpcore.NetworkError as error:
        raise connecting.ExchangeError(f"cannot be reached ({error})", passing=True) from error


class FetchLimits(NamedTuple):
    """The limits of a fetch. Times in seconds, sizes in bytes."""

    connect: float = 5  # until the connection stands
    read: float = 10  # until the next bytes arrive
    total: float = 20  # for an address in all, retries and waits included, a host's turn not
    redirects: int = 5  # how many are followed
    raw: int = 8_000_000  # the size of a body as it arrives
    decoded: int = 10_000_000  # the size that it may unpack to
    retries: int = 2  # how often a passing failure is tried again
    pause: float = 1  # between two requests to one host
    ports: frozenset[int] | None = frozenset({80, 443})  # which ports may be asked; None for any
