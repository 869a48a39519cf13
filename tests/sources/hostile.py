"""A local server that misbehaves on purpose, one way a path."""

import contextlib
import gzip
import socket
import threading
import time
import zlib
from dataclasses import dataclass, field

GOOD = b"<!DOCTYPE html><html><body><p>The pier will close before the end of May.</p></body></html>"


def head(status="200 OK", *, kind="text/html; charset=utf-8", length=None, **more):
    lines = [f"HTTP/1.1 {status}"]
    if kind:
        lines.append(f"Content-Type: {kind}")
    if length is not None:
        lines.append(f"Content-Length: {length}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    return "\r\n".join(lines).encode() + b"\r\nConnection: close\r\n\r\n"


def answer(body=GOOD, status="200 OK", **more):
    """A whole, well-formed answer."""
    return head(status, length=len(body), **more) + body


def redirect(location, status="302 Found"):
    return answer(b"", status, Location=location)


def bomb(megabytes):
    """A gzip stream of zeros that unpacks to so many megabytes, a thousandth of that in size."""
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"\0" * 1_000_000
    return b"".join(engine.compress(block) for _ in range(megabytes)) + engine.flush()


def endless(prefix, block=b"x" * 65_536):
    """An answer that never ends."""

    def send(connection):
        connection.sendall(prefix)
        while True:
            connection.sendall(block)

    return send


def drip(prefix, byte=b"x", pause=0.02):
    """An answer that arrives byte by byte, each well within any time-out."""

    def send(connection):
        connection.sendall(prefix)
        while True:
            connection.sendall(byte)
            time.sleep(pause)

    return send


def silence(connection):
    """An answer that never begins."""
    time.sleep(5)


@dataclass
class HostileServer:
    """Serves raw bytes by path, or whatever a function sends. Several answers to one path are given in turn."""

    routes: dict = field(default_factory=dict)
    tls: object = None
    requests: list = field(default_factory=list)
    times: list = field(default_factory=list)
    most_at_once: int = 0
    _open: int = 0

    def __post_init__(self):
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._lock = threading.Lock()
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._socket.close()

    def url(self, path="/", host="127.0.0.1", scheme=None):
        return f"{scheme or ('https' if self.tls else 'http')}://{host}:{self.port}{path}"

    def paths(self):
        return [request.split(b" ", 2)[1].decode() for request in self.requests]

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._handle, args=(connection,), daemon=True).start()

    def _handle(self, connection):
        # A client that gives up closes the connection, which is what these tests are about.
        with connection, contextlib.suppress(OSError):
            if self.tls is None:
                self._talk(connection)
                return
            with self.tls.wrap_socket(connection, server_side=True) as shielded:
                self._talk(shielded)

    def _talk(self, connection):
        request = connection.recv(65_536)
        if not request:
            return
        with self._lock:
            self.requests.append(request)
            self.times.append(time.monotonic())
            self._open += 1
            self.most_at_once = max(self.most_at_once, self._open)
        try:
            # What is no request in plain text begins a TLS handshake.
            path = (
                request.split(b" ", 2)[1].decode().partition("?")[0] if request.startswith(b"GET ") else "tls"
            )
            self._answer(connection, path)
        finally:
            with self._lock:
                self._open -= 1

    def _answer(self, connection, path):
        found = self.routes.get(path, answer(b"nothing here", "404 Not Found"))
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if callable(found):
            found(connection)
        else:
            connection.sendall(found)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


def gzipped(data=GOOD):
    return gzip.compress(data)
