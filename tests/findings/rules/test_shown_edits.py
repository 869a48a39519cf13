"""An edit that a page shows, a list's own numbers, and underscores that are letters."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.findings.context import JudgingSettings
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.tracing.comparison import SourceComparer
from tests.excerpts.quoting import detect

LEAD = "The Harbour Gazette reports:\n\n"


def _findings(article, source, source_format=Format.MARKDOWN):
    page = read_text(article, origin="article.md", format=Format.MARKDOWN)
    witness = Witness(
        Reference("source", FoundBy.GIVEN),
        read_text(source, origin="source", format=source_format),
        via=Via.GIVEN,
    )
    comparer = SourceComparer(page, JudgingSettings())
    return [
        (finding.rule.code, finding.severity.label)
        for excerpt in detect(page)
        for finding in comparer.compare(excerpt, witness).comparison.findings
    ]


def test_an_edit_that_struck_words_show_is_declared():
    source = "The pilots of the harbour were told on Monday that the east pier is closed.\n"
    article = (
        LEAD
        + "> The ~~pilots~~ *skippers* of the harbour were told on Monday that the east pier is closed.\n"
    )
    assert set(_findings(article, source)) <= {("DEC704", "note"), ("DEC701", "note")}


def test_set_off_words_that_stand_behind_nothing_struck_are_put_in():
    source = "The pilots of the harbour were told on Monday that the east pier is closed.\n"
    article = (
        LEAD + "> The pilots *angrily* of the harbour were told on Monday that the east pier is closed.\n"
    )
    assert {code for code, severity in _findings(article, source) if severity != "note"} & {
        "ADD101",
        "ADD103",
    }


def test_underscores_of_the_source_set_nothing_off():
    source = "A compromise is possible where a __future__ import turns it on for the harbour's own files.\n"
    article = (
        LEAD
        + "> A compromise is possible where a __future__ import turns it on for the harbour's own files.\n"
    )
    assert ("ALT310", "minor") not in _findings(article, source, Format.TEXT)


COST = "<p>The new pier will cost the town <del>24,000</del> <ins>42,000</ins> crowns, the mayor said in May.</p>"


@pytest.mark.parametrize(
    ("cost", "told"),
    [("42,000", set()), ("24,000", {("SRC604", "note")}), ("52,000", {("ALT303", "critical")})],
)
def test_what_the_source_has_struck_out_is_told_and_what_it_put_in_is_its_text(cost, told):
    article = LEAD + f"> The new pier will cost the town {cost} crowns, the mayor said in May.\n"
    assert set(_findings(article, COST, Format.HTML)) == told


def test_a_negation_that_is_struck_out_and_not_replaced_is_lost():
    source = "The pilots said on Monday that they will not close the east pier of the harbour.\n"
    article = LEAD + f"> {source.replace('not', '~~not~~')}"
    assert ("OMI202", "critical") in _findings(article, source)


@pytest.mark.parametrize("stroke", ["\u0336", "\u0338"])
def test_letters_with_a_stroke_through_them_make_another_word(stroke):
    source = "The pilots said on Monday that they will not close the east pier of the harbour.\n"
    struck = "".join(letter + stroke for letter in "not")
    assert ("ALT302", "critical") in _findings(LEAD + f"> {source.replace('not', struck)}", source)
    assert _findings(LEAD + f"> {source}", source.replace("not", "no\u0301t")) == [("DEC706", "note")]
