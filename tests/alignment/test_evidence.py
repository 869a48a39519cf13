"""A shared phrase is no evidence; the less of an excerpt the source accounts for, the more it must prove."""

import pytest

from provenance.alignment.coding import PreparedSource
from provenance.alignment.collation import collate
from provenance.text.document import Document

PAGE = """The river board met on Tuesday at the University of North Tarn in the presence of the minister. At the end of
the day it was not clear who would pay for the lock, and members of the public were told to come back in June. According
to the chair the state of the union between both boards had never been better, life, liberty and a dry cellar included.

The old weir, she said, had been mended eleven times since the flood, and each time the bill had been sent to the wrong
town. Nobody had kept the letters. The engineer said that a new sluice of larch and iron would last for sixty years if
the gravel was dredged every spring, and that the board had been told so twice. """
FILLER = " ".join(f"Clerk {number} wrote note {number} about barge {number * 7}." for number in range(300))
SOURCE = PreparedSource(Document(PAGE + FILLER))
OWN = """Yesterday our tasters tried forty cheeses from nine valleys and argued over rinds until the lamps went out,
while somebody's grandmother sang and a spaniel stole the last blue wheel off its plate beneath everyone's noses. """


def found(excerpt, source=SOURCE):
    document = Document(excerpt)
    return collate([document.passage(0, len(excerpt))], source).found


@pytest.mark.parametrize(
    "excerpt",
    [
        "At the end of the day cheese beats wine for supper.",
        "Physicists at the University of North Tarn have frozen a beam of violet light for one second.",
        "Whether the oven smoked was not clear to the baker.",
        OWN + "Members of the public were told to bring crackers, according to the chair.",
    ],
)
def test_a_shared_phrase_places_nothing(excerpt):
    assert not found(excerpt)


@pytest.mark.parametrize(
    "excerpt",
    [
        "each time the bill had been sent to the wrong village",
        "The old weir had been mended twelve times since the flood",
        "a new sluice of larch and iron … dredged every spring",
        OWN
        + "The engineer said that a new sluice of larch and iron would last for sixty years if the gravel was"
        " dredged every spring, and that the board had been told so. " + OWN,
    ],
)
def test_what_was_quoted_with_a_change_or_among_other_words_is_placed(excerpt):
    assert found(excerpt)


@pytest.mark.parametrize(
    ("excerpt", "is_found"),
    [
        ("mended twelve times", False),
        ("had been mended twelve times", True),
        ("a sluice of gold", False),
        ("minister. At midday", False),
    ],
)
def test_three_words_of_a_short_excerpt_place_it_if_they_stand_in_one_sentence_in_its_order(
    excerpt, is_found
):
    assert found(excerpt, PreparedSource(Document(PAGE))) is is_found


def test_a_figure_alone_of_four_words_is_another():
    source = PreparedSource(Document("Kuzey iskelesi yedi milyon liraya mal oldu. Güney iskelesi kapalı."))
    assert found("dokuz milyon liraya mal", source)
    assert not found("liraya iskelesi kapalı kuzey", source)


def test_a_few_words_in_a_row_are_enough_where_the_source_is_as_short():
    words = "She wrote: the barge was empty."
    assert found(words, PreparedSource(Document("“The barge was empty,” said Marlow.")))
    assert not found(words, PreparedSource(Document(FILLER + " The barge was emptied at noon. " + FILLER)))
