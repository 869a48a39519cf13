"""Brackets around one letter, or around none: they declare a letter, an ending, and nothing beside it."""

import pytest

from provenance.tracing.texts import compare

STATUTE = "The statute provides a remedy for every tenant who was wronged by two of its clerks."


@pytest.mark.parametrize("brackets", ["[]", "[ ]", "[_]"])
@pytest.mark.parametrize(
    ("full", "cut"), [("provides", "provide"), ("wronged", "wrong"), ("clerks", "clerk"), ("clerks", "Clerk")]
)
def test_empty_brackets_joined_to_a_word_stand_for_its_ending(full, cut, brackets):
    comparison = compare(STATUTE.replace(full, cut + brackets), STATUTE)
    assert comparison.verdict.value == "faithful"
    assert [finding.rule.code for finding in comparison.findings] == ["DEC704"]
    assert f"“{full}” became “{cut}{brackets}”" in comparison.findings[0].message


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("A town cannot tax the boats that lie in its harbour.", "A town can[] tax the boats that lie in its harbour."),
        ("The dike held for sixty days before the gate was shut.", "The dike held for six[] days before the gate was shut."),
        ("The town was hopeless about the winter and the ice.", "The town was hope[] about the winter and the ice."),
        ("The statute provides a remedy for every tenant.", "The statute protect[] a remedy for every tenant."),
        ("The statute provides a remedy for every tenant.", "The [] provides a remedy for every tenant."),
        ("It cost 50 crowns to cross the bridge at Orsk.", "It cost 5[] crowns to cross the bridge at Orsk."),
    ],
)  # fmt: skip
def test_and_for_nothing_else(compared, source, quotation):
    assert compared(quotation, source) != []


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        ("According to two engineers, warnings about the rock were given as early as 2027.",
         "[W]arnings about the rock were given as early as 2027.", "OMI206 major"),
        ("The agency said that warnings about the rock were given as early as 2027.",
         "[W]arnings about the rock were given as early as 2027.", "OMI206 major"),
        ("Never did the warnings about the rock reach the council in time.",
         "[T]he warnings about the rock reach the council in time.", "OMI202 critical"),
        ("If the warnings about the rock are heard, the road will be shut by May.",
         "[T]he warnings about the rock are heard, the road will be shut by May.", "OMI204 major"),
        ("It is not true that the warnings about the rock were heard by anybody.",
         "[T]he warnings about the rock were heard by anybody.", "OMI205 critical"),
    ],
)  # fmt: skip
def test_a_capital_in_brackets_declares_the_capital_only(compared, source, quotation, expected):
    assert compared(quotation, source) == [expected]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("Last week the board froze all hiring for the northern depots.", "[T]he board froze all hiring for the northern depots."),
        ("On Monday, warnings about the rock were given again.", "[W]arnings about the rock were given again."),
        ("The agency said: “The warnings about the rock were given.”", "[T]he warnings about the rock were given."),
        ("“It was late,” she said, “and warnings about the rock were given.”", "[W]arnings about the rock were given."),
        ("The drill was broken, and warnings about the rock were given.", "[W]arnings about the rock were given."),
    ],
)  # fmt: skip
def test_a_harmless_beginning_is_cut_off_behind_one(compared, source, quotation):
    assert compared(quotation, source) == []


def test_a_fragment_of_which_brackets_hold_half_the_words_is_no_invention(compared):
    source = "Le maire a vu la digue. « Je n'en perdrais pas mon sommeil pour autant », a-t-il dit."
    assert "SRC601 critical" not in compared("en perd[re] [s]on sommeil pour autant", source)
