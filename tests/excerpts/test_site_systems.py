"""Quotations as many site systems set them. Each page is invented; the markup is what the systems write."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect

FILLER = [
    "The harbour board of Marrow Bay met on Tuesday evening to settle what becomes of the old ferry slip.",
    "Some forty residents came, most of them from the streets behind the fish market, and many stayed to the end.",
    "The slip has been closed since the winter storm, when a barge tore away eleven of its oak piles.",
    "A decision on the money is due in May, once the county has looked at the engineer's second report.",
    "Until then the smaller boats will keep to the north quay, as they have done for the past two seasons.",
]
FIRST, SECOND = (
    "The board has no plan to close the slip, and it never had one in all these years.",
    "What it lacks is the money for new piles, which the county promised and did not send.",
)


def page(body: str, *, around: str = "{}", head: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in FILLER[:3])
    rest = "".join(f"<p>{text}</p>" for text in FILLER[3:])
    article = around.format(f"<h1>Ferry slip stays open</h1>{paragraphs}{body}{rest}")
    return f"<!doctype html><html lang=en><head><title>Ferry slip</title>{head}</head><body>{article}</body></html>"


def quotations(html: str) -> list[str]:
    article = read_text(html, format=Format.HTML)
    return [one.text for one in detect(article, language="en") if one.markup in {"blockquote", "indent"}]


BOTH = f"{FIRST}\n\n{SECOND}"

QUOTATIONS = {
    "WordPress block": (
        (
            f'<p>The Bay Courier reports:</p><blockquote class="wp-block-quote"><p>{FIRST}</p><p>{SECOND}</p>'
            "<cite>Bay Courier</cite></blockquote>"
        ),
        [BOTH],
    ),
    "WordPress classic, cite inside the last paragraph": (
        f"<p>From the Courier:</p><blockquote><p>{FIRST}</p><p>{SECOND} <cite>Bay Courier, page 3</cite></p></blockquote>",
        [BOTH],
    ),
    "Medium, one element a paragraph": (
        (
            f'<p>She wrote:</p><blockquote class="nn no np"><p class="pw-post">{FIRST}</p></blockquote>'
            f'<blockquote class="nn no np"><p class="pw-post">{SECOND}</p></blockquote>'
        ),
        [BOTH],
    ),
    "Substack": (
        f'<div class="body markup"><p>The Courier again:</p><blockquote><p>{FIRST}</p><p>{SECOND}</p></blockquote></div>',
        [BOTH],
    ),
    "Ghost, large quotation": (
        f'<p>The chair put it so:</p><blockquote class="kg-blockquote-alt">{FIRST}</blockquote>',
        [FIRST],
    ),
    "Discourse": (
        (
            '<aside class="quote no-group" data-username="pilotboat" data-post="2"><div class="title">'
            f'<div class="quote-controls"></div> pilotboat:</div><blockquote><p>{FIRST}</p></blockquote></aside>'
        ),
        [FIRST],
    ),
    "XenForo, from elsewhere": (
        (
            '<blockquote class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-title">Harbour board said:</div>'
            f'<div class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">{FIRST}<br><br>{SECOND}</div>'
            "</div></blockquote>"
        ),
        [BOTH],
    ),
    "phpBB": (
        f"<blockquote><div><cite>pilotboat wrote:</cite>{FIRST}</div></blockquote>",
        [FIRST],
    ),
    "Drupal field": (
        (
            f'<div class="field field--name-field-quote"><blockquote class="quote">{FIRST}'
            "<footer>Ada Marsh, harbour master</footer></blockquote></div>"
        ),
        [FIRST],
    ),
    "Squarespace": (
        (
            f'<figure class="block-animation-none"><blockquote data-animation-role="quote"><span>“</span>{FIRST}'
            '<span>”</span></blockquote><figcaption class="source">— Ada Marsh</figcaption></figure>'
        ),
        [FIRST],
    ),
    "table layout of old": (
        (
            f"<p>The Courier wrote:</p><table width=80% align=center><tr><td><blockquote>{FIRST}<br><br>{SECOND}"
            "</blockquote></td></tr></table>"
        ),
        [BOTH],
    ),
    "AMP": (
        (
            f'<p>The board wrote:</p><blockquote class="i-amphtml"><p>{FIRST}</p><amp-ad width=300></amp-ad>'
            f"<p>{SECOND}</p></blockquote>"
        ),
        [BOTH],
    ),
    "newsletter of nested tables": (
        (
            f'<table><tr><td><p>Per the Courier:</p><blockquote style="border-left:3px solid #ccc"><p>{FIRST}</p>'
            "</blockquote></td></tr></table>"
        ),
        [FIRST],
    ),
    "indented by style after a cue": (
        f'<p>The report says:</p><p style="margin-left: 40px;">{FIRST}</p><p style="margin-left: 40px;">{SECOND}</p>',
        [BOTH],
    ),
    "list without items after a cue": (f"<p>Ada Marsh wrote:</p><ul><i>{FIRST}</i></ul>", [FIRST]),
    "class instead of element": (
        f'<p>The letter reads:</p><div class="blockquote"><p>{FIRST}</p><p class="attribution">Ada Marsh</p></div>',
        [FIRST],
    ),
    "advertisement between": (
        f"<p>The Courier wrote:</p><blockquote><p>{FIRST}</p><p>Advertisement</p><p>{SECOND}</p></blockquote>",
        [BOTH],
    ),
    "dash signature on a line of its own": (
        f"<blockquote>{FIRST}<br>— Ada Marsh, harbour master</blockquote>",
        [FIRST],
    ),
    "dash signature behind the sentence": (f"<blockquote><p>{FIRST} —Ada Marsh</p></blockquote>", [FIRST]),
    "reference in brackets": (f"<blockquote><p>“{FIRST}” [Bay Courier]</p></blockquote>", [FIRST]),
    "cue as the first paragraph inside": (
        f"<blockquote><p>The harbour master wrote:</p><p>{FIRST}</p></blockquote>",
        [FIRST],
    ),
    "speaker before the mark": (f"<blockquote><p>Ada Marsh: “{FIRST}”</p></blockquote>", [FIRST]),
    "speaker behind the mark": (
        "<blockquote><p>“The board has no plan to close the slip, none at all,” said Ada Marsh.</p></blockquote>",
        ["The board has no plan to close the slip, none at all,"],
    ),
    "two signed quotations in one element": (
        f"<blockquote><p>“{FIRST}”</p><p>— Ada Marsh</p><p>“{SECOND}”</p><p>— Jonas Pell</p></blockquote>",
        [FIRST, SECOND],
    ),
    "marks that open each paragraph": (
        f"<p>She said:</p><blockquote><p>“{FIRST}</p><p>“{SECOND}”</p></blockquote>",
        [BOTH],
    ),
    "quotation within a quotation": (
        f"<p>The board wrote:</p><blockquote><p>{FIRST}</p><blockquote><p>{SECOND}</p></blockquote></blockquote>",
        [BOTH],
    ),
    "class made of several words": (
        (
            f'<div class="article-quote"><div class="article-quote__text">“{FIRST}”</div>'
            '<div class="article-quote__author">Ada Marsh</div></div>'
        ),
        [FIRST],
    ),
    "encyclopedia": (
        (
            f'<p>The report reads:</p><blockquote class="templatequote"><p>{FIRST}</p>'
            '<div class="templatequotecite">—<cite>Harbour report</cite></div></blockquote>'
        ),
        [FIRST],
    ),
    "a short answer after a cue": (
        "<p>Asked for the date, the board wrote:</p><blockquote><p>No comment</p></blockquote>",
        ["No comment"],
    ),
    "set twice, for telephones and for desks": (
        f'<p>He wrote:</p><blockquote class="s">{FIRST}</blockquote><p>Ada Marsh</p><blockquote class="l">{FIRST}</blockquote>',
        [FIRST],
    ),
    "hidden notice for screen readers": (
        f'<p>He wrote:</p><blockquote><span class="sr-only">Quote begins</span><p>{FIRST}</p></blockquote>',
        [FIRST],
    ),
}

LOOK_ALIKES = {
    "post of a network": f'<blockquote class="twitter-tweet"><p>{FIRST}</p>— Ada (@adamarsh) <a href="https://twitter.com/adamarsh/status/1">March 3</a></blockquote>',
    "post without its class": f"<blockquote><p>{FIRST}</p><p>— Ada Marsh (@adamarsh) March 3, 2026</p></blockquote>",
    "photo post": f'<blockquote class="instagram-media"><p>{FIRST}</p></blockquote>',
    "clip": f'<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1"><section>{FIRST}</section></blockquote>',
    "preview of another page": f'<blockquote class="wp-embedded-content"><a href="https://x.example/">{FIRST}</a></blockquote>',
    "page plug-in": '<blockquote cite="https://www.facebook.com/marrowbay"><a href="#">Marrow Bay Harbour Board</a></blockquote>',
    "federated post": f'<blockquote class="mastodon-embed"><p>{FIRST}</p></blockquote>',
    "pull quote by class": f'<figure class="wp-block-pullquote"><blockquote><p>{FIRST}</p></blockquote></figure>',
    "pull quote that repeats the page": "<blockquote><p>The slip has been closed since the winter storm</p></blockquote>",
    "pull quote before its sentence": "<blockquote>A decision on the money is due in May, once the county has looked at the second report</blockquote>",
    "tip": "<blockquote><p><strong>Tip:</strong> The north quay has free moorings for boats under nine metres.</p></blockquote>",
    "did you know": "<blockquote><p>Did you know? The slip is older than the church on the hill.</p></blockquote>",
    "read more": '<blockquote><p>Read more: <a href="/b">Why the county is late with the money</a></p></blockquote>',
    "link to another page": '<blockquote><p><a href="/b">Why the county is late with its money for the harbour</a></p></blockquote>',
    "heading": "<blockquote><b>The engineer's report</b></blockquote>",
    "listing": "<blockquote>Place: Marrow Bay<br><br>Length: 41 metres<br><br>Built: 1874<br><br>Closed: since January</blockquote>",
    "list of items": "<blockquote><ul><li>Eleven oak piles</li><li>Four beams</li><li>Two hundred bolts</li></ul></blockquote>",
    "testimonial": f'<div class="testimonial"><blockquote><p>{FIRST}</p></blockquote></div>',
    "reader's comment": f'<ol class="comment-list"><li><div class="comment-body"><blockquote><p>{FIRST}</p></blockquote></div></li></ol>',
    "forum post that repeats one of its thread": (
        '<blockquote class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-title">'
        f'<a class="bbCodeBlock-sourceJump" href="/goto/post?id=3">pilotboat said:</a></div><p>{FIRST}</p></blockquote>'
    ),
    "editor's note": f"<blockquote><p><em>Editor’s note: {FIRST}</em></p></blockquote>",
    "appeal": "<blockquote><p>Subscribe to our letter and read about the harbour each Friday.</p></blockquote>",
    "call that is nothing but a link": '<blockquote><p><a href="https://play.example/slip">Play our game of the harbour now!</a></p></blockquote>',
    "post in a newsletter's box": f'<div class="tweet"><p>Ada Marsh @marsh</p><div class="quoted-tweet"><p>{FIRST}</p></div></div>',
    "commands": "<blockquote><code>ferry --slip north --open --season summer --year 2026</code></blockquote>",
    "about the author": f"<h3>About Ada Marsh</h3><blockquote><p>{FIRST}</p></blockquote>",
    "box that only its class calls a quotation": f'<div class="teaser-quote quote"><p>{FIRST}</p></div>',
    "box in words of a style guide": f'<div class="c-pull-quote"><blockquote><p>{FIRST}</p></blockquote></div>',
    "comment by its id": f'<div id="comment-4711"><blockquote><p>{FIRST}</p></blockquote></div>',
    "indented without a cue": f'<p style="margin-left: 40px">{FIRST}</p>',
    "empty": "<blockquote><p>&nbsp;</p></blockquote>",
    "interview": "".join(
        f"<p><b>{question}</b></p><blockquote><p>{answer}</p></blockquote>"
        for question, answer in (
            ("When will the slip open again?", FIRST),
            ("Who is to pay for the piles?", SECOND),
            ("And what of the smaller boats?", "They have the north quay and will keep it for now."),
        )
    ),
}


@pytest.mark.parametrize("name", QUOTATIONS)
def test_a_quotation_is_found_whole_and_without_its_attribution(name):
    body, expected = QUOTATIONS[name]
    assert quotations(page(body)) == expected


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_a_look_alike_is_no_quotation(name):
    assert quotations(page(LOOK_ALIKES[name])) == []


def test_a_sidebar_holds_no_quotation_of_the_article():
    aside = f"<div class=side><p>Newsletter</p><blockquote><p>{FIRST}</p></blockquote></div>"
    html = page("", around=f"<div id=main><article>{{}}</article></div>{aside}")
    assert quotations(html) == []


def test_a_lead_before_the_text_is_no_quotation_but_a_signed_epigraph_is():
    html = "<html><body><article><h1>Slip</h1><blockquote>{}</blockquote>{}</article></body></html>"
    rest = "".join(f"<p>{text}</p>" for text in FILLER)
    assert quotations(html.format(f"<p>{FIRST}</p>", rest)) == []
    assert quotations(html.format(f"<p>{FIRST}</p><p>— Ada Marsh</p>", rest)) == [FIRST]


def test_what_a_cue_announces_is_quoted_though_the_page_says_it_again():
    html = page(
        f"<p>The Bay Courier reports:</p><blockquote><p>{FIRST}</p></blockquote><p>Again: {FIRST}</p>"
    )
    assert quotations(html) == [FIRST]
