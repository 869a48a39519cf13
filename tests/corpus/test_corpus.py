"""`provenance corpus trace`: the tables it writes, of which the same pages traced one by one give the same rows."""

import pytest

pytest.importorskip("daft", reason="the extra is not installed: pip install -e '.[corpus]'")

from pyarrow import parquet

from provenance.configuration.settings import Settings
from provenance.corpus.running import trace_corpus
from provenance.corpus.tables import TABLES, rows_of, write_tables
from provenance.errors import ConfigurationError
from provenance.tracing.tracer import Tracer
from tests.corpus.conftest import RECORDED, SAVED, TABLE


def rows(traced, name):
    return parquet.read_table(traced.out / f"{name}.parquet").to_pylist()


def test_links_lead_to_pages_through_tracking_parameters_and_redirects(traced):
    found = {
        row["article"]: (row["verdict"], row["found_by"], row["source"]) for row in rows(traced, "excerpts")
    }
    assert found["https://blog.example/faithful"] == ("verbatim", "link", "https://harbour.example/pier")
    assert found["https://blog.example/altered"] == ("altered", "link", "https://harbour.example/pier")
    assert found["https://blog.example/dead"][0] == "unchecked"


def test_an_excerpt_without_a_link_is_found_by_its_words(traced):
    (row,) = [row for row in rows(traced, "quotes") if row["article"].endswith("unlinked.html")]
    assert (row["source"], row["source_outlet"], row["found_by"], row["verdict"]) == (
        "https://market.example/hall",
        "The Market Echo",
        "text",
        "verbatim",
    )


def test_findings_name_their_excerpt(traced):
    (row,) = [row for row in rows(traced, "findings") if row["code"] == "OMI202"]
    excerpts = {(each["article"], each["id"]) for each in rows(traced, "excerpts")}
    assert (row["article"], row["excerpt"]) in excerpts
    assert (row["severity"], row["source_words"], row["article_outlet"]) == ("critical", "not", "A Blog")


def test_a_page_that_cannot_be_read_is_a_row_and_ends_nothing(traced):
    (row,) = rows(traced, "errors")
    assert (row["page"].endswith("broken.pdf"), row["stage"]) == (True, "read")
    assert row["reason"]


def test_the_tables_have_the_columns_that_are_promised(traced):
    for name, columns in TABLES.items():
        assert tuple(parquet.read_schema(traced.out / f"{name}.parquet").names) == columns
    assert [row["article"] for row in rows(traced, "excerpts")] == sorted(
        row["article"] for row in rows(traced, "excerpts")
    )


def test_a_run_goes_on_where_it_was_broken_off_and_leaves_only_its_tables(traced):
    before, after = (
        traced.told[: traced.told.index("broken off")],
        traced.told[traced.told.index("broken off") :],
    )
    assert before == ["1 of 3 parts detected", "2 of 3 parts detected"]
    assert "1 of 1 groups of articles compared" in after
    assert sorted(path.name for path in traced.out.iterdir()) == sorted(f"{name}.parquet" for name in TABLES)


def test_the_rows_are_those_of_trace(traced, tmp_path):
    written = {}
    for number, (url, html) in enumerate({**TABLE, **RECORDED}.items()):
        folder = tmp_path / ("articles" if "blog.example" in url else "saved")
        folder.mkdir(exist_ok=True)
        written[url] = folder / f"{number}.html"
        written[url].write_text(html.replace("<title>", f"<link rel=canonical href='{url}'><title>"))
    asked = ("verdict", "found_by", "source", "id", "position")
    expected = []
    with Tracer(saved=[tmp_path / "saved"], offline=True) as tracer:
        for url, path in written.items():
            trace = tracer.trace(path)
            for table, row in rows_of(trace, url):
                if table == "excerpts":
                    expected.append((url, *(row[key] for key in asked)))
    # No file says that the address of a redirect leads to another page.
    known = [row for row in rows(traced, "excerpts") if not row["article"].endswith((*SAVED, "/altered"))]
    assert [(row["article"], *(row[key] for key in asked)) for row in known] == sorted(
        row for row in expected if not row[0].endswith("/altered")
    )


def test_a_folder_that_holds_something_else_is_left_alone(traced, tmp_path):
    with pytest.raises(ConfigurationError, match="is not empty"):
        trace_corpus(traced.inputs, traced.out, Settings())
    with pytest.raises(ConfigurationError, match="holds no pages"):
        trace_corpus([str(tmp_path)], tmp_path / "out", Settings())


def test_a_large_table_is_a_folder_of_files_that_reads_as_one(tmp_path):
    batches = [
        [("errors", {"page": f"{number}{letter}", "stage": "read", "reason": "no"}) for letter in "ba"]
        for number in range(3)
    ]
    counts = write_tables(tmp_path, batches, most=3)
    assert counts == {"excerpts": 0, "findings": 0, "quotes": 0, "errors": 6}
    assert sorted(path.name for path in (tmp_path / "errors.parquet").iterdir()) == [
        "part-00000.parquet",
        "part-00001.parquet",
    ]
    assert parquet.read_table(tmp_path / "errors.parquet")["page"].to_pylist() == [
        "0a",
        "0b",
        "1a",
        "1b",
        "2a",
        "2b",
    ]
    assert (tmp_path / "quotes.parquet").is_file()
