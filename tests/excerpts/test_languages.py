"""The cue frames of each language, before and behind a quotation. All names are invented."""

import pytest

from provenance.excerpts.cue import Strength
from provenance.excerpts.cues import read_after, read_before
from provenance.languages.cues import NEUTRAL, known_languages, language

BEFORE = [
    ("de", "Wie die Ostheimer Rundschau berichtet:", "Ostheimer Rundschau", None),
    ("de", "Die Ostheimer Rundschau schreibt:", "Ostheimer Rundschau", None),
    (
        "de",
        "Im Gespräch mit der Ostheimer Rundschau sagte Ilka Thomsen:",
        "Ostheimer Rundschau",
        "Ilka Thomsen",
    ),
    ("de", "Der Ostheimer Rundschau zufolge:", "Ostheimer Rundschau", None),
    ("de", "Bürgermeisterin Ilka Thomsen erklärte gestern:", None, "Ilka Thomsen"),
    ("de", "In der Ostheimer Rundschau heißt es:", "Ostheimer Rundschau", None),
    ("fr", "D’après La Gazette du Port :", "La Gazette du Port", None),
    ("fr", "La Gazette du Port écrit :", "La Gazette du Port", None),
    ("fr", "Comme le rapporte La Gazette du Port :", "La Gazette du Port", None),
    (
        "fr",
        "Dans un entretien à La Gazette du Port, Paul Garnier explique :",
        "La Gazette du Port",
        "Paul Garnier",
    ),
    ("fr", "La ministre, Claire Vasseur, a déclaré :", None, "Claire Vasseur"),
    ("es", "De acuerdo con La Gaceta del Puerto:", "La Gaceta del Puerto", None),
    ("es", "La Gaceta del Puerto informa:", "La Gaceta del Puerto", None),
    (
        "es",
        "En una entrevista con La Gaceta del Puerto, Marta Olmedo afirmó:",
        "La Gaceta del Puerto",
        "Marta Olmedo",
    ),
    ("es", "Como publica La Gaceta del Puerto:", "La Gaceta del Puerto", None),
    ("it", "Come riporta La Gazzetta del Porto:", "La Gazzetta del Porto", None),
    ("it", "Secondo La Gazzetta del Porto:", "La Gazzetta del Porto", None),
    ("it", "Il sindaco Carlo Benedetti ha dichiarato:", None, "Carlo Benedetti"),
    ("it", "La Gazzetta del Porto scrive:", "La Gazzetta del Porto", None),
    ("pt", "Segundo o Jornal do Porto Velho:", "Jornal do Porto Velho", None),
    ("pt", "O Jornal do Cais escreve:", "Jornal do Cais", None),
    ("pt", "De acordo com o Jornal do Cais:", "Jornal do Cais", None),
    ("pt", "A vereadora Lúcia Prado disse:", None, "Lúcia Prado"),
    ("nl", "Volgens de Havenkrant Courant:", "Havenkrant Courant", None),
    ("nl", "De Haven Courant meldt:", "Haven Courant", None),
    (
        "nl",
        "Wethouder Joris van den Berg zegt tegen de Haven Courant:",
        "Haven Courant",
        "Joris van den Berg",
    ),
    ("ru", "Портовая Газета пишет:", "Портовая Газета", None),
    ("ru", "По данным газеты «Портовая газета»:", "Портовая газета", None),
    ("ru", "Как пишет «Портовая газета»:", "Портовая газета", None),
    ("ru", "Инженер Олег Савин сообщил:", None, "Олег Савин"),
    ("ru", "По словам Олега Савина:", None, "Олега Савина"),
    ("uk", "Портова Газета повідомляє:", "Портова Газета", None),
    ("uk", "Як пише «Портова газета»:", "Портова газета", None),
    ("uk", "За словами Олени Савчук:", None, "Олени Савчук"),
    ("zh", "海港日报报道称：", "海港日报", None),
    ("zh", "据海港日报报道：", "海港日报", None),
    ("zh", "李明在接受采访时表示：", None, "李明"),
    ("zh", "港口发言人王芳指出：", None, "王芳"),
    ("ja", "海港新聞によれば：", "海港新聞", None),
    ("ja", "海港新聞は次のように報じた：", "海港新聞", None),
    ("ja", "田中市長はこう述べた：", None, "田中"),
    ("en", "Here is how the Tarn Valley Gazette put it:", "Tarn Valley Gazette", None),
    ("en", "From the Tarn Valley Gazette:", "Tarn Valley Gazette", None),
    ("en", "Per the Tarn Valley Gazette:", "Tarn Valley Gazette", None),
    ("en", "The Tarn Valley Gazette’s Ann Lee notes that:", "Tarn Valley Gazette", "Ann Lee"),
    ("en", "Ann Lee at the Tarn Valley Gazette explains:", "Tarn Valley Gazette", "Ann Lee"),
    ("en", "As Ann Lee wrote in the Tarn Valley Gazette:", "Tarn Valley Gazette", "Ann Lee"),
    ("en", "In a statement, Ann Lee said:", None, "Ann Lee"),
    ("en", "Ann Lee tweeted:", None, "Ann Lee"),
    ("en", "The Tarn Valley Gazette has details:", "Tarn Valley Gazette", None),
    ("en", "Via Tarn Valley Gazette:", "Tarn Valley Gazette", None),
    (
        "en",
        "Dr. Ann Lee, an expert on rivers at the University of Dunmore, who was not involved, told the Gazette:",
        "Gazette",
        "Ann Lee",
    ),
    ("en", "Lee, who chairs the board, added:", None, "Lee"),
    ("en", "Writing for Riverworks Magazine, Tom Brandt argues:", "Riverworks Magazine", "Tom Brandt"),
]

