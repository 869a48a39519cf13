import shutil
import socket
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CASES = Path(__file__).parent.parent / "fixtures/cases"


@pytest.fixture
def suite(pytester):
    """A project that opted in, with two cases: figures altered in one excerpt, two faithful fragments."""
    pytester.makeini("[pytest]\nprovenance_cases = cases\n")
    for family, slug in (("altered", "figures"), ("faithful", "woven-fragments")):
        shutil.copytree(CASES / family / slug, pytester.path / "cases" / family / slug)
    return pytester


def change(suite, name, old, new):
    path = suite.path / "cases/altered/figures" / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def run(suite, *arguments):
    return suite.runpytest_inprocess("-p", "no:cacheprovider", "--rootdir", str(suite.path), *arguments)


def test_each_excerpt_is_an_item_and_so_are_stale_expectations(suite):
    result = run(suite, "-v")
    result.assert_outcomes(passed=5)
    result.stdout.fnmatch_lines(["*figures/case.toml::e1 PASSED*", "*figures/case.toml::stale PASSED*"])


def test_nothing_is_collected_without_opting_in(suite):
    suite.makeini("[pytest]\n")
    run(suite).assert_outcomes()


def test_one_excerpt_can_be_named(suite):
    run(suite, "cases/altered/figures/case.toml::e1").assert_outcomes(passed=1)


def test_a_changed_figure_fails_its_excerpt_with_a_diff_and_the_command_that_accepts_it(suite):
    change(suite, "article.html", "30 staff", "300 staff")
    result = run(suite)
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*+ ALT303 critical*300*",
            "why: A million becomes*",
            "to accept: provenance check --update *figures",
        ]
    )
    assert "Traceback" not in result.stdout.str()


def test_an_excerpt_that_nobody_lists_makes_the_expectations_stale(suite):
    (suite.path / "cases/altered/figures/findings.toml").write_text("excerpt = []\n", "utf-8")
    result = run(suite)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["*+ this excerpt, altered*"])


def test_a_broken_case_is_one_failing_item(suite):
    change(suite, "case.toml", "title", "titel")
    result = run(suite)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["*did you mean 'title'*"])


def test_excerpts_can_be_chosen_by_keyword(suite):
    run(suite, "-k", "figures and e1").assert_outcomes(passed=1, deselected=4)


def test_what_failed_last_can_be_run_alone(suite):
    change(suite, "article.html", "30 staff", "300 staff")
    suite.runpytest_inprocess().assert_outcomes(passed=4, failed=1)
    suite.runpytest_inprocess("--lf").assert_outcomes(failed=1)
    change(suite, "article.html", "300 staff", "30 staff")
    suite.runpytest_inprocess("--lf").assert_outcomes(passed=1)


def test_items_run_in_parallel(suite, monkeypatch):
    monkeypatch.setenv(
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1"
    )  # three processes load what they need, and nothing else
    change(suite, "article.html", "30 staff", "300 staff")
    change(suite, "case.toml", "why", "wyh")
    result = suite.runpytest_subprocess("-p", "xdist", "-p", "provenance.pytest_plugin", "-n", "2")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["*there is no key 'wyh'; did you mean 'why'*"])


def test_no_item_opens_a_socket(suite, monkeypatch):
    def refused(*arguments, **options):
        raise AssertionError("a case must not open a socket")

    monkeypatch.setattr(socket.socket, "__init__", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    run(suite).assert_outcomes(passed=5)
