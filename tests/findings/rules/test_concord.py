"""A negation that is gone, in languages that may have two of them."""

import pytest


@pytest.mark.parametrize(
    ("source", "gone"),
    [
        ("El alcalde nunca ha dicho que la presa fuera segura para todos.", "nunca "),
        ("El alcalde no ha dicho que la presa fuera segura para todos.", "no "),
        ("No llueve, y el alcalde nunca ha dicho que la presa fuera segura.", "nunca "),
        ("El alcalde, que no vino, nunca ha dicho que la presa fuera segura.", "nunca "),
        ("Le maire n'a jamais dit que le barrage était sûr pour tous.", "jamais "),
        ("Мэр города не говорил о том, что плотина безопасна для всех.", "не "),
    ],
)
def test_the_only_negation_is_critical(compared, source, gone):
    assert compared(source.replace(gone, ""), source) == ["OMI202 critical"]
