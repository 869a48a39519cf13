"""Quotations that are no excerpts because nothing says whose they are. All texts are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detect import DetectionOptions, detect, doubtful, is_attributed


def left_over(text, language="en", form=Format.TEXT):
    article = read_text(text, format=form)
    found = detect(article, DetectionOptions(language))
    unattributed = [one.text for one in found.excerpts if not is_attributed(one)]
    return [*unattributed, *(one.text for one in doubtful(found.rejected))]


def test_quotation_without_a_speaker_is_left_over():
    text = "The quay had a motto of its own for such nights. It was all about “a lamp in every window until the last boat is in”."
    assert left_over(text) == ["a lamp in every window until the last boat is in"]


def test_quotation_with_a_speaker_is_traced_and_not_left_over():
    assert left_over("“The lamps stay on until the last boat is in,” said Ann Lee.") == []


def test_words_of_a_quoted_block_are_not_left_over():
    text = "Ann Lee said:\n\n> We call it “a lamp in every window until the last boat is in” here.\n"
    assert left_over(text, form=Format.MARKDOWN) == []


def test_words_of_several_without_a_name_are_left_over():
    text = "They were clear. In their words, “a lamp in every window until the last boat is in”."
    assert left_over(text) == ["a lamp in every window until the last boat is in"]


@pytest.mark.parametrize(
    "text",
    [
        "It was a “bold and overdue” plan for a quay without money.",
        "The film “A Winter of Quiet Lies and Loud Men Abroad” opens tomorrow.",
        "In the novel “a winter of quiet lies and louder men” nobody sails.",
    ],
)
def test_scare_quotes_titles_and_stray_marks_never_count(text):
    assert left_over(text) == []


def test_several_are_told_in_order_with_their_lines():
    text = (
        "First there was “a lamp in every window of the old town”, then nothing.\n\n"
        "“The lamps stay on until the last boat is in,” said Ann Lee.\n\n"
        "Then there was “a bell on every boat of the new fleet”, and noise.\n"
    )
    article = read_text(text, format=Format.TEXT)
    found = detect(article, DetectionOptions("en"))
    rest = [
        *(one.line for one in found.excerpts if not is_attributed(one)),
        *(one.line for one in doubtful(found.rejected)),
    ]
    assert sorted(rest) == [1, 5]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said that the quay “isn’t lit” and went home.",
        "Ann Lee warned the board that the quay was “not safe”, and went home.",
    ],
)
def test_a_few_words_that_somebody_is_said_to_have_said_are_left_over_without_a_link_too(text):
    assert len(left_over(text)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“Tekneler geç kaldı”, dedi Başkan Leyla Demirkan.", "tr"),
        ("Председатель Ольга Ветрова сказала: «Катера снова опоздали».", "ru"),
        ("– A lámpák égnek – mondta. „A lámpák égnek”, mondta Kovács Ilona.", "hu"),
    ],
)
def test_a_sentence_of_three_words_is_a_statement(text, language):
    assert left_over(text, language) == []
    assert detect(read_text(text, format=Format.TEXT), DetectionOptions(language)).excerpts


@pytest.mark.parametrize(("words", "expected"), [("boats are late", 1), ("boats", 0)])
def test_a_few_words_of_a_named_speaker_beside_a_link_are_left_over_and_one_is_not(words, expected):
    text = f"Ann Lee told the [Quay Post](https://post.example/boats) that “{words}” and went home."
    assert len(left_over(text, form=Format.MARKDOWN)) == expected
