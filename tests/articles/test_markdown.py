import pytest

from provenance.articles.article import Format, Metadata, QuoteRole
from provenance.articles.reading import read_text
from provenance.text.document import BlockKind
from tests.excerpts.quoting import detect


def read(text, **options):
    return read_text(text, format=Format.MARKDOWN, **options)


def said(article, spans):
    return [article.document.text[span.start : span.end] for span in spans]


def test_the_text_is_what_a_reader_sees():
    article = read("# Ferry\n\nThe *old* slip\nis [open](https://a.example/).\n\n- one\n- two\n")
    assert article.document.text == "Ferry\n\nThe old slip is open.\n\none\n\ntwo"
    assert [block.kind for block in article.document.blocks][:2] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert said(article, article.emphasis) == ["old"]


def test_every_block_has_its_line_in_the_file():
    text = "---\ntitle: x\n---\n\n# One\n\npara\ngoes on\n\n> quote\n> on\n>\n> second\n\n1. item\n2. item\n\n```\ncode\n```\n\n<div>\n<p>html</p>\n</div>\n\nlast"
    article = read(text)
    lines = text.split("\n")
    for block in article.document.blocks:
        first = article.document.text[block.span.start :].split()[0]
        assert first in lines[block.line - 1], (first, block.line)


def test_front_matter_is_metadata_and_its_title_the_heading():
    text = '---\ntitle: "The ferry sails"\ndate: 2026-03-02 08:00\nauthor: Ada Marsh\nlang: en-GB\ncanonical_url: https://a.example/f\ntags:\n  - x\n---\nText'
    article = read(text)
    found = article.metadata
    assert article.document.text == "The ferry sails\n\nText"
    assert [block.kind for block in article.document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert (found.title, found.published, found.author) == ("The ferry sails", "2026-03-02", "Ada Marsh")
    assert (found.language, found.url) == ("en", "https://a.example/f")


@pytest.mark.parametrize(
    ("front", "shown"),
    [
        (
            "---\ntitle: 'It''s the tide'\ncontent: >-\n  The *tide*\n  turned.\n\n\n  Then it rose.\nfiles:\n  - a: b\n---\n",
            ["It's the tide", "The tide turned.", "Then it rose."],
        ),
        (
            "---\nsummary: |\n  Short.\nbody: |\n      The tide\n      turned.\n\n      Then it rose.\ntitle: Tide # 2\n---\n\n",
            ["The tide turned.", "Then it rose.", "Tide"],
        ),
        (
            '+++\ntitle = "Tide # 2"\nbody = """\nThe tide turned.\n\nThen it rose."""\n+++\n',
            ["Tide # 2", "The tide turned.", "Then it rose."],
        ),
        ("---\nsummary: >\n  No text of it.\ntitle: >-\n  The tide\n---\nText.", ["The tide", "Text."]),
        ("---\nTitle: The tide\ntitle: Other\n---\n", ["The tide"]),
    ],
)
def test_the_longest_text_of_front_matter_is_read_where_nothing_follows(front, shown):
    article = read(front)
    assert said(article, [block.span for block in article.document.blocks]) == shown
    places = [article.source_map.locate(block.span) for block in article.document.blocks]
    assert [front[place.start : place.end][:3] for place in places] == [words[:3] for words in shown]
    lines = [article.source_map.place(block.span).line for block in article.document.blocks]
    assert lines == [block.line for block in article.document.blocks]


def test_a_link_blog_s_page_is_the_source_of_what_it_quotes_without_a_link():
    front = "---\ntitle: Gauge\nexternal-url: https://herald.example/gauge\n---\n"
    quoted = "\n> The town had asked for a new gauge in March, and again in June.\n"
    (excerpt,) = detect(read(f"{front}Worth reading, all of it.\n{quoted}"))
    assert excerpt.attribution.link == "https://herald.example/gauge"
    other = f"{front}[Tarn](https://tarn.example/a) writes:\n{quoted}"
    (excerpt,) = detect(read(other))
    assert excerpt.attribution.link == "https://tarn.example/a"


def test_front_matter_may_be_toml():
    found = read('+++\ntitle = "The ferry sails"\ndate = 2026-03-02\n+++\nText').metadata
    assert (found.title, found.published) == ("The ferry sails", "2026-03-02")


def test_without_front_matter_the_first_heading_is_the_title():
    assert read("# The ferry\n\ntext").metadata.title == "The ferry"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\nno end", "no end"),
        ("---\n---", ""),
        ("+++\n= broken\n+++\nText", "Text"),
        ("---\n: x\n---\n", ""),
        ("---\ntitle: [\n---\nText", "Text"),
    ],
)
def test_broken_front_matter_says_nothing_and_is_no_text(text, body):
    article = read(text)
    assert article.document.text == body
    assert article.metadata == Metadata()


