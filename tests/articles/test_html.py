import itertools
import json
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.articles.addresses import absolute
from provenance.articles.article import Format, QuoteRole
from provenance.articles.reading import read_text
from provenance.text.document import BlockKind


def read(body, **options):
    return read_text(f"<html><body>{body}</body></html>", format=Format.HTML, **options)


def texts(article):
    return [article.document.text[block.span.start : block.span.end] for block in article.document.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One\n  two</p><p>three</p>", ["One two", "three"]),
        ("<p>One<br>two</p>", ["One two"]),
        ("<p>One<br><br>two</p>", ["One", "two"]),
        ("<p>One<br> &nbsp; <br>two</p>", ["One", "two"]),
        ("<pre>one\n  two<br>three</pre>", ["one\n  two\nthree"]),
        ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
        ("<p>o<b>n</b>e <i> two</i></p>", ["one two"]),
        ("<p>One</p><p>&nbsp;</p><p> </p><p>two</p>", ["One", "two"]),
        ("<p>One<script>x()</script><style>a{}</style><!-- c --> two</p>", ["One two"]),
        ("<p>One</p><p style='display: none'>gone</p><p hidden>gone</p><p>two</p>", ["One", "two"]),
        ("<nav><p>Menu</p></nav><form><p>Name</p></form><p>One</p>", ["One"]),
        ("<p>She said <q>yes</q>.</p>", ["She said “yes”."]),
        ("<p>She said <q>“yes”</q>.</p>", ["She said “yes”."]),
        ("<p>Words<sup><a href='#n1'>1</a></sup> go on</p>", ["Words go on"]),
        ("<p>m<sup>2</sup></p>", ["m2"]),
        ("<p>It&#146;s &#8220;so&#8221;</p>", ["It’s “so”"]),
        ("<form>" + "<p>para</p>" * 4 + "</form>", ["para"] * 4),
    ],
)
def test_blocks_are_what_a_reader_sees(body, expected):
    assert texts(read(body)) == expected


def test_blocks_are_joined_by_a_blank_line():
    assert read("<p>One</p><p>two</p>").document.text == "One\n\ntwo"


def test_kinds_of_blocks():
    article = read(
        "<h2>h</h2><p>p</p><ul><li><p>i</p></li></ul><table><tr><td>c</td><td><p>q</p></td></tr></table>"
        "<figure><figcaption>f</figcaption></figure><pre>x</pre>"
    )
    kinds = [block.kind for block in article.document.blocks]
    assert kinds == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.CELL,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.PREFORMATTED,
    ]


def test_blocks_know_their_line_in_the_file():
    text = "<html>\n<body>\n<p>one\ntwo</p>\n<p\n  class=x>\n\n three<br><br>\nfour\n</p></body></html>"
    article = read_text(text, format=Format.HTML)
    assert [block.line for block in article.document.blocks] == [3, 8, 9]


def test_links_stand_on_their_words_and_are_absolute():
    article = read(
        '<p>See <a href="/a">the <b>paper</b> </a>, <a href="#x">here</a> and https://b.example/c.</p>',
        url="https://a.example/x/",
    )
    found = [(article.document.text[link.span.start : link.span.end], link.href) for link in article.links]
    assert found == [("the paper", "https://a.example/a"), ("https://b.example/c", "https://b.example/c")]


def test_a_base_element_counts():
    article = read_text(
        '<html><head><base href="https://b.example/d/"></head><body><p><a href="e">x</a></p></body></html>',
        format=Format.HTML,
    )
    assert article.links[0].href == "https://b.example/d/e"


@given(
    st.text(alphabet="/.?#;:~%ab-_=& \u00e9", max_size=12),
    st.sampled_from(["https://a.example/x/y?z", "http://a.example:8080", "file:///x/y", "/x/y", ""]),
)
def test_links_are_joined_as_the_standard_library_joins_them(href, base):
    try:
        expected = urljoin(base, href)
    except ValueError:
        expected = href
    assert absolute(href, base) == expected


@pytest.mark.parametrize("href", ["http://[broken", "javascript:x()", "mailto:a@b.example", "", "  "])
def test_a_hostile_address_breaks_nothing(href):
    assert len(read(f'<p><a href="{href}">x</a></p>', url="https://a.example/").links) <= 1


def test_emphasis_is_told():
    article = read("<p>One <b>two</b> <em> three </em></p>")
    assert [article.document.text[span.start : span.end] for span in article.emphasis] == ["two", "three"]


PARAGRAPHS = "".join(
    f"<p>The ferry company said on day {number} that its boats would sail as planned.</p>"
    for number in range(12)
)


def test_what_stands_outside_the_main_content_is_told():
    article = read(
        f"<div><article><h1>Boats sail on</h1>{PARAGRAPHS}</article><div class=f><p>Terms of use and other pages</p></div></div>"
    )
    blocks = {
        article.document.text[block.span.start : block.span.end]: block for block in article.document.blocks
    }
    assert not blocks["Terms of use and other pages"].inside
    heading = blocks["Boats sail on"]
    assert heading.inside
    assert not heading.main
    assert sum(block.main for block in blocks.values()) == 12


def test_an_article_in_chunks_is_read_whole():
    chunk = (
        '<div class="row"><div class="article-body chunk">{}</div><div class="ad">Boats for hire</div></div>'
    )
    rest = "<p>On the quay a second company waited for the same passengers, and it had no boats to sell.</p>"
    teaser = '<div class="teasers"><p>On the quay of another bay there are other boats, and other people who wait for them.</p></div>'
    article = read(f"<main><article>{chunk.format(PARAGRAPHS)}{chunk.format(rest)}</article>{teaser}</main>")
    said = {
        article.document.text[block.span.start : block.span.end][:20]: block
        for block in article.document.blocks
    }
    assert said["On the quay a second"].main
    assert not said["On the quay of anoth"].inside


