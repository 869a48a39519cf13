"""Words that a source reports, in marks or none: whose they are there, and whether they were meant (ATT501, ALT309)."""

import pytest

SLIPWAY = (
    "Harbour master Edda Roon met the press on the slipway. A reporter remarked that the crane was older than the pier. "
    "Roon said the crane would be sold in the autumn."
)
KASSE = "Der Chor ist am Ende. Laut Brenner hat Ahlers gesagt, die Kasse sei seit Ostern leer und verschlossen. Brenner sah zu Boden."
CASSA = "Secondo Bressan, Albini avrebbe detto che la cassa era vuota da gennaio. Per Bressan è una faccenda da tribunale."
ALCALDE = (
    "La alcaldesa Berta Olmos habló en la plaza. Un vecino le recordó que el pozo seguía seco desde abril. "
    "Olmos respondió que la bomba llegaría en mayo."
)
WRONG = [
    (SLIPWAY, "Harbour master Edda Roon said the crane “was older than the pier”."),
    (KASSE, "Brenner sagte, die Kasse sei „seit Ostern leer und verschlossen“."),
    (CASSA, "Bressan ha detto che la cassa «era vuota da gennaio»."),
    (ALCALDE, "La alcaldesa Berta Olmos dijo que el pozo «seguía seco desde abril»."),
]
RIGHT = [
    (SLIPWAY, "Harbour master Edda Roon said the crane “would be sold in the autumn”."),
    (SLIPWAY, "A reporter told Edda Roon that the crane “was older than the pier”."),
    (KASSE, "Ahlers hat laut Brenner gesagt, die Kasse sei „seit Ostern leer und verschlossen“."),
    (CASSA, "Albini, secondo Bressan, avrebbe detto che la cassa «era vuota da gennaio»."),
    (ALCALDE, "Un vecino recordó a la alcaldesa que el pozo «seguía seco desde abril»."),
]
BOILER = (
    "The boiler died on Monday. “I love a cold bath,” joked Ned Farrow. “Somebody must mend it,” he added."
)
HEIZUNG = "Die Heizung ist aus. „Ich bade gern kalt“, sagte Veit Lorenz ironisch. „Jemand muss sie richten.“"


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_what_somebody_else_is_reported_to_say_is_a_finding(beside, source, article):
    assert "ATT501" in beside(article, source)


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_what_is_given_to_who_is_reported_to_say_it_passes(beside, source, article):
    assert "ATT501" not in beside(article, source)


@pytest.mark.parametrize(
    ("source", "article"),
    [
        (BOILER, "Ned Farrow said: “I love a cold bath.”"),
        (HEIZUNG, "Veit Lorenz sagte: „Ich bade gern kalt.“"),
    ],
)
def test_a_joke_told_straight_is_a_finding(beside, source, article):
    assert beside(article, source) == ["ALT309"]


@pytest.mark.parametrize(
    ("source", "article"),
    [
        (BOILER, "“I love a cold bath,” quipped Ned Farrow."),
        (BOILER, "Ned Farrow said: “Somebody must mend it.”"),
        (HEIZUNG, "„Ich bade gern kalt“, scherzte Veit Lorenz."),
    ],
)
def test_a_joke_that_is_called_one_and_what_is_none_pass(beside, source, article):
    assert beside(article, source) == []


def test_a_surname_of_two_letters_is_the_same_persons(beside):
    source = (
        "Moa Ek vek upp brevet från hamnen och läste högt: ”Båten ska bort före midsommar. Vi väntar inte längre.” "
        "Sedan lade hon ner det. ”Jag har rott här i trettio år”, sade Ek."
    )
    assert beside("”Jag har rott här i trettio år”, sade Moa Ek.", source) == []
