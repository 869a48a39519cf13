"""The web application: a few files and one thing to do, for the one browser that knows the token; its socket."""

import multiprocessing
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from functools import partial
from importlib.resources import files
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from time import monotonic
from typing import TYPE_CHECKING, Any

import uvicorn
from anyio import to_thread
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from provenance.errors import ConfigurationError
from provenance.reporting.html.assets import asset
from provenance.servers.web.guard import Guard
from provenance.servers.web.job import ServerOptions, run_job
from provenance.tracing.workers import send_read_only_mappings

if TYPE_CHECKING:
    from starlette.requests import Request


MOST_BYTES = 40_000_000  # of what the page sends: files in base64, which takes four bytes for three
MOST_AT_ONCE = 10
_LONGEST = 900  # seconds for one article
_TOO_LARGE = "That is more than 30 MB; leave out pictures, or give fewer sources at once."
_TOO_MANY = f"{MOST_AT_ONCE} articles are being traced already; wait until one is done."
_FILES = {"": "text/html", "serve.css": "text/css", "serve.js": "text/javascript"}
_LOOPBACK = "127.0.0.1"


def application(options: ServerOptions, *, token: str, port: int) -> Guard:
    """The application, guarded."""
    service = _Service(options)
    routes = [
        Route("/{token}/trace", service.trace, methods=["POST"]),
        Route("/{token}/{name}", service.file),
        Route("/{token}/", service.file),
    ]
    return Guard(Starlette(routes=routes), token, port)


class _Service:
    def __init__(self, options: ServerOptions) -> None:
        self._options = options
        self._running = 0
        send_read_only_mappings()
        self._context: Any = multiprocessing.get_context(_start_method())
        if (
            _start_method() == "forkserver"
        ):  # one process imports everything, and the others begin as it is then
            self._context.set_forkserver_preload(["provenance.servers.web.warm"])
            forkserver.ensure_running()

    async def file(self, request: "Request") -> Response:
        """The page, its style sheets and its script."""
        name = request.path_params.get("name", "")
        if name == "report.css":
            return Response(asset("page.css"), media_type="text/css")
        if name not in _FILES:
            return PlainTextResponse("There is no such page.", 404)
        text = (files(__package__) / "static" / (name or "index.html")).read_text("utf-8")
        network = "no" if self._options.offline else "yes"
        return Response(text.replace("NETWORK", network), media_type=_FILES[name])

    async def trace(self, request: "Request") -> Response:
        """Trace an article: one line of JSON for each thing that there is to tell, as soon as it is known."""
        order = await _bounded_body(request)
        if order is None:
            return PlainTextResponse(_TOO_LARGE, 413)
        if self._running >= MOST_AT_ONCE:
            return PlainTextResponse(_TOO_MANY, 503)
        return StreamingResponse(self._answers(order), media_type="application/x-ndjson")

    async def _answers(self, order: bytes) -> AsyncIterator[bytes]:
        """The lines of a process, which ends with this generator: when all is told, or the browser went away."""
        ours, theirs = multiprocessing.Pipe(duplex=False)
        process = self._context.Process(target=run_job, args=(theirs, order, self._options), daemon=True)
        self._running += 1
        try:
            await to_thread.run_sync(process.start)
            theirs.close()
            end = monotonic() + _LONGEST
            while monotonic() < end:
                yield await to_thread.run_sync(partial(_next_line, ours), abandon_on_cancel=True)
        except EOFError:
            return
        finally:
            self._running -= 1
            if process.pid:
                process.kill()
                process.join()
            ours.close()


def _start_method() -> str:
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def _next_line(connection: Connection) -> bytes:
    """The next line; an empty one after a second without, for a browser that went away shows when it is written to."""
    return (connection.recv_bytes() if connection.poll(1) else b"") + b"\n"


async def _bounded_body(request: "Request") -> bytes | None:
    """What the page sent; None if it is too much, of which no more is read."""
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or int(said) > MOST_BYTES:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def serve(options: ServerOptions, port: int, announce: Callable[[str], object]) -> None:
    """Serve the page until the process is interrupted; a ConfigurationError if the port cannot be had."""
    try:
        listening = socket.create_server((_LOOPBACK, port))
    except OSError as error:
        raise ConfigurationError(
            f"Port {port} cannot be used ({error.strerror}); name another, or 0 for any."
        ) from error
    with listening:
        token, port = secrets.token_urlsafe(24), listening.getsockname()[1]
        server = uvicorn.Server(
            uvicorn.Config(
                application(options, token=token, port=port),
                log_level="warning",
                access_log=False,  # it would hold the token
                server_header=False,
                proxy_headers=False,
                ws="none",
                timeout_graceful_shutdown=1,
            )
        )
        announce(f"http://{_LOOPBACK}:{port}/{token}/")
        server.run(sockets=[listening])
