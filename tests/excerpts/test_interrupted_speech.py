"""Speech that the author interrupts with dashes or commas, inside the marks or without any. All texts are invented."""

import pytest

from tests.excerpts.quoting import found_in

PIECES = [
    ("fr", "Odile Brun s’inquiète dans [Le Phare](U) : « On nous demande de partir, dit-elle, sans savoir si nous reviendrons au port. »",
     "On nous demande de partir", "sans savoir si nous reviendrons au port."),
    ("fr", "« On nous demande de partir, dit Odile Brun, sans savoir si nous reviendrons au port », rapporte [Le Phare](U).",
     "On nous demande de partir", "sans savoir si nous reviendrons au port"),
    ("fr", "« On nous demande de partir, explique Odile Brun au [Phare](U), en promettant que nous reviendrons au port. »",
     "On nous demande de partir", "en promettant que nous reviendrons au port."),
    ("es", "«No hemos renunciado a la obra —afirmó Iván Ros a [El Faro](U)—, pero no la empezaremos sin el informe».",
     "No hemos renunciado a la obra", "pero no la empezaremos sin el informe"),
    ("es", "Iván Ros habló con [El Faro](U): «No hemos renunciado a la obra —afirmó—, pero no la empezaremos sin el informe».",
     "No hemos renunciado a la obra", "pero no la empezaremos sin el informe"),
    ("it", "«Non abbiamo rinunciato ai lavori, ha detto Ivo Rossi alla [Lanterna](U), ma aspettiamo il parere della valle».",
     "Non abbiamo rinunciato ai lavori", "ma aspettiamo il parere della valle"),
    ("pt", "“Não desistimos da obra do cais, disse Ivo Reis ao [Farol](U), mas esperamos o parecer da câmara do vale.”",
     "Não desistimos da obra do cais", "mas esperamos o parecer da câmara do vale."),
    ("en", "“We did not take this decision lightly, Marta Lind told the [Herald](U), and we do believe that the lamps will go out.”",
     "We did not take this decision lightly", "and we do believe that the lamps will go out."),
]  # fmt: skip
WHOLE = [
    ("fr", "Mira Holm raconte : « Il faut partir, dit Paul Garnier, et alors tous s’en vont vers le port. »"),
    ("fr", "Selon [Le Phare](U), « le maire, qui dit la vérité, promet de rouvrir la halle au printemps »."),
    ("es", "Mira Holm dijo a [El Faro](U): «La obra —una de las grandes del puerto— costará tres millones de coronas»."),
    ("en", "Mira Holm told the [Herald](U): “The lamps, which Varn said were old, will burn until the last boat is in.”"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "first", "second"), PIECES, ids=[row[1] for row in PIECES])
def test_who_speaks_inside_the_marks_parts_the_quotation_in_two(language, text, first, second):
    assert [excerpt.text for excerpt in found_in(text, language)] == [first, second]


@pytest.mark.parametrize(("language", "text"), WHOLE, ids=[row[1] for row in WHOLE])
def test_what_stands_between_commas_and_tells_of_nobody_who_speaks_parts_nothing(language, text):
    assert len(found_in(text, language)) == 1


def test_author_speaks_between_dashes_inside_one_pair_of_marks():
    text = (
        "«Лампы будут гореть до последней лодки в порту, — сказал Олег Савин. — Так было и так будет всегда»."
    )
    first, second = found_in(text, "ru")
    assert first.text == "Лампы будут гореть до последней лодки в порту"
    assert second.text == "Так было и так будет всегда"
    assert first.attribution.speaker == "Олег Савин"
    assert second.continues


def test_dash_inside_a_quotation_interrupts_nothing_where_nobody_speaks():
    text = "«Лампы — это всё, что осталось от старого порта», — сказал Олег Савин."
    (excerpt,) = found_in(text, "ru")
    assert excerpt.text == "Лампы — это всё, что осталось от старого порта"


def test_speech_behind_a_dash_ends_where_a_french_comma_hands_over():
    (excerpt,) = found_in("— Les lampes resteront allumées jusqu’au matin, a dit Mira Holm.", "fr")
    assert excerpt.text == "Les lampes resteront allumées jusqu’au matin"


def test_spanish_speech_goes_on_behind_the_second_dash():
    text = "—Las lámparas seguirán encendidas toda la noche —dijo Mira Holm—. Así ha sido siempre en este puerto."
    first, second = found_in(text, "es")
    assert first.text == "Las lámparas seguirán encendidas toda la noche"
    assert second.text.startswith("Así ha sido")


def test_french_commas_set_the_speaker_off_inside_the_marks():
    text = "« Les lampes resteront allumées toute la nuit, rappelle Mira Holm, du port. Personne ne veut les éteindre. »"
    first, second = found_in(text, "fr")
    assert first.text == "Les lampes resteront allumées toute la nuit"
    assert second.text == "Personne ne veut les éteindre."
    assert (first.attribution.speaker, second.attribution.speaker) == ("Mira Holm", "Mira Holm")


def test_somebody_quoted_inside_a_quotation_does_not_cut_it():
    text = "« Il faut partir, dit Paul Garnier, et alors tous s’en vont », raconte Mira Holm."
    (excerpt,) = found_in(text, "fr")
    assert excerpt.text.endswith("s’en vont")
    assert excerpt.attribution.speaker == "Mira Holm"


def test_a_short_end_behind_who_speaks_is_a_passage_of_the_same_excerpt():
    text = (
        "« Si les loyers restent bas, a précisé le maire, Paul Brun, au [Phare](U), tous pourront revenir. »"
    )
    (excerpt,) = found_in(text, "fr")
    assert [passage.text for passage in excerpt.passages] == [
        "Si les loyers restent bas",
        "tous pourront revenir.",
    ]


def test_what_goes_on_inside_the_marks_has_the_link_of_what_went_before():
    text = "Odile Brun s’inquiète dans [Le Phare](U) : « On nous demande de partir, dit-elle, en sachant que nous reviendrons bientôt. »"
    first, second = found_in(text, "fr")
    assert first.attribution.link is not None
    assert first.attribution.link == second.attribution.link


def test_a_short_end_is_kept_though_another_cue_stands_behind_it():
    text = "« Si les loyers restent bas, a précisé le maire, Paul Brun, tous pourront revenir », rapporte [Le Phare](U)."
    (excerpt,) = found_in(text, "fr")
    assert len(excerpt.passages) == 2


def test_what_goes_on_behind_a_dash_in_small_letters_is_no_speech():
    article = "La blogueuse rapporte le conseil :\n\n> Qui sème tôt récolte la honte du village.\n\n– et elle montre que ce n'est plus vrai, dit-elle."
    assert [each.text for each in found_in(article, "fr")] == ["Qui sème tôt récolte la honte du village."]
