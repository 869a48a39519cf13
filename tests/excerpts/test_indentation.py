"""Indented paragraphs: quotations where a few are set in behind a cue, and none where a page sets all its text so."""

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.model import Markup
from tests.excerpts.quoting import detect

SAID = "The slip at the north end of the harbour stays shut until the piles are replaced in spring."
OWN = "We walked the whole quay on a wet morning and counted the boats that nobody had moved since autumn."


def indented(html):
    page = f"<html lang=en><body><article><h1>The slip</h1>{html}</article></body></html>"
    excerpts = detect(read_text(page, format=Format.HTML))
    return [one.text for one in excerpts if one.markup is Markup.INDENT]


def paragraph(text):
    return f'<p style="margin-left: 40px">{text}</p>'


def test_indented_paragraph_behind_a_cue_is_quoted():
    assert indented(f"<p>{OWN}</p><p>The harbour board writes:</p>{paragraph(SAID)}<p>{OWN}</p>") == [SAID]


def test_page_that_sets_most_of_its_text_in_quotes_nobody_by_it():
    rows = "".join(f"<p>On day {day}:</p>{paragraph(f'{OWN} It was day {day}.')}" for day in range(1, 7))
    assert indented(rows) == []
