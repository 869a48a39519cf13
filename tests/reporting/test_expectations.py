"""What is not as a case expects is told in every format, and so is what could not be read."""

import json
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from provenance.findings.finding import Severity
from provenance.reporting import github, junit, markdown, sarif
from provenance.reporting import json as json_report
from provenance.reporting.json import record
from provenance.reporting.reporter import FORMATS, View
from provenance.reporting.run import Expectations, Run, Unmet
from provenance.reporting.terminal.report import report as terminal_report
from tests.json_schema import schema

NOTATED = "She would [-not -]vote on [-water-]{+land+} rights, she said."
MISSING, GONE, BROKEN = (
    "ALT303 excerpt “410”",
    "this excerpt, verbatim",
    "cases/b/case.toml: title is missing.",
)


@pytest.fixture
def run(traced):
    """A case with a missing finding, an excerpt that is gone and a finding that nobody expects; and a broken case."""
    trace = traced(NOTATED, codes=["OMI202", "ALT301"], accepted="expected")
    item = trace.excerpts[0]
    unmet = (
        Unmet(1, "She would … she said.", 5, MISSING, None, item.excerpt),
        Unmet(1, "She would … she said.", 5, "verdict faithful", "verdict altered", item.excerpt),
        Unmet(2, "The clerk …", 1, GONE, None),
    )
    expected = {
        trace.article.document.origin: Expectations(
            "cases/pier", unmet, why="The pier is what nobody asks about."
        )
    }
    return Run((trace,), expectations=expected, troubles=(BROKEN,))


@pytest.fixture
def met(traced):
    """A case in which everything is as expected."""
    trace = traced(NOTATED, codes=["OMI202", "ALT301"], accepted="expected")
    expected = Expectations("cases/pier", (), (trace.excerpts[0].excerpt,))
    return Run((trace,), expectations={trace.article.document.origin: expected})


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_tells_what_is_missing(run, name):
    text = FORMATS[name].load()(run, View(brief=True))
    for part in ("ALT303", "410", "verdict faithful", "verdict altered", GONE):
        assert part in text.replace("%25", "%")


@pytest.mark.parametrize("name", ["html", "json", "jsonl", "markdown", "github", "junit", "sarif"])
def test_every_format_for_files_tells_what_could_not_be_read(run, name):
    assert "title is missing" in FORMATS[name].load()(run, View())


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_nobody_has_to_look_at_a_case_that_is_as_expected(met, name):
    text = FORMATS[name].load()(met, View(brief=True))
    assert "She would" not in text
    assert "1 case: as expected" in text


def test_the_terminal_ends_a_case_with_the_command_that_accepts_it(run):
    text = terminal_report(run, View(brief=True, width=70))
    assert (
        "\n  e2 “The clerk …”\n    - this excerpt, verbatim\n  to accept: provenance check --update cases/pier\n"
        in text
    )
    assert text.endswith("1 case: not as expected\n")


def test_the_terminal_says_what_the_case_shows_before_what_is_not_as_expected(run, met):
    text = terminal_report(run, View(brief=True, width=70))
    assert (
        "\n  not as findings.toml expects\n  why      The pier is what nobody asks about.\n  e1, line 5 “She"
        in text
    )
    assert "nobody asks" not in terminal_report(met, View())


def test_the_json_report_keeps_its_schema(run, met):
    for each in (run, met):
        Draft202012Validator(schema()).validate(json.loads(json.dumps(record(each))))
    article = record(run)["articles"][0]
    assert article["case"]
    assert [unmet["id"] for unmet in article["unmet"]] == [article["excerpts"][0]["id"]] * 2 + [None]
    assert '"type": "unmet"' in json_report.report_lines(run, View())


def test_junit_fails_the_excerpt_itself_and_one_that_is_gone_has_a_case_of_its_own(run):
    suites = ET.fromstring(junit.report(run, View()))
    assert {key: suites.get(key) for key in ("tests", "failures", "errors")} == {
        "tests": "3",
        "failures": "2",
        "errors": "1",
    }
    first, second = suites.iter("failure")
    assert first.get("message").startswith("e1, line 5 “She would … she said.”: expected ALT303")
    assert "verdict altered" in first.text
    assert second.get("message") == f"e2 “The clerk …”: expected {GONE}; there is none"


def test_sarif_has_a_rule_of_its_own_for_it(run):
    (log,) = json.loads(sarif.report(run, View()))["runs"]
    rows = [row for row in log["results"] if row["ruleId"] == "EXP101"]
    assert {log["tool"]["driver"]["rules"][row["ruleIndex"]]["id"] for row in rows} == {"EXP101"}
    assert [row["locations"][0]["physicalLocation"]["region"]["startLine"] for row in rows] == [5, 5, 1]
    assert len({row["partialFingerprints"]["words/v2"] for row in rows}) == 3
    (notice,) = log["invocations"][0]["toolExecutionNotifications"]
    assert notice["level"] == "error"


def test_an_unchecked_excerpt_is_a_notification_unless_a_case_expects_it(unchecked):
    trace = unchecked()
    expected = Expectations("cases/pier", (), (trace.excerpts[0].excerpt,))
    for expectations, count in (({}, 1), ({"posts/pier.html": expected}, 0)):
        run = Run((trace,), expectations=expectations)
        (log,) = json.loads(sarif.report(run, View()))["runs"]
        assert len(log["invocations"][0]["toolExecutionNotifications"]) == count
        assert junit.report(run, View()).count("<skipped") == count
        assert github.report(run, View()).count("::warning") == count


def test_a_finding_that_nobody_expects_fails_the_run_however_small(traced):
    trace = traced("A [-b-]{+c+}.", codes=["ALT301"])
    finding = trace.excerpts[0].findings[0]
    unmet = Unmet(1, "A c.", 5, None, "ALT301", trace.excerpts[0].excerpt, finding)
    expected = {trace.article.document.origin: Expectations("cases/pier", (unmet,))}
    plain, case = Run((trace,), fail_on=None), Run((trace,), fail_on=None, expectations=expected)
    assert finding.severity > Severity.NOTE
    assert (plain.fails(finding), case.fails(finding)) == (False, True)
    assert github.report(case, View()).count("::error ") == 1


def test_a_markdown_report_stays_below_the_size_of_a_comment(traced):
    trace = traced(NOTATED + " And more." * 200, codes=["OMI202"])
    text = markdown.report(Run((trace,) * 900), View())
    assert len(text) < 65_536
    assert "more parts did not fit in here" in text
