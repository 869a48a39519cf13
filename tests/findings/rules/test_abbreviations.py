"""A name and its short form in brackets are one name."""

import pytest

SENTENCE = "@ warned on Monday that the level of the lake would go on rising."
FULL = "The Federal Office of Water Supply (FOWS)"


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (FULL, "The FOWS"),
        (FULL, "FOWS"),
        (FULL, "The Federal Office of Water Supply"),
        ("The FOWS", FULL),
        ("The Federal Office of Water Supply", FULL),
        ("The Federal Office of Water Supply", "The FOWS"),
        ("The Weather and Hail Office (WHO)", "The Weather and Hail Office"),
    ],
)
def test_either_stands_for_both(compared, source, quotation):
    assert compared(SENTENCE.replace("@", quotation), SENTENCE.replace("@", source)) == []


def test_a_short_form_that_is_not_made_of_initials(compared):
    source = (
        "Das Bundesamt für Wasserwirtschaft (BWW) warnte am Montag, dass der Pegel des Sees weiter steigt."
    )
    assert compared("Das BWW warnte am Montag, dass der Pegel des Sees weiter steigt.", source) == []


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        ("The dam (built in 1961) warned nobody", "The dam warned nobody", ["OMI201 minor"]),
        (FULL, "The Ministry", ["ALT307 critical"]),
        ("The FOWS", "The Ministry of Fish (FOWS)", ["ADD101 major"]),
    ],
)
def test_other_brackets_are_none(compared, source, quotation, expected):
    assert compared(SENTENCE.replace("@", quotation), SENTENCE.replace("@", source)) == expected
