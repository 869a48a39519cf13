"""Fillers of speech that a quoter tidies away."""

import pytest


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("The radio went and nobody said anything for a minute.",
         "The radio went and, you know, nobody said anything for a minute."),
        ("The radio went. And nobody said anything for a minute.",
         "The radio went. And I mean, nobody said anything for a minute."),
        ("Je hoort de mensen op de wal en je ziet ze niet. Dat is het mooiste van de rivier.",
         "Je hoort de mensen op de wal en je ziet ze niet, weet je wel. Dat is het mooiste van de rivier."),
    ],
)  # fmt: skip
def test_a_filler_may_go(compared, quotation, source):
    assert compared(quotation, source) == []


def test_the_same_words_that_say_something_stay(compared):
    source = "The boy was right, and nobody said anything for a minute."
    assert compared("The boy was, and nobody said anything for a minute.", source) != []


GARDIENNE = "La gardienne du phare, Anne Vey, part en mai."
INSIDE = [
    ("« Le phare est fermé, martèle-t-il, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Luc Ory."),
    ("Luc Ory reste seul. « Le phare, s'amuse Ory, et personne d'autre ne le gardera. »", "« Le phare, et personne d'autre ne le gardera », dit Luc Ory."),
    (f"{GARDIENNE} « Le phare est fermé, se souvient la gardienne, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Anne Vey."),
    ("Lo sabe Inés Mora. «El faro está cerrado —cuenta Inés Mora— y nadie lo abrirá otra vez».", "«El faro está cerrado y nadie lo abrirá otra vez», dijo Inés Mora."),
    ("Parla Piero Landi. «Il faro è chiuso, sospira Piero Landi, e nessuno lo riaprirà.»", "«Il faro è chiuso, e nessuno lo riaprirà», ha detto Piero Landi."),
]  # fmt: skip
PUT_IN = [
    ("Le préfet a écrit. « Le phare est fermé, malgré le préfet, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Luc Ory."),
    ("« Le phare est fermé, par pure bêtise, et personne ne le rouvrira. »", "« Le phare est fermé, et personne ne le rouvrira », dit Luc Ory."),
    ("Lo sabe Inés Mora. «El faro está cerrado —gracias a Inés Mora— y nadie lo abrirá otra vez».", "«El faro está cerrado y nadie lo abrirá otra vez», dijo Luis Vara."),
    ("«Il faro è chiuso, tranne per Piero Landi, e nessuno lo riaprirà.»", "«Il faro è chiuso, e nessuno lo riaprirà», ha detto Anna Galli."),
    ("“The lighthouse is shut, thank God, and nobody will open it again,” Ann Lee said.", "“The lighthouse is shut, and nobody will open it again,” Ann Lee said."),
]  # fmt: skip


@pytest.mark.parametrize(("article", "source"), INSIDE)
def test_who_speaks_may_stand_between_signs_inside_the_marks(beside, article, source):
    assert beside(article, source) == []


@pytest.mark.parametrize(("article", "source"), PUT_IN)
def test_what_else_is_put_in_between_signs_is_a_finding(beside, article, source):
    assert set(beside(article, source)) & {"ADD101", "ADD103"}
