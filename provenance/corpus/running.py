"""Tracing a corpus: detect each page, find what it may quote among the others, compare, write down.

Pages are read in parts, and every part of every stage is a folder that is there whole or not at all: a run that was
broken off goes on behind the last of them.
"""

import json
import os
import pickle
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import daft
import pyarrow as pa
from daft import DataFrame, DataType, Expression, Series, col, lit
from daft.functions import to_struct, unnest

from provenance.configuration.settings import Settings
from provenance.corpus.pages import COLUMNS, Part, candidates, pages_of, parts_of
from provenance.corpus.tables import Row, write_tables
from provenance.corpus.work import Detected, begin, compared, detected, lost
from provenance.errors import ConfigurationError
from provenance.files.writing import write_atomically
from provenance.sources.addresses import page_key
from provenance.tracing.workers import Guarded, Workers, WorkLostError, send_read_only_mappings
from provenance.version import __version__

PAGE_SECONDS = 60.0  # a page of 10 MB takes some seconds; what takes a minute is made to take forever
_ARTICLES_A_BUCKET = 2_000
_OTHER_RUN = (
    "{} holds the run of another corpus, of other settings, or of another version; name another folder."
)
_BATCH = 128  # pages handed over at once, so that few of them are in memory
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


class Options(NamedTuple):
    """How to run."""

    jobs: int | None = None  # how many pages at once; by default as many as there are cores
    ray: str | None = None  # the address of a Ray cluster; None for this machine
    progress: Callable[[str], object] = lambda _: None  # is told how much of each stage is done


def trace_corpus(
    names: Sequence[str], out: Path, settings: Settings, options: Options | None = None
) -> dict[str, int]:
    """Trace the pages of a corpus against one another.

    Returns:
        How many rows each table has.

    Raises:
        ConfigurationError: If a name leads to no pages, or ``out`` holds something else.
    """
    chosen = options or Options()
    parts = parts_of(names)
    work = _work_folder(out, parts, settings)
    if chosen.ray is not None:
        daft.set_runner_ray(chosen.ray)
    run = _Run(parts, work, calls(settings, chosen.jobs), chosen.progress)
    counts = write_tables(out, run.outcomes())
    shutil.rmtree(work)
    return counts


def _work_folder(out: Path, parts: Sequence[Part], settings: Settings) -> Path:
    work = out / ".work"
    about = json.dumps({"version": __version__, "settings": repr(settings), "parts": parts}).encode()
    try:
        if any(path != work for path in out.iterdir()) and not work.exists():
            raise ConfigurationError(f"{out} is not empty; name a new folder.")
        known = (work / "run.json").read_bytes()
    except FileNotFoundError:
        work.mkdir(parents=True, exist_ok=True)
        write_atomically(work / "run.json", about)
        return work
    except OSError as error:
        raise ConfigurationError(f"{out} cannot be used ({error.strerror}); name a folder.") from error
    if known != about:
        raise ConfigurationError(_OTHER_RUN.format(out))
    return work


