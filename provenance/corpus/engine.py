"""The work on pages as the engine calls it: batches of rows, each handed to a guarded process."""

from __future__ import annotations

import json
import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import daft
from daft import DataType

from provenance.corpus.guarding import Guarded, PageLostError
from provenance.corpus.work import Detected, begin, compared, detected, lost
from provenance.sources.addresses import page_key
from provenance.tracing.workers import send_read_only_mappings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from daft import DataFrame, Expression, Series

    from provenance.configuration.settings import Settings

_BATCH = 128  # pages handed over at once, so that few of them are in memory
_Item = TypeVar("_Item")
_Outcome = TypeVar("_Outcome")
_TEXTS, _NUMBERS = DataType.list(DataType.string()), DataType.list(DataType.int64())
_EXCERPT = DataType.struct({"number": DataType.int64(), "keys": _TEXTS, "grams": _NUMBERS})
_DETECTED = DataType.struct(
    {
        "keys": _TEXTS,
        "redirect": DataType.string(),
        "published": DataType.string(),
        "grams": _NUMBERS,
        "excerpts": DataType.list(_EXCERPT),
        "error": DataType.string(),
    }
)


class _Workers:
    """Guarded processes that work through the pages of a batch, begun where the engine calls them.

    Args:
        settings: How to read and to judge, pickled.
        jobs: How many; by default one for each core.
        seconds: How long a page may take.
    """

    def __init__(self, settings: bytes, jobs: int | None, seconds: float) -> None:
        self._guarded: SimpleQueue[Guarded] = SimpleQueue()
        count = jobs or os.cpu_count() or 1
        for _ in range(count):
            self._guarded.put(Guarded(begin, settings, seconds=seconds))
        self._threads = ThreadPoolExecutor(count)

    def each(self, work: Callable[[Guarded, _Item], _Outcome], items: Sequence[_Item]) -> list[_Outcome]:
        """What each item comes to, in order."""
        return list(self._threads.map(partial(self._with_one, work), items))

    def _with_one(self, work: Callable[[Guarded, _Item], _Outcome], item: _Item) -> _Outcome:
        guarded = self._guarded.get()
        try:
            return work(guarded, item)
        finally:
            self._guarded.put(guarded)


@cache
def workers_here(settings: bytes, jobs: int | None, seconds: float) -> _Workers:
    """Those of this process, wherever in a cluster it runs: they outlast a query, since each takes a second to begin."""
    return _Workers(settings, jobs, seconds)


class Calls(NamedTuple):
    """What the engine calls."""

    detect: Callable[[Expression], Expression]
    compare: Callable[[Expression], Expression]


def calls(settings: Settings, jobs: int | None, seconds: float) -> Calls:
    """What gives ``Detected`` of each page, and the rows of each article with the pages that it may quote, in JSON."""
    send_read_only_mappings()
    packed = pickle.dumps(settings)  # so that it can be looked up

    @daft.func.batch(return_dtype=_DETECTED, batch_size=_BATCH, use_process=False)
    def detect(pages: Series) -> list[dict[str, Any]]:
        return workers_here(packed, jobs, seconds).each(_detected, pages.to_pylist())

    @daft.func.batch(return_dtype=DataType.string(), batch_size=_BATCH, use_process=False)
    def compare(groups: Series) -> list[str]:
        return workers_here(packed, jobs, seconds).each(_compared, groups.to_pylist())

    return Calls(detect, compare)


def _detected(guarded: Guarded, page: dict[str, Any]) -> dict[str, Any]:
    try:
        found: dict[str, Any] = guarded.ask(detected, page)
    except PageLostError as error:
        return Detected([page_key(page["url"])], error=f"{page['url']} {error}.")._asdict()
    return found


def _compared(guarded: Guarded, group: list[dict[str, Any]]) -> str:
    """The rows of an article; of several copies of a page one is compared with."""
    article = next((page for page in group if not page["is_source"]), None)
    if article is None:
        return "[]"
    sources = {page["page"]: page for page in sorted(group, key=_rank, reverse=True) if page["is_source"]}
    try:
        rows = guarded.ask(compared, article, sorted(sources.values(), key=_rank))
    except PageLostError as error:
        name = article["path"] or article["url"]
        rows = [lost(name, "compare", f"{name} {error}.")]
    return json.dumps(rows)


def _rank(page: dict[str, Any]) -> tuple[int, str, int]:
    return page["rank"], page["url"], page["page"]


def use(ray: str | None) -> None:
    """Choose where the work is done: on this machine, or, once for a whole process, on the Ray cluster of an address.

    Args:
        ray: The cluster's address, or None.
    """
    if ray is not None:
        daft.set_runner_ray(ray)


def collected(frame: DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame that is small."""
    rows: list[dict[str, Any]] = frame.to_pylist()
    return rows
