"""Where a sentence begins and ends."""

import pytest

from provenance.findings.sentences import begins_sentence, ends_sentence, sentence_at
from provenance.text.document import Block, Document
from provenance.text.span import Span

TEXT = "Mr. Orr came on Jan. 3 with 4.2 tons of salt. “Nobody asked!” he said. The gate was shut"


def sentence(place):
    document = Document(TEXT)
    span = sentence_at(document, TEXT.index(place))
    return TEXT[span.start : span.end]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Mr.", "Mr. Orr came on Jan. 3 with 4.2 tons of salt."),
        ("tons", "Mr. Orr came on Jan. 3 with 4.2 tons of salt."),
        ("Nobody", "“Nobody asked!” he said."),
        ("gate", "The gate was shut"),
    ],
)
def test_the_sentence_that_holds_a_word(place, expected):
    assert sentence(place) == expected


def test_a_block_ends_its_sentence():
    document = Document("A heading\n\nA text.", blocks=(Block(Span(0, 9)), Block(Span(11, 18))))
    assert sentence_at(document, 3) == Span(0, 9)


def test_ends_and_beginnings():
    document = Document(TEXT)
    assert ends_sentence(document, TEXT.index("salt") + 4)
    assert not ends_sentence(document, TEXT.index("Jan") + 3)
    assert begins_sentence(document, TEXT.index("The gate"))
    assert begins_sentence(document, TEXT.index("Nobody"))
    assert not begins_sentence(document, TEXT.index("gate"))


@pytest.mark.parametrize("character", [".", "a", " ", "\n", "”", "a. "])
def test_a_long_run_of_one_sign_has_a_sentence(character):
    document = Document(character * 50_000)
    assert sentence_at(document, 25_000).start <= 25_000