BEHIND = [
    ("en", ", the Gazette reported.", "Gazette", None),
    ("de", ", berichtet die Ostheimer Rundschau.", "Ostheimer Rundschau", None),
    ("de", ", sagte Ilka Thomsen der Ostheimer Rundschau.", "Ostheimer Rundschau", "Ilka Thomsen"),
    ("fr", ", rapporte La Gazette du Port.", "La Gazette du Port", None),
    ("fr", ", a-t-elle ajouté.", None, "-t-elle"),
    ("es", ", señaló Marta Olmedo.", None, "Marta Olmedo"),
    ("it", ", ha detto Carlo Benedetti alla Gazzetta del Porto.", "Gazzetta del Porto", "Carlo Benedetti"),
    ("pt", ", disse Lúcia Prado ao Jornal do Cais.", "Jornal do Cais", "Lúcia Prado"),
    ("nl", ", aldus Joris van den Berg.", None, "Joris van den Berg"),
    ("nl", ", zegt Joris van den Berg tegen de Haven Courant.", "Haven Courant", "Joris van den Berg"),
    ("ru", ", — пишет «Портовая газета».", "Портовая газета", None),
    ("uk", ", — заявила Олена Савчук.", None, "Олена Савчук"),
    ("zh", "，李明说。", None, "李明"),
    ("ja", "と田中市長は語った。", None, "田中"),
    ("en", " (Tarn Valley Gazette)", "Tarn Valley Gazette", None),
    ("en", ", Ann Lee of the river board told reporters.", None, "Ann Lee"),
    ("en", ", her brother Tom Brandt said.", None, "Tom Brandt"),
    ("en", ", said the mayor, Ruth Okoro.", None, "Ruth Okoro"),
    ("en", ", added Mr Okoro, 54, who runs the mill.", None, "Okoro"),
    ("es", ", según La Gaceta del Puerto.", "La Gaceta del Puerto", None),
    ("it", ", si legge su La Gazzetta del Porto.", "La Gazzetta del Porto", None),
]


def check(cue, outlet, voice):
    assert cue.strength >= Strength.LABEL
    assert (cue.outlet or "").endswith(outlet or "")
    assert (cue.outlet is None) == (outlet is None)
    assert (cue.voice.name if cue.voice else None) == voice


@pytest.mark.parametrize(("code", "text", "outlet", "voice"), BEFORE)
def test_cue_before_a_quotation_tells_whose_it_is(code, text, outlet, voice):
    check(read_before(text, 0, len(text), language(code)), outlet, voice)


@pytest.mark.parametrize(("code", "text", "outlet", "voice"), BEHIND)
def test_cue_behind_a_quotation_tells_whose_it_is(code, text, outlet, voice):
    check(read_after(text, 0, len(text), language(code)), outlet, voice)


NO_CUES = [
    ("en", "The plan has three parts:"),
    ("en", "It is not easy to say"),
    ("en", "The bridge was closed at noon on Tuesday."),
    ("de", "Der Plan hat drei Teile:"),
    ("de", "Die Zeit vergeht."),
]


@pytest.mark.parametrize(("code", "text"), NO_CUES)
def test_sentence_that_reports_nothing_is_no_frame(code, text):
    assert read_before(text, 0, len(text), language(code)).strength is not Strength.FRAME


def test_every_language_of_the_house_has_its_words():
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "zh", "ja"} <= known_languages()
    for code in known_languages():
        words = language(code)
        assert words.verbs
        assert words.source_labels
        assert words.voice_return
        assert words.masculine
        assert words.feminine


def test_code_may_carry_a_region():
    assert language("pt-BR") is not None
    assert language("pt-BR").code == "pt"


def test_unknown_language_has_no_words():
    assert language("xx").code == NEUTRAL
    assert not language("xx").verbs


def test_region_and_case_of_a_code_do_not_matter():
    assert language("EN_us").code == "en"
