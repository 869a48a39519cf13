"""A party's case that goes on over several sentences of a ruling, given to the court (ATT503)."""

import pytest

SOURCES = {
    "en": "Appellant contends that a will attested by a minor is no will. The statute speaks of competent witnesses, and a person who cannot himself make a will cannot, in her view, attest to another's. To hold otherwise would leave estates to the word of children. We are not persuaded. The legislature set no age for witnesses.",
    "en2": "The claimant submits that the tenant knew of the damp. The stains were visible from the street. Nobody who rented the house could have missed them. We reject that submission. The stains were painted over.",
    "en3": "The claimant submits that the tenant knew of the damp. We reject that submission. The stains were painted over before he came.",
    "de": "Die Klägerin macht geltend, der Verkäufer habe den Mangel gekannt. Der Riss sei von der Straße aus zu sehen gewesen. Wer dort gewohnt habe, müsse ihn nach ihrer Ansicht täglich bemerkt haben. Dem folgt der Senat nicht. Der Riss war überputzt.",
    "fr": "L'appelante soutient que le bail a pris fin en mai. Les clés ont été rendues au gardien, et un locataire qui rend les clés ne saurait, selon elle, devoir un loyer. La cour ne suit pas cette analyse. Le bail courait jusqu'en août.",
    "es": "La recurrente sostiene que el contrato era nulo. La firma fue estampada de noche, y quien firma de noche no puede, a su juicio, obligarse. La Sala no comparte ese criterio. El contrato era válido.",
    "it": "La ricorrente sostiene che la clausola sia nulla. Il testo è stampato in caratteri minuscoli, e chi non può leggere non può, a suo avviso, obbligarsi. La Corte non condivide. La clausola era leggibile.",
    "nl": "Eiseres stelt dat de koop ongeldig is. De akte is op zondag getekend, en wie op zondag tekent kan, volgens haar, nergens aan gebonden zijn. De rechtbank volgt dat niet. De akte is geldig.",
}  # fmt: skip
WRONG = [
    ("en", "As the court put it in Lindqvist:\n\n> The statute speaks of competent witnesses, and a person who cannot himself make a will cannot … attest to another’s. To hold otherwise would leave estates to the word of children."),
    ("en", "The court wrote: “To hold otherwise would leave estates to the word of children.”"),
    ("en", "The court held that “the statute speaks of competent witnesses”."),
    ("en2", "The court was clear: “Nobody who rented the house could have missed them.”"),
    ("en2", "The judgment says:\n\n> The stains were visible from the street. Nobody who rented the house could have missed them."),
    ("de", "Der Senat schreibt: „Der Riss sei von der Straße aus zu sehen gewesen.“"),
    ("de", "Im Urteil heißt es:\n\n> Der Riss sei von der Straße aus zu sehen gewesen. Wer dort gewohnt habe, müsse ihn … täglich bemerkt haben."),
    ("fr", "La cour l'a dit : « Les clés ont été rendues au gardien, et un locataire qui rend les clés ne saurait […] devoir un loyer. »"),
    ("es", "La Sala escribe: «La firma fue estampada de noche, y quien firma de noche no puede […] obligarse»."),
    ("it", "La Corte ha scritto: «Il testo è stampato in caratteri minuscoli, e chi non può leggere non può […] obbligarsi»."),
    ("nl", "De rechtbank schrijft: „De akte is op zondag getekend, en wie op zondag tekent kan […] nergens aan gebonden zijn.”"),
]  # fmt: skip
RIGHT = [
    ("en", "As the appellant argued before the court in Lindqvist:\n\n> The statute speaks of competent witnesses, and a person who cannot himself make a will cannot, in her view, attest to another’s. To hold otherwise would leave estates to the word of children."),
    ("en", "The court wrote: “The legislature set no age for witnesses.”"),
    ("en2", "The claimant told the court: “Nobody who rented the house could have missed them.”"),
    ("en2", "The court found that “the stains were painted over”."),
    ("en3", "The court found: “The stains were painted over before he came.”"),
    ("de", "Der Senat schreibt: „Der Riss war überputzt.“"),
    ("de", "Vor dem Senat trug die Klägerin vor: „Der Riss sei von der Straße aus zu sehen gewesen.“"),
    ("fr", "La cour l'a dit : « Le bail courait jusqu'en août. »"),
    ("es", "La Sala escribe: «El contrato era válido»."),
    ("it", "La Corte ha scritto: «La clausola era leggibile»."),
    ("nl", "De rechtbank schrijft: „De akte is geldig.”"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), WRONG)
def test_a_contention_that_goes_on_given_to_the_court(beside, source, article):
    assert {"ATT503", "OMI206"}.intersection(beside(article, SOURCES[source]))


@pytest.mark.parametrize(("source", "article"), RIGHT)
def test_what_is_owned_up_to_and_what_the_court_says_passes(beside, source, article):
    assert beside(article, SOURCES[source]) == []
