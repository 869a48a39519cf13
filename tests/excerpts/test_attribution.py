"""Who is quoted in a block, and which link leads to the source. All pages are invented."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect

HERALD = "https://herald.example/gauge"
LEAD = "The river rose by two metres in a single night, and the town of Dunmore was cut off until Sunday, when boats got through."
QUOTED = "The town had asked for a new gauge in March, and again in June, and was told to wait until the next budget year."
BLOCK = f"<blockquote><p>{QUOTED}</p></blockquote>"


def page(
    body,
    tail="The lake, too, rose by a metre, and the village below it was cut off until Monday, when the boats came back.",
):
    return (
        f'<html lang="en"><head><title>Flood</title></head><body><article><h1>Flood</h1><p>{LEAD}</p>{body}<p>{tail}</p>'
        "</article></body></html>"
    )


def attributions(body):
    return [excerpt.attribution for excerpt in detect(read_text(page(body), format=Format.HTML))]


PLACES = {
    "cue with a link": (f'<p>The <a href="{HERALD}">Dunmore Herald</a> reports:</p>{BLOCK}', "Herald", None, HERALD),
    "the last link of several": (
        f'<p>The <a href="https://a.example/c">council</a> knew, as the Dunmore Herald <a href="{HERALD}">reports</a>:</p>{BLOCK}',
        "Herald", None, HERALD,
    ),
    "via yields to another link": (
        f'<p>The Herald <a href="{HERALD}">has more</a> (via <a href="https://agg.example/1">Aggregate</a>):</p>{BLOCK}',
        "Herald", None, HERALD,
    ),
    "via alone counts": (f'<p>Via <a href="{HERALD}">the Dunmore Herald</a>:</p>{BLOCK}', "Herald", None, HERALD),
    "no colon": (f'<p>The Dunmore Herald <a href="{HERALD}">has the story</a>.</p>{BLOCK}', "Herald", None, HERALD),
    "a sentence earlier": (
        f'<p>The Dunmore Herald has looked into <a href="{HERALD}">the gauge</a>. Here is the key part:</p>{BLOCK}',
        "Herald", None, HERALD,
    ),
    "a dash behind": (f'<p>A long year.</p>{BLOCK}<p>— Ann Lee, <a href="{HERALD}">Dunmore Herald</a></p>', "Herald", "Ann Lee", HERALD),
    "brackets behind": (f'<p>A long year.</p>{BLOCK}<p>[<a href="{HERALD}">Gaugeworks</a>]</p>', "Gaugeworks", None, HERALD),
    "a label behind": (f'<p>A long year.</p>{BLOCK}<p>Source: <a href="{HERALD}">Dunmore Herald</a></p>', "Herald", None, HERALD),
    "read it here": (f'<p>The Dunmore Herald looked into it:</p>{BLOCK}<p><a href="{HERALD}">Read it here</a>.</p>', "Herald", None, HERALD),
    "a bare address": (f"<p>A long year.</p>{BLOCK}<p>{HERALD}</p>", "herald.example", None, HERALD),
    "an advertisement between": (
        f'<p>The <a href="{HERALD}">Dunmore Herald</a> reports:</p><div>Advertisement</div>{BLOCK}', "Herald", None, HERALD,
    ),
    "a writer and where": (f"<p>Ann Lee, writing in the Dunmore Herald, put it like this:</p>{BLOCK}", "Herald", "Ann Lee", None),
    "a writer of an outlet": (f"<p>The Herald’s Ann Lee writes:</p>{BLOCK}", "Herald", "Ann Lee", None),
    "an apposition": (f"<p>Ann Lee, head of the river board at Dunmore, told the Herald:</p>{BLOCK}", "Herald", "Ann Lee", None),
    "a pronoun": (f"<p>Ruth Okoro has been mayor since 2015.</p><p>She wrote on Tuesday:</p>{BLOCK}", None, "Ruth Okoro", None),
}  # fmt: skip


@pytest.mark.parametrize(("body", "outlet", "speaker", "link"), PLACES.values(), ids=PLACES.keys())
def test_source_is_told_by(body, outlet, speaker, link):
    (told,) = attributions(body)
    assert (told.outlet or "").endswith(outlet or "")
    assert (told.outlet is None) == (outlet is None)
    assert told.speaker == speaker
    assert told.link == link


def test_cue_is_cut_out_of_the_article():
    (told,) = attributions(PLACES["cue with a link"][0])
    assert told.cue.text == "The Dunmore Herald reports:"


def test_second_excerpt_under_one_cue_has_the_same_source():
    first, second = attributions(
        f"<p>Ann Lee, writing in the Herald, put it like this:</p>{BLOCK}<p>and here:</p>{BLOCK.replace('gauge', 'bridge')}"
    )
    assert (first.outlet, first.speaker) == (second.outlet, second.speaker) == ("Herald", "Ann Lee")


def test_quotation_that_nothing_introduces_has_no_source():
    (told,) = attributions(f"<p>It was a long year for everybody:</p>{BLOCK}")
    assert (told.outlet, told.speaker, told.link) == (None, None, None)


def test_a_page_is_read_alike_in_every_run():
    """Several offices in one mention lead to several people: no order of a set may decide between them."""
    path = Path(__file__).parents[1] / "gold" / "detection-b" / "en-in-lake-notice.html"
    command = [sys.executable, "-m", "provenance", "detect", "--why", str(path)]
    told = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False
        ).stdout
        for seed in ("0", "1")
    }
    assert len(told) == 1
    assert b"certainty of a name" in told.pop()
