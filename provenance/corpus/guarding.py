"""Work on one page after another in a process of its own, which is ended when a page takes too long or breaks it."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from provenance.tracing.workers import send_read_only_mappings

PAGE_SECONDS = 60.0  # a page of 10 MB takes some seconds; what takes a minute is made to take forever
_BEGINNING = 120.0  # seconds in which a process is ready, on however busy a machine


class PageLostError(Exception):
    """A page gave no answer. The message goes on after its name: "takes longer than 60 seconds"."""


class Guarded:
    """Does work in another process, begun when it is first needed and anew after each loss."""

    def __init__(self, begin: Callable[..., Any], *material: object, seconds: float = PAGE_SECONDS) -> None:
        self._begin, self._material, self._seconds = begin, material, seconds
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def ask(self, work: Callable[..., Any], *asked: object) -> Any:  # noqa: ANN401 -- whatever the work gives
        """What ``work`` makes of what was begun and of ``asked``.

        Raises:
            PageLostError: If there is no answer in time, or the process ends.
        """
        connection = self._connection or self._begun()
        try:
            connection.send((work, asked))
            return self._answer(connection, self._seconds)
        except (EOFError, OSError) as error:
            self.close()
            raise PageLostError("ends the process that reads it") from error

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None and self._connection is not None:
            self._process.kill()
            self._process.join()
            self._connection.close()
        self._process = self._connection = None

    def _begun(self) -> Connection:
        send_read_only_mappings()
        context = get_context("spawn")
        connection, far = context.Pipe()
        process = context.Process(target=_serve, args=(far, self._begin, self._material), daemon=True)
        process.start()
        far.close()
        self._process, self._connection = process, connection
        self._answer(connection, _BEGINNING)
        return connection

    def _answer(self, connection: Connection, seconds: float) -> Any:  # noqa: ANN401 -- as above
        if connection.poll(seconds):
            return connection.recv()
        self.close()
        raise PageLostError(f"takes longer than {seconds:g} seconds")


def _serve(connection: Connection, begin: Callable[..., Any], material: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks ends this process
    state = begin(*material)
    with suppress(EOFError, BrokenPipeError):
        connection.send(None)
        while True:
            work, asked = connection.recv()
            connection.send(work(state, *asked))
