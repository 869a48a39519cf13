"""What a cue shows that is no excerpt: the paragraph behind it stays the author's; and passages that are quoted twice."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer
from tests.excerpts.quoting import detect

LEAD = "A dispute about a river gauge has kept the council of Dunmore busy for most of the spring, and it is not over."
QUOTED = "The town had asked for a new gauge in March, and again in June, and was told to wait until the next budget year."
OWN = "It is hard to see how a gauge that nobody ordered could have reached a quay that nobody visits in winter."
LAST = "That is how the lower quay came to be without a gauge for the third time in as many years."
HERALD, TARN = "https://herald.example/gauge", "https://tarn.example/letters"
COLON = f'<p>The Dunmore Herald <a href="{HERALD}">reports</a>:</p>'
STOP = f'<p>The Dunmore Herald <a href="{HERALD}">reported</a>.</p>'
BLOCK = f"<blockquote><p>{QUOTED}</p></blockquote>"

SHOWN = {
    "picture": '<figure><img src="g.png" alt=""></figure>',
    "picture in a paragraph": '<p><img src="g.png" alt=""></p>',
    "picture with a caption": '<figure><img src="g.png"><figcaption>The gauge in June.</figcaption></figure>',
    "picture in a quotation": '<blockquote><img src="g.png"></blockquote>',
    "film": '<iframe src="https://films.example/embed/gauge"></iframe>',
    "empty quotation": "<blockquote><p></p></blockquote>",
    "hidden quotation": f"<blockquote hidden><p>{QUOTED}</p></blockquote>",
    "link to another page": '<blockquote><p><a href="/g">A gauge for Dunmore and its letters</a></p></blockquote>',
    "pull quote": f'<figure class="wp-block-pullquote">{BLOCK}</figure>',
    "post": f'<blockquote class="twitter-tweet"><p>{QUOTED}</p></blockquote>',
    "heading in a quotation": "<blockquote><h3>Gauges</h3></blockquote>",
    "list in a quotation": "<blockquote><ul><li>Eleven gauges</li><li>Four letters</li></ul></blockquote>",
    "commands in a quotation": "<blockquote><pre><code>gauge --town dunmore --year 2026</code></pre></blockquote>",
}


def article(*pieces, title="Gauges"):
    body = "".join(piece if piece.startswith("<") else f"<p>{piece}</p>" for piece in pieces)
    return (
        f'<html lang="en"><title>{title}</title><body><article><h1>{title}</h1>{body}</article></body></html>'
    )


def found_in(*pieces):
    return detect(read_text(article(*pieces), format=Format.HTML))


@pytest.mark.parametrize("cue", [COLON, STOP], ids=["colon", "full stop"])
@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_a_cue_before_what_is_no_excerpt_does_not_take_the_authors_paragraph(cue, shown):
    assert [excerpt.text for excerpt in found_in(LEAD, cue, shown, OWN, LAST) if OWN in excerpt.text] == []


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_a_cue_takes_the_paragraph_before_what_is_no_excerpt(shown):
    assert [excerpt.text for excerpt in found_in(LEAD, COLON, QUOTED, shown)] == [QUOTED]


def test_a_passage_that_is_announced_again_is_an_excerpt_again():
    second = f'<p>The Tarn Gazette <a href="{TARN}">has it too</a>:</p>'
    first, again = found_in(COLON, BLOCK, OWN, second, BLOCK, LAST)
    assert (first.text, first.attribution.link) == (QUOTED, HERALD)
    assert (again.text, again.attribution.link) == (QUOTED, TARN)


@pytest.mark.parametrize("cue", ["Here is the sentence again:", "It says:", "Read it once more:"])
@pytest.mark.parametrize("part", [QUOTED, QUOTED[:67] + "."], ids=["whole", "in part"])
def test_a_passage_repeated_for_discussion_is_of_the_source_that_was_named_first(cue, part):
    own = f'<p>The council has <a href="{TARN}">its own letters</a> on this, and few have read them.</p>'
    first, again = found_in(COLON, BLOCK, own, f"<p>{cue}</p>", f"<blockquote><p>{part}</p></blockquote>")
    assert again.text == part
    assert (again.attribution.link, again.attribution.outlet) == (HERALD, first.attribution.outlet)


def test_a_passage_repeated_without_a_cue_is_a_pull_quote():
    own = f'<p>The council has <a href="{TARN}">its own letters</a> on this, and they are short.</p>'
    (excerpt,) = found_in(COLON, BLOCK, own, BLOCK, OWN, LAST)
    assert excerpt.attribution.link == HERALD


def test_a_cue_that_is_set_twice_with_its_passage_is_one_excerpt():
    assert len(found_in(LEAD, COLON, BLOCK, COLON, BLOCK, LAST)) == 1


@pytest.mark.parametrize("second", [BLOCK, SHOWN["picture"]])
def test_nobody_is_accused_for_what_stands_behind_a_passage_quoted_twice(second):
    told = "The council met in the hall on day {} of the month and read the letters of the ministry aloud, one by one."
    source = article(QUOTED, *(told.format(number) for number in range(12)))
    page = article(LEAD, COLON, BLOCK, OWN, "The Dunmore Herald writes:", second, OWN, LAST)
    with Tracer(StaticLoader({HERALD: source})) as tracer:
        traced = tracer.trace(read_text(page, format=Format.HTML))
    assert "SRC601" not in {
        finding.rule.code for item in traced.excerpts for finding in (item.comparison or item).findings
    }
