"""Cues of inline quotations: the many ways in which a sentence says whose words it gives. All texts are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.detector import detect

ADDRESS = "https://herald.example/2031/the-lamps-of-varn"

CUES = [
    (
        "en",
        "[The Varn Herald](U) quoted her as saying “the lamps will stay on until the last boat is in”.",
        "Herald",
    ),
    (
        "en",
        "[The Varn Herald](U) quoted Holm as saying: “The lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "The Varn Herald has Holm saying “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "Mira Holm is quoted as saying “the lamps will stay on until the last boat is in”.", "Holm"),
    (
        "en",
        "Mira Holm was quoted by the Varn Herald as saying that “the lamps will stay on until the last boat is in”.",
        "Holm",
    ),
    ("en", "In Holm’s words, “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "In the words of Mira Holm, “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "[Holm’s words](U): “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s exact words: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s own words were: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "As Holm put it, “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "As Holm puts it: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in,” as Holm put it.", "Holm"),
    ("en", "To quote Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "To quote Mira Holm, “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "To borrow a phrase from Mira Holm, “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s claim that “the lamps will stay on until the last boat is in” drew laughter.", "Holm"),
    (
        "en",
        "Mira Holm’s assertion that “the lamps will stay on until the last boat is in” drew laughter.",
        "Holm",
    ),
    ("en", "Critics point to Holm’s remark that “the lamps will stay on until the last boat is in”.", "Holm"),
    (
        "en",
        "Her statement that “the lamps will stay on until the last boat is in” drew laughter. Mira Holm was not amused.",
        None,
    ),
    (
        "en",
        "Holm told reporters that the harbour would open and that “the lamps will stay on until the last boat is in”.",
        "Holm",
    ),
    ("en", "Mira Holm told reporters on Monday “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "Mira Holm wrote in her memo: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "In her memo, Mira Holm writes, “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "According to Mira Holm, “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in,” according to Mira Holm.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in” is how Mira Holm described the plan.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in” was how Holm put it.", "Holm"),
    (
        "en",
        "“The lamps will stay on until the last boat is in” was the answer of harbour master Mira Holm.",
        "Holm",
    ),
    (
        "en",
        "“The lamps will stay on until the last boat is in” — that is what Mira Holm said on Monday.",
        "Holm",
    ),
    ("en", "“The lamps will stay on until the last boat is in” were the words Mira Holm used.", "Holm"),
    (
        "en",
        "“The lamps will stay on until the last boat is in,” the Herald quoted Mira Holm as saying.",
        "Holm",
    ),
    ("en", "“The lamps will stay on until the last boat is in,” Mira Holm was quoted as saying.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in,” reads the memo by Mira Holm.", "Holm"),
    ("en", "The lamps were described by Mira Holm as “the last thing that I would ever switch off”.", "Holm"),
    (
        "en",
        "The plan was dismissed by Mira Holm as “the last thing that a harbour town would ever need”.",
        "Holm",
    ),
    ("en", "Mira Holm dismissed the plan as “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "Mira Holm denounced it as “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "It was “the last thing that a harbour town would ever need”, in the words of Mira Holm.", "Holm"),
    ("en", "It was, in Holm’s words, “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "It was, as Mira Holm put it, “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "It was what Mira Holm called “the last thing that a harbour town would ever need”.", "Holm"),
    ("en", "Here is what Mira Holm said: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Here’s Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "This is Mira Holm on the lamps: “They will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm’s response: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Holm’s response was blunt: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm had a simple answer: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "The reply from Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm, on the other hand: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in” (Mira Holm, 2031).", "Holm"),
    ("en", "From [the Varn Herald](U): “The lamps will stay on until the last boat is in.”", "Herald"),
    ("en", "Per [the Varn Herald](U), “the lamps will stay on until the last boat is in.”", "Herald"),
    ("en", "As [the Varn Herald reported](U), “the lamps will stay on until the last boat is in.”", "Herald"),
    (
        "en",
        "As reported by [the Varn Herald](U): “The lamps will stay on until the last boat is in.”",
        "Herald",
    ),
    ("en", "[The Varn Herald](U): “The lamps will stay on until the last boat is in.”", "Herald"),
    (
        "en",
        "Mira Holm [told the Varn Herald](U) that “the lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    (
        "en",
        "Citing Mira Holm, the Varn Herald [reported](U) that “the lamps will stay on until the last boat is in.”",
        "Herald",
    ),
    (
        "en",
        "Mira Holm, in an interview with the Varn Herald: “The lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "Mira Holm is on record saying that “the lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "Mira Holm went so far as to say that “the lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "Mira Holm was heard to say “the lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "The memo, written by Mira Holm, states that “the lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "Mira Holm’s memo says “the lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "A memo from Mira Holm says that “the lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "In a memo to staff, Mira Holm promised “to keep the lamps on until the last boat is in.”",
        "Holm",
    ),
    (
        "en",
        "A spokesperson for Brenn Harbour Works said that “the lamps will stay on until the last boat is in.”",
        "spokesperson",
    ),
    (
        "en",
        "Asked whether the lamps would go, Mira Holm was blunt. “They will stay on until the last boat is in.”",
        "Holm",
    ),
    ("en", "“The lamps will stay on,” Holm’s letter reads, “until the very last boat is in.”", "Holm"),
    ("en", "Mira Holm spoke of “a plan that the harbour town would never have needed”.", "Holm"),
    ("en", "Mira Holm accused the board of “hiding the state of the lamps from every skipper”.", "Holm"),
    ("en", "Mira Holm tweeted [this](U): “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "Mira Holm’s verdict? “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "The Varn Herald’s Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    (
        "en",
        "Writing in the Varn Herald, Mira Holm argues that “the lamps will stay on until the last boat is in”.",
        "Holm",
    ),
    (
        "en",
        "Mira Holm, writing in the Varn Herald: “The lamps will stay on until the last boat is in.”",
        "Holm",
    ),
    (
        "en",
        "A line from Mira Holm’s speech, “the lamps will stay on until the last boat is in”, is on every wall.",
        "Holm",
    ),
    ("en", "Mira Holm’s argument is that “the lamps will stay on until the last boat is in”.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in.” Those are the words of Mira Holm.", "Holm"),
    ("en", "“The lamps will stay on until the last boat is in.” So said Mira Holm on Monday.", "Holm"),
    ("en", "Said Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
    ("en", "So said Mira Holm: “The lamps will stay on until the last boat is in.”", "Holm"),
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
    ("en", "Mira Holm wore a coat with the words “Never again will I dance alone tonight” on it."),
    ("en", "Mira Holm sang a line from the song “the lamps will stay on until the boats are in”."),
    ("en", "The answer to the riddle was “the lamps that stay on until the boats are in”."),
    (
        "en",
        "The charter—which Mira Holm swore to uphold—bars whoever has “given aid or comfort to wreckers of ships”.",
    ),
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


def test_short_words_behind_a_clause_of_their_own_are_no_part_of_the_quotation():
    text = (
        "“She has run the ferry well for years,” Mira Holm said, adding that Cole is a “right hand man” now."
    )
    (excerpt,) = found_in(text, "en")
    assert len(excerpt.passages) == 1


def test_mark_that_is_typed_twice_opens_once():
    (excerpt,) = found_in('""The ferry has sailed since before I was born," Mira Holm said.', "en")
    assert excerpt.text == "The ferry has sailed since before I was born,"


def test_space_between_inner_and_outer_mark_closes_both():
    (excerpt,) = found_in("\"People say, 'Oh, I never cared for it at all,' \" says Mira Holm.", "en")
    assert excerpt.text.startswith("People say")


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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The lighthouse keeper replied: “We were never asked about any of it.”", "keeper"),
        ("The old wooden sign said: “We were never asked about any of it.”", None),
    ],
)
def test_common_noun_speaks_unless_it_is_a_sign(text, speaker):
    found = found_in(text, "en")
    assert [one.attribution.speaker for one in found] == ([speaker] if speaker else [])
