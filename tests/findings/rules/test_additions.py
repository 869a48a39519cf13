"""ADD101, ADD102, ADD103: what fires, and what stays silent."""

import pytest

COUNCIL = "The council approved the lease on Monday after two long hearings. Work on the slipway begins in June. The harbour master has asked for three cranes."


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        (COUNCIL.replace("approved", "quietly approved"), ["ADD101 major"]),
        (COUNCIL.replace("two long hearings", "two long hearings behind closed doors"), ["ADD101 major"]),
        (COUNCIL.replace("in June", "in the June"), ["ADD101 minor"]),
        (COUNCIL.replace("The harbour master", "The harbour master (Ebba Lind)"), ["ADD101 minor"]),
    ],
)
def test_inserted_words(compared, quotation, expected):
    assert compared(quotation, COUNCIL) == expected


@pytest.mark.parametrize(
    "quotation",
    [
        COUNCIL.replace("The harbour master", "The harbour master [Ebba Lind]"),
        COUNCIL.replace(" long", ", um, long"),
    ],
)
def test_a_declared_insertion_is_no_finding(compared, quotation):
    assert compared(quotation, COUNCIL) == []


@pytest.mark.parametrize(
    "sentence", ["Residents are furious about the noise.", "Nobody has told the mussel growers in Tarvik."]
)
def test_inserted_sentence(compared, sentence):
    quotation = COUNCIL.replace("Work on", f"{sentence} Work on")
    assert compared(quotation, COUNCIL) == ["ADD102 critical"]


def test_a_sentence_after_the_last_quoted_word_has_nothing_on_its_other_side(compared):
    assert compared(f"{COUNCIL} Residents are furious about the noise.", COUNCIL) == ["ADD101 major"]


def test_a_sentence_in_brackets_is_declared(compared):
    quotation = COUNCIL.replace("Work on", "[Residents are furious about the noise.] Work on")
    assert compared(quotation, COUNCIL) == []


@pytest.mark.parametrize(
    ("plain", "coloured"),
    [
        ("The harbour master", "The disgraced harbour master"),
        ("three cranes", "a staggering three cranes"),
        ("The council", "The notorious council"),
    ],
)
def test_loaded_insertion(compared, plain, coloured):
    found = compared(COUNCIL.replace(plain, coloured, 1), COUNCIL)
    assert found == ["ADD103 major"]


def test_a_label_of_ones_own(compared):
    quotation = COUNCIL.replace("The harbour master", "The barnacled harbour master")
    assert compared(quotation, COUNCIL) == ["ADD101 major"]
    assert compared(quotation, COUNCIL, labels=("barnacled",)) == ["ADD103 major"]


def test_a_label_of_the_source_is_no_finding(compared):
    source = COUNCIL.replace("The harbour master", "The disgraced harbour master")
    assert compared(source, source) == []
