"""The pages of a corpus as the engine reads them, and which of them an article may quote."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import daft
from daft import DataFrame, DataType, Window, col, lit
from daft.functions import hash as hash_of
from daft.functions import row_number, unnest

from provenance.corpus.work import HTTP
from provenance.errors import ConfigurationError
from provenance.sources.capture import CONTENT_TYPES, pages_in
from provenance.sources.containers import warc

COLUMNS = ("page", "url", "path", "data", "content_type", "published", "language")
"""Of a page: a number by its address and bytes, its address, its file or null, its bytes, their type, its date, its language."""

_FILES_A_PART = 1_000
_NO_PAGES = "{} holds no pages; name Parquet or WARC files, or a folder of saved pages."
MOST_PAGES = 100
"""A run of words that stands in more pages says little about where an excerpt is from, and costs a row for each."""
BEST_PAGES = 5
"""So many pages are compared with an excerpt for its words, those first that share the most runs with it."""
FEWEST_SHARED = 16
"""A page shares more than one in so many of an excerpt's runs: half of its words may be others."""


class Part(NamedTuple):
    """What is read at once, and again from its beginning where a run was broken off."""

    kind: str  # `parquet`, `warc` or `files`
    paths: tuple[str, ...]  # a file or address, or the saved pages


def parts_of(names: Sequence[str]) -> list[Part]:
    """The parts of a corpus by the order of names, then paths; a ConfigurationError if a name leads to no pages."""
    return [part for name in names for part in _parts_named(name)]


def _parts_named(name: str) -> Iterator[Part]:
    if not Path(name).is_dir():
        yield _file_part(name)
        return
    files = sorted(str(path) for path in Path(name).rglob("*") if path.is_file())
    tables = [_file_part(file) for file in files if file.lower().endswith((".parquet", *warc.SUFFIXES))]
    pages = [str(path) for path in pages_in(Path(name), frozenset(CONTENT_TYPES))]
    if not tables and not pages:
        raise ConfigurationError(_NO_PAGES.format(name))
    yield from tables
    for start in range(0, len(pages), _FILES_A_PART):
        yield Part("files", tuple(pages[start : start + _FILES_A_PART]))


def _file_part(name: str) -> Part:
    if "://" not in name and not Path(name).exists():
        raise ConfigurationError(
            f"{name} does not exist; name Parquet or WARC files, or a folder of saved pages."
        )
    lower = name.lower()
    if lower.endswith(".parquet"):
        return Part("parquet", (name,))
    if lower.endswith(warc.SUFFIXES):
        return Part("warc", (name,))
    raise ConfigurationError(_NO_PAGES.format(name))


def pages_of(part: Part) -> DataFrame:
    """The pages of a part, with ``COLUMNS``. Nothing is read yet but the names of a table's columns.

    A ConfigurationError if a table has no column ``url``, or neither ``html`` nor ``text``.
    """
    read = {"parquet": _from_table, "warc": _from_warc, "files": _from_files}[part.kind]
    pages = read(part)
    data = col("data").fill_null(lit(b""))
    return pages.with_column("page", hash_of(data, seed=hash_of(col("url")))).select(*COLUMNS)


def _from_table(part: Part) -> DataFrame:
    table = daft.read_parquet(part.paths[0])
    content = next((name for name in ("html", "text") if name in table.column_names), None)
    if content is None or "url" not in table.column_names:
        raise ConfigurationError(
            f"{part.paths[0]} has no columns url and html (or text); docs/corpus.md says what is read."
        )
    given = {
        name: col(name) if name in table.column_names else lit(None) for name in ("published", "language")
    }
    return table.select(
        col("url").cast(DataType.string()),
        _text(None).alias("path"),
        col(content).cast(DataType.binary()).alias("data"),
        lit("text/html; charset=utf-8" if content == "html" else "text/plain; charset=utf-8").alias(
            "content_type"
        ),
        *(value.cast(DataType.string()).alias(name) for name, value in given.items()),
    ).where(~col("url").is_null())