def test_what_a_page_sends_later_is_read_though_hidden_and_other_hidden_parts_are_not():
    article = read(
        f'<div hidden id="S:1"><article>{PARAGRAPHS}</article></div><div hidden><p>Cookies</p></div>'
    )
    assert len(article.document.blocks) == 12


def test_front_matter_before_elements_is_metadata_and_not_text():
    text = '---\ntitle: "Boats"\ndate: 2026-05-04\n---\n<p>The boats sail.</p>\n'
    article = read_text(text, format=Format.HTML)
    assert (article.metadata.title, article.metadata.published) == ("Boats", "2026-05-04")
    assert texts(article) == ["The boats sail."]
    assert article.document.blocks[0].line == 5


@pytest.mark.parametrize("markup", [False, True])
def test_a_page_without_its_scripts_is_read_from_what_it_carries_for_machines(markup):
    said = [
        "The ferry sails at nine.",
        "It has done so since the spring, and nobody has ever missed it.",
    ] * 10
    body = "".join(f"<p>{one}</p>" for one in said) if markup else "\n\n".join(said)
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "articleBody": body})
    html = f'<html><head><script type="application/ld+json">{data}</script></head><body><div id="root"></div></body></html>'
    article = read_text(html, format=Format.HTML)
    assert texts(article) == said
    assert article.doubts == ("The page holds no text without its scripts.",)


def test_a_rule_before_elements_is_no_front_matter():
    assert texts(read_text("---\n<p>One</p>", format=Format.HTML)) == ["---", "One"]


def test_a_teaser_among_paragraphs_is_not_main():
    article = read(
        f'<article>{PARAGRAPHS}<p><a href="/x">Read more about the boats of the bay and their crews</a></p>{PARAGRAPHS}</article>'
    )
    teaser = next(
        block
        for block in article.document.blocks
        if "Read more" in article.document.text[block.span.start : block.span.end]
    )
    assert not teaser.main


def test_all_blocks_are_main_where_no_main_content_is_found():
    assert all(block.main and block.inside for block in read("<p>x</p><p>y</p>").document.blocks)


def test_a_quotation_carries_its_attribution_and_address():
    quote = read(
        '<blockquote cite="https://c.example/"><p>The boats will sail as they always have.</p><footer>Ada Marsh</footer></blockquote>'
    ).quotes[0]
    assert (quote.role, quote.markup, quote.cite, len(quote.attributions)) == (
        QuoteRole.QUOTATION,
        "blockquote",
        "https://c.example/",
        1,
    )


def test_a_title_in_cite_within_a_sentence_is_no_attribution():
    article = read(
        "<blockquote><p>As <cite>The Old Quay</cite> tells it, the boats sailed on.</p></blockquote>"
    )
    assert article.quotes[0].attributions == ()


PIECES = [
    *"<p> </p> <blockquote> </blockquote> <figure> </figure> <figcaption> <cite> </cite> <footer> <br> <ul> <li> <pre>".split(),
    *(
        "<a href=/x>",
        "</a>",
        "<b>",
        "</b>",
        "<div class=quote>",
        "</div>",
        "<q>",
        "<p style='margin-left:40px'>",
    ),
    *(
        "— Ada Marsh",
        "“Quoted.”",
        "Ada wrote:",
        "Plain words go on here.",
        " ",
        "\n",
        "&nbsp;",
        "[Courier]",
        "Tip: x",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_every_span_lies_in_the_text_and_blocks_do_not_overlap(pieces):
    article = read("".join(pieces))
    length = len(article.document.text)
    ends = 0
    for block in article.document.blocks:
        assert ends <= block.span.start < block.span.end <= length
        ends = block.span.end
    spans = [*article.emphasis, *(link.span for link in article.links)]
    spans += [span for quote in article.quotes for span in (*quote.spans, *quote.attributions)]
    assert all(0 <= span.start < span.end <= length for span in spans)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_quotation_holds_its_own_attribution_and_none_is_read_twice(pieces):
    quotes = read("".join(pieces)).quotes
    for quote in quotes:
        assert not any(span.overlaps(other) for span in quote.spans for other in quote.attributions)
    spans = [span for quote in quotes for span in quote.spans]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


LIVE = (
    '<html lang="en"><body><div id="live"><h1>Blackout live</h1>'
    '<div class="post"><time>11:48</time><h3>Grid operator: relay to blame</h3><p>The operator has put out a statement. A protection'
    " relay at the Holm substation acted in a way that nobody had expected, it says, and all relays of that type were taken out"
    " of operation in the night.</p><p>The operator also says that it is sorry, and that it will pay whatever the law provides.</p></div>"
    '<div class="post"><time>11:03</time><h3>Minister on her feet</h3><p>Solberg begins. Here is what she has said so far:</p>'
    "<ul><li>“At 18:42 yesterday evening 2.1 million homes lost power.”</li><li>“I can’t yet tell the House what caused it.”</li></ul></div>"
    '<div class="post"><time>10:50</time><p>Reader Kim from Holm writes: “My freezer has thawed and I have eaten eleven fish fingers.”</p></div>'
    "</div></body></html>"
)


def test_every_post_of_a_live_blog_and_the_lists_that_it_announces_are_main_content():
    article = read_text(LIVE, format=Format.HTML)
    text = article.document.text
    kept = " ".join(
        text[block.span.start : block.span.end] for block in article.document.blocks if block.main
    )
    assert all(
        words in kept for words in ("acted in a way", "2.1 million homes", "what caused it", "fish fingers")
    )
