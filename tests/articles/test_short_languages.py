"""The language of a few words, where no page states one."""

import pytest

from provenance import detect, read
from provenance.languages.guessing import guess_language

SENTENCES = {
    "de": "„Wir werden die Klinik im Herbst aufgeben müssen“, sagte Nora Quill.",
    "fr": "« Nous allons devoir fermer la clinique cet automne », a dit Nora Quill.",
    "it": "«Dovremo chiudere la clinica in autunno per sempre», ha detto Nora Quill.",
    "nl": "„We zullen de kliniek in de herfst moeten sluiten”, zei Nora Quill.",
    "pt": "«Vamos ter de fechar a clínica no outono», disse Nora Quill.",
    "en": "“We will have to close the clinic for good this autumn,” said Nora Quill.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items(), ids=SENTENCES)
def test_one_sentence_tells_its_language(language, text):
    assert guess_language(text) == language


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_one_sentence_is_enough_to_find_its_quotation(text):
    (excerpt,) = detect(read(text=text))
    assert excerpt.attribution.speaker == "Nora Quill"


@pytest.mark.parametrize(
    "text",
    [
        "According to Die Zeitung, the council met on Monday.",
        "As Le Quai reported: “The clinic is closed.”",
        "The film was shown in La Roca, and that was the end of it.",
    ],
)
def test_a_foreign_name_makes_no_foreign_text(text):
    assert guess_language(text) == "en"


def test_a_name_alone_tells_nothing():
    assert guess_language("Nora Quill") is None
