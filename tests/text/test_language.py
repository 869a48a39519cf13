"""The language of a text, where two languages share words or a script."""

import pytest

from provenance.languages.guessing import guess_language
from provenance.text.language import is_contradicted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L'acqua dell'isola non c'è più, disse il sindaco.", "it"),
        ("According to Die Zeitung, the council met on Monday.", "en"),
        ("Вона їхала додому.", "uk"),
        ("Мы были у реки.", "ru"),
        ("Kami tidak akan menjual perpustakaan itu.", "id"),
        ("Orr 1949, Velmar 12.", None),
    ],
)
def test_a_text_tells_its_language(text, language):
    assert guess_language(text) == language


def test_a_language_whose_words_are_missing_is_contradicted():
    german = "Der Kahn lag an der Mauer und er fuhr nicht ab, weil die Stadt ihn nicht wollte. " * 3
    assert is_contradicted("en", guess_language(german), german)
    assert not is_contradicted("de", guess_language(german), german)
    assert not is_contradicted("xx", guess_language(german), german)
