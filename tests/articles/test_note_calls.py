"""The numbers of notes are no part of what is said; powers and formulas are. All texts are invented."""

import re

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text


def text_of(body):
    return read_text(f"<html><body><p>{body}</p></body></html>", format=Format.HTML).document.text


@pytest.mark.parametrize(
    "call",
    [
        "<sup>3</sup>",
        "<sup>[3]</sup>",
        "<sup>[a]</sup>",
        "<sup>[bb]</sup>",
        "<sup>[iv]</sup>",
        "<sup class='reference'><a href='#cite_note-3'>[c]</a></sup>",
        "<sup>12, 13</sup>",
        "<sup>*</sup>",
        "<sup><b>3</b></sup>",
        "<sup><a href='#n3'>3</a></sup>",
        "<sup><a href='https://site.example/post#n3'>3</a></sup>",
        "<sup><a href='https://site.example/report'>3</a></sup>",
        "<a href='https://site.example/post#n3'><sup>3</sup></a>",
        "<a href='#n3'><sup>[note 3]</sup></a>",
        "<a href='endnotes.xhtml#n1203' epub:type='noteref'>1203</a>",
        "<a href='notes.html#n1203' role='doc-noteref'>1203</a>",
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The lamps stayed on.", " Nobody slept."),
        ("The keeper", " slept."),
        ("as he told <i>us</i>", ", he slept."),
        ("راتبها كاملاً", "، ووجدنا مدرستين."),
        ("कोई स्कूल नहीं है", ", और कुएँ सूखे हैं।"),
    ],
)
def test_note_calls_are_not_read(call, before, after):
    assert text_of(before + call + after) == text_of(before + after)


@pytest.mark.parametrize(
    "body",
    [
        "40 m<sup>2</sup> of deck",
        "12 km<sup>2</sup>, and more",
        "3 <i>m</i><sup>3</sup> of oil",
        "40 in<sup>2</sup> of glass",
        "E = mc<sup>2</sup>.",
        "10<sup>6</sup> lamps",
        "5.10<sup>-3</sup> of them",
        "x<sup>2</sup> + y<sup>2</sup>",
        "CO<sup>2</sup> in the air",
        "the (<sup>14</sup>C) method",
        "by weight,<sup>14</sup>C is rare",
        "<sup>3</sup> begins a line",
        "the 1<sup>st</sup> boat",
        "a lamp<sup>TM</sup> shop",
        "in the year 19<sup>98</sup>",
        "a sign of 1234<sup>1234</sup>",
    ],
)
def test_powers_and_formulas_are_read(body):
    plain = body.replace("<sup>", "").replace("</sup>", "").replace("<i>", "").replace("</i>", "")
    assert text_of(body) == plain


def test_number_that_leads_from_a_quotation_to_another_page_keeps_its_link():
    body = "“The lamps stayed on.”<sup><a href='https://ward.example/falls'>3</a></sup> Nobody slept."
    article = read_text(f"<html><body><p>{body}</p></body></html>", format=Format.HTML)
    assert [link.href for link in article.links] == ["https://ward.example/falls"]


def test_number_that_begins_a_paragraph_belongs_to_the_note():
    article = read_text("<html><body><p>One.</p><p><sup>3</sup> Two.</p></body></html>", format=Format.HTML)
    assert article.document.text == "One.\n\n3 Two."


@pytest.mark.parametrize(
    "word",
    [
        "<a href='#n3' role='doc-noteref'>not</a>",
        "<sup><a href='#n3'>not</a></sup>",
        "<a href='notes.html#n3' epub:type='noteref'>not always</a>",
        "<sup><a href='#n3'>civil</a></sup>",
        "<sup><a href='#n3'>il</a></sup>",
        "<sup><a href='#n3'>mil</a></sup>",
        "<sup><a href='#n3'>iiii</a></sup>",
        "<sup><a href='#n3'>不</a></sup>",
        "<sup><a href='#n3'>не</a></sup>",
        "<sup><a href='#n4'>I</a></sup>",
        "<sup><a href='#n4'>vi</a></sup>",
        "<sup><a href='#'>ix</a></sup>",
        "<sup id='n5'><a href='#n5'>vi</a></sup>",
        "<sup>a</sup>",
        "<a href='notes.html#n3' epub:type='noteref'>I</a>",
    ],
)
def test_words_are_read_whatever_they_call(word):
    plain = re.sub("<[^<>]*>", "", word)
    assert f"lamps do {plain} burn" in text_of(f"The lamps do {word} burn.</p><p id='n3'>A note.")


@pytest.mark.parametrize(
    "call",
    [
        "<sup><a href='#n3'>iv</a></sup>",
        "<sup><a href='#n3'>[XIX]</a></sup>",
        "<sup><a href='#n3'>a</a></sup>",
        "<a href='#n3' role='doc-noteref'>(b)</a>",
        "<a href='notes.html#n9' epub:type='noteref'>xlii</a>",
    ],
)
def test_letters_that_lead_to_a_note_are_not_read(call):
    assert text_of(f"The lamps burn.{call} Nobody slept.</p><p id='n3'>A note.").startswith(
        "The lamps burn. Nobody slept."
    )


def test_raised_letters_that_lead_nowhere_are_read():
    assert text_of("la Prof<sup>a</sup> Alder") == "la Profa Alder"
    assert text_of("The keeper has <sup>[not]</sup> slept.") == "The keeper has [not] slept."
