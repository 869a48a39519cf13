"""The formats that other programs read: JSON lines, Markdown, GitHub annotations, JUnit, SARIF."""

import json
import re
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.findings.codes import REMARKS, RULES
from provenance.findings.finding import Severity
from provenance.findings.trace import Trace
from provenance.reporting import github, junit, markdown, sarif
from provenance.reporting import json as json_report
from provenance.reporting.json import record
from provenance.reporting.reporter import FORMATS, View
from provenance.reporting.run import ExitCode, Run
from provenance.text.document import Block, Document

NOTATED = "She would [-not -]vote on [-water-]{+land+} rights, she said.\n\nAnd {+never +}again."
CODES = ["OMI202", "ALT301", "ADD103"]
HOSTILE = "a\x1b[31m<script>alert(1)</script> ::error::x %0A @someone #1 [x](javascript:y) ]]> & \ufffe \x00"


def full_run(traced, unchecked, **more):
    return Run((traced(NOTATED, codes=CODES), traced("Fine words."), unchecked()), ExitCode.FINDINGS, **more)


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_same_run_gives_the_same_bytes(traced, unchecked, name):
    reporter = FORMATS[name].load()
    assert reporter(full_run(traced, unchecked), View()) == reporter(full_run(traced, unchecked), View())


@pytest.mark.parametrize("name", list(FORMATS))
def test_page_text_steers_no_format(traced, name):
    trace = traced(
        f"{HOSTILE} [-more-]{{+less+}}", codes=["ALT301"], reason=HOSTILE, origin=f"a{HOSTILE}.html"
    )
    text = FORMATS[name].load()(Run((trace,)), View())
    assert "\x1b" not in text
    assert "\x00" not in text


def test_json_lines_hold_what_json_holds(traced, unchecked):
    run = full_run(traced, unchecked)
    rows = [json.loads(line) for line in json_report.report_lines(run, View()).splitlines()]
    whole = record(run)
    assert [row["type"] for row in rows] == ["article", "excerpt"] * 3 + ["summary"]
    excerpts = [excerpt for article in whole["articles"] for excerpt in article["excerpts"]]
    own = [
        {k: v for k, v in row.items() if k not in {"type", "origin"}}
        for row in rows
        if row["type"] == "excerpt"
    ]
    assert own == excerpts
    assert whole["summary"].items() <= rows[-1].items()


# --- Markdown


def test_markdown_shows_what_went_wrong_only(traced, unchecked):
    text = markdown.report(full_run(traced, unchecked), View())
    assert "She would <del>not</del> vote on <del>water</del> <ins>land</ins> rights" in text
    assert "- critical `OMI202` dropped-negation: leaves out “not”" in text
    assert "Fine words" not in text
    assert "give its source with" in text


@given(st.text("ab1.-+*_`~<>[]()!#&@:|\\\"'\n =$www.", max_size=60))
def test_text_of_a_page_is_never_markup_in_markdown(words):
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"> x {markdown.escaped(words)} y")
    assert re.fullmatch(r"<blockquote>\n<p>[^<]*</p>\n</blockquote>\n", html)


def test_markdown_says_where_quotations_stand_that_were_not_traced(traced):
    trace = traced("Fine words.")
    told = replace(trace, untraced=(trace.article.document.passage(0, 7),))
    sentence = "- posts/pier.html: 1 quotation was not traced: without a sure speaker or source and in no source at hand (line 1)\n"
    assert sentence in unescape(markdown.report(Run((told,)), View()))
    assert "without a sure speaker" not in markdown.report(Run((trace,)), View())


def test_markdown_says_who_is_quoted_and_parts_what_changed_places(traced):
    text = markdown.report(Run((traced("A [-bee-]{+cow+}.", codes=["ALT301"]),)), View())
    assert "**altered**, line 5, The Lowland Courier: “A cow.”\n" in text
    assert "> A <del>bee</del> <ins>cow</ins>.\n" in text


def test_no_comma_stands_before_the_ellipsis_of_first_words(traced):
    words = ", ".join("words that go on and on and on" for _ in range(5))
    trace = traced(f"{words}[- and on-].", codes=["OMI201"])
    for width in range(40, 100):
        assert ",…" not in FORMATS["text"].load()(Run((trace,)), View(width=width))
    assert ", …" not in markdown.report(Run((trace,)), View())
    assert ",…" not in FORMATS["html"].load()(Run((trace,)), View())


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_file_name_that_is_no_utf_8_stops_no_report(traced, name):
    trace = traced("A [-b-]{+c+}.", codes=["ALT301"], origin="posts/b\udcffd.html")
    text = FORMATS[name].load()(Run((trace,)), View())
    assert text.encode("utf-8", "backslashreplace")
    if name == "sarif":
        assert '"posts/b%FFd.html"' in text


def test_a_name_in_a_page_calls_nobody():
    assert unescape(markdown.escaped("@someone fixes #12")) == "@\u200bsomeone fixes #\u200b12"


def test_addresses_and_options_can_be_read_in_markdown_as_it_stands():
    said = "https://courier.example/pier_2 is gone; give it with --source (or save it)."
    assert markdown.escaped(said) == said.replace(
        "https://courier.example/pier_2", "`https://courier.example/pier_2`"
    )


# --- GitHub annotations


