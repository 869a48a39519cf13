"""What a traced corpus is written down as: four tables in Parquet, and a page that sums them up. docs/corpus.md has the columns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import daft
from daft import DataFrame, Expression, col, lit

from provenance.articles.article import Article
from provenance.errors import ConfigurationError
from provenance.findings.finding import Severity
from provenance.findings.trace import ExcerptTrace, Trace, Verdict
from provenance.reporting.html.page import Choice, asset, asset_hash, environment, parts_of_bar
from provenance.reporting.records import Record, traced_records
from provenance.sources.addresses import host_of
from provenance.version import __version__

Row = dict[str, Any]

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "excerpts": tuple(
            "article article_outlet position id text words markup speaker outlet work cue link verdict status found_by source"
            " reason".split()
        ),
        "findings": tuple(
            "article article_outlet position excerpt code name kind severity message excerpt_words source_words accepted".split()
        ),
        "quotes": tuple(
            "article article_outlet position published excerpt speaker source source_outlet found_by verdict words"
            " passage".split()
        ),
        "errors": tuple("page stage reason".split()),
    }
)
"""The columns of each table. Those of ``WHOLE_NUMBERS`` are 64-bit integers, all others are text; null where nothing is known."""

WHOLE_NUMBERS = frozenset(("position", "words"))
ROWS_A_FILE = 1_000_000
_Outcome = tuple[str, "Row"]
_OUTLETS, _CELLS, _KINDS, _PASSAGES = 30, 12, 30, 20  # rows that a person reads
_SEVERITIES = tuple(severity.label for severity in sorted(Severity, reverse=True))
_VERDICTS = tuple(map(str, Verdict))
_PACKAGE = "provenance.corpus"


def rows_of(trace: Trace, name: str) -> Iterator[tuple[str, Row]]:
    """The rows of a traced article, each with its table."""
    outlet = outlet_of(trace.article, trace.article.metadata.url or name)
    for item, record in zip(trace.excerpts, traced_records(trace), strict=True):
        shared = {"article": name, "article_outlet": outlet, "position": record["span"][0]}
        yield "excerpts", {**shared, **_excerpt_row(item, record)}
        yield from (("findings", {**shared, **row}) for row in _finding_rows(record))
        if item.witness is not None:
            yield "quotes", {**shared, **_quote_row(trace.article, item, record)}


def _excerpt_row(item: ExcerptTrace, record: Record) -> Row:
    said = item.excerpt.attribution
    source = record["source"]
    return {
        "id": record["id"],
        "text": record["text"],
        "words": len(record["text"].split()),
        "markup": record["markup"],
        "speaker": said.speaker,
        "outlet": said.outlet,
        "work": said.work,
        "cue": said.cue.text if said.cue else None,
        "link": said.link,
        "verdict": record["verdict"],
        "status": source["status"],
        "found_by": source["found_by"],
        "source": source["url"] or source["origin"],
        "reason": source["reason"],
    }


def _finding_rows(record: Record) -> Iterator[Row]:
    for finding in record["findings"]:
        yield {
            "excerpt": record["id"],
            **{key: finding[key] for key in ("code", "name", "kind", "severity", "message", "accepted")},
            "excerpt_words": finding["excerpt"]["text"] if finding["excerpt"] else None,
            "source_words": finding["source"]["text"] if finding["source"] else None,
        }


def _quote_row(article: Article, item: ExcerptTrace, record: Record) -> Row:
    witness = item.witness
    if witness is None:
        raise ValueError("an excerpt without a source quotes nobody known")
    source = witness.url or witness.document.origin
    return {
        "published": article.metadata.published,
        "excerpt": record["id"],
        "speaker": item.excerpt.attribution.speaker,
        "source": source,
        "source_outlet": outlet_of(witness.page, source),
        "found_by": record["source"]["found_by"],
        "verdict": record["verdict"],
        "words": len(record["text"].split()),
        "passage": " … ".join(passage["text"] for passage in record["passages"]) or None,
    }


def outlet_of(page: Article, address: str) -> str | None:
    """Who published a page: what it calls its site, else the host of its address."""
    return page.metadata.site_name or host_of(address) or None


def write_tables(
    out: Path, outcomes: Iterable[Sequence[_Outcome]], *, most: int = ROWS_A_FILE
) -> dict[str, int]:
    """Write every table, sorted: ``NAME.parquet``, or ``NAME.parquet/part-00000.parquet`` … beyond ``most`` rows; how many each has."""
    writers = {name: _TableWriter(out / f"{name}.parquet", name, most) for name in TABLES}
    for outcome in outcomes:
        for name, writer in writers.items():
            writer.add([row for table, row in outcome if table == name])
    return {name: writer.close() for name, writer in writers.items()}


class _TableWriter:
    def __init__(self, path: Path, name: str, most: int) -> None:
        self._path, self._most, self._columns = path, most, TABLES[name]
        self._rows: list[Row] = []
        self._written, self._files = 0, 0

    def add(self, rows: list[Row]) -> None:
        """Take rows in; what is enough for a file is written, so that memory does not grow with the corpus."""
        self._rows += rows
        if len(self._rows) > self._most:
            self._path.mkdir(exist_ok=True)
            self._write(self._path / f"part-{self._files:05}.parquet")
            self._files += 1

    def close(self) -> int:
        """Write the rest; give the number of all rows."""
        if self._files and self._rows:
            self._write(self._path / f"part-{self._files:05}.parquet")
        elif not self._files:
            self._write(self._path)
        return self._written

    def _write(self, path: Path) -> None:
        import pyarrow as pa  # which the processes that read pages never need
        from pyarrow import parquet

        kinds = [(name, pa.int64() if name in WHOLE_NUMBERS else pa.string()) for name in self._columns]
        self._rows.sort(key=lambda row: [(row.get(one) is not None, row.get(one)) for one in self._columns])
        parquet.write_table(pa.Table.from_pylist(self._rows, pa.schema(kinds)), path)
        self._written += len(self._rows)
        self._rows = []


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
    """One self-contained HTML page on the tables of ``corpus trace``; a ConfigurationError if the folder holds none."""
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
