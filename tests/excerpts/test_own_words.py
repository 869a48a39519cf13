"""Blockquotes in which a page quotes nobody: its own sentences set large, boxes under a label, tables, notes."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect

LEAD = "The allotments behind the old gasworks were laid out in the year of the flood, and every one of them has been let ever since."
FILLERS = (
    "A spade, a line and a barrow are enough for the first year, and whoever has a dry shed needs nothing else until the frost comes.",
    "The soil is heavy there, so that the beds are raised with sand from the river, which the council brings on the first Monday in March.",
    "In summer the pump runs only in the evening, and those who come late find the trough empty and the path to the tap under water.",
)


def page(*boxes):
    body = "".join(f"<p>{filler}</p>{box}" for filler, box in zip(FILLERS, boxes, strict=False))
    return f'<html lang="en"><head><title>Beds</title></head><body><article><h1>Beds</h1><p>{LEAD}</p>{body}<p>{FILLERS[1]}</p></article></body></html>'


def box(text):
    return f"<blockquote><p>{text}</p></blockquote>"


def found(*boxes):
    return [
        one.text for one in detect(read_text(page(*boxes), format=Format.HTML)) if one.markup == "blockquote"
    ]


OWN = {
    "several sentences set large": (
        "You can start with a spade.",
        "Either way, you are in the right place.",
        "Sand makes the bed.",
    ),
    "boxes under one label": (
        "Summary A spade is enough for a year.",
        "Summary Sand has to be brought in March.",
    ),
    "a note of the author's": ("Note: the pump was painted after these lines were written.",),
    "an aside": ("ASIDE: the pump was painted after these lines were written.",),
    "a note without a label": ("Please note that the pump is locked when the frost comes.",),
    "an appeal with an address": (
        "Do you know more about the pump? Write to beds@allotments.example by Friday.",
    ),
    "notes beside notes that are labelled": (
        "Update: the pump runs again.",
        "I have always liked the sound that a dry trough makes.",
        "Correction: the tower is older than the pump.",
    ),
    "somebody's life in a sentence": ("Ruth Adeyemi is a gardener and the author of two books on sand.",),
    "a placeholder": ("[figure BD01: the beds in March, seen from the tower]",),
}


def test_a_customer_whose_name_is_masked_is_no_source():
    assert not found(
        *(
            f"{box(f'“{text}”')}<p>– {name}**</p>"
            for text, name in (("Lovely beds, good sand.", "Ru"), ("Fine spades!", "Tom"))
        )
    )


def test_the_posts_of_a_forum_are_no_quotations():
    times = ("14:27", "14:39", "15:02")
    assert not found(
        *(
            f"<p>03.03.2011, {time}</p>{box(f'I tried that at {time} and the pump ran dry again...')}"
            for time in times
        )
    )


@pytest.mark.parametrize("case", OWN, ids=list(OWN))
def test_a_page_that_quotes_nobody_has_no_excerpt(case):
    assert not found(*map(box, OWN[case]))


def test_a_table_in_a_blockquote_quotes_nobody():
    cells = "".join(f"<tr><td>Bed {number}</td><td>{number * 12} euros</td></tr>" for number in range(1, 6))
    assert not found(f"<blockquote><table>{cells}</table></blockquote>")


def test_several_quotations_with_their_cues_stay():
    texts = (
        "We dug until the lamps came on.",
        "The sand was never ours to give.",
        "I have seen three floods here.",
    )
    boxes = [f"<p>Ruth Adeyemi wrote in her diary:</p>{box(text)}" for text in texts]
    assert found(*boxes) == list(texts)


ANSWERED = (
    "Dear friend, I am the keeper of a large fortune in sand.",
    "The sand lies in a shed for which only you can have the key.",
    "Send me the price of the lock, and the shed is yours.",
)


def test_a_sentence_about_somebody_stays_where_it_is_announced():
    text = "Ruth Adeyemi is a gardener and the author of two books on sand."
    assert found(f"<p>The Bed Herald reports:</p>{box(text)}") == [text]


@pytest.mark.parametrize(
    ("again", "count"),
    [("", 1), (" The troughs were made for a quarter of the gardeners who come today.", 0)],
)
def test_words_that_the_page_has_again_are_its_own_whatever_link_stands_before_them(again, count):
    linked = '<p>The council <a href="https://council.example/count">published its count</a> in April.</p>'
    pulled = box("The troughs were made for a quarter of the gardeners who come today.")
    assert len(found(linked + pulled + f"<p>They are full by noon.{again}</p>")) == count
