import random
import re
from html import unescape
from pathlib import Path

import pytest

from provenance.articles.reading import read, read_bytes, read_text
from provenance.articles.source_map import Place
from provenance.articles.text_runs import html_runs, markdown_runs, runs_showing
from tests.articles.generated_posts import post

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "cases").glob("*/*/article.*"))


def cut(file, place):
    """What a place cuts out of a file, as an editor would."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", file)
    start, end = (
        sum(map(len, lines[: line - 1])) + column - 1
        for line, column in ((place.line, place.column), (place.end_line, place.end_column))
    )
    return file[start:end]


def span_of(article, words):
    at = article.document.text.index(words)
    return article.document.passage(at, at + len(words)).span


def place_of(text, words, **options):
    article = read_text(text, **options)
    return article.source_map.place(span_of(article, words))


@pytest.mark.parametrize("seed", range(64))
def test_the_place_of_a_word_cuts_that_word_out_of_the_file(seed):
    made = post(seed)
    article = read_bytes(made.data, origin=made.name)
    assert article.source_map.file == made.text
    chance = random.Random(seed)
    words = [found.span() for found in re.finditer(r"[^\s]+", article.document.text)]
    for start, end in chance.sample(words, min(20, len(words))):
        passage = article.document.passage(start, end)
        place = article.source_map.place(passage.span)
        shown = re.sub(
            r"<[^>]*>|[*`\\]|\]\([^)]*\)*|\]\[[^\]]*\]|[\[\]]", "", unescape(cut(made.text, place))
        )
        assert "".join(shown.split()) == re.sub(r"[*`\\\[\]]", "", passage.text)
    changed = article.source_map.place(span_of(article, made.word))
    assert cut(made.text, changed) == made.shown


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_every_paragraph_of_the_cases_is_found_in_its_file(path):
    article = read(path)
    blocks = [block for block in article.document.blocks if block.main and len(block.span) > 60]
    assert all(article.source_map.locate(block.span) for block in blocks)


def test_nothing_is_looked_for_before_a_place_is_asked_for():
    article = read_text("<p>One.</p><p>Two.</p>", format="html")
    assert "_runs" not in vars(article.source_map)


def test_front_matter_and_a_byte_order_mark_keep_the_numbers():
    data = "﻿---\r\ntitle: T\r\n---\r\nA *hard\r\nwrapped* line.\r\n".encode()
    article = read_bytes(data, origin="a.md")
    assert article.source_map.place(span_of(article, "hard wrapped")) == Place(4, 4, 5, 8)


def test_columns_can_be_counted_in_utf_16_units():
    article = read_text("😀😀 one two", format="text")
    span = span_of(article, "one")
    assert article.source_map.place(span) == Place(1, 4, 1, 7)
    assert article.source_map.utf16_place(span) == Place(1, 6, 1, 9)


@pytest.mark.parametrize(
    ("markup", "words", "expected"),
    [
        ("<p>a &lt;b&gt; &amp; c</p>", "<b> &", "&lt;b&gt; &amp;"),
        ("<p>He said <q>yes we do</q> twice.</p>", "yes we do", "yes we do"),
        ("<p>one<sup class=footnote><a href='#fn1'>1</a></sup> two three</p>", "one two", None),
        ("<p>x<br>y</p>", "x y", "x<br>y"),
        ("<pre>a\n  b</pre>", "b", "b"),
    ],
)
def test_entities_tags_and_notes_stand_inside_a_place(markup, words, expected):
    article = read_text(f"<html><body>{markup}</body></html>", format="html")
    found = article.source_map.locate(span_of(article, words))
    shown = article.source_map.file[found.start : found.end]
    assert shown == expected if expected else shown.startswith("one<sup") and shown.endswith(" two")


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("A `code *x*` here.", "code *x*", "code *x*"),
        (
            "It&#8217;s at <https://a.example/b_c> now.",
            "It’s at https://a.example/b_c",
            "It&#8217;s at <https://a.example/b_c",
        ),
        ("Wait![^1] More.\n\n[^1]: A note.", "Wait! More", "Wait![^1] More"),
        ("![The ferry](p.jpg) The pier.", "The pier", "The pier"),
        (
            "1. *One* thing\n2. Two - or [three][3] - things\n\n[3]: /3",
            "Two - or three - things",
            "Two - or [three][3] - things",
        ),
        (
            "A \\*starred\\* word <!-- no --> and_a_name.",
            "*starred* word and_a_name",
            "\\*starred\\* word <!-- no --> and_a_name",
        ),
    ],
)
def test_signs_of_markdown_are_passed_over_or_shown_as_they_stand(text, words, shown):
    article = read_text(text, format="markdown")
    found = article.source_map.locate(span_of(article, words))
    assert text[found.start : found.end] == shown


def test_a_place_between_words_is_before_the_next_one():
    article = read_text("<p>would <b>vote</b></p>", format="html")
    at = article.document.text.index("vote")
    place = article.source_map.place(article.document.passage(at, at).span)
    assert place == Place(1, 13, 1, 13)


def test_hidden_words_are_not_taken_for_the_shown_ones():
    page = "<p hidden>The pier will close.</p>\n<p>The pier will close.</p>"
    assert place_of(f"<body>{page}</body>", "pier", format="html").line == 2


def test_no_place_is_given_where_lines_do_not_tell_two_paragraphs_apart():
    page = "<body><p hidden>The pier will close.</p><p>The pier will close.</p></body>"
    assert place_of(page, "pier", format="html") is None


def test_words_that_stand_in_no_run_of_the_file_have_no_place():
    page = (
        '<html><body><div id="root"></div><script type="application/ld+json">{"@type": "NewsArticle", '
        f'"articleBody": "{"The pier will close on Monday. " * 40}"}}</script></body></html>'
    )
    article = read_text(page, format="html")
    assert article.source_map.place(span_of(article, "Monday")) is None


@pytest.mark.parametrize(
    "markup",
    ["<b>a</b>" * 4_000, "<" * 50_000, "<a " * 30_000, '<a b="' * 20_000, "&" * 50_000, "<!--" * 20_000],
    ids=["tags", "brackets", "open tags", "open quotes", "ampersands", "comments"],
)
def test_hostile_markup_is_read_in_time(markup):
    runs = list(html_runs(f"<p>Words before.</p>{markup}"))
    assert runs[0].text == "Wordsbefore."
    assert runs_showing(runs, "a" * 50_000, range(len(runs))) == []
    assert next(markdown_runs(f"Words before.\n\n{markup}")).text == "Wordsbefore."
