"""Several hosts at once, each as politely as alone: the pages of one host are asked for one after the other."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from provenance.sources.addresses import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HOSTS_AT_ONCE = 8

_Item = TypeVar("_Item")
_Outcome = TypeVar("_Outcome")
_Turn = list[tuple[_Item, Future[_Outcome]]]


def futures_by_host(
    items: Sequence[_Item], attempt: Callable[[_Item], _Outcome], *, address: Callable[[_Item], str]
) -> list[Future[_Outcome]]:
    """What each item will come to, in the items' order. One that is cancelled before its turn is left out.

    Args:
        items: What is to be done.
        attempt: Does it, in a thread that others run beside, and that ends with the process.
        address: The address that an item is about.
    """
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
