"""Raised figures: a power belongs to its unit, the call of a note to no word."""

import pytest

from provenance.findings.trace import Verdict
from provenance.tracing.texts import compare

SAID = "The hall has {} of floor under the new roof."


@pytest.mark.parametrize(
    ("quoted", "source"),
    [
        ("40 m²", "40 square metres"),
        ("40 m2", "40 m²"),
        ("40m²", "40 m²"),
        ("40 m³", "40 cubic metres"),
        ("7 km²", "7 sq km"),
    ],
)
def test_a_power_is_read_with_its_unit(quoted, source):
    assert compare(SAID.format(quoted), SAID.format(source)).verdict is not Verdict.ALTERED


@pytest.mark.parametrize(("quoted", "source"), [("40 m²", "40 m³"), ("40 m", "40 m²"), ("40 cm²", "40 m²")])
def test_another_power_is_another_amount(quoted, source):
    assert compare(SAID.format(quoted), SAID.format(source)).verdict is Verdict.ALTERED


def test_the_call_of_a_note_is_no_part_of_its_word():
    one, other = "He named the new room² of the guild.", "He named the new room of the guild."
    assert compare(one, other).verdict is not Verdict.ALTERED
