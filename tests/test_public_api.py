import json
import subprocess
import sys

import pytest

import provenance


def test_public_names_are_sorted_and_each_can_be_had():
    assert list(provenance.__all__) == sorted(provenance.__all__)
    for name in provenance.__all__:
        assert getattr(provenance, name) is not None


def test_a_wrong_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        _ = provenance.nothing_of_this_name


def test_every_public_name_has_a_docstring():
    missing = [
        name for name in provenance.__all__ if name != "__version__" and not getattr(provenance, name).__doc__
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("begun", "unloaded"),
    [
        ("import provenance", ("httpx", "trafilatura", "lxml", "rich")),
        ("from provenance import Tracer; Tracer(offline=True)", ("httpx", "trafilatura", "rich")),
    ],
)
def test_no_parser_and_no_network_client_is_loaded_before_it_is_used(begun, unloaded):
    code = f"{begun}; import sys; print([name for name in {unloaded} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.fixture
def desk(tmp_path):
    source = "<article><p>The council will not close the pier in May, the mayor said on Monday evening.</p></article>"
    (tmp_path / "source.html").write_text(source, "utf-8")
    article = "The Courier reports:\n\n> The council will close the pier in May, the mayor said on Monday evening.\n"
    (tmp_path / "article.md").write_text(article, "utf-8")
    return tmp_path


def traced(desk):
    return provenance.trace(str(desk / "article.md"), sources=str(desk / "source.html"), offline=True)


def test_one_source_needs_no_list_and_offline_no_network(desk):
    (item,) = traced(desk).excerpts
    assert [finding.code for finding in item.findings if finding.severity > provenance.Severity.NOTE] == [
        "OMI202"
    ]


def test_a_name_that_no_file_has_is_an_article_error():
    for call in (provenance.trace, provenance.detect, provenance.read):
        with pytest.raises(provenance.ArticleError, match=r"missing\.html does not exist; check the path"):
            call("missing.html")


def test_a_trace_as_a_dictionary_is_the_json_report(desk, provenance_command):
    run = provenance_command(
        "trace", "article.md", "--source", "source.html", "--offline", "--format", "json"
    )
    reported = json.loads(run)
    told = json.loads(json.dumps(provenance.to_dict(provenance.with_fixes(traced(desk)))))
    for record in (reported, told):
        record["articles"][0]["origin"] = record["articles"][0]["excerpts"][0]["source"]["origin"] = (
            "the same"
        )
    assert told == reported


@pytest.fixture
def provenance_command(desk, monkeypatch):
    from click.testing import CliRunner

    from provenance.cli.entry import commands

    monkeypatch.chdir(desk)
    return lambda *arguments: CliRunner().invoke(commands, arguments, standalone_mode=False).stdout


def test_values_show_themselves_in_a_line(desk):
    trace = traced(desk)
    (item,) = trace.excerpts
    values = [trace, item, trace.article, trace.article.document, item.excerpt, item.excerpt.passages[0]]
    values += [item.comparison, item.comparison.alignment, item.witness, item.findings[0]]
    assert max(len(repr(value).replace(str(desk), "")) for value in values) < 140
    assert repr(item.findings[0]).startswith("<Finding OMI202 critical: leaves out “not”")
