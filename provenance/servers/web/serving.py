"""The server itself: a socket of this machine alone, and an address that nobody can guess."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import uvicorn

from provenance.errors import ConfigurationError
from provenance.servers.web.application import application
from provenance.servers.web.job import Desk

_LOOPBACK = "127.0.0.1"


def serve(desk: Desk, port: int, announce: Callable[[str], object]) -> None:
    """Serve the page until the process is interrupted.

    Args:
        desk: What holds for every article.
        port: Where to listen on this machine; 0 for any port that is free.
        announce: Is told the address, when it can be opened.

    Raises:
        ConfigurationError: If the port cannot be had.
    """
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
                application(desk, token=token, port=port),
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
