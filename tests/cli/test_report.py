import json

import pytest


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


@pytest.mark.parametrize("content", ["no JSON", "[1]", "[" * 100_000, json.dumps({"schema": "other/1"})])
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
