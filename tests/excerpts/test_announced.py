"""Paragraphs without markup behind a colon: quoted where the words before it speak of quoting, else the author's own."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect

PAGE = """<html lang="en"><body><article><h1>Keeping bees on a flat roof</h1>
<p>Roofs are warmer than gardens, and the wind is the one thing that a keeper has to plan for before the first colony is
carried up.</p>
{cue}
<p>Tie the hives to the parapet with two straps each, and look at the straps after every storm of the winter, since
sun and frost make them brittle within a year or two. Turn the entrances away from the west, where most of the rain comes from, and raise the hives from the felt by the
breadth of a hand, so that the water runs off below them and the floor stays dry. Who has no parapet can set the hives into a frame of old beams, which the wind does not lift, and which keeps the
keeper's knees from the edge. A rail of rope does for the rest of the roof, as long as somebody looks at its knots. Water belongs on the roof too, in a flat dish with stones in it, for bees that cannot find any fly down into the yards and
sit on the washing.</p>
<p>Neighbours are won with a jar of honey in August.</p></article></body></html>"""


def detected(cue):
    return detect(read_text(PAGE.format(cue=cue), format=Format.HTML))


@pytest.mark.parametrize(
    "cue", ["<h3>On windy roofs:</h3>", "<p>What matters most up there:</p>", "<p>This could help:</p>"]
)
def test_colon_alone_announces_nobodys_words(cue):
    assert detected(cue) == ()


@pytest.mark.parametrize(
    "cue",
    [
        "<p>The manual of the county's beekeepers says:</p>",
        "<p>Rosa Blum, who has kept bees for thirty years, writes:</p>",
    ],
)
def test_words_of_quoting_announce_an_excerpt(cue):
    (excerpt,) = detected(cue)
    assert excerpt.text.startswith("Tie the hives")
