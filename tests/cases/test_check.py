import socket
from dataclasses import replace
from pathlib import Path

import pytest

from provenance.cases.check import EXPECTED, check, collect
from provenance.configuration.settings import Settings
from provenance.errors import ArticleError
from provenance.findings.finding import Severity
from provenance.reporting.run import ExitCode, Gate

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASE = FIXTURES / "cases/altered/figures"
SOURCE = """<html><head><link rel="canonical" href="https://pier.example/a"></head><body><article><h1>The pier</h1>
<p>It has been a long winter for the people who look after the pier, and for the people who only look at it.</p>
<p>The pier will close for repairs on the first of May. Ferries are going to run every hour until the autumn.</p>
<p>The fishermen have been told that they may stay, provided that they move. Most of them have moved already, to the
other pier, which is not a pier at all but a wall. Nobody minds. The wall is higher, and it has never been repaired,
because nobody has ever said that it was broken. A seal was seen there on Thursday, and a second one on Friday.</p>
</article></body></html>"""
ARTICLE = """# Repairs

{above}[The paper](https://pier.example/a) writes:

> The pier will close for repairs on the first of {month}. Ferries are going to run every hour until the autumn.

That is a long time to look at a wall.
"""


@pytest.fixture
def site(tmp_path):
    """A small site: one post and the saved original beside it."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved/a.html").write_text(SOURCE, "utf-8")
    write(tmp_path)
    return tmp_path


def write(site, *, month="May", above=""):
    (site / "posts/repairs.md").write_text(ARTICLE.format(month=month, above=above), "utf-8")


def checked(site, **settings):
    own = replace(Settings(), sources=site / "saved", folder=site, **settings)
    return check(collect([site], own), own)


@pytest.fixture
def no_network(monkeypatch):
    def refused(*arguments, **options):
        raise AssertionError("a check must not open a socket")

    monkeypatch.setattr(socket.socket, "__init__", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def test_cases_and_articles_are_told_apart():
    checklist = collect([FIXTURES], Settings())
    assert CASE in checklist.cases
    assert checklist.articles == ()


def test_saved_sources_are_no_articles(site):
    checklist = collect([site], replace(Settings(), sources=site / "saved"))
    assert checklist.articles == (site / "posts/repairs.md",)


def test_a_path_that_does_not_exist_is_named():
    with pytest.raises(ArticleError, match="nowhere does not exist"):
        collect([Path("nowhere")], Settings())


def test_an_article_that_keeps_its_source_passes(site, no_network):
    result = checked(site)
    assert result.exit_code(Gate()) is ExitCode.CLEAN
    assert result.source_count == 1


def test_an_altered_article_fails(site):
    write(site, month="June")
    result = checked(site)
    assert [finding.rule.code for finding in result.traces[0].excerpts[0].findings] == ["ALT304"]
    assert result.exit_code(Gate()) is ExitCode.FINDINGS
    assert result.exit_code(Gate(fail_on=Severity.CRITICAL)) is ExitCode.CLEAN


def test_a_source_that_was_not_saved_is_not_enough(site):
    (site / "saved/a.html").unlink()
    result = checked(site)
    assert result.exit_code(Gate()) is ExitCode.UNCHECKED
    assert result.exit_code(Gate(accept_unchecked=True)) is ExitCode.CLEAN


def test_an_inline_acceptance_lets_a_finding_pass(site):
    write(site, month="June", above="<!-- provenance: accept ALT304 the paper was wrong, and said so -->\n\n")
    result = checked(site)
    finding = result.traces[0].excerpts[0].findings[0]
    assert finding.accepted == "the paper was wrong, and said so"
    assert result.exit_code(Gate()) is ExitCode.CLEAN


def test_an_accept_file_lets_a_finding_pass_and_no_other(site):
    accept = site / "accepted.toml"
    accept.write_text(
        '[[accept]]\ncode = "ALT304"\nexcerpt = "June"\nsource = "May"\nreason = "They said so."\n', "utf-8"
    )
    write(site, month="June")
    assert checked(site, accept=accept).exit_code(Gate()) is ExitCode.CLEAN
    write(site, month="July")
    assert checked(site, accept=accept).exit_code(Gate()) is ExitCode.FINDINGS


def test_a_case_is_checked_without_a_network(no_network):
    result = check(collect([CASE], Settings()), Settings())
    assert [outcome.passed for outcome in result.cases] == [True]
    assert result.exit_code(Gate()) is ExitCode.CLEAN


def test_what_a_case_expects_is_reported_as_accepted():
    result = check(collect([CASE], Settings()), Settings())
    grave = [f for f in result.reported[0].excerpts[0].findings if f.severity > Severity.NOTE]
    assert grave
    assert {finding.accepted for finding in grave} == {EXPECTED}


def test_a_broken_case_ends_no_run(site):
    (site / "case").mkdir()
    (site / "case/case.toml").write_text("titel = 1", "utf-8")
    result = checked(site)
    assert len(result.traces) == 1
    assert "did you mean 'title'" in result.broken[0]
    assert result.exit_code(Gate()) is ExitCode.ERROR
