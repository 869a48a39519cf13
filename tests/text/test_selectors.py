from urllib.parse import unquote

import pytest

from provenance.text.document import Document
from provenance.text.selectors import fragment_link, select

URL = "https://lowland-courier.example/pier"
TEXT = "The pier will close. The board met.\n\nThe pier will close, said the clerk, well-known for saying so."


def cut(document, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = document.text.index(words, at + 1)
    return document.passage(at, at + len(words))


def test_a_selector_has_the_words_and_what_stands_around_them():
    selector = select(cut(Document(TEXT), "will close", 1), context=10)
    assert selector == {"exact": "will close", "prefix": "\nThe pier ", "suffix": ", said the"}


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
