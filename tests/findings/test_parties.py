"""A party's case in a judgment, given to the court (ATT503), and what the court says itself or reports as a party's."""

import pytest

SOURCES = {
    "one sentence": "Counsel for the appellant submitted that the lease had ended in May. We do not agree. The lease ran on until the autumn.",
    "the one before": "Decision of the Rents Panel. The owner's case, put at its highest, comes to this. The lodger kept nine geese in the attic and let them walk the stairs at night. The panel makes no order.",
    "he said": 'Counsel for the appellant submitted that the notice was late. On that footing, he said, "the whole of the hearing was void from the start". In our judgment the section answers the point.',
    "de": "Die Klägerin macht geltend, der Zaun sei morsch und von Anfang an gefährlich gewesen. Dem folgt der Senat nicht. Der Zaun war fest.",
    "it": "Con il secondo motivo la ricorrente deduce violazione di legge. A suo dire il pozzo era asciutto da anni e nessuno aveva mai chiesto la chiave. Il motivo è inammissibile.",
    "ru": "Суд рассмотрел жалобу садоводов. Представитель ответчика утверждал, что «тропа всегда была частной и никому не служила проходом». Суд с этим не согласился.",
    "sv": "Käranden har gjort gällande följande. Bolaget kände till sprickorna redan när husen såldes. Tingsrätten anser inte att detta har visats.",
    "zh": "原告诉称，被告当晚故意放走了两匹马。本院经审理，对此不予采信。",
}  # fmt: skip
GIVEN_TO_THE_COURT = [
    ("one sentence", "The Court of Appeal wrote that “the lease had ended in May”."),
    ("the one before", "The panel’s findings are set out in its decision:\n\n> The lodger kept nine geese in the attic and let them walk the stairs at night."),
    ("he said", "The Court of Appeal did not mince its words:\n\n> [T]he whole of the hearing was void from the start."),
    ("de", "Der Senat schreibt zum Zaun:\n\n> [D]er Zaun [ist] morsch und von Anfang an gefährlich gewesen."),
    ("it", "Sul punto la Corte ha scritto:\n\n> [I]l pozzo era asciutto da anni e nessuno aveva mai chiesto la chiave."),
    ("ru", "Окружной суд указал, что «тропа всегда была частной и никому не служила проходом»."),
    ("sv", "I domen skriver tingsrätten:\n\n> Bolaget kände till sprickorna redan när husen såldes."),
    ("zh", "判决书写道：“被告当晚故意放走了两匹马。”"),
]  # fmt: skip
OWNED_UP_TO = [
    ("one sentence", "The appellant told the Court of Appeal that “the lease had ended in May”."),
    ("one sentence", "At the Court of Appeal it was argued that “the lease had ended in May”."),
    ("one sentence", "The Court of Appeal held: “The lease ran on until the autumn.”"),
    ("the one before", "In the words of the owner's case before the panel:\n\n> The lodger kept nine geese in the attic and let them walk the stairs at night."),
    ("he said", "Counsel put it so to the Court of Appeal:\n\n> [T]he whole of the hearing was void from the start."),
    ("de", "Der Senat schreibt: „Der Zaun war fest.“"),
    ("ru", "Ответчик говорил в суде, что «тропа всегда была частной и никому не служила проходом»."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "article"), GIVEN_TO_THE_COURT)
def test_a_partys_case_given_to_the_court(beside, source, article):
    assert {"ATT503", "OMI206"}.intersection(beside(article, SOURCES[source]))  # whose claim it is


@pytest.mark.parametrize(("source", "article"), OWNED_UP_TO)
def test_a_partys_case_given_as_one_and_the_courts_own_words(beside, source, article):
    assert "ATT503" not in beside(article, SOURCES[source])
