"""Quoted words that name a thing, and the quotations that look most like them: tests/gold/things/sentences.toml."""

import tomllib
from pathlib import Path

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect

SENTENCES = tomllib.loads((Path("tests/gold/things/sentences.toml")).read_text("utf-8"))["sentence"]
NAMES = [one for one in SENTENCES if one["kind"] == "not"]
QUOTATIONS = [one for one in SENTENCES if one["kind"] == "quotation"]


def excerpts_of(sentence):
    return detect(read_text(sentence["text"], format=Format.TEXT), language=sentence["language"])


def test_few_names_of_things_are_reported():
    reported = [one["text"] for one in NAMES if excerpts_of(one)]
    assert len(reported) <= 0.29 * len(NAMES), reported


def test_nearly_every_quotation_that_looks_like_a_name_is_found():
    missed = [one["text"] for one in QUOTATIONS if not excerpts_of(one)]
    assert len(missed) <= 0.12 * len(QUOTATIONS), missed


@pytest.mark.parametrize(
    "text",
    [
        "The mayor painted “please do not feed the hungry gulls” on the sign.",
        "Ann Lee pressed the “save all files and close the window” button.",
        "Ann Lee won a prize for the essay “the sea that we never saw as children”.",
    ],
)
def test_word_for_a_thing_speaks_against_a_quotation(text):
    assert detect(read_text(text, format=Format.TEXT), language="en") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "You can be kind and honest. Add to your praise “you always know the right thing to bring to our table,” or “nobody here bakes as well as you do in winter.” Your neighbours remember what you told them.",
        ),
        (
            "de",
            "Du kannst freundlich und ehrlich sein. Zeigt dir jemand einen Kuchen, passt „das ist der beste, den du je gebacken hast“ immer. Deine Nachbarn merken sich, was du ihnen sagst.",
        ),
    ],
)
def test_what_a_page_tells_its_reader_to_say_is_said_by_nobody(language, text):
    assert detect(read_text(text, format=Format.TEXT), language=language) == ()
