from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.document import Document
from provenance.text.selectors import QuoteSelector, fragment_link, resolve, select

URL = "https://lowland-courier.example/pier"
TEXT = "The pier will close. The board met.\n\nThe pier will close, said the clerk, well-known for saying so."


def cut(document, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(words, at + 1)
    return document.passage(at, at + len(words))


@pytest.mark.parametrize("nth", [0, 1])
def test_a_repeated_text_is_told_apart_by_its_context(nth):
    document = Document(TEXT)
    passage = cut(document, "The pier will close", nth)
    assert resolve(select(passage), document) == passage


def test_a_selector_survives_a_change_of_what_stands_before():
    passage = cut(Document(TEXT), "said the clerk")
    moved = Document("A new first paragraph.\n\n" + TEXT)
    assert resolve(select(passage), moved) == cut(moved, "said the clerk")


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("said THE\n clerk", "said the clerk"),
        ("well‐known\u00a0for", "well-known for"),
        ("met. The pier", "met.\n\nThe pier"),
    ],
)
def test_words_in_another_dress_are_still_found(exact, found):
    document = Document(TEXT)
    assert resolve(QuoteSelector(exact), document) == cut(document, found)


@pytest.mark.parametrize("exact", ["", "nowhere to be found", "\u00ad"])
def test_what_is_not_there_is_not_resolved(exact):
    assert resolve(QuoteSelector(exact), Document(TEXT)) is None


@given(st.text(min_size=1, max_size=80), st.data())
def test_every_selector_leads_back_to_its_words(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document(text)
    found = resolve(select(document.passage(start, end)), document)
    assert found is not None
    assert found.text == text[start:end]


def test_the_search_for_a_repeated_letter_ends():
    document = Document("a" * 50_000)
    assert resolve(QuoteSelector("a", "a" * 32, "a" * 32), document) is not None


def test_a_short_passage_is_named_whole_with_its_hyphens_encoded():
    link = fragment_link(URL, cut(Document(TEXT), "well-known for saying so"))
    assert link == f"{URL}#:~:text=well%2Dknown%20for%20saying%20so"


def test_a_long_passage_is_named_by_its_edges_and_enough_words_to_be_unique():
    long = "The pier will close because " + " ".join(f"reason{n}" for n in range(20)) + " and so on."
    document = Document("The pier will close soon. " + long)
    start, _, end = unquote(fragment_link(URL, cut(document, long)).partition(":~:text=")[2]).partition(",")
    assert document.text.count(start) == 1
    assert long.startswith(start)
    assert long.endswith(end)


def test_a_passage_over_two_paragraphs_is_never_named_whole():
    link = fragment_link(URL, cut(Document(TEXT), "met.\n\nThe pier"))
    assert link == f"{URL}#:~:text=met.,pier"


def test_a_script_without_spaces_is_named_by_letters():
    text = "港务局星期一晚上表示" * 10
    link = fragment_link(URL, cut(Document(text), text))
    assert unquote(link).endswith(f":~:text={text[:10]},{text[-10:]}")


@pytest.mark.parametrize(
    ("url", "expected"),
    [(f"{URL}#part", f"{URL}#part:~:text=met"), (f"{URL}#:~:text=old", f"{URL}#:~:text=met")],
)
def test_a_fragment_is_kept_and_an_old_directive_is_not(url, expected):
    assert fragment_link(url, cut(Document(TEXT), "met")) == expected


def test_an_empty_passage_opens_the_page():
    assert fragment_link(URL, Document(TEXT).passage(3, 3)) == URL
