"""The DuckDB examples of docs/corpus.md, run on the tables of the small corpus."""

import re
from pathlib import Path

import pytest

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install -e '.[dev]'")

PAGE = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
FIRST_ROWS = (
    ("A Blog", 2, 0.5),
    ("https://blog.example/altered", "https://harbour.example/pier"),
    ("https://market.example/hall", 1),
)


@pytest.mark.parametrize(("query", "first"), list(zip(EXAMPLES, FIRST_ROWS, strict=True)))
def test_an_example_gives_what_it_says(traced, monkeypatch, query, first):
    monkeypatch.chdir(traced.out)
    with duckdb.connect() as connection:
        assert connection.sql(query).fetchall()[0][: len(first)] == first


def test_the_columns_of_the_tables_are_those_of_the_page():
    from provenance.corpus.tables import TABLES

    for name, columns in TABLES.items():
        (row,) = re.findall(rf"^\| `{name}` \|.*$", PAGE, re.MULTILINE)
        cell = re.sub(r"\([^()]*\)", "", row.split("|")[3])
        assert tuple(re.findall(r"`(\w+)`", cell)) == columns
