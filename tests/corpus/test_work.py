"""What is done with one page of a corpus."""

from provenance.articles import main_content
from provenance.configuration.settings import Settings
from provenance.corpus.work import GRAM_WORDS, detected, grams_of

PLAIN = "<main><article><h1>The pier</h1>{}</article></main><footer><p>All rights reserved.</p></footer>"
PARAGRAPH = "<p>The pier was painted in the spring, and the harbour office moved to the quay in June.</p>"


def page(markup):
    return {
        "url": "https://courier.example/pier",
        "path": None,
        "data": markup.encode(),
        "content_type": "text/html; charset=utf-8",
        "published": None,
        "language": None,
    }


def test_the_main_content_is_looked_for_only_where_something_may_be_quoted(monkeypatch):
    asked = []
    monkeypatch.setattr(main_content, "kept_blocks", lambda *_: asked.append(1))
    assert detected(Settings(), page(PLAIN.format(PARAGRAPH * 12)))["excerpts"] == []
    assert not asked
    quoting = '<p>Mayor Ada Lund said: "The pier will stay open all summer, whatever the office says."</p>'
    assert detected(Settings(), page(PLAIN.format(PARAGRAPH * 12 + quoting)))["excerpts"]
    assert asked


def test_a_row_without_a_page_is_told_of():
    assert detected(Settings(), page(""))["error"] == "https://courier.example/pier is empty."


def test_runs_of_four_words_are_the_same_whatever_their_dress():
    assert grams_of("The pier, will close") == grams_of("the PIER will “close”")
    assert len(grams_of("one two three four five")) == 2
    assert not grams_of("one two three")
    assert grams_of("one two three four five", GRAM_WORDS) == grams_of("one two three four")
