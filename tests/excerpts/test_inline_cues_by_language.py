"""Cues of inline quotations in other languages, and speech that dashes or commas interrupt. All texts are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detector import detect

ADDRESS = "https://herald.example/2031/the-lamps-of-varn"

CUES = [
    ("de", "„Die Lampen bleiben an, bis das letzte Boot im Hafen ist“, so Mira Holm.", "Holm"),
    (
        "de",
        "„Die Lampen bleiben an, bis das letzte Boot im Hafen ist“ – so beschreibt Mira Holm den Plan.",
        "Holm",
    ),
    (
        "de",
        "Mira Holm wird mit den Worten zitiert: „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“",
        "Holm",
    ),
    (
        "de",
        "Die Varner Zeitung zitiert Mira Holm mit den Worten: „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“",
        "Holm",
    ),
    ("de", "In den Worten von Mira Holm: „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“", "Holm"),
    ("de", "Wie Mira Holm es ausdrückt: „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“", "Holm"),
    (
        "de",
        "Wie es Mira Holm formulierte, „bleiben die Lampen an, bis das letzte Boot im Hafen ist“.",
        "Holm",
    ),
    ("de", "Um Mira Holm zu zitieren: „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“", "Holm"),
    (
        "de",
        "Mira Holms Aussage, „die Lampen bleiben an, bis das letzte Boot im Hafen ist“, sorgte für Gelächter.",
        "Holm",
    ),
    ("de", "Laut Mira Holm „bleiben die Lampen an, bis das letzte Boot im Hafen ist“.", "Holm"),
    ("de", "Mira Holm zufolge „bleiben die Lampen an, bis das letzte Boot im Hafen ist“.", "Holm"),
    (
        "de",
        "„Die Lampen bleiben an, bis das letzte Boot im Hafen ist“, heißt es in einem Brief von Mira Holm.",
        "Holm",
    ),
    (
        "de",
        "„Die Lampen bleiben an, bis das letzte Boot im Hafen ist“, lautet die Antwort von Mira Holm.",
        "Holm",
    ),
    ("de", "„Die Lampen bleiben an, bis das letzte Boot im Hafen ist“, wird Mira Holm zitiert.", "Holm"),
    (
        "de",
        "„Die Lampen bleiben an, bis das letzte Boot im Hafen ist“, wird Mira Holm in der Varner Zeitung zitiert.",
        "Holm",
    ),
    (
        "de",
        "Mira Holm in der [Varner Zeitung](U): „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“",
        "Holm",
    ),
    (
        "de",
        "Mira Holm sprach von einem „Plan, den eine Hafenstadt wie diese niemals gebraucht hätte“.",
        "Holm",
    ),
    (
        "de",
        "Mira Holm bezeichnete den Plan als „das Letzte, was eine Hafenstadt wie diese gebraucht hätte“.",
        "Holm",
    ),
    ("de", "So Mira Holm: „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“", "Holm"),
    (
        "de",
        "Von Mira Holm stammt der Satz: „Die Lampen bleiben an, bis das letzte Boot im Hafen ist.“",
        "Holm",
    ),
    (
        "de",
        "Nach Ansicht von Mira Holm ist das „das Letzte, was eine Hafenstadt wie diese gebraucht hätte“.",
        "Holm",
    ),
    ("fr", "Mira Holm aurait déclaré que « les lampes resteront allumées jusqu’au dernier bateau ».", "Holm"),
    ("fr", "Selon les mots de Mira Holm, « les lampes resteront allumées jusqu’au dernier bateau ».", "Holm"),
    (
        "fr",
        "Pour reprendre les mots de Mira Holm : « Les lampes resteront allumées jusqu’au dernier bateau. »",
        "Holm",
    ),
    ("fr", "Comme le dit Mira Holm, « les lampes resteront allumées jusqu’au dernier bateau ».", "Holm"),
    ("fr", "Pour citer Mira Holm : « Les lampes resteront allumées jusqu’au dernier bateau. »", "Holm"),
    ("fr", "D’après Mira Holm, « les lampes resteront allumées jusqu’au dernier bateau ».", "Holm"),
    (
        "fr",
        "L’affirmation de Mira Holm selon laquelle « les lampes resteront allumées jusqu’au dernier bateau » a fait rire.",
        "Holm",
    ),
    (
        "fr",
        "« Les lampes resteront allumées jusqu’au dernier bateau », peut-on lire dans Le Courrier de Varn.",
        "Courrier",
    ),
    ("fr", "« Les lampes resteront allumées jusqu’au dernier bateau », selon Mira Holm.", "Holm"),
    ("fr", "« Les lampes resteront allumées jusqu’au dernier bateau », dixit Mira Holm.", "Holm"),
    (
        "fr",
        "Mira Holm est citée disant que « les lampes resteront allumées jusqu’au dernier bateau ».",
        "Holm",
    ),
    (
        "fr",
        "Mira Holm a qualifié le projet de « dernière chose dont une ville portuaire ait besoin ».",
        "Holm",
    ),
    ("fr", "Mira Holm a dénoncé « un projet dont une ville portuaire n’a jamais eu besoin ».", "Holm"),
    ("fr", "Les mots de Mira Holm : « Les lampes resteront allumées jusqu’au dernier bateau. »", "Holm"),
    ("fr", "Réponse de Mira Holm : « Les lampes resteront allumées jusqu’au dernier bateau. »", "Holm"),
    ("fr", "Mira Holm de son côté : « Les lampes resteront allumées jusqu’au dernier bateau. »", "Holm"),
    ("fr", "— Les lampes resteront allumées jusqu’au dernier bateau, a dit Mira Holm.", "Holm"),
    ("fr", "– Les lampes resteront allumées, assure Mira Holm, jusqu’au dernier bateau de la nuit.", "Holm"),
    ("es", "Según Mira Holm, «las lámparas seguirán encendidas hasta el último barco».", "Holm"),
    ("es", "En palabras de Mira Holm, «las lámparas seguirán encendidas hasta el último barco».", "Holm"),
    ("es", "Como dijo Mira Holm, «las lámparas seguirán encendidas hasta el último barco».", "Holm"),
    ("es", "Por citar a Mira Holm: «Las lámparas seguirán encendidas hasta el último barco».", "Holm"),
    (
        "es",
        "La afirmación de Mira Holm de que «las lámparas seguirán encendidas hasta el último barco» causó risas.",
        "Holm",
    ),
    ("es", "«Las lámparas seguirán encendidas hasta el último barco», en palabras de Mira Holm.", "Holm"),
    ("es", "«Las lámparas seguirán encendidas hasta el último barco», según Mira Holm.", "Holm"),
    (
        "es",
        "«Las lámparas seguirán encendidas hasta el último barco», fue la respuesta de Mira Holm.",
        "Holm",
    ),
    ("es", "Mira Holm calificó el plan de «lo último que necesita una ciudad con puerto».", "Holm"),
    ("es", "Mira Holm habló de «un plan que esta ciudad con puerto nunca necesitó».", "Holm"),
    (
        "es",
        "El Faro de Lerma cita a Mira Holm: «Las lámparas seguirán encendidas hasta el último barco».",
        "Holm",
    ),
    ("es", "—Las lámparas seguirán encendidas hasta el último barco —dijo Mira Holm.", "Holm"),
    ("es", "Las palabras de Mira Holm: «Las lámparas seguirán encendidas hasta el último barco».", "Holm"),
    ("it", "Secondo Mira Holm, «le lampade resteranno accese fino all’ultima barca».", "Holm"),
    ("it", "Per dirla con Mira Holm, «le lampade resteranno accese fino all’ultima barca».", "Holm"),
    ("it", "Come ha detto Mira Holm, «le lampade resteranno accese fino all’ultima barca».", "Holm"),
    ("it", "Nelle parole di Mira Holm, «le lampade resteranno accese fino all’ultima barca».", "Holm"),
    ("it", "Le parole di Mira Holm: «Le lampade resteranno accese fino all’ultima barca».", "Holm"),
    ("it", "«Le lampade resteranno accese fino all’ultima barca», queste le parole di Mira Holm.", "Holm"),
    ("it", "Mira Holm ha definito il piano «l’ultima cosa di cui una città di mare ha bisogno».", "Holm"),
    ("it", "Mira Holm: «Le lampade resteranno accese fino all’ultima barca».", "Holm"),
    ("nl", "Volgens Mira Holm blijven “de lampen aan tot de laatste boot binnen is”.", "Holm"),
    ("nl", "In de woorden van Mira Holm: “De lampen blijven aan tot de laatste boot binnen is.”", "Holm"),
    ("nl", "Zoals Mira Holm het verwoordt: “De lampen blijven aan tot de laatste boot binnen is.”", "Holm"),
    (
        "nl",
        "“De lampen blijven aan tot de laatste boot binnen is”, luidde het antwoord van Mira Holm.",
        "Holm",
    ),
    ("nl", "Mira Holm noemde het plan “het laatste wat een havenstad ooit nodig zou hebben”.", "Holm"),
    ("nl", "Om Mira Holm te citeren: “De lampen blijven aan tot de laatste boot binnen is.”", "Holm"),
    ("pt", "Segundo Mira Holm, “as lâmpadas ficarão acesas até o último barco chegar”.", "Holm"),
    ("pt", "Nas palavras de Mira Holm, “as lâmpadas ficarão acesas até o último barco chegar”.", "Holm"),
    ("pt", "Como disse Mira Holm, “as lâmpadas ficarão acesas até o último barco chegar”.", "Holm"),
    ("pt", "“As lâmpadas ficarão acesas até o último barco chegar”, foram as palavras de Mira Holm.", "Holm"),
    (
        "pt",
        "Mira Holm classificou o plano como “a última coisa de que uma cidade portuária precisa”.",
        "Holm",
    ),
    ("pt", "— As lâmpadas ficarão acesas até o último barco chegar — disse Mira Holm.", "Holm"),
    ("ru", "По словам Олега Савина, «лампы будут гореть до последней лодки в порту».", "Савин"),
    ("ru", "Как сказал Олег Савин, «лампы будут гореть до последней лодки в порту».", "Савин"),
    ("ru", "Олег Савин: «Лампы будут гореть до последней лодки в порту».", "Савин"),
]

NO_CUES = [
    ("fr", "— Réduire le prix des lampes du port, une idée ancienne, reste au programme."),
    ("es", "El plan —que costará mucho dinero a la ciudad— se aprobará en mayo."),
]


def found_in(text, language):
    return detect(read_text(text.replace("(U)", f"({ADDRESS})"), format=Format.MARKDOWN), language=language)


@pytest.mark.parametrize(("language", "text", "name"), CUES)
def test_cue_is_heard(language, text, name):
    first = next(iter(found_in(text, language)), None)
    assert first is not None
    told = first.attribution
    assert name is None or name in f"{told.speaker} {told.outlet}"
    assert told.link == (ADDRESS if "(U)" in text else None)
    assert first.text[:1] not in "“«„— "
    assert not first.text.endswith(("”", "»", "“"))


@pytest.mark.parametrize(("language", "text"), NO_CUES)
def test_words_that_only_look_like_a_cue_are_none(language, text):
    assert found_in(text, language) == ()


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