@pytest.mark.parametrize(
    ("text", "quoted", "attributed"),
    [
        ("> One\n> two.", ["One two."], []),
        ("> One.\n>\n> Two.", ["One.\n\nTwo."], []),
        ("> One.\n>\n> — [Courier](https://c.example/)", ["One."], ["— Courier"]),
        ("> One.\n> — Ada Marsh, *Courier*", ["One."], ["— Ada Marsh, Courier"]),
        ("> One.\n> -- Ada Marsh", ["One."], ["-- Ada Marsh"]),
        ("> One\nlazy.", ["One lazy."], []),
        ("> > Inner words here.\n>\n> Outer words here.", ["Inner words here.\n\nOuter words here."], []),
        ("> [!QUOTE]\n> One and two.", ["One and two."], []),
        ("<blockquote>\n<p>One and two.</p>\n</blockquote>", ["One and two."], []),
    ],
)
def test_quotations_and_their_signatures(text, quoted, attributed):
    article = read(f"Ada wrote:\n\n{text}\n\nAnd on it goes.")
    (quote,) = article.quotes
    assert quote.role is QuoteRole.QUOTATION
    assert said(article, quote.spans) == quoted
    assert said(article, quote.attributions) == attributed


@pytest.mark.parametrize("sign", ["[!NOTE]", "[!TIP]", "[!WARNING]", "[!info]-"])
def test_an_alert_is_no_quotation(sign):
    article = read(f"Text:\n\n> {sign}\n> Mind the gap between the boats.\n")
    assert not article.quotes
    assert "[!" not in article.document.text


def test_reference_links_and_bare_addresses_are_links():
    article = read("See [the report][r] and https://b.example/x.\n\n[r]: https://a.example/r\n")
    assert [link.href for link in article.links] == ["https://a.example/r", "https://b.example/x"]


def test_a_footnote_is_called_where_it_stands_and_read_as_a_note():
    article = read("The Courier reports[^1]:\n\n> One.\n\n[^1]: Ada Marsh, https://c.example/a, page 3.\n")
    (call,), (note,) = article.calls, article.notes
    assert article.document.text[: call.span.start] == "The Courier reports"
    assert call.key == note.key
    assert said(article, [note.span]) == ["Ada Marsh, https://c.example/a, page 3."]


def test_a_footnote_without_a_note_stays_as_it_is():
    assert read("Words[^9] go on.").document.text == "Words[^9] go on."


def test_raw_html_in_a_line_is_not_text():
    assert read("One <span class=x>two</span> <!-- note --> three").document.text == "One two three"


def test_navigation_that_nothing_closes_swallows_no_page():
    page = "<nav>\n\n* [Tides](#tides)\n\n# Tides\n\nThe water comes in twice a day.\n\nIt leaves as often.\n"
    assert "The water comes in twice a day." in read(page).document.text


def test_navigation_that_is_closed_is_not_read():
    page = "<nav>\n\n* [Tides](#tides)\n\n</nav>\n\n# Tides\n\nThe water comes in twice a day.\n\nIt leaves as often.\n"
    assert read(page).document.text.startswith("Tides\n\nThe water")
