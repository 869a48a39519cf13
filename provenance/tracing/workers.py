"""Work on articles and pages in several processes: the same outcomes, in the same order, as one process comes to.

A process that an article brings to an end (a crash in a native library, no memory), or that takes longer than it may,
costs that article its outcome and no other one.
"""

import copyreg
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from provenance.errors import ProvenanceError

ENOUGH = 48  # articles from which on a second process pays: each takes half a second to begin
_AHEAD = 12  # outcomes a process that may wait to be told, so that memory is bounded by the processes
_BEGINNING = 120.0  # seconds in which a process is ready whose work has a limit, on however busy a machine
_Work = TypeVar("_Work")
_Outcome = TypeVar("_Outcome")
_State = TypeVar("_State")


class Job(NamedTuple, Generic[_State, _Work, _Outcome]):
    """What each process does. All parts are pickled: functions of modules, and values."""

    # Makes what a process needs once, from `material`: a context manager, a tracer say.
    begin: Callable[..., AbstractContextManager[_State]]
    material: tuple[object, ...]  # what `begin` is given
    # The outcome of one piece of work. Raises nothing but errors that are to end the run.
    attempt: Callable[[_State, _Work], _Outcome]
    # The outcome of a piece of work that ended its process, given a sentence that says so.
    lost: Callable[[str], _Outcome]

    def begun(self) -> _State:
        """What a process needs."""
        return self.begin(*self.material).__enter__()

    def outcome(self, guarded: "Guarded", piece: _Work) -> _Outcome:
        """What a piece of work comes to in another process."""
        try:
            found: _Outcome = guarded.ask(self.attempt, piece)
        except WorkLostError:
            return self.lost(f"{piece} could not be read: it ended the process that read it; leave it out.")
        return found


def send_read_only_mappings() -> None:
    """Let read-only mappings, which settings hold, be sent to another process."""
    copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


def usual_jobs(work: int) -> int:
    """How many processes so many articles are worth: all cores from ``ENOUGH`` on, else one."""
    return (os.cpu_count() or 1) if work >= ENOUGH else 1


def outcomes(job: Job[_State, _Work, _Outcome], work: Sequence[_Work], *, jobs: int) -> Iterator[_Outcome]:
    """The outcome of each piece of work, in order, made by ``jobs`` processes; with one, by this process itself."""
    if jobs < 2 or len(work) < 2:
        with job.begin(*job.material) as state:
            yield from (job.attempt(state, piece) for piece in work)
        return
    workers = Workers(min(jobs, len(work)), job.begun)
    try:
        yield from workers.each(job.outcome, work)
    finally:
        workers.close()


class Workers:
    """Guarded processes that share work: ``count`` of them, begun as ``Guarded`` says."""

    def __init__(
        self, count: int, begin: Callable[..., Any], *material: object, seconds: float | None = None
    ) -> None:
        self._every = [Guarded(begin, *material, seconds=seconds) for _ in range(count)]
        self._idle: SimpleQueue[Guarded] = SimpleQueue()
        for guarded in self._every:
            self._idle.put(guarded)
        self._threads = ThreadPoolExecutor(count)

    def each(
        self, work: "Callable[[Guarded, _Work], _Outcome]", pieces: Iterable[_Work]
    ) -> Iterator[_Outcome]:
        """What each piece comes to, in order."""
        waiting: deque[Future[_Outcome]] = deque()
        for piece in pieces:
            waiting.append(self._threads.submit(self._with_one, work, piece))
            if len(waiting) > _AHEAD * len(self._every):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _with_one(self, work: "Callable[[Guarded, _Work], _Outcome]", piece: _Work) -> _Outcome:
        guarded = self._idle.get()
        try:
            return work(guarded, piece)
        finally:
            self._idle.put(guarded)

    def close(self) -> None:
        """End the processes, whatever they do; what waits is not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for guarded in self._every:
            guarded.interrupt()
        self._threads.shutdown()
        for guarded in self._every:
            guarded.close()


class WorkLostError(Exception):
    """A piece of work gave no answer. The message goes on after its name: "takes longer than 60 seconds"."""


class Guarded:
    """Does work in another process, begun when it is first needed and anew after each loss.

    Args:
        begin: Makes what the process needs, of ``material``. A ProvenanceError of it, or of the work, is raised here.
        material: What is sent to it.
        seconds: How long a piece of work may take; None for as long as it takes.
    """

    def __init__(self, begin: Callable[..., Any], *material: object, seconds: float | None = None) -> None:
        self._begin, self._material, self._seconds = begin, material, seconds
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def ask(self, work: Callable[..., Any], *asked: object) -> Any:  # noqa: ANN401 -- whatever the work gives
        """What ``work`` makes of what was begun and of ``asked``; a WorkLostError if no answer comes in time."""
        try:
            connection = self._connection or self._begun()
            connection.send((work, asked))
            return self._answer(connection, self._seconds)
        except (EOFError, OSError) as error:
            self.close()
            raise WorkLostError("ends the process that reads it") from error

    def interrupt(self) -> None:
        """End the process; whoever waits for its answer is told that it is lost."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process and give back what it held."""
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
        self._answer(connection, self._seconds and _BEGINNING)
        return connection

    def _answer(self, connection: Connection, seconds: float | None) -> Any:  # noqa: ANN401 -- as above
        if not connection.poll(seconds):
            self.close()
            raise WorkLostError(f"takes longer than {seconds:g} seconds")
        answer, error = connection.recv()
        if error is not None:
            self.close()
            raise error
        return answer


def _serve(connection: Connection, begin: Callable[..., Any], material: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks ends this process
    send_read_only_mappings()
    with suppress(EOFError, BrokenPipeError):
        try:
            state = begin(*material)
            connection.send((None, None))
            while True:
                work, asked = connection.recv()
                connection.send((work(state, *asked), None))
        except ProvenanceError as error:
            connection.send((None, error))
