import re

import pytest

from provenance.alignment.alignment import DeclaredKind, DeclaredPlace, VariantKind
from provenance.alignment.collation import collate
from provenance.text.document import Document
from provenance.text.span import Span


def missing(quotation, source, kind=VariantKind.OMISSION):
    """The words that are missing, or put in, as the alignment cuts them out."""
    document = Document(quotation)
    gaps = [
        DeclaredPlace(DeclaredKind.GAP, Span(*found.span())) for found in re.finditer(r"\[…\]", quotation)
    ]
    variants = collate((document.passage(0, len(quotation)),), Document(source), declared=gaps).variants
    sides = [v.source if kind is VariantKind.OMISSION else v.excerpt for v in variants if v.kind is kind]
    return [side.text.strip(" .,") for side in sides if any(map(str.isalnum, side.text))]


@pytest.mark.parametrize(
    ("quotation", "source", "words"),
    [
        (
            "The owners welcome the offer for the mill. […] The looms will be sold in the month of May.",
            "The owners welcome the offer for the mill. The roof is old. The looms will be sold in the month of May.",
            ["The roof is old"],
        ),
        (
            "They took the boat over the river and left it there. The horses were sold at the market in Orsk.",
            "They took the boat over the river and left it there. The sheep were let go. The horses were sold at the market in Orsk.",
            ["The sheep were let go"],
        ),
        (
            "The minister, who came by train, praised the new harbour and its builders.",
            "The minister, who came by train, who came alone, praised the new harbour and its builders.",
            ["who came alone"],
        ),
    ],
)
def test_an_omission_stands_at_the_border_that_a_reader_sees(quotation, source, words):
    assert missing(quotation, source) == words


def test_an_addition_does_so_too():
    source = (
        "They took the boat over the river and left it there. The horses were sold at the market in Orsk."
    )
    quotation = "They took the boat over the river and left it there. The sheep were let go. The horses were sold at the market in Orsk."
    assert missing(quotation, source, VariantKind.ADDITION) == ["The sheep were let go"]


def test_a_mark_settles_where_words_are_missing():
    source = "We saw the old bridge and the new bridge and the river below them from the hill."
    assert missing("We saw the old bridge and the […] river below them from the hill.", source) == [
        "new bridge and the"
    ]
    assert missing("We saw the old bridge and […] the river below them from the hill.", source) == [
        "the new bridge and"
    ]