def test_annotations_stand_at_file_and_line(traced, unchecked):
    lines = github.report(full_run(traced, unchecked), View()).splitlines()
    assert lines[0] == (
        "::error file=posts/pier.html,line=5,endLine=5,col=11,endColumn=11,title=OMI202 dropped-negation::leaves out “not”"
    )
    assert lines[-2].startswith("::warning file=posts/pier.html,line=5,title=unchecked::")
    assert lines[-1].startswith("::notice::3 articles")


def test_what_does_not_fail_the_run_is_a_warning(traced, unchecked):
    text = github.report(full_run(traced, unchecked, fail_on=Severity.CRITICAL), View())
    assert text.count("::error ") == 1


def test_more_than_ten_are_counted(traced):
    text = github.report(Run(tuple(traced(NOTATED, codes=["OMI202"]) for _ in range(13))), View())
    assert text.count("::error ") == 10
    assert "::notice::3 more errors: see the job summary." in text


def test_a_message_cannot_open_a_command_of_its_own(traced):
    trace = traced("A [-b-]{+c+}.", codes=["ALT301"], origin="a,line=1::x\n::error::y.html")
    lines = github.report(Run((trace,)), View()).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=a%2Cline=1%3A%3Ax%0A%3A%3Aerror%3A%3Ay.html,line=5,")


# --- JUnit


def test_junit_has_a_case_an_excerpt(traced, unchecked):
    suites = ET.fromstring(junit.report(full_run(traced, unchecked), View()))
    assert suites.attrib == {
        "name": "provenance",
        "tests": "3",
        "failures": "1",
        "errors": "0",
        "skipped": "1",
    }
    (failure,) = suites.iter("failure")
    assert failure.get("type") == "OMI202"
    assert "She would [-not-] vote on [-water-]{+land+} rights" in failure.text
    (skipped,) = suites.iter("skipped")
    assert "--source" in skipped.get("message")


def test_an_accepted_finding_fails_no_case(traced):
    text = junit.report(Run((traced(NOTATED, codes=CODES, accepted="agreed"),)), View())
    assert "<failure" not in text


def test_junit_is_xml_whatever_the_page_holds(traced):
    trace = traced(f"{HOSTILE} [-more-]{{+less+}}", codes=["ALT301"], origin=HOSTILE)
    ET.fromstring(junit.report(Run((trace,)), View()))


# --- SARIF


def results(run):
    (log,) = json.loads(sarif.report(run, View()))["runs"]
    return log["results"]


def shifted(trace, by):
    """The same article with `by` lines more above it, as blocks tell."""
    old = trace.article.document
    lines = tuple(Block(block.span, block.kind, block.line + by, block.main) for block in old.blocks)
    document = Document(old.text, "renamed.html", lines)

    def moved(passage):
        return document.passage(passage.span.start, passage.span.end) if passage.document is old else passage

    item = trace.excerpts[0]
    excerpt = replace(item.excerpt, passages=tuple(map(moved, item.excerpt.passages)))
    findings = tuple(replace(finding, excerpt=moved(finding.excerpt)) for finding in item.findings)
    article = replace(trace.article, document=document, source_map=None)
    return replace(trace, article=article, excerpts=(replace(item, excerpt=excerpt, findings=findings),))


def test_a_result_has_its_place_and_the_saved_copy(traced):
    (result,) = results(Run((traced("She would [-not -]vote.", codes=["OMI202"]),)))
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "posts/pier.html", "uriBaseId": "%SRCROOT%"}
    assert place["region"].keys() == {"startLine", "startColumn", "endLine", "endColumn"}
    assert place["region"]["startLine"] == 5
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "saved/pier.html"
    assert result["message"]["text"].startswith("leaves out “not”. Source: https://lowland-courier.example/")


def test_fingerprints_hold_when_lines_move_and_files_are_renamed(traced):
    trace = traced(NOTATED, codes=CODES)
    before, after = results(Run((trace,))), results(Run((shifted(trace, 40),)))
    assert [row["partialFingerprints"] for row in before] == [row["partialFingerprints"] for row in after]
    assert [row["locations"][0]["physicalLocation"]["region"]["startLine"] for row in after] == [45, 45, 47]
    assert len({row["partialFingerprints"]["words/v2"] for row in before}) == len(CODES)


def test_a_repeated_finding_has_a_fingerprint_of_its_own(traced):
    rows = results(Run((traced(NOTATED, codes=["OMI202"]), traced(NOTATED, codes=["OMI202"]))))
    one, other = (row["partialFingerprints"]["words/v2"] for row in rows)
    assert one.removesuffix(":1") == other.removesuffix(":2")


def test_an_accepted_finding_is_suppressed(traced):
    (result,) = results(Run((traced("A [-b-]{+c+}.", codes=["ALT301"], accepted="agreed"),)))
    assert result["suppressions"] == [{"kind": "external", "justification": "agreed"}]


def test_every_rule_is_explained(traced):
    (log,) = json.loads(sarif.report(Run((traced("Words."),)), View()))["runs"]
    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*RULES, *REMARKS]
    assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"].endswith(".") for rule in rules)


def test_no_more_results_than_github_keeps_the_gravest_first(traced, monkeypatch):
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    rows = results(Run((traced(NOTATED, codes=["ADD101", "OMI202", "ALT303"]),)))
    assert [row["ruleId"] for row in rows] == ["OMI202", "ALT303"]


def test_a_run_without_anything_is_still_a_log(traced):
    assert results(Run((Trace(traced("Words.").article, (), "0.1.0"),))) == []
