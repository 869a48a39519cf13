import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import provenance
from provenance.reporting.html.lead import lead
from provenance.reporting.html.page import page, report
from provenance.reporting.json import report as json_report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.text.document import Document
from tests.reporting.outline import Outline, attributes, outline

NOTATED = (
    "She would [-not -]vote on [-water-]{+land+} rights. It [~[…]|sat and~] will {+never +}meet.\n\nAgain."
)
CODES = ["OMI202", "ALT301", "ADD103"]


def test_the_page_of_a_run_is_the_page_of_its_json_report(traced, unchecked):
    run = Run((traced(NOTATED, codes=CODES, accepted="agreed"), unchecked()))
    assert page(json.loads(json_report(run, View(with_text=True)))) == report(run, View())


def test_what_was_put_in_and_left_out_is_said_to_eyes_and_ears(traced):
    markup = report(Run((traced(NOTATED, codes=CODES),)), View())
    parsed = Outline(markup)
    assert "land" in parsed.text("ins", "article", without=["legend"])
    assert "never" in parsed.text("ins", "article", without=["legend"])
    assert "not" in parsed.text("del", "source")
    assert "water" in parsed.text("del", "source")
    assert "(inserted: " in markup
    assert "(deleted: " in markup


def test_the_article_shows_where_words_were_left_out_with_the_letter_of_the_finding(traced):
    markup = report(Run((traced(NOTATED, codes=CODES),)), View())
    article = markup[markup.index("<h4>The article</h4>") : markup.index('class="column source"')]
    gap = article[article.index('<span class="gap"') :]
    assert article.count('class="gap"') == 1
    assert re.match(
        r'<span class="gap"[^>]*>.*?\(words left out here\) </span></span><a class="ref"[^>]*>a</a>vote', gap
    )


def test_an_ellipsis_opens_to_what_it_swallowed(traced):
    parsed = outline(traced(NOTATED))
    assert parsed.text("button", "mark") == "[…]"
    assert parsed.text("folded", "swallowed") == "sat and"
    assert parsed.text("under", "source") == "sat and"


def test_quotations_that_were_not_traced_are_told_of(traced):
    trace = traced(NOTATED)
    document = trace.article.document
    told = replace(trace, untraced=(document.passage(0, 7), document.passage(40, 45)))
    assert (
        "2 quotations were not traced: without a sure speaker or source and in no source at hand (lines 1, 3)"
        in outline(told).text("doubt")
    )
    assert outline(trace).text("doubt") == ""


def test_a_finding_has_code_severity_message_and_the_page_that_explains_it(traced):
    parsed = outline(traced(NOTATED, codes=CODES))
    row = parsed.text("li", "article", "findings")
    assert "critical OMI202 dropped-negation leaves out “not”" in row
    assert "#code-OMI202" in attributes(parsed, "href")
    assert "code-OMI202" in attributes(parsed, "id")
    assert "Why it matters" in parsed.text("explained")


def test_the_letter_at_a_difference_is_the_letter_of_its_finding(traced):
    parsed = outline(traced(NOTATED, codes=CODES))
    assert parsed.text("letter") == "abc"
    assert set(parsed.text("ref").replace(" ", "")) == {"a", "b", "c"}


def test_it_says_where_the_source_came_from(traced):
    text = outline(traced("Words.")).text("footer", "article")
    assert "https://lowland-courier.example/pier/2026" in text
    assert "a saved copy, 2026-11-21" in text
    assert "ab" * 32 in text
    assert "Pier to close" in text


def test_cue_and_link_stand_as_in_the_article(traced):
    assert outline(traced("Words.")).text("lead", "cue") == "The Lowland Courier reports:"


@pytest.mark.parametrize(
    ("text", "words", "cue", "expected", "follows"),
    [
        (
            "“It is safe,” Ann Lee told the Log, “and dry.” So.",
            "It is safe,",
            "Ann Lee told the Log",
            "Ann Lee told the Log,",
            True,
        ),
        (
            "“It is safe,” Ann Lee told the Log, “and dry.” So.",
            "and dry.",
            "Ann Lee told the Log",
            "Ann Lee told the Log,",
            False,
        ),
        (
            "So the Log says it is “safe and dry”, we hear.",
            "safe and dry",
            "the Log says",
            "So the Log says it is",
            False,
        ),
        (
            "„Es ist sicher“, sagte Lee dem Boten. Schön.",
            "Es ist sicher",
            "sagte Lee",
            "sagte Lee dem Boten. Schön.",
            True,
        ),
        (
            "The Log says:\n\nIt is safe and dry.",
            "It is safe and dry.",
            "The Log says:",
            "The Log says:",
            False,
        ),
    ],
)
def test_the_cue_stands_where_the_article_has_it_and_without_quotation_marks(
    text, words, cue, expected, follows
):
    document = Document(text)
    at, named = text.index(words), text.index(cue)
    attribution = {"cue_span": [named, named + len(cue)], "link": None}
    excerpt = {"span": [at, at + len(words)], "attribution": attribution}
    shown = lead(document, excerpt, [])
    assert "".join(part.text for part in shown.parts) == expected
    assert [part.text for part in shown.parts if part.cue] == [cue]
    assert shown.follows is follows


def test_a_lead_that_begins_inside_a_sentence_says_so():
    text = f"Long ago {'it rained and ' * 20}the Log says: It is dry."
    at, named = text.index("It is dry"), text.index("the Log says:")
    attribution = {"cue_span": [named, named + 13], "link": None}
    shown = lead(Document(text), {"span": [at, len(text)], "attribution": attribution}, [])
    assert re.match("… (?:it|rained|and) ", "".join(part.text for part in shown.parts))


def test_the_source_link_goes_to_the_gravest_difference(traced):
    links = attributes(outline(traced(NOTATED, codes=CODES)), "href")
    assert any(link.startswith("https://lowland-courier.example/pier/2026#:~:text=") for link in links)


def test_a_work_without_a_title_is_told_by_its_address():
    folder = Path(__file__).parents[2] / "examples/model-report"
    trace = provenance.trace(folder / "draft.md", sources=folder / "saved", offline=True)
    assert "<dt>Cited</dt><dd>https://skerrygazette.example/council-ferry</dd>" in report(
        Run((trace,)), View()
    )


def test_an_unchecked_excerpt_says_why(unchecked):
    parsed = outline(unchecked("The page asks for a password; save it and give the file."))
    assert parsed.text("reason") == "The page asks for a password; save it and give the file."
    assert "names no page" in parsed.text("absent")


def test_a_report_without_excerpts_is_a_page_too():
    assert "0 excerpts" in outline().text("summary")


def test_the_page_besides_its_data_is_small():
    assert len(report(Run(()), View()).encode()) < 100_000
