"""Language packs, and the cue frames of each language, before and behind a quotation. All names are invented."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.attribution.attributing import attribute
from provenance.excerpts.model import Candidate, Markup, Shape
from provenance.languages.cues import NEUTRAL, WordForms, known_languages, language
from provenance.text.document import Passage
from provenance.text.span import Span

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


SAID = "“The lamps will stay on until the last boat is in”"
RIGHT = 0.9  # of the frames


def attribution_in(text, code):
    """The attribution of the quotation in a paragraph."""
    article = read_text(text, format=Format.TEXT)
    start = text.index("“") + 1
    inner = Span(start, text.index("”"))
    candidate = Candidate(
        (Passage(article.document, inner),),
        Shape.MARKS,
        Markup.INLINE,
        range(1),
        Span(0, start - 1),
        Span(inner.end + 1, len(text)),
        quoted=True,
        mark="“",
    )
    return attribute(AnnotatedArticle(article, code), [candidate])[0]


def is_told(told, outlet, voice):
    """Whether an attribution names the outlet and the person of a frame."""
    given = f"{told.outlet or ''} {told.speaker or ''} {told.work or ''}"
    return all(name is None or name in given for name in (outlet, voice))


def test_most_frames_of_all_languages_tell_whose_the_words_are():
    before = [(code, f"{frame} {SAID}.", outlet, voice) for code, frame, outlet, voice in BEFORE]
    behind = [(code, f"{SAID}{frame}", outlet, voice) for code, frame, outlet, voice in BEHIND]
    wrong = [
        (code, text)
        for code, text, outlet, voice in (*before, *behind)
        if not is_told(attribution_in(text, code), outlet, voice)
    ]
    assert len(wrong) <= (1 - RIGHT) * len(before + behind), wrong


@pytest.mark.parametrize("code", sorted(known_languages()))
def test_every_pack_has_its_nine_lists(code):
    pack = language(code)
    assert pack.saying
    assert pack.quoting
    assert pack.according
    assert pack.titles
    assert pack.outlet_words
    assert pack.masculine
    assert pack.feminine


def test_languages_of_the_house_are_tested_and_some_others_are_not():
    tested = {code for code in known_languages() if not language(code).untested}
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "zh", "ja"} <= tested
    assert {"sv", "da", "no", "fi", "cs", "tr", "ko", "ar"} <= tested


def test_stem_stands_for_its_forms_and_no_longer_words():
    forms = WordForms(["explain*", "said", "in the words of"])
    assert "explained" in forms
    assert "explainability" not in forms
    assert "saids" not in forms
    words = language("en").words("in the words of Lee")
    assert forms.at(words, 0) == len(words) - 1


def test_word_of_writing_without_spaces_is_cut_at_its_verb():
    assert [word.text for word in language("zh").words("港口发言人王芳指出")] == ["港口发言人王芳", "指出"]


def test_code_may_carry_a_region():
    assert language("pt-BR").code == "pt"


def test_unknown_language_has_no_words():
    assert language("xx").code == NEUTRAL
    assert not language("xx").saying


def test_region_and_case_of_a_code_do_not_matter():
    assert language("EN_us").code == "en"
