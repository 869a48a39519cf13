"""One of two negations that together deny one thing."""

import pytest

DENYING = [
    ("Nadie en el pueblo ha pensado nunca en vender la presa al gobierno.", "nunca "),
    ("El alcalde no ha dicho nunca que la presa fuera segura para todos.", "nunca "),
    ("Los vecinos no quieren tampoco el dinero de la empresa de aguas.", "tampoco "),
    ("Nessuno nel paese ha mai pensato di vendere la diga al governo.", "mai "),
    ("Il sindaco non ha mai detto che la diga era sicura per tutti.", "mai "),
    ("Ninguém na cidade pensou nunca em vender a barragem ao governo.", "nunca "),
    ("O prefeito não disse nunca que a barragem era segura para todos.", "nunca "),
    ("Personne dans le village n'a jamais pensé à vendre le barrage.", "jamais "),
    ("Никто в городе никогда не думал о продаже плотины правительству.", "никогда "),
    ("Мэр никогда не говорил о том, что плотина безопасна для всех.", "никогда "),
]


@pytest.mark.parametrize(("source", "gone"), DENYING)
def test_the_sense_stays_with_one_of_them(compared, source, gone):
    assert compared(source.replace(gone, ""), source) == ["OMI201 minor"]
    assert compared(source, source.replace(gone, "")) == ["ADD101 minor"]


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
