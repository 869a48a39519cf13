"""Fillers of speech that a quoter tidies away."""

import pytest


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("The radio went and nobody said anything for a minute.",
         "The radio went and, you know, nobody said anything for a minute."),
        ("The radio went. And nobody said anything for a minute.",
         "The radio went. And I mean, nobody said anything for a minute."),
        ("Je hoort de mensen op de wal en je ziet ze niet. Dat is het mooiste van de rivier.",
         "Je hoort de mensen op de wal en je ziet ze niet, weet je wel. Dat is het mooiste van de rivier."),
    ],
)  # fmt: skip
def test_a_filler_may_go(compared, quotation, source):
    assert compared(quotation, source) == []


def test_the_same_words_that_say_something_stay(compared):
    source = "The boy was right, and nobody said anything for a minute."
    assert compared("The boy was, and nobody said anything for a minute.", source) != []
