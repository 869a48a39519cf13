"""The word lists can be read, looked up and extended."""

from pathlib import Path

import pytest

from provenance.languages import lexicon_files
from provenance.languages.guessing import guess_language
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.folding import fold_word

WITH_WORDS = sorted(file.parent.name for file in Path(lexicon_files.__file__).parent.glob("*/words.toml"))


@pytest.mark.parametrize("language", WITH_WORDS)
def test_every_language_has_what_grading_needs(language):
    lexicon = lexicon_of(language)
    for name in ("function_words", "negators", "hedges", "condition", "contrast", "quantifiers", "pronouns"):
        assert lexicon.words(name).groups, name


@pytest.mark.parametrize(
    ("language", "words", "negated"),
    [
        ("tr", "satmıyoruz gelmez olmadığını değil", True),
        ("tr", "program adam tamam", False),
        ("cs", "neprodáme nekoupil nejsou", True),
        ("cs", "nebo neděle nejvyšší několik", False),
        ("ko", "않는다 못했다 재미없다", True),
        ("hu", "nem kihagyhatatlan", True),
        ("hu", "általan hirtelen", False),
        ("fi", "ettei sanomatta", True),
    ],
)
def test_a_negation_inside_a_word_is_known(language, words, negated):
    negators = lexicon_of(language).words("negators")
    assert [fold_word(word) in negators for word in words.split()] == [negated] * len(words.split())


def test_the_longest_entry_is_found():
    hits = list(lexicon_of("en").words("negators").hits(["it", "is", "no", "longer", "safe"]))
    assert [hit.entry for hit in hits] == [("no", "longer")]


def test_an_entry_does_not_run_past_the_words():
    assert list(lexicon_of("en").words("negators").hits(["she", "failed"])) == []


def test_labels_of_ones_own_are_added():
    lexicon = lexicon_of("en", (("labels", ("moth-eaten",)),))
    assert lexicon.words("labels").at(["moth", "eaten"], 0)
    assert "notorious" in lexicon.words("labels")
    assert not lexicon_of("en").words("labels").at(["moth", "eaten"], 0)


def test_an_unknown_language_has_empty_lists():
    assert not lexicon_of("xx").words("negators").groups


def test_a_region_is_no_other_language():
    assert lexicon_of("en-GB").words("negators").groups == lexicon_of("en").words("negators").groups


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the barge was at the quay and it did not leave"),
        ("de", "der Kahn lag an der Mauer und er fuhr nicht ab"),
        ("fr", "la barque est dans le port et elle ne part pas"),
        ("es", "la barca está en el puerto y no se va"),
        ("ru", "она не была в городе но он её видел"),
        ("da", "hun har ikke set det som var af noget"),
        ("no", "hun har ikke sett det som var av noe"),
        ("pl", "nie ma jej w domu i już się nie wróci"),
        ("ko", "저는 그것을 팔지 않습니다"),
        ("he", "לא נמכור את הספרייה"),
        ("uk", "вона не була в місті але він її бачив"),
    ],
)
def test_a_language_is_told_from_its_small_words(language, text):
    assert guess_language(text) == language


def test_names_alone_tell_no_language():
    assert guess_language("Orr Velmar") is None


@pytest.mark.parametrize(
    ("one", "other"), [("carry", "carried"), ("stop", "stopped"), ("rise", "rose"), ("mayor", "mayor's")]
)
def test_forms_of_one_word(one, other):
    assert lexicon_of("en").same_lemma(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("war", "ward"), ("his", "hit"), ("may", "mast"), ("sing", "sin")]
)
def test_words_that_only_look_alike(one, other):
    assert not lexicon_of("en").same_lemma(one, other)
