"""Quotations without a speaker or a source do not read as cleared: trace, detect and the JSON report name them."""

import json

import jsonschema

from tests.json_schema import schema

ARTICLE = """They came to “a lamp in every window of the old town”, and light.

“The lamps stay on until the last boat is in,” said Ann Lee.

Then came “a bell on every boat of the new fleet”, and noise.
"""
LINE = "2 quotations were not traced: "


def test_trace_tells_how_many_and_where(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    outcome = provenance("trace", "a.txt", "--offline", cwd=tmp_path)
    assert LINE in outcome.stdout
    assert "source at hand (lines 1, 5)" in " ".join(outcome.stdout.split())


def test_detect_shows_them_as_what_is_quoted(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert "3 excerpts" in provenance("detect", "a.txt", cwd=tmp_path).stdout


def test_nothing_is_said_where_all_have_a_speaker(provenance, tmp_path):
    (tmp_path / "a.txt").write_text("“The lamps stay on until the last boat is in,” said Ann Lee.\n")
    assert "not traced" not in provenance("trace", "a.txt", "--offline", cwd=tmp_path).stdout


def test_json_report_holds_each_with_its_place(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    outcome = provenance("trace", "a.txt", "--offline", "--format", "json", cwd=tmp_path)
    report = json.loads(outcome.stdout)
    jsonschema.validate(report, schema())
    listed = report["articles"][0]["untraced"]
    assert [(one["line"], one["reason"]) for one in listed] == [(1, "unattributed"), (5, "unattributed")]
    assert all(ARTICLE[slice(*one["span"])] == one["text"] for one in listed)


def test_check_counts_them_in_its_summary_and_shows_their_lines_on_demand(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    arguments = ("check", "a.txt", "--accept-unchecked")
    brief = " ".join(provenance(*arguments, cwd=tmp_path).stdout.split())
    assert " · 2 quotations not traced (-v shows their lines) " in brief
    assert LINE not in brief
    assert LINE in provenance(*arguments, "-v", cwd=tmp_path).stdout


def test_reports_for_a_pull_request_count_them(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    for form in ("markdown", "github"):
        outcome = provenance("check", "a.txt", "--accept-unchecked", "--format", form, cwd=tmp_path)
        assert "2 quotations not traced" in outcome.stdout


def test_json_summary_counts_them(provenance, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    report = json.loads(provenance("check", "a.txt", "--format", "json", cwd=tmp_path).stdout)
    jsonschema.validate(report, schema())
    assert report["summary"]["untraced"] == 2
