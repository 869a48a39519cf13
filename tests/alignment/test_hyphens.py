"""A word broken at a line's end is the word; a change beside it stays a change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.alignment.alignment import Disclosure
from provenance.alignment.collation import collate
from provenance.text.document import Document

SENTENCE = "Researchers at the well-known institute reviewed the harbour plan before the vote in March."


def differences(excerpt, source):
    """What differs beyond typography, as pairs of words."""
    document = Document(excerpt)
    alignment = collate([document.passage(0, len(excerpt))], Document(source))
    assert alignment.found
    return [
        (variant.excerpt.text, variant.source.text)
        for variant in alignment.variants
        if variant.disclosure is not Disclosure.PERMITTED
    ]


@pytest.mark.parametrize("hyphen", ["-\n", "\u00ad\n", "-\n    ", "- ", "‐\r\n", "¬\n"])
@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        ("Researchers", "Re{}searchers"),
        ("harbour plan", "har{}bour plan"),
        ("institute reviewed", "insti{}tute re{}viewed"),
        ("March", "Ma{}rch"),
        ("well-known", "well{}known"),
    ],
)
def test_a_word_broken_on_one_side_is_the_same_word(whole, broken, hyphen):
    other = SENTENCE.replace(whole, broken.format(hyphen, hyphen))
    assert not differences(other, SENTENCE)
    assert not differences(SENTENCE, other)


@given(
    st.dictionaries(
        st.integers(0, 13), st.tuples(st.integers(1, 9), st.sampled_from(["-\n", "\u00ad\n"])), max_size=3
    )
)
def test_wherever_words_are_broken_nothing_is_changed(breaks):
    words = (
        "The county asked several engineers whether the barriers would protect harbours against winter storms"
    )
    broken = words.split()
    for at, (cut, hyphen) in breaks.items():
        if 2 <= cut < len(broken[at]) - 1:
            broken[at] = broken[at][:cut] + hyphen + broken[at][cut:]
    assert not differences(" ".join(broken), words)
    assert not differences(words, " ".join(broken))


@pytest.mark.parametrize(
    ("excerpt", "change"),
    [
        ("Researchers at the well-known institute barely re-\nviewed the harbour plan", ("barely ", "")),
        ("Researchers at the institute re-\nviewed the harbour plan before", ("", "well-known ")),
    ],
)
def test_a_change_beside_or_in_a_broken_word_is_a_change(excerpt, change):
    assert change in differences(excerpt, SENTENCE)


def test_two_words_without_a_hyphen_are_not_one():
    assert differences(SENTENCE.replace("harbour", "har bour"), SENTENCE)
