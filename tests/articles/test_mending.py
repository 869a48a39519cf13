"""Quotations that misnested tags would end too early."""

import pytest

from provenance.articles.article import Format
from provenance.articles.page import mended
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect
from tests.growing import grows_in_proportion

ONE = "<p>The bridge will be closed from March until the end of the year, and the ferry will run every hour.</p>"
TWO = "<p>Tickets will be sold on board, and dogs travel free of charge on every day but Sunday.</p>"
OWN = "<p>I have crossed that bridge every morning for nine years, and I never once looked down at the water.</p>"


def quoted(quotation):
    body = f"{OWN}<p>The Ferryman reports:</p>{quotation}{OWN.replace('nine', 'ten')}"
    article = read_text(f"<html lang=en><body><article>{body}</article></body></html>", format=Format.HTML)
    return [passage.text[:11] for excerpt in detect(article) for passage in excerpt.passages]


@pytest.mark.parametrize(
    "quotation",
    [
        f"<em><blockquote>{ONE}</em>{TWO}</blockquote>",
        f"<div><blockquote>{ONE}</div>{TWO}</blockquote>",
        f"<DIV><BLOCKQUOTE>{ONE}</DIV>{TWO}</BLOCKQUOTE>",
        f"<section><blockquote>{ONE}</section>{TWO}</blockquote>",
        f"<ul><li><blockquote>{ONE}</li></ul>{TWO}</blockquote>",
        f"<span><blockquote class=x>{ONE}</span\n>{TWO}</blockquote>",
        f"<div><blockquote><blockquote>{ONE}</blockquote></div>{TWO}</blockquote>",
    ],
)
def test_a_quotation_ends_at_its_own_end_tag(quotation):
    assert quoted(quotation) == ["The bridge ", "Tickets wil"]


@pytest.mark.parametrize(
    "quotation",
    [
        f"<div><blockquote>{ONE}</div>{OWN}<blockquote>{TWO}</blockquote>",
        f"<div><blockquote>{ONE}</div><article>{OWN}</article></blockquote>",
        f"<div><blockquote>{ONE}</div><h2>On the water</h2>{OWN}</blockquote>",
    ],
    ids=["never closed", "a part of the page", "a heading"],
)
def test_what_follows_an_unclosed_quotation_is_not_taken_for_it(quotation):
    assert "I have cros" not in quoted(quotation)


def test_a_sound_page_stays_as_it_is():
    page = f"<div><blockquote><em>{ONE}</em><br><i>x</i></blockquote></div>"
    assert mended(page) is page


def test_lines_keep_their_numbers():
    page = f"<div>\n<blockquote>\n{ONE}</div\n>\n{TWO}\n</blockquote>\n</p>"
    assert mended(page).count("\n") == page.count("\n")
    assert mended(page).split("\n")[-1] == "</p>"


@pytest.mark.parametrize(
    "piece", ["<blockquote>", "<blockquote", "</blockquote>", "<i>", "</b>", "<blockquote></i>", "<"]
)
def test_time_grows_no_faster_than_the_page(piece):
    assert grows_in_proportion(
        mended, lambda count: f"<blockquote>{piece * count}</i></blockquote>", 10_000, floor=0.01
    )
