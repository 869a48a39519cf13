"""Clipping: what a quotation ends before."""

import pytest


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("I support the dam, but only if the valley towns agree.", "I support the dam"),
        ("The lighthouse can be saved, unless the cliff gives way first.", "The lighthouse can be saved"),
        (
            "If the frost holds, the ferries will stop on Sunday night.",
            "the ferries will stop on Sunday night.",
        ),
    ],
)
def test_clipped_qualifier(compared, source, quotation):
    assert compared(quotation, source) == ["OMI205 major"]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("I support the dam, and the towns below it have my word.", "I support the dam"),
        ("Last week the board froze all hiring, citing costs.", "the board froze all hiring"),
        (
            "But the board froze all hiring at the northern depots.",
            "the board froze all hiring at the northern depots.",
        ),
    ],
)
def test_a_harmless_clip(compared, source, quotation):
    assert compared(quotation, source) == []


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        (
            "In one volunteer of six the upper value did not fall at all.",
            "In one volunteer of six the upper value did.",
            ["OMI202 critical"],
        ),
        (
            "The keeper of the tower is to blame, not the county that pays him.",
            "The keeper of the tower is to blame.",
            [],
        ),
        (
            "The keeper of the tower left the island without a word to anybody.",
            "The keeper of the tower left the island.",
            [],
        ),
        (
            "The shareholders of the old glass works should do nothing for now.",
            "The shareholders of the old glass works should do nothing.",
            ["OMI203 major"],
        ),
    ],
)
def test_what_is_cut_off_before_a_full_stop(compared, source, quotation, expected):
    assert compared(quotation, source) == expected


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        (
            "“I never took a penny.” Prosecutors said that he had spent the money on a house in the south.",
            "He had spent the money on a house in the south.",
            ["OMI206 major"],
        ),
        (
            "Según la oposición, el gobierno local ocultó un informe sobre los frenos del tranvía.",
            "El gobierno local ocultó un informe sobre los frenos del tranvía.",
            ["OMI206 major"],
        ),
        (
            "«No pagaremos dos veces por la misma obra», dijo la concejala de obras.",
            "Pagaremos dos veces por la misma obra",
            ["OMI202 critical"],
        ),
        (
            "Etwa die Hälfte der Mitglieder hatte im April für einen Umzug gestimmt.",
            "Die Hälfte der Mitglieder hatte im April für einen Umzug gestimmt.",
            ["OMI203 major"],
        ),
        (
            "Almost everybody in the upper town has signed the letter to the county.",
            "Everybody in the upper town has signed the letter to the county.",
            ["OMI203 major"],
        ),
        (
            "The ball had struck the defender's chest, television pictures showed.",
            "The ball had struck the defender's chest.",
            ["OMI206 major"],
        ),
        (
            "He did not sign the letter, because he thinks that it will change nothing. He is 81.",
            "He did not sign the letter. He is 81.",
            ["OMI201 minor"],
        ),
        (
            "Not every keeper on the outer skerries wants a receiver in the lamp room.",
            "Every keeper on the outer skerries wants a receiver in the lamp room.",
            ["OMI202 critical"],
        ),
    ],
)
def test_what_is_cut_off_before_a_capital(compared, source, quotation, expected):
    assert compared(quotation, source) == expected


def test_a_mark_at_the_edge_declares_the_cut_and_excuses_no_condition(compared):
    source = "I support the dam, but only if the valley towns agree."
    assert compared("I support the dam …", source) == ["OMI207 major"]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("A few of the boats were lost in the storm.", "Few of the boats were lost in the storm."),
        ("A little help came to the harbour that winter.", "Little help came to the harbour that winter."),
        ("The harbour had a few boats left that winter.", "The harbour had few boats left that winter."),
        ("The harbour had few boats left that winter.", "The harbour had a few boats left that winter."),
        ("Ein wenig Hilfe kam nach dem Sturm zum Hafen.", "Wenig Hilfe kam nach dem Sturm zum Hafen."),
        ("Un peu d’aide est venue au port en hiver.", "Peu d’aide est venue au port en hiver."),
    ],
)
def test_an_article_that_makes_some_of_few_is_not_cut_off(compared, source, quotation):
    assert compared(quotation, source) == ["ALT306 major"]


def test_an_article_that_the_sentence_around_may_have_is_cut_off_in_silence(compared):
    assert compared("few of the boats were lost", "A few of the boats were lost in the storm.") == []
    assert compared("little boat of the harbour was lost", "A little boat of the harbour was lost.") == []
    assert compared("Little boats were lost in the storm", "The little boats were lost in the storm.") == []


def test_what_the_speaker_only_supposes_is_no_statement(compared):
    source = "Let us suppose that the mayor has stolen the money of the harbour."
    assert compared("The mayor has stolen the money of the harbour.", source)[0].startswith("OMI204")
