import json
from functools import reduce
from operator import getitem

import pytest

from provenance.errors import ConfigurationError
from provenance.reporting.html.page import page
from provenance.reporting.json import SCHEMA


@pytest.fixture
def traced(provenance, desk):
    provenance(
        "compare", "altered.txt", "source.html", "--with-text",
        "--format", "json:trace.json", "--format", "html:direct.html", cwd=desk,
    )  # fmt: skip
    return desk


def test_a_saved_report_becomes_the_page_that_the_run_wrote(provenance, traced):
    run = provenance("report", "trace.json", "-o", "report.html", cwd=traced)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    made = (traced / "report.html").read_text("utf-8")
    assert made == (traced / "direct.html").read_text("utf-8")
    assert made.startswith("<!doctype html>")


def test_it_reads_standard_input(provenance, traced):
    run = provenance("report", "-", stdin=(traced / "trace.json").read_text("utf-8"), cwd=traced)
    assert run.stdout == (traced / "direct.html").read_text("utf-8")


def test_without_texts_it_says_in_one_sentence_what_it_needs(provenance, desk):
    provenance("compare", "altered.txt", "source.html", "--format", "json:trace.json", cwd=desk)
    run = provenance("report", "trace.json", cwd=desk)
    assert run.returncode == 2
    assert run.stdout == ""
    (line,) = run.stderr.splitlines()
    assert "--with-text" in line


NOT_REPORTS = {
    "no JSON": "no JSON",
    "a list": "[1]",
    "too deep": "[" * 100_000,
    "another schema": json.dumps({"schema": "other/1"}),
    "nothing but a schema": json.dumps({"schema": SCHEMA}),
    "articles that are none": json.dumps({"schema": SCHEMA, "articles": [1]}),
    "articles in the plural only": json.dumps({"schema": SCHEMA, "articles": 1}),
    "no summary": json.dumps({"schema": SCHEMA, "articles": []}),
    "a summary of another kind": json.dumps(
        {"schema": SCHEMA, "articles": [], "tool": {}, "summary": {"a": 1}}
    ),
    "no tool": json.dumps(
        {
            "schema": SCHEMA,
            "articles": [],
            "summary": {"articles": 0, "excerpts": 0, "verdicts": {}, "findings": {}, "accepted": 0},
        }
    ),
}


@pytest.mark.parametrize("content", NOT_REPORTS.values(), ids=NOT_REPORTS)
def test_what_is_no_report_is_refused(provenance, tmp_path, content):
    (tmp_path / "trace.json").write_text(content, "utf-8")
    run = provenance("report", "trace.json", cwd=tmp_path)
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert "internal error" not in run.stderr


def test_a_file_that_is_not_there_is_an_error(provenance, tmp_path):
    run = provenance("report", "missing.json", cwd=tmp_path)
    assert run.returncode == 2
    assert "missing.json cannot be read" in run.stderr


def _places(value, at=()):
    """The way to every entry of a report."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, entry in entries:
        yield (*at, key)
        yield from _places(entry, (*at, key))


@pytest.mark.parametrize("damage", [None, 7, "words", [], {"": 1}, ...])
def test_a_damaged_report_is_refused_or_shown_and_never_an_internal_error(traced, damage):
    whole = (traced / "trace.json").read_text("utf-8")
    places = list(_places(json.loads(whole)))
    assert len(places) > 100
    for way in places:
        record = json.loads(whole)
        *above, last = way
        table = reduce(getitem, above, record)
        if damage is ...:
            del table[last]
        else:
            table[last] = damage
        try:
            assert page(record).startswith("<!doctype html>")
        except ConfigurationError as error:
            assert str(error).startswith("This ")  # noqa: PT017 - either way is right, and nothing else is
