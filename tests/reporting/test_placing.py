import pytest

from provenance.reporting.places import around, from_here, open_link, paragraphs_of
from provenance.text.document import Block, BlockKind, Document
from provenance.text.span import Span

TEXT = "Title\n\nOne two three four five six.\n\nSeven eight.\n\nA caption.\n\nNine ten."
KINDS = [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.PARAGRAPH]


@pytest.fixture
def page():
    blocks, at = [], 0
    for text, kind in zip(TEXT.split("\n\n"), KINDS, strict=True):
        blocks.append(Block(Span(at, at + len(text)), kind))
        at += len(text) + 2
    return Document(TEXT, "page.html", tuple(blocks))


def cut(document, first, last=None):
    start = document.text.index(first)
    end = document.text.index(last or first) + len(last or first)
    return document.passage(start, end)


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([("One",)], "paragraph 1"),
        ([("two", "Seven")], "paragraphs 1-2"),
        ([("One",), ("Nine",)], "paragraphs 1 and 3"),
        ([("Nine",), ("One",)], "paragraphs 1 and 3"),
        ([("Title",)], None),
    ],
)
def test_places_are_counted_in_paragraphs_as_a_reader_would(page, edges, expected):
    assert paragraphs_of([cut(page, *edge) for edge in edges]) == expected


def test_a_text_without_blocks_has_no_paragraphs():
    assert paragraphs_of([Document("words").passage(0, 5)]) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("four", "One two three four five six."),
        ("One", "One two three four"),
        ("six.", "three four five six."),
    ],
)
def test_a_place_is_shown_with_its_neighbours_of_the_same_paragraph(page, words, expected):
    assert around(cut(page, words)).text == expected


def test_the_source_opens_at_its_gravest_finding(traced):
    trace = traced(
        "One [-two-]{+deux+} three four five six seven eight nine [-not -]ten.", codes=["ALT301", "OMI202"]
    )
    assert open_link(trace.excerpts[0]).endswith("#:~:text=seven%20eight%20nine%20not%20ten.")


def test_a_source_that_is_a_file_has_no_address_to_open(traced):
    assert open_link(traced("Words.", url=None).excerpts[0]) is None


def test_an_unchecked_excerpt_opens_nothing(unchecked):
    assert open_link(unchecked().excerpts[0]) is None


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        ("posts/pier.md", "posts/pier.md"),
        ("./posts//pier.md", "posts/pier.md"),
        ("{here}/posts/pier.md", "posts/pier.md"),
        ("../{name}/pier.md", "pier.md"),
        ("/elsewhere/pier.md", "/elsewhere/pier.md"),
        ("https://pier.example/a/../b", "https://pier.example/a/../b"),
    ],
)
def test_a_path_is_told_as_viewers_take_it(tmp_path, monkeypatch, origin, told):
    monkeypatch.chdir(tmp_path)
    assert from_here(origin.format(here=tmp_path, name=tmp_path.name)) == told
