"""SourceLoader: what turns a reference into a witness, how several of them work together, and several hosts at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol, TypeVar, runtime_checkable

from provenance.errors import (
    SourceError,
    SourceExtractionError,
    SourceFetchError,
    SourceNotSavedError,
    SourceRefusedError,
)
from provenance.sources.addresses import host_of, is_address, page_key, unwrapped
from provenance.sources.source import Reference, Witness

MOST_REMEMBERED = 4_000_000  # characters of the texts that a run remembers: some hundred long pages
HOSTS_AT_ONCE = 8
_Item = TypeVar("_Item")
_Outcome = TypeVar("_Outcome")
_Turn = list[tuple[_Item, Future[_Outcome]]]


@runtime_checkable
class SourceLoader(Protocol):
    """Turns a reference into a witness. Offline is a loader that cannot reach a network, not a setting."""

    def load(self, reference: Reference) -> Witness:
        """Load one text of the source.

        Raises:
            SourceError: If it cannot be had. SourceNotSavedError means "not here": the next loader is asked.
        """
        ...


class LoaderChain:
    """Asks one loader after the other until one has the source.

    A loader that does not have it, cannot fetch it or cannot read it hands on to the next. Any other SourceError ends
    the search: an address that may not be fetched is no archive's business either, and to look elsewhere for a saved
    file whose digest is wrong would hide it.
    """

    def __init__(self, loaders: Sequence[SourceLoader]) -> None:
        self._loaders = tuple(loaders)

    def load(self, reference: Reference) -> Witness:
        """The witness of the first loader that has one.

        Raises:
            SourceError: The first failure that is more than "not here", or else the last one.
        """
        failures: list[SourceError] = []
        for loader in self._loaders:
            try:
                return loader.load(reference)
            except SourceRefusedError:
                raise
            except (SourceNotSavedError, SourceFetchError, SourceExtractionError) as error:
                failures.append(error)
        raise _most_telling(failures, reference)


class RememberingLoader:
    """Loads each page once, however its address is spelled, and remembers what came of it, a failure included.

    What was not asked for longest is forgotten where the texts together grow beyond what a run over many articles may
    keep.
    """

    def __init__(self, loader: SourceLoader, *, most: int = MOST_REMEMBERED) -> None:
        self._loader = loader
        self._most = most
        self._loaded: dict[str, Witness] = {}
        self._failed: dict[str, SourceError] = {}
        self._coming: dict[str, Future[Witness]] = {}
        self._size = 0

    def load(self, reference: Reference) -> Witness:
        """The witness as first loaded; its ``reference`` is the one that was first asked for.

        Raises:
            SourceError: As the loader beneath, and the same error again for the same locator.
        """
        if reference.locator in self._failed:
            raise self._failed[reference.locator]
        name = _name(reference.locator)
        witness = self._loaded.pop(name, None)
        if witness is None:
            witness = self._first(reference)
            self._size += _characters(witness)
        self._loaded[name] = witness
        self._forget(but=name)
        return witness

    def prefetch(self, references: Iterable[Reference]) -> None:
        """Begin to load addresses, several hosts at once; ``load`` waits for those that are on their way."""
        wanted = {_name(reference.locator): reference for reference in references}
        for name in (*self._loaded, *self._coming, *map(_name, self._failed)):
            wanted.pop(name, None)
        futures = futures_by_host(tuple(wanted.values()), self._loader.load, address=lambda one: one.locator)
        self._coming.update(zip(wanted, futures, strict=True))

    def close(self) -> None:
        """Load nothing more of what was to be prefetched."""
        for future in self._coming.values():
            future.cancel()

    def _first(self, reference: Reference) -> Witness:
        coming = self._coming.pop(_name(reference.locator), None)
        try:
            return coming.result() if coming else self._loader.load(reference)
        except SourceError as error:
            self._failed[reference.locator] = error
            raise

    def _forget(self, *, but: str) -> None:
        while self._size > self._most and (oldest := next(iter(self._loaded))) != but:
            self._size -= _characters(self._loaded.pop(oldest))


def _characters(witness: Witness) -> int:
    return sum(len(document.text) for document in witness.documents)


def _name(locator: str) -> str:
    """What all spellings of an address have in common. A page in an archive is not the page that it holds."""
    return page_key(locator) if is_address(locator) and unwrapped(locator) == locator else locator


def _most_telling(failures: Sequence[SourceError], reference: Reference) -> SourceError:
    for failure in failures:
        if not isinstance(failure, SourceNotSavedError):
            return failure
    if failures:
        return failures[-1]
    return SourceNotSavedError(
        f"{reference.locator} is not among the sources at hand; give it with --source or save it first.",
        reference.locator,
    )


def futures_by_host(
    items: Sequence[_Item], attempt: Callable[[_Item], _Outcome], *, address: Callable[[_Item], str]
) -> list[Future[_Outcome]]:
    """What each item will come to, in the items' order. One that is cancelled before its turn is left out."""
    turns: dict[str, _Turn[_Item, _Outcome]] = defaultdict(list)
    futures: list[Future[_Outcome]] = [Future() for _ in items]
    for item, future in zip(items, futures, strict=True):
        turns[host_of(address(item))].append((item, future))
    waiting: SimpleQueue[_Turn[_Item, _Outcome]] = SimpleQueue()
    for turn in turns.values():
        waiting.put(turn)
    for _ in range(min(HOSTS_AT_ONCE, len(turns))):
        Thread(target=_work_through, args=(waiting, attempt), daemon=True).start()
    return futures


def _work_through(waiting: SimpleQueue[_Turn[_Item, _Outcome]], attempt: Callable[[_Item], _Outcome]) -> None:
    while True:
        try:
            turn = waiting.get_nowait()
        except Empty:
            return
        for item, future in turn:
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(attempt(item))
            except BaseException as error:  # noqa: BLE001 -- it is raised again where the outcome is asked for
                future.set_exception(error)
