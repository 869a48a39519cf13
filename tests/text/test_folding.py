import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.folding import fold, fold_word
from provenance.text.tokens import tokenize


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text):
    once = fold(text)
    assert fold(once) == once


@given(st.text(max_size=40))
def test_folding_a_word_twice_changes_nothing_more(word):
    assert fold_word(fold_word(word)) == fold_word(word)


def test_glyphs_case_and_accents_fold():
    assert fold("‘Don’t’ — “ÉTÉ” … ﬁne\u00a0½") == fold("'don't' - \"ete\" … fine ½")


def test_a_letter_of_another_script_is_not_folded_into_its_look_alike():
    assert fold_word("b\u0430nk") != fold_word("bank")
    assert fold_word("йод") != fold_word("иод")
    assert fold_word("が") != fold_word("か")


def test_the_two_forms_of_an_accent_are_one():
    assert fold_word("cafe\u0301") == fold_word("café") == "cafe"


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("رَّبِّهِمۡۖ", "ربهم"), ("لَهُۥ", "له"), ("لِّـبَيۡتٖ", "لبيت"), ("مُصۡلِحࣱ", "مصلح"), ("ٱلۡبَيۡتِۚ", "البيت")],
)
def test_the_signs_of_recitation_fold(printed, plain):
    assert fold_word(printed) == plain
    assert [token.text for token in tokenize(printed)] == [printed]


def test_invisible_characters_do_not_count():
    assert fold_word("co\u00adoperate\u200b") == "cooperate"


@pytest.mark.parametrize("pair", "徧遍 馀余 餘余 於于 著着 彷仿 滬沪 靑青 敎教 桜櫻 辺邊 幷并 啗啖".split())
def test_forms_of_one_han_character_fold_to_one(pair):
    assert fold_word(pair[0]) == fold_word(pair[1])


@pytest.mark.parametrize("pair", "未末 己已 么幺 沪滤 土士 余予 大犬".split())
def test_two_han_characters_do_not(pair):
    assert fold_word(pair[0]) != fold_word(pair[1])
