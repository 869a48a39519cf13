import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.articles.article import Format, QuoteRole
from provenance.articles.reading import read_text
from provenance.text.document import BlockKind


def read(text):
    return read_text(text, format=Format.TEXT)


def said(article, spans):
    return [article.document.text[span.start : span.end] for span in spans]


TEXT = """The ferry sails again

The slip at Marrow Bay is open, the board
said on Tuesday.

    It was closed since the winter storm, when a
    barge tore away eleven piles.

    It will stay open now.
    -- Ada Marsh

On Monday Jonas Pell wrote:

> The board has no money, and
> never had.
>
> It waits for the county.

More at https://a.example/slip_(old).
"""


def test_the_text_is_as_it_was():
    assert read(TEXT).document.text == TEXT


def test_paragraphs_stand_between_blank_lines_and_know_their_lines():
    article = read(TEXT)
    assert [block.line for block in article.document.blocks] == [1, 3, 6, 9, 12, 14, 17, 19]
    assert said(article, [article.document.blocks[1].span]) == [
        "The slip at Marrow Bay is open, the board\nsaid on Tuesday."
    ]


def test_indented_paragraphs_are_one_quotation_with_its_signature():
    article = read(TEXT)
    indented = article.quotes[0]
    assert indented.markup == "indent"
    assert len(indented.spans) == 2
    assert said(article, indented.spans)[1] == "It will stay open now."
    assert said(article, indented.attributions) == ["-- Ada Marsh"]


def test_lines_behind_a_sign_are_quoted_without_it():
    article = read(TEXT)
    assert said(article, article.quotes[1].spans) == [
        "The board has no money, and",
        "never had.",
        "It waits for the county.",
    ]
    assert article.quotes[1].role is QuoteRole.QUOTATION


def test_bare_addresses_are_links():
    assert [link.href for link in read(TEXT).links] == ["https://a.example/slip_(old)"]


def test_the_first_line_is_the_title_if_it_ends_no_sentence():
    article = read(TEXT)
    assert article.metadata.title == "The ferry sails again"
    assert article.document.blocks[0].kind is BlockKind.HEADING
    assert read("It rained.\n\nAnd then?\n\nIt stopped.").metadata.title is None


@pytest.mark.parametrize(
    "text",
    [
        "    First line set in.\nThe rest is not.\n\n    Next one set in.\nAnd so on.",
        "  All of it\n  is set in.\n\n  All of it.",
        "    One set in.\n\n    Two set in.\n\nThree is not.",
        "Text:\n\n  - an item\n\n  - an item",
        "Text:\n\n  1. an item",
    ],
    ids=["first lines", "everything", "most of it", "dashes", "numbers"],
)
def test_indentation_that_means_something_else_is_no_quotation(text):
    assert [quote for quote in read(text).quotes if quote.role is QuoteRole.QUOTATION] == []


@given(st.text(st.sampled_from("ab >\t\n-—.:/"), max_size=200))
def test_every_span_cuts_out_text_without_white_space_at_its_edges(text):
    article = read(text)
    spans = [block.span for block in article.document.blocks]
    spans += [span for quote in article.quotes for span in (*quote.spans, *quote.attributions)]
    for piece in said(article, spans):
        assert piece
        assert piece == piece.strip()
