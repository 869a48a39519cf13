"""What only its look sets apart: a class, a style or a box that few share, whatever it is called."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text

OWN = "<p>We walked the whole quay on a wet morning and counted the boats that nobody had moved.</p>"
SAID = "The slip stays shut until the piles are replaced."


def apart(html):
    article = read_text(f"<html><body><article>{html}</article></body></html>", format=Format.HTML)
    text = article.document.text
    return [text[one.spans[0].start : one.spans[-1].end] for one in article.apart]


@pytest.mark.parametrize(
    "html",
    [
        f"<p class=zq>{SAID}</p>",
        f"<div class=zq>{SAID}</div>",
        f"<div class=zq><p>{SAID}</p></div>",
        f"<p style='font-size: 90%'>{SAID}</p>",
    ],
)
def test_paragraph_that_alone_looks_so_amid_running_text_is_set_apart(html):
    assert apart(OWN * 3 + html + OWN) == [SAID]
    assert apart(OWN * 3 + html) == [SAID]


def test_paragraphs_side_by_side_that_look_alike_are_one_passage():
    assert apart(OWN * 9 + f"<p class=zq>{SAID}</p>" * 6 + OWN) == ["\n\n".join([SAID] * 6)]
    assert apart(OWN * 9 + f"<p class=zq>{SAID}</p>" * 7 + OWN) == []


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li>{SAID}</li></ul>",
        f"<h2>{SAID}</h2>",
        f"<p class=zq>{SAID}</p><p class=other>{SAID}</p>",
    ],
)
def test_items_headings_and_what_stands_beside_another_box_are_not(html):
    assert apart(OWN * 3 + html + OWN) == []


def test_page_whose_paragraphs_all_look_alike_sets_nothing_apart():
    assert apart(OWN * 4) == []
    assert apart("") == []
