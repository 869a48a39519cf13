"""Words beside brackets are words put in; letters beside them belong to the bracketed word."""

import pytest

SOURCE = "The engineers expect the work on the lock to take eleven weeks and two days."


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("The engineers [from the county] quietly expect the work", ["ADD101 major"]),
        ("The engineers secretly [from the county] expect the work", ["ADD101 major"]),
        ("The engineers [from the county] expect the work", []),
        ("The engineers expect[ed] the work on the lock to take eleven weeks", []),
    ],
)
def test_only_what_stands_inside_brackets_is_declared(compared, quotation, expected):
    assert compared(quotation, SOURCE) == expected


@pytest.mark.parametrize(
    ("quotation", "source", "expected"),
    [
        (
            "It cost 1974 crowns to mend the lock.",
            "It cost 1974.3 crowns to mend the lock.",
            ["ALT303 critical"],
        ),
    ],
)
def test_the_number_of_a_note_is_told_from_decimals(compared, quotation, source, expected):
    assert compared(quotation, source) == expected


def test_an_excerpt_that_the_source_has_in_good_part_is_not_said_to_be_missing(compared):
    source = (
        "Moss said it was one of the reasons why the ferry no longer stopped at the lower pier on weekdays."
    )
    assert not compared("Then it was one of the merriest mornings.", source)


def test_words_that_stand_together_in_a_short_source_are_placed(compared):
    source = "“The scheme is a fraud,” said rival bidder Moss."
    assert compared("The Ledger reports: The scheme is a fraud.", source) == ["ADD101 major"]
