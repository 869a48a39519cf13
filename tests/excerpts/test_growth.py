"""Hostile text: detection takes time that grows no faster than the text."""

import pytest

from provenance.articles.article import Article, Format
from provenance.articles.reading import read
from provenance.excerpts.attribution.mentioned_article import MentionedArticle
from provenance.text.document import Block, Document
from provenance.text.span import Span
from tests.excerpts.quoting import detect
from tests.growing import grows_in_proportion

UNITS = {
    "spaces": " ",
    "straight marks": '"',
    "opening marks": "“",
    "closing marks": "”",
    "low marks": "„a ",
    "guillemets": "«",
    "apostrophes": "'",
    "single marks": "‘a ",
    "colons": ":",
    "dots": ".",
    "brackets": "[",
    "names": "Aa ",
    "verbs": "said ",
    "dashes": "— ",
    "split quotations": "“A b c d,” he said. ",
    "cues": "The Herald reports:\n\n",
    "open paragraphs": "He said: “a b c d e f g.\n\n",
    "pronouns": "“A b c d e f,” she said.\n\n",
    "addresses": "https://a.example/bcdef\n\n",
    "short lines": "a\n\n",
}
SMALL = 4_000


def article(unit, length):
    text = unit * (length // len(unit))
    blocks, position = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            blocks.append(Block(Span(position, position + len(paragraph))))
        position += len(paragraph) + 2
    return Article(Document(text, blocks=tuple(blocks)), Format.TEXT)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_grows_no_faster_than_the_text(unit):
    assert grows_in_proportion(
        lambda page: detect(page, language="en"), lambda length: article(unit, length), SMALL, floor=0.08
    )


def test_lines_that_name_nobody_are_looked_through_no_farther_than_those_that_do(monkeypatch):
    looked = []
    places_in = MentionedArticle.places_in
    monkeypatch.setattr(
        MentionedArticle, "places_in", lambda self, *at: looked.append(at) or places_in(self, *at)
    )
    lines = 800
    detect(read(text=f"<table>{'<tr><td>“a b c d e f g”</td></tr>' * lines}", format="html"))
    assert len(looked) < 100 * lines