class _Run:
    """The stages of a run, each part of which is done once."""

    def __init__(
        self, parts: Sequence[Part], work: Path, calls: "Calls", progress: Callable[[str], object]
    ) -> None:
        self._parts, self._work, self._calls, self._progress = parts, work, calls, progress

    def outcomes(self) -> Iterator[list[tuple[str, Row]]]:
        """The rows of each bucket of articles, and those of the pages that could not be read."""
        self._each_part("detected", self._detected)
        detected = daft.read_parquet(str(self._work / "detected" / "*" / "*.parquet"))
        self._once(self._work / "pairs", lambda: candidates(detected))
        articles = detected.where(col("excerpts").list_count() > lit(0)).select("page").distinct()
        buckets = -(-articles.count_rows() // _ARTICLES_A_BUCKET)
        self._each_part("shuffled", lambda part: self._shuffled(part, articles, buckets))
        failed = detected.where(~col("error").is_null()).select("url", "path", "error")
        yield [lost(row["path"] or row["url"], "read", row["error"]) for row in failed.to_pylist()]
        for bucket in range(buckets):
            path = self._work / "compared" / f"{bucket:05}"
            self._once(path, partial(self._compared, bucket))
            rows = daft.read_parquet(str(path / "*.parquet")).to_pylist()
            yield [(table, row) for each in rows for table, row in json.loads(each["rows"])]
            self._progress(f"{bucket + 1} of {buckets} groups of articles compared")

    def _each_part(self, stage: str, make: Callable[[Part], DataFrame]) -> None:
        for number, part in enumerate(self._parts):
            by = "bucket" if stage == "shuffled" else None
            self._once(self._work / stage / f"{number:05}", partial(make, part), by=by)
            self._progress(f"{number + 1} of {len(self._parts)} parts {stage}")

    def _once(self, path: Path, make: Callable[[], DataFrame], *, by: str | None = None) -> None:
        """Write what ``make`` gives as a folder of Parquet files, unless that is there."""
        if path.exists():
            return
        half = path.with_name(f"{path.name}.half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        make().write_parquet(str(half), partition_cols=[by] if by else None)
        half.rename(path)

    def _detected(self, part: Part) -> DataFrame:
        page = to_struct(*map(col, COLUMNS))
        found = pages_of(part).with_column("found", self._calls.detect(page))
        return found.select("page", "url", "path", unnest(col("found")))

    def _shuffled(self, part: Part, articles: DataFrame, buckets: int) -> DataFrame:
        """The pages of a part that take part, each with the article that it is, or that may quote it, by bucket."""
        pages = pages_of(part)
        pairs = daft.read_parquet(str(self._work / "pairs" / "*.parquet"))
        sources = pages.join(pairs, left_on="page", right_on="source").with_column(
            "is_source", lit(value=True)
        )
        own = pages.join(articles, on="page").select(
            *COLUMNS,
            col("page").alias("article"),
            lit(None).cast(DataType.list(DataType.string())).alias("keys"),
            lit(0).cast(DataType.int64()).alias("rank"),
            lit(value=False).alias("is_source"),
        )
        columns = (*COLUMNS, "article", "keys", "rank", "is_source")
        both = sources.select(*columns).concat(own.select(*columns))
        return both.with_column("bucket", col("article") % lit(max(1, buckets)))

    def _compared(self, bucket: int) -> DataFrame:
        pages = daft.read_parquet(str(self._work / "shuffled" / "*" / f"bucket={bucket}" / "*.parquet"))
        page = to_struct(*(col(name) for name in (*COLUMNS, "keys", "rank", "is_source")))
        groups = pages.with_column("group", page).groupby("article").agg(col("group").list_agg())
        return groups.select(self._calls.compare(col("group")).alias("rows"))


@cache
def workers_here(settings: bytes, jobs: int | None) -> Workers:
    """Those of this process, wherever in a cluster it runs: they outlast a query, since each takes a second to begin."""
    return Workers(jobs or os.cpu_count() or 1, begin, settings, seconds=PAGE_SECONDS)


class Calls(NamedTuple):
    """What the engine calls."""

    detect: Callable[[Expression], Expression]
    compare: Callable[[Expression], Expression]


def calls(settings: Settings, jobs: int | None) -> Calls:
    """What gives ``Detected`` of each page, and the rows of each article with the pages that it may quote, in JSON."""
    send_read_only_mappings()
    packed = pickle.dumps(settings)  # so that it can be looked up

    @daft.func.batch(return_dtype=_DETECTED, batch_size=_BATCH, use_process=False)
    def detect(pages: Series) -> pa.Array:
        found = list(workers_here(packed, jobs).each(_detected, pages.to_pylist()))
        return pa.array(found, _DETECTED.to_arrow_dtype())  # a fifth of what the engine takes for a list

    @daft.func.batch(return_dtype=DataType.string(), batch_size=_BATCH, use_process=False)
    def compare(groups: Series) -> list[str]:
        return list(workers_here(packed, jobs).each(_compared, groups.to_pylist()))

    return Calls(detect, compare)


def _detected(guarded: Guarded, page: dict[str, Any]) -> dict[str, Any]:
    try:
        found: dict[str, Any] = guarded.ask(detected, page)
    except WorkLostError as error:
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
    except WorkLostError as error:
        name = article["path"] or article["url"]
        rows = [lost(name, "compare", f"{name} {error}.")]
    return json.dumps(rows)


def _rank(page: dict[str, Any]) -> tuple[int, str, int]:
    return page["rank"], page["url"], page["page"]
