import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from provenance.reporting.json import report
from provenance.reporting.reporter import View
from provenance.reporting.run import ExitCode, Run
from tests.json_schema import schema
from tests.reporting.conftest import traced as make

NOTATED = (
    "She would [-not -]vote on [-water-]{+land+} rights. It [~[…]|sat and~] will {+never +}meet.\n\nAgain."
)
CODES = ["OMI202", "ALT301", "ADD103"]


def read(run, **view):
    return json.loads(report(run, View(**view)))


def check(document):
    Draft202012Validator(schema()).validate(document)


def named(document):
    """Every span of a report with the text that it says it cuts out, and the document it is counted in."""
    for article in document["articles"]:
        for excerpt in article["excerpts"]:
            ours, theirs = article["text"], excerpt["source"]["text"]
            yield from ((ours, place) for place in [excerpt, *excerpt["pieces"]])
            yield from ((theirs, place) for place in excerpt["passages"])
            for row in [*excerpt["placements"], *excerpt["variants"], *excerpt["findings"]]:
                sides = ((ours, row["excerpt"]), (theirs, row["source"]))
                yield from ((text, place) for text, place in sides if place)


def test_the_schema_is_itself_a_schema():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("with_text", [False, True])
def test_reports_satisfy_their_schema(traced, unchecked, with_text):
    run = Run(
        (traced(NOTATED, codes=CODES, accepted="agreed with the desk"), unchecked()), ExitCode.UNCHECKED
    )
    check(read(run, with_text=with_text))


def test_the_schema_refuses_a_key_it_does_not_know(traced):
    document = read(Run((traced("Words."),)))
    document["articles"][0]["excerpts"][0]["guess"] = 1
    assert not Draft202012Validator(schema()).is_valid(document)


_WORDS = st.lists(st.text("abcdeé😀漢字 ’“", min_size=1, max_size=12), min_size=1, max_size=4)


@given(_WORDS, st.booleans())
def test_every_span_cuts_out_the_text_it_names(words, paragraphs):
    joint = "\n\nx" if paragraphs else " "
    notated = joint.join(
        f"so {word} [-{word}-]{{+{word}y+}} and {{+{word}+}} or [-{word}-]" for word in words
    )
    document = read(Run((make(notated, codes=["ALT301", "ADD101", "OMI201"]),)), with_text=True)
    check(document)
    places = list(named(document))
    assert len(places) > 5
    assert all(text[slice(*place["span"])] == place["text"] for text, place in places)


def test_a_finding_says_all_that_a_machine_needs(traced):
    document = read(Run((traced(NOTATED, codes=CODES),), ExitCode.FINDINGS))
    (excerpt,) = document["articles"][0]["excerpts"]
    assert excerpt["findings"][0] == {
        "code": "OMI202",
        "name": "dropped-negation",
        "kind": "omission",
        "severity": "critical",
        "message": "leaves out “not”",
        "excerpt": {
            "span": [76, 76],
            "text": "",
            "place": {"line": 5, "column": 11, "end_line": 5, "end_column": 11},
        },
        "source": {"span": [21, 25], "text": "not "},
        "accepted": None,
        "known": False,
    }
    assert excerpt["variants"][2]["disclosure"] == "declared"
    assert excerpt["attribution"]["cue"] == "The Lowland Courier reports:"
    assert excerpt["source"]["via"] == "saved"
    assert excerpt["source"]["retrieved"] == "2026-11-21T09:30:00+00:00"
    assert document["summary"] == {
        "articles": 1,
        "excerpts": 1,
        "verdicts": {"altered": 1},
        "findings": {"critical": 1, "major": 2},
        "accepted": 0,
        "untraced": 0,
        "known": 0,
        "hidden": 0,
        "exit_code": 1,
    }


def test_an_accepted_finding_is_reported_and_not_counted(traced):
    document = read(Run((traced(NOTATED, codes=CODES, accepted="house style"),)))
    assert document["articles"][0]["excerpts"][0]["findings"][0]["accepted"] == "house style"
    assert document["summary"]["findings"] == {}
    assert document["summary"]["accepted"] == 3


def test_texts_are_carried_on_request_only(traced):
    (article,) = read(Run((traced("Words."),)))["articles"]
    assert "text" not in article
    assert "text" not in article["excerpts"][0]["source"]
    (article,) = read(Run((traced("Words."),)), with_text=True)["articles"]
    assert [article["text"][slice(*block["span"])] for block in article["blocks"]][2] == "Words."
    assert article["excerpts"][0]["source"]["blocks"][0]["kind"] == "paragraph"


def test_an_identifier_holds_when_lines_move(traced):
    def identifier(trace):
        return read(Run((trace,)))["articles"][0]["excerpts"][0]["id"]

    assert identifier(traced("Same words.", origin="a.html")) == identifier(
        traced("Same  [-old -]words.", origin="b")
    )
    assert identifier(traced("Same words.")) != identifier(traced("Other words."))


def test_the_same_run_gives_the_same_bytes(traced):
    assert report(Run((traced(NOTATED, codes=CODES),)), View()) == report(
        Run((traced(NOTATED, codes=CODES),)), View()
    )


def test_nobody_named_is_null(unchecked):
    trace = unchecked()
    document = read(Run((trace,)))
    assert document["articles"][0]["excerpts"][0]["attribution"] == {
        "cue": None,
        "cue_span": None,
        "outlet": "The Lowland Courier",
        "speaker": None,
        "work": None,
        "link": None,
    }
    assert document["articles"][0]["excerpts"][0]["source"]["status"] == "none"
