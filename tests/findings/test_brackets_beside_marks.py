"""Brackets beside an omission mark: together they stand for whatever is missing there, and for nothing beyond."""

import pytest

SOURCE = (
    "The mayor said that Mr Holt, the harbour master, had warned the whole council twice in writing before the gate "
    "failed. He was not heard. The whole council voted for repairs in March."
)


@pytest.mark.parametrize(
    "quotation",
    [
        "The mayor said that [Holt] … had warned the whole council twice in writing before the gate failed.",
        "The mayor said that … [Holt] had warned the whole council twice in writing before the gate failed.",
        "The mayor said that … [Holt] … had warned the whole council twice in writing before the gate failed.",
        "The mayor said that … [he] had warned the whole council twice in writing before the gate failed.",
        "The mayor said that [the engineer] … had warned the whole council twice in writing before the gate failed.",
        "[Holt] … had warned the whole council twice in writing before the gate failed.",
        "… had warned the whole council … [of the flood] before the gate failed. He was not heard.",
        "… had warned the whole council [of the flood] … in writing before the gate failed. He was not heard.",
        "… had warned the whole council twice … [in May] … He was not heard.",
        "… in writing before the gate failed … [Holt] was not heard. The whole council voted for repairs in March.",
    ],
)
def test_what_stands_for_the_missing_words_is_told(compared, quotation):
    assert compared(quotation, SOURCE) == []


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        # What is missing beyond the next word was not told of.
        (
            "… in writing before the gate failed … [T]he council voted for repairs in March.",
            ["OMI201 minor"],
        ),
        (
            "The mayor said that … [Holt] had warned the council twice in writing before the gate failed.",
            ["OMI201 minor"],
        ),
        # A mark does not cover what was put in without brackets.
        (
            "The mayor said that … [Holt] had secretly warned the whole council twice in writing before the gate failed.",
            ["ADD101 major"],
        ),
        # Another name than the source has.
        (
            "The mayor said that [Marsh] … had warned the whole council twice in writing before the gate failed.",
            ["ALT307 minor"],
        ),
    ],
)
def test_what_they_do_not_stand_for_is_found(compared, quotation, expected):
    assert compared(quotation, SOURCE) == expected


def test_a_swallowed_not_is_found_whichever_stands_first(compared):
    source = SOURCE.replace("had warned", "had not warned")
    for told in ("… [Holt]", "[Holt] …"):
        quotation = (
            f"The mayor said that {told} warned the whole council twice in writing before the gate failed."
        )
        assert [code.split()[0] for code in compared(quotation, source)] == ["OMI207"]


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("He was … not heard.", []),
        ("The mayor said that Mr Holt, the harbour master, had … never warned the whole council twice in writing.", ["ALT302 critical"]),
        ("The mayor said that Mr Holt, the harbour master, had never […] warned the whole council twice in writing.", ["ALT302 critical"]),
        ("The mayor said that Mr Holt, the harbour master, had … not … warned the whole council twice in writing.", ["ALT302 critical"]),
        ("The mayor said that Mr Holt, the harbour master, had … always warned the whole council twice in writing.", ["ADD103 major"]),
        ("The mayor said that Mr Holt, the harbour master, had … secretly warned the whole council twice in writing.", ["ADD101 major"]),
        ("The mayor said that Mr Holt, the harbour master, had [then] never [once] warned the whole council twice.", ["ALT302 critical"]),
    ],
)  # fmt: skip
def test_words_put_in_beside_a_mark_are_told_of_by_none(compared, quotation, expected):
    assert compared(quotation, SOURCE) == expected
