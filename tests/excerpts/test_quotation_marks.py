"""Quotation marks of all languages, matched by sets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.excerpts.annotation.quotation_marks import first_closing, opens_block, quotations
from provenance.excerpts.annotation.signs import CLOSERS

PAIRS = [
    ("“It is so,” she said. “It is.”", ["It is so,", "It is."]),
    ('"It is so," she said. "It is."', ["It is so,", "It is."]),
    ('“It is so," she said. "It is.”', ["It is so,", "It is."]),
    ("‘The tenants’ plan is good,’ she said. ‘It is.’", ["The tenants’ plan is good,", "It is."]),
    ("„Es ist so“, sagte sie. „Es ist.“", ["Es ist so", "Es ist."]),
    ("„Es ist so”, sagte sie.", ["Es ist so"]),
    ("»Es ist so«, sagte sie, »es ist.«", ["Es ist so", "es ist."]),
    ("«Es ist so», sagte sie.", ["Es ist so"]),
    ("« C’est ainsi », dit-elle, « c’est “bien” ainsi ».", ["C’est ainsi", "c’est “bien” ainsi"]),
    ("«\u00a0C’est ainsi\u00a0», dit-elle.", ["C’est ainsi"]),
    ("”Så är det”, sade hon. ”Ja.”", ["Så är det", "Ja."]),
    ("»Så är det», sade hon. »Ja.»", ["Så är det", "Ja."]),
    ("”[S]å är det”, sade hon. ”… och inte annars.”", ["[S]å är det", "… och inte annars."]),
    ("Sie sagte, »[e]s ist so«, und: »[…] (fast) immer.«", ["[e]s ist so", "[…] (fast) immer."]),
    ("»Es ist so,«[1] sagte sie, »$5 genügen.«[2]", ["Es ist so,", "$5 genügen."]),
    ("”Så är det,”[1] sade hon.”[2]", ["Så är det,"]),
    ("她说：“就是这样”，又说「对」。", ["就是这样", "对"]),
    ("市長は「『橋』は古い」と述べた。", ["『橋』は古い"]),
    ("„Außen ‚innen‘ außen“, so sie.", ["Außen ‚innen‘ außen"]),
    ("“He told us ‘go’ and left,” she said.", ["He told us ‘go’ and left,"]),
    ("“I heard “go” and left,” she said.", ["I heard “go” and left,"]),
    ('“He said "no" to me,” she said.', ['He said "no" to me,']),
    ('«Ha detto "no", però resta», racconta.', ['Ha detto "no", però resta']),
    ('The 6" pipe is "far too small" now.', ["far too small"]),
    (
        "'De pont blijft', zei ze. 'Of het nu regent of niet.'",
        ["De pont blijft", "Of het nu regent of niet."],
    ),
    ("Hij noemt het 'een vergissing'. Zij niet: 'Het is beleid.'", ["een vergissing", "Het is beleid."]),
    (
        "'The porters' carts are gone', he said. 'All of them.'",
        ["The porters' carts are gone", "All of them."],
    ),
    ("'She wrote 'never' on it', he said. 'Then she left.'", ["She wrote 'never' on it", "Then she left."]),
    ("'s Avonds zei ze: 'Breng 'm naar 's-Gravenmeer', en ging.", ["Breng 'm naar 's-Gravenmeer"]),
    ("‘[T]he plan is good,’ she said. ‘… and “cheap”.’", ["[T]he plan is good,", "… and “cheap”."]),
    ("'[D]e pont blijft', zei ze, en: '(Bijna) altijd.'", ["[D]e pont blijft", "(Bijna) altijd."]),
    ("She said: ‘34 boats are gone.’ Since the ‘90s, ‘1,200 tons’.", ["34 boats are gone.", "1,200 tons"]),
    ("„Die Brücke bleibt …“, sagte sie. „Die Fähre …“.", ["Die Brücke bleibt …", "Die Fähre …"]),
    ("그는 ‘다리가 낡았다’고 말했다.", ["다리가 낡았다"]),
    ("It's the '90s, and the dogs' bowls aren't full.", []),
]


def quoted(text):
    return [text[one.inner.start : one.inner.end] for one in quotations(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_what_stands_between_the_marks_is_found(text, expected):
    assert quoted(text) == expected


def test_unclosed_mark_runs_to_the_end_of_its_block():
    (one,) = quotations("She said: “It is so.", 0, 20)
    assert not one.closed
    assert one.inner.end == 20


def test_block_that_opens_and_block_that_closes_are_told_apart():
    assert opens_block("“It is", 0, 6) == "“"
    assert opens_block("It is", 0, 5) is None
    assert first_closing("It is so.” And", 0, 14) == 9
    assert first_closing("It is “so” and", 0, 14) is None


@given(st.text(alphabet="ab ,.\n" + "".join(CLOSERS) + "”»’」』", max_size=60))
def test_quotations_are_disjoint_ordered_and_inside_the_block(text):
    edge = 0
    for one in quotations(text, 0, len(text)):
        assert edge <= one.outer.start < one.inner.start <= one.inner.end <= one.outer.end <= len(text)
        assert text.startswith(one.mark, one.outer.start)
        edge = one.outer.end


def test_an_inner_quotation_may_end_where_the_outer_one_does():
    text = "Sie sagte: „Wasser ist mehr wert als ‚noch ein Parkdeck‘“, und ging."
    assert [text[q.outer.start : q.outer.end] for q in quotations(text, 0, len(text))] == [
        "„Wasser ist mehr wert als ‚noch ein Parkdeck‘“"
    ]


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\u2060", "\u00ad", "\u200e", "\ufeff", "\u200b\u200b\u200b", "\ufffd"]
)
@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
def test_characters_that_nobody_sees_hide_no_mark(unseen, marks):
    opening, closing = (f"{unseen}{mark}{unseen}" for mark in marks)
    text = f"The mayor said: {opening}We have a plan{closing} and left."
    assert [one.inner.of(text).strip(unseen) for one in quotations(text, 0, len(text))] == ["We have a plan"]
    assert quotations(f'The pipe is 6{unseen}"{unseen} wide.', 0, 22) == []
