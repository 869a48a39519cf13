"""What an ellipsis takes out of a clause: whose reckoning it is, and what says nothing of the rest (OMI207)."""

import pytest

SOURCES = {
    "nl": "De kosten bedragen volgens een eerste, nog niet gecontroleerde schatting van de aannemer 350 euro per woning, zegt de gemeente.",
    "en": "The repairs will cost, by a first and unchecked estimate of the contractor, 350 euros a house, and the work begins in May.",
    "en2": "A child who cannot read cannot, in the view of the owner's lawyer, sign for a parcel at the gate.",
    "en3": "The dam will hold, according to the firm that built it, for another sixty years of ordinary rain.",
    "en4": "The new bridge, which stands beside the old mill, carries 900 lorries a day in the harvest weeks.",
    "en5": "The well was, as far as anyone can tell today, poisoned by the tannery upstream.",
    "de": "Die Brücke trägt nach einer ersten, noch ungeprüften Rechnung des Bauamts 40 Tonnen und bleibt offen.",
    "de2": "Der Deich hält laut dem Hersteller noch sechzig Jahre, und die Gemeinde plant keinen neuen.",
    "de3": "Die Brücke, die neben der alten Mühle steht, trägt 40 Tonnen und bleibt offen.",
    "fr": "Les travaux coûteront, selon une première estimation non vérifiée de l'entrepreneur, 350 euros par logement.",
    "fr2": "Le pont, construit par le grand-père du maire, porte 40 tonnes et reste ouvert.",
    "es": "Las obras costarán, según un primer cálculo sin revisar del contratista, 350 euros por vivienda.",
    "it": "I lavori costeranno, secondo una prima stima non verificata dell'impresa, 350 euro per alloggio.",
    "sv": "Kostnaden blir enligt en första, ännu inte granskad beräkning från byggbolaget 350 kronor per hus.",
    "pl": "Koszt wyniesie według pierwszych, niesprawdzonych jeszcze obliczeń wykonawcy 350 złotych za dom.",
    "ru": "Ремонт обойдётся, по первой, ещё не проверенной оценке подрядчика, в 350 рублей за дом.",
    "pt": "As obras custarão, segundo uma primeira estimativa não verificada do empreiteiro, 350 euros por casa.",
    "da": "Prisen bliver ifølge et første, endnu ikke kontrolleret skøn fra entreprenøren 350 kroner pr. hus.",
}  # fmt: skip
WRONG = [
    ("nl", "„De kosten bedragen … 350 euro per woning”, zegt de gemeente."),
    ("en2", "The rule is plain: “A child who cannot read cannot … sign for a parcel at the gate.”"),
    ("en3", "The report says: “The dam will hold … for another sixty years of ordinary rain.”"),
    ("de2", "Die Stadt schreibt: „Der Deich hält […] noch sechzig Jahre, und die Gemeinde plant keinen neuen.“"),
    ("fr", "La mairie écrit : « Les travaux coûteront […] 350 euros par logement. »"),
    ("es", "El ayuntamiento escribe: «Las obras costarán […] 350 euros por vivienda»."),
    ("it", "Il comune scrive: «I lavori costeranno […] 350 euro per alloggio»."),
    ("sv", "Kommunen skriver: ”Kostnaden blir … 350 kronor per hus.”"),
    ("pl", "Gmina pisze: „Koszt wyniesie […] 350 złotych za dom”."),
    ("pt", "A câmara escreve: «As obras custarão […] 350 euros por casa.»"),
    ("da", "Kommunen skriver: »Prisen bliver … 350 kroner pr. hus.«"),
]  # fmt: skip
RIGHT = [
    ("en4", "The report says: “The new bridge … carries 900 lorries a day in the harvest weeks.”"),
    ("de3", "Die Stadt schreibt: „Die Brücke […] trägt 40 Tonnen und bleibt offen.“"),
    ("fr2", "La mairie écrit : « Le pont […] porte 40 tonnes et reste ouvert. »"),
    ("en", "By the contractor's first estimate, unchecked so far, “the repairs will cost … 350 euros a house, and the work begins in May”."),
    ("en3", "According to the firm that built it, “the dam will hold … for another sixty years of ordinary rain”."),
    ("de2", "Laut dem Hersteller: „Der Deich hält […] noch sechzig Jahre, und die Gemeinde plant keinen neuen.“"),
    ("nl", "„De kosten bedragen … 350 euro per woning”, schat de aannemer in een eerste, niet gecontroleerde schatting."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_an_ellipsis_that_takes_whose_reckoning_it_is(beside, source, article):
    assert beside(article, SOURCES[source]) == ["OMI207"]


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_an_aside_under_an_ellipsis_and_what_the_article_says_itself_pass(beside, source, article):
    assert beside(article, SOURCES[source]) == []
