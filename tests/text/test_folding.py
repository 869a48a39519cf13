from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance.text.folding import fold, fold_word
from provenance.text.span import Span


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text):
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(max_size=40))
def test_folding_a_word_twice_changes_nothing_more(word):
    assert fold_word(fold_word(word)) == fold_word(word)


@given(st.text(max_size=80))
def test_unfolding_covers_the_text_without_gap_or_overlap(text):
    folded = fold(text)
    size = len(folded.text)
    assert folded.unfold(Span(0, size)) == Span(0, len(text))
    pieces = [folded.unfold(Span(at, at + 1)) for at in range(size)]
    assert all(one.end == two.start for one, two in pairwise(pieces))


def test_a_place_found_in_the_folded_text_is_found_in_the_plain_one():
    text = "The ﬁrst   “Café” — closed"
    folded = fold(text)
    at = folded.text.index('"cafe"')
    span = folded.unfold(Span(at, at + 6))
    assert text[span.start : span.end] == "“Café”"


def test_glyphs_case_and_accents_fold():
    assert fold("‘Don’t’ — “ÉTÉ” … ﬁne\u00a0½").text == fold("'don't' - \"ete\" … fine ½").text


def test_a_letter_of_another_script_is_not_folded_into_its_look_alike():
    assert fold_word("b\u0430nk") != fold_word("bank")
    assert fold_word("йод") != fold_word("иод")
    assert fold_word("が") != fold_word("か")


def test_the_two_forms_of_an_accent_are_one():
    assert fold_word("cafe\u0301") == fold_word("café") == "cafe"


def test_invisible_characters_do_not_count():
    assert fold_word("co\u00adoperate\u200b") == "cooperate"
