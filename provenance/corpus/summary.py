"""The summary of a traced corpus: who quotes whom and how well, what is changed, and which passages are quoted most."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import daft
from daft import DataFrame, Expression, col, lit

from provenance.corpus.tables import TABLES
from provenance.errors import ConfigurationError
from provenance.findings.finding import Severity
from provenance.findings.trace import Verdict
from provenance.reporting.html.assets import asset, asset_hash, environment
from provenance.reporting.html.overview import Choice, parts_of_bar
from provenance.version import __version__

_OUTLETS, _CELLS, _KINDS, _PASSAGES = 30, 12, 30, 20  # rows that a person reads
_SEVERITIES = tuple(severity.label for severity in sorted(Severity, reverse=True))
_VERDICTS = tuple(map(str, Verdict))
_PACKAGE = "provenance.corpus"


class Bar(NamedTuple):
    """A row of a plot."""

    name: str  # what it tells of
    number: int  # of how many excerpts or findings
    pieces: tuple[Choice, ...]  # its parts


class Grid(NamedTuple):
    """Who quotes whom: outlets, those that they quote, and how often; the most frequent of each."""

    quoting: tuple[str, ...]
    quoted: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    @property
    def most(self) -> int:
        """The largest number."""
        return max((count for row in self.cells for count in row), default=0)


def summary_page(folder: Path) -> str:
    """One self-contained HTML page on the tables that ``corpus trace`` wrote.

    Raises:
        ConfigurationError: If the folder holds no such tables.
    """
    tables = {name: _table(folder, name) for name in TABLES}
    quotes, style = tables["quotes"], asset("page.css")
    return (
        environment(_PACKAGE)
        .get_template("summary.html")
        .render(
            title=folder.resolve().name,
            counts={name: table.count_rows() for name, table in tables.items()},
            articles=tables["excerpts"].select("article").distinct().count_rows(),
            verdicts=_VERDICTS,
            quoting=_bars(tables["excerpts"], "article_outlet", "verdict", _VERDICTS),
            quoted=_bars(quotes, "source_outlet", "verdict", _VERDICTS),
            grid=_grid(quotes),
            severities=_SEVERITIES,
            kinds=_bars(_named_kinds(tables["findings"]), "told", "severity", _SEVERITIES),
            passages=_passages(quotes),
            style=style,
            policy=f"default-src 'none'; style-src '{asset_hash(style)}'; base-uri 'none'; form-action 'none'",
            version=__version__,
        )
    )


def _table(folder: Path, name: str) -> DataFrame:
    path = folder / f"{name}.parquet"
    if not path.exists():
        raise ConfigurationError(
            f"{folder} holds no {path.name}; name what `provenance corpus trace --out` wrote."
        )
    table = daft.read_parquet(str(path / "*.parquet") if path.is_dir() else str(path))
    if missing := set(TABLES[name]) - set(table.column_names):
        raise ConfigurationError(f"{path} lacks {', '.join(sorted(missing))}; trace the corpus anew.")
    return table


def _named_kinds(findings: DataFrame) -> DataFrame:
    told: Expression = col("code") + " " + col("name")
    return findings.where(col("accepted").is_null()).with_column("told", told)


def _bars(table: DataFrame, name: str, part: str, parts: tuple[str, ...]) -> tuple[Bar, ...]:
    """For each of the most frequent values of a column a bar, parted by another; the longest is as wide as the plot."""
    counted = table.where(~col(name).is_null()).groupby(name, part).agg(col("article").count().alias("count"))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in counted.to_pylist():
        counts[row[name]][row[part]] = row["count"]
    ranked = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))[:_OUTLETS]
    longest = max((of.total() for _, of in ranked), default=1)
    return tuple(Bar(value, of.total(), parts_of_bar(of, parts, longest)) for value, of in ranked)


def _grid(quotes: DataFrame) -> Grid:
    known = quotes.where(~col("article_outlet").is_null() & ~col("source_outlet").is_null())
    rows = (
        known.groupby("article_outlet", "source_outlet")
        .agg(col("article").count().alias("count"))
        .to_pylist()
    )
    quoting, quoted = (_most_frequent(rows, name) for name in ("article_outlet", "source_outlet"))
    found = {(row["article_outlet"], row["source_outlet"]): row["count"] for row in rows}
    return Grid(
        quoting, quoted, tuple(tuple(found.get((one, other), 0) for other in quoted) for one in quoting)
    )


def _most_frequent(rows: list[dict[str, Any]], name: str) -> tuple[str, ...]:
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row[name]] += row["count"]
    return tuple(sorted(sums, key=lambda value: (-sums[value], value))[:_CELLS])


def _passages(quotes: DataFrame) -> list[dict[str, Any]]:
    placed = quotes.where(~col("passage").is_null())
    counted = placed.groupby("source", "source_outlet", "passage").agg(
        col("article").count_distinct().alias("articles"),
        (col("verdict") == lit(str(Verdict.ALTERED))).cast("int64").sum().alias("altered"),
    )
    rows: list[dict[str, Any]] = (
        counted.where(col("articles") > lit(1))
        .sort(["articles", "source", "passage"], desc=[True, False, False])
        .limit(_PASSAGES)
        .to_pylist()
    )
    return rows
