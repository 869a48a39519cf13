"""A name and its short form in brackets are one name."""

import re

import pytest

from provenance.tracing.texts import compare

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


def test_a_short_form_that_the_source_explains_elsewhere(compared):
    source = (
        "The Harbour Rescue Corps (Herc) lost two boats in the storm. It has six. On Monday the Harbour Rescue "
        "Corps asked the county for a new one."
    )
    assert compared("On Monday the Herc asked the county for a new one.", source) == []


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


NAMED = [
    (
        "The South Harbour Board met on Monday. The North Harbour Board (NHB) did not meet.",
        "“NHB” is short for “North Harbour Board”",
    ),
    (
        "On Monday Mayor Ada Holm asked the North Harbour Board (NHB) for a new boat.",
        "“NHB” is short for “North Harbour Board”",
    ),
    (
        "Am Montag warnte das Bundesamt für Wasserwirtschaft (BWW) vor dem Pegel des Sees.",
        "“BWW” is short for “Bundesamt für Wasserwirtschaft”",
    ),
    (
        "Lundi, l'Office des Eaux du Lac (OEL) a prévenu les villages de la vallée.",
        "“OEL” is short for “Office des Eaux du Lac”",
    ),
]


@pytest.mark.parametrize(("source", "message"), NAMED)
def test_the_name_is_the_words_nearest_to_its_short_form(source, message):
    quotation = re.sub(r" \(\w+\)", "", source)
    assert message in [finding.message for finding in compare(quotation, source).findings]
