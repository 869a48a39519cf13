"""Speech that the author interrupts with dashes or commas, inside the marks or without any. All texts are invented."""

from tests.excerpts.quoting import found_in


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
