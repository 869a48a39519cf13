"""Which pages of a corpus an article may quote: those that it links, and those that hold rare runs of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daft import DataType, Window, col, lit
from daft.functions import row_number, unnest

if TYPE_CHECKING:
    from daft import DataFrame

MOST_PAGES = 100
"""A run of words that stands in more pages says little about where an excerpt is from, and costs a row for each."""
BEST_PAGES = 5
"""So many pages are compared with an excerpt for its words, those first that share the most runs with it."""


def candidates(detected: DataFrame) -> DataFrame:
    """For each article the pages that it may quote: ``article``, ``source``, ``keys`` (which it cites), ``rank``.

    Args:
        detected: ``Detected`` of every page, with its number in ``page``.
    """
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
    wanted = excerpts.select("article", "day", "number", col("grams").explode().alias("gram"))
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
    counted = shared.groupby("article", "number", "source").agg(col("gram").count().alias("shared"))
    best = (
        Window()
        .partition_by("article", "number")
        .order_by([col("shared"), col("source")], desc=[True, False])
    )
    ranked = counted.with_column("rank", row_number().over(best)).where(col("rank") <= lit(BEST_PAGES))
    return ranked.select(
        "article",
        "source",
        lit(None).cast(DataType.string()).alias("key"),
        col("rank").cast(DataType.int64()),
    )
