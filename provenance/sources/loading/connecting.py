"""Connections that keep to a deadline, and reach checked addresses only."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from provenance.sources.loading.public_addresses import refusal

Resolve = Callable[[str, int], Sequence[str]]
Refusal = Callable[[str], str | None]


class ExchangeError(Exception):
    """There is no answer that could be used. The message goes on after the address: "does not answer in time"."""

    def __init__(self, reason: str, *, passing: bool = False) -> None:
        super().__init__(reason)
        self.passing = passing  # whether trying again may help


class ForbiddenAddressError(ExchangeError):
    """The address may not be asked."""

    def __init__(self, reason: str, *, private: bool = False) -> None:
        super().__init__(reason)
        self.private = private  # whether it may where private addresses are allowed


class Deadline:
    """A point in time that no step of a request may pass."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def clamp(self, timeout: float | None) -> float:
        """The shorter of ``timeout`` and what is left; an httpcore.ReadTimeout if nothing is left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time allowed in all is over")
        return left if timeout is None else min(timeout, left)


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name, as the system knows them; an OSError if there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedBackend(httpcore.NetworkBackend):
    """Looks a name up once, checks every answer, and connects to a checked address.

    A check before an ordinary request would look the name up twice and lose to a name that changes in between. The
    certificate is still checked for the name, since only the connection knows the address.
    """

    def __init__(self, deadline: Deadline, resolve: Resolve, refuses: Refusal) -> None:
        self._deadline = deadline
        self._resolve = resolve
        self._refuses = refuses
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 -- httpcore's signature; never set here
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 -- as above
    ) -> httpcore.NetworkStream:
        """Connect to the first address that answers.

        A ForbiddenAddressError if any of the name's addresses may not be reached; an ExchangeError if it has none; a
        httpcore.ConnectError if none answers.
        """
        addresses = self._checked(host, port)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(addresses[-1], port, timeout)

    def _connect(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        return _TimedStream(
            self._backend.connect_tcp(address, port, self._deadline.clamp(timeout)), self._deadline
        )

    def _checked(self, host: str, port: int) -> Sequence[str]:
        addresses = _within(self._deadline, self._resolve, host, port)
        if not addresses:
            raise ExchangeError("is on a host that the name service does not know")
        for address in addresses:
            if reason := self._refuses(address):
                private = refusal(address, allow_private=True) is None
                raise ForbiddenAddressError(f"leads to {address}, {reason}", private=private)
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A stream on which every read and write ends at the deadline, however little arrives each time."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.clamp(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.clamp(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.clamp(timeout))
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                said = error.__cause__.verify_message.rstrip(".")
                raise ExchangeError(f"has no valid certificate ({said})") from error
            raise
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 -- the signature of httpcore
        return self._stream.get_extra_info(info)


def _within(deadline: Deadline, resolve: Resolve, host: str, port: int) -> Sequence[str]:
    """Look a name up, but not past the deadline: the system's own look-up cannot be interrupted, only left behind."""
    answers: list[Sequence[str]] = []

    def work() -> None:
        try:
            answers.append(resolve(host, port))
        except (OSError, UnicodeError):
            answers.append(())

    thread = threading.Thread(target=work, name=f"look-up of {host:.60}", daemon=True)
    thread.start()
    thread.join(deadline.clamp(None))
    if not answers:
        raise httpcore.ConnectTimeout("the name service does not answer")
    return answers[0]
