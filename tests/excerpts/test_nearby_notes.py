"""Notes beside two quotations: each belongs to the one that it follows, or that its sentence leads up to."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.marks import find_marks
from provenance.text.document import Document, Passage
from provenance.text.span import Span

NOTE = "(emphasis added)"


def notes_of(article, words):
    """The notes near some words of a Markdown article."""
    document = read_text(article, origin="a.md", format=Format.MARKDOWN).document
    start = document.text.index(words)
    return [mark.passage.text for mark in find_marks([Passage(document, Span(start, start + len(words)))])]


BESIDE = [
    "“One gate was shut.” {} The board added: “Two gates were shut.”",
    "“One gate was shut” {}. The board added: “Two gates were shut.”",
    "“One gate was shut,” it held {}. “Two gates were shut,” it went on.",
    "“One gate was shut.” Orsk v. Hale, 12 F.3d 14, 19 (1988) {}. The board added: “Two gates were shut.”",
    "“One gate was shut” {} and “Two gates were shut.”",
    "> One gate was shut.\n\n{}\n\nThe board went on:\n\n> Two gates were shut.",
    "> One gate was shut.\n\n{}. The board went on:\n\n> Two gates were shut.",
    "> One gate was shut.\n\n(footnote omitted) {}. The board went on:\n\n> Two gates were shut.",
    "> One gate was shut.\n\nOrsk v. Hale, at 12 {}.\n\n> Two gates were shut.",
    "„One gate was shut“ {}. Weiter heißt es: „Two gates were shut.“",
]
LEADING = [
    "“One gate was shut.” The board added {}: “Two gates were shut.”",
    "“One gate was shut,” it held. In its second letter it wrote {}, “Two gates were shut.”",
    "> One gate was shut.\n\nThe board went on {}:\n\n> Two gates were shut.",
    "> One gate was shut.\n\nThe board went on:\n\n> Two gates were shut. {}",
    "> One gate was shut.\n\nThe board went on:\n\n> Two gates were shut.\n\n{}",
    "“One gate was shut.” The board added: “Two gates were shut” {}.",
]


@pytest.mark.parametrize("article", BESIDE)
def test_a_note_behind_a_quotation_speaks_of_that_one(article):
    assert NOTE in notes_of(article.format(NOTE), "One gate was shut")
    assert NOTE not in notes_of(article.format(NOTE), "Two gates were shut")


@pytest.mark.parametrize("article", LEADING)
def test_a_note_that_leads_up_to_a_quotation_speaks_of_that_one(article):
    assert NOTE not in notes_of(article.format(NOTE), "One gate was shut")
    assert NOTE in notes_of(article.format(NOTE), "Two gates were shut")


def test_of_three_blocks_the_last_two_have_no_note_of_the_first():
    article = "> One gate was shut. (citations omitted)\n\nAnd so:\n\n> Two gates were shut.\n\nAnd then:\n\n> Three were."
    assert notes_of(article, "One gate was shut") == ["(citations omitted)"]
    assert notes_of(article, "Two gates were shut") == []
    assert notes_of(article, "Three were") == []


@pytest.mark.parametrize(
    "article",
    [
        "Here is the letter. The emphasis is mine.\n\n> Two gates were shut.",
        "(emphasis mine)\n\n> Two gates were shut.",
        "> Two gates were shut.\n\nThe emphasis is mine.",
        "> Two gates were shut.\n\nLetter of the board, p. 3 (emphasis mine).",
        "The letter (emphasis mine) says that “Two gates were shut” by noon.",
        "“Two gates were shut,” wrote Dr. Holm of St. Orm (emphasis mine).",
    ],
)
def test_a_note_beside_the_only_quotation_speaks_of_it(article):
    assert len(notes_of(article, "Two gates were shut")) == 1


def test_in_doubt_it_speaks_of_both():
    article = "> One gate was shut.\n\n(emphasis added)\n\n> Two gates were shut."
    assert notes_of(article, "One gate was shut") == [NOTE]
    assert notes_of(article, "Two gates were shut") == [NOTE]


def test_a_note_inside_the_quotation_is_its_own():
    document = Document("the bridge (emphasis added) fell")
    assert len(find_marks([Passage(document, document.span)])) == 1