def _from_warc(part: Part) -> DataFrame:
    records = daft.read_warc(part.paths[0]).where(col("WARC-Type") == lit("response"))
    return records.where(~col("WARC-Target-URI").is_null()).select(
        col("WARC-Target-URI").alias("url"),
        _text(None).alias("path"),
        col("warc_content").alias("data"),
        _text(HTTP).alias("content_type"),
        _text(None).alias("published"),
        _text(None).alias("language"),
    )


def _from_files(part: Part) -> DataFrame:
    paths: DataFrame = daft.from_pydict({"url": list(part.paths)})
    return paths.select(
        "url",
        col("url").alias("path"),
        lit(None).cast(DataType.binary()).alias("data"),
        *(_text(None).alias(name) for name in ("content_type", "published", "language")),
    )


def _text(value: str | None) -> daft.Expression:
    return lit(value).cast(DataType.string())


def candidates(detected: DataFrame) -> DataFrame:
    """For each article the pages that it may quote: ``article``, ``source``, ``keys`` (which it cites), ``rank``."""
    excerpts = (
        detected.where(col("excerpts").list_count() > lit(0))
        .select(
            col("page").alias("article"),
            col("published").alias("day"),
            col("excerpts").explode().alias("excerpt"),
        )
        .select("article", "day", unnest(col("excerpt")))
    )
    readable = detected.where(col("error").is_null() & col("redirect").is_null())
    pairs = _linked(excerpts, readable, detected).concat(_by_words(excerpts, readable))
    pairs = pairs.where(col("article") != col("source"))
    return pairs.groupby("article", "source").agg(
        col("key").list_agg().alias("keys"), col("rank").min().alias("rank")
    )


def _linked(excerpts: DataFrame, readable: DataFrame, detected: DataFrame) -> DataFrame:
    """The pages that an article cites by their address, their canonical address, or one that leads to them."""
    named = readable.select(col("page").alias("source"), col("keys").explode().alias("key"))
    leading = detected.where(~col("redirect").is_null()).select(
        col("keys").explode().alias("cited"), "redirect"
    )
    redirected = leading.join(named, left_on="redirect", right_on="key")
    named = named.concat(redirected.select("source", col("cited").alias("key")))
    cited = (
        excerpts.select("article", col("keys").explode().alias("key")).where(~col("key").is_null()).distinct()
    )
    return cited.join(named, on="key").select(
        "article", "source", "key", lit(0).cast(DataType.int64()).alias("rank")
    )


def _by_words(excerpts: DataFrame, readable: DataFrame) -> DataFrame:
    """The pages that share the most rare runs of words with an excerpt. None is younger than its article, as far as is known."""
    least = col("grams").list_count() // lit(FEWEST_SHARED)
    wanted = excerpts.with_column("least", least).select(
        "article", "day", "number", "least", col("grams").explode().alias("gram")
    )
    wanted = wanted.where(~col("gram").is_null())
    held = readable.select(
        col("page").alias("source"),
        col("published").alias("source_day"),
        col("grams").explode().alias("gram"),
    )
    held = held.join(wanted.select("gram").distinct(), on="gram").collect()
    rare = (
        held.groupby("gram").agg(col("source").count().alias("pages")).where(col("pages") <= lit(MOST_PAGES))
    )
    shared = (
        wanted.join(rare.select("gram"), on="gram")
        .join(held, on="gram")
        .where(col("article") != col("source"))
    )
    shared = shared.where(~(col("source_day") > col("day")).fill_null(lit(value=False)))
    counted = shared.groupby("article", "number", "source").agg(
        col("gram").count().alias("shared"), col("least").max()
    )
    counted = counted.where(col("shared") > col("least"))
    best = (
        Window()
        .partition_by("article", "number")
        .order_by([col("shared"), col("source")], desc=[True, False])
    )
    ranked = counted.with_column("rank", row_number().over(best)).where(col("rank") <= lit(BEST_PAGES))
    return ranked.select(
        "article",
        "source",
        _text(None).alias("key"),
        col("rank").cast(DataType.int64()),
    )
