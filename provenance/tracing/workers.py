"""Many articles in several processes: the same outcomes, in the same order, as one process comes to.

A process that an article brings to an end (a crash in a native library, no memory) costs that article its outcome and
no other one.
"""

from __future__ import annotations

import copyreg
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from itertools import islice
from multiprocessing import get_context
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, Never, TypeVar

from provenance.errors import ProvenanceError

ENOUGH = 48  # articles from which on a second process pays: each takes half a second to begin
_CHUNK = 4  # articles handed to a process at once
_AHEAD = 3  # chunks a process that wait for it, so that memory is bounded by the processes

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


def send_read_only_mappings() -> None:
    """Let read-only mappings, which settings hold, be sent to another process."""
    copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


def usual_jobs(work: int) -> int:
    """How many processes so many articles are worth: all cores from ``ENOUGH`` on, else one."""
    return (os.cpu_count() or 1) if work >= ENOUGH else 1


def outcomes(job: Job[_State, _Work, _Outcome], work: Sequence[_Work], *, jobs: int) -> Iterator[_Outcome]:
    """The outcome of each piece of work, in order, made by ``jobs`` processes; with one, by this process itself."""
    if jobs < 2 or len(work) < 2:
        with job.begin(*job.material) as state:
            yield from (job.attempt(state, piece) for piece in work)
        return
    pool = _Pool(job, min(jobs, len(work)))
    try:
        yield from pool.outcomes(work)
    finally:
        pool.close()


class _Pool(Generic[_State, _Work, _Outcome]):
    """Processes that work through chunks, made anew when one of them ends before its time."""

    def __init__(self, job: Job[_State, _Work, _Outcome], jobs: int) -> None:
        self._job, self._jobs = job, jobs
        self._executor = self._begun()

    def outcomes(self, work: Sequence[_Work]) -> Iterator[_Outcome]:
        """The outcome of each piece of work, in order."""
        rest = (tuple(work[at : at + _CHUNK]) for at in range(0, len(work), _CHUNK))
        waiting: deque[tuple[tuple[_Work, ...], Future[list[_Outcome]]]] = deque()
        while True:
            for chunk in islice(rest, self._jobs * _AHEAD - len(waiting)):
                waiting.append((chunk, self._submitted(chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                yield from self._one_by_one(chunk)
                waiting = deque((chunk, self._submitted(chunk)) for chunk, _ in waiting)

    def close(self) -> None:
        """End the processes; what waits is not begun."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _one_by_one(self, chunk: Iterable[_Work]) -> Iterator[_Outcome]:
        self._renew()
        for piece in chunk:
            try:
                yield from self._submitted((piece,)).result()
            except BrokenProcessPool:
                self._renew()
                yield self._job.lost(
                    f"{piece} could not be read: it ended the process that read it; leave it out."
                )

    def _renew(self) -> None:
        self.close()
        self._executor = self._begun()

    def _begun(self) -> ProcessPoolExecutor:
        send_read_only_mappings()
        return ProcessPoolExecutor(
            self._jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._job,)
        )

    def _submitted(self, chunk: tuple[_Work, ...]) -> Future[list[_Outcome]]:
        return self._executor.submit(_work_through, chunk)


_begun: list[tuple[Callable[..., Any], object]] = []  # what this process does, and with what


def _begin(job: Job[_State, _Work, _Outcome]) -> None:
    """Make what this process needs. An interruption ends it at once, without a word: its parent speaks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    send_read_only_mappings()
    try:
        _begun[:] = [(job.attempt, job.begin(*job.material).__enter__())]
    except ProvenanceError as error:  # raised again over the first piece of work, where the parent hears it
        _begun[:] = [(_raise, error)]


def _raise(error: ProvenanceError, _: object) -> Never:
    raise error


def _work_through(chunk: tuple[_Work, ...]) -> list[Any]:
    attempt, state = _begun[0]
    return [attempt(state, piece) for piece in chunk]


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)
