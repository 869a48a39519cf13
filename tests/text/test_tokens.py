import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text import tokens
from provenance.text.tokens import count_words, folded_words, tokenize


def words(text):
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She won’t go.", ["She", "won’t", "go"]),
        ("1,200 at 10:30 or 4.2, then 3/4.", ["1,200", "at", "10:30", "or", "4.2", "then", "3/4"]),
        ("$5 and 5% of €3", ["$", "5", "and", "5", "%", "of", "€", "3"]),
        ("a well-known AT&T", ["a", "well", "known", "AT", "&", "T"]),
        ("-5 degrees, (−5), 10-5", ["-5", "degrees", "−5", "10", "5"]),
        (".5, $.50, -.5 and 2·4 ... 5", [".5", "$", ".50", "-.5", "and", "2·4", "5"]),
        ("[T]he word[s] and word[12]", ["[T]he", "word[s]", "and", "word", "12"]),
        ("港の船は2020年", ["港", "の", "船", "は", "2020", "年"]),
        ("cafe\u0301 हिन्दी Привет", ["cafe\u0301", "हिन्दी", "Привет"]),
        ("‘tis the boys’ _own_", ["tis", "the", "boys", "own"]),
        ("", []),
    ],
)
def test_what_is_a_word(text, expected):
    assert words(text) == expected


@given(st.text(max_size=200))
def test_every_token_stands_where_its_span_says_and_they_are_disjoint(text):
    reached = 0
    for token in tokenize(text):
        assert text[token.span.start : token.span.end] == token.text
        assert token.span.start >= reached
        assert len(token.span)
        reached = token.span.end


@given(st.text(st.characters(max_codepoint=0x24F) | st.sampled_from("“”’…—→😀\ufe0f€"), max_size=120))
def test_the_pattern_for_latin_letters_cuts_like_the_one_for_all(text):
    assert tokens._LATIN.findall(text) == tokens._any().findall(text)


def test_a_long_text_is_cut_like_its_parts(monkeypatch):
    text = "The mayor’s 1,200 ferries, -5 of them. " * 50
    whole = tokenize(text)
    monkeypatch.setattr(tokens, "_STEP", 64)
    assert tokenize(text) == whole


@pytest.mark.parametrize("character", ["a", "1", "-", "[", "'", ".", "\u0301", "$", "港", "[a]", "1.", "a'"])
def test_attack_strings_are_cut_in_linear_time(character):
    assert len("".join(words(character * 50_000))) <= 50_000 * len(character)


def test_a_part_of_a_text_is_cut_with_places_in_the_whole():
    words = tokenize("salt and oil", 5, 8)
    assert [(token.text, token.span.start) for token in words] == [("and", 5)]


def test_folded_words_are_letters_and_digits_alone():
    assert folded_words("“[T]he Café, it’s $1,200 & more!”") == ["the", "cafe", "its", "1200", "more"]


def test_two_characters_of_an_unspaced_script_count_as_one_word():
    assert count_words("今天很好 and salt") == 4
    assert count_words("don't count — dashes") == 3


def test_the_words_of_unspaced_scripts_are_single_characters():
    assert folded_words("山の古い木") == list("山の古い木")


def test_what_is_invisible_is_no_word_by_itself():
    text = "the bell\u2060 \u2060…\u2060 rang \u200b2 times, un\u2060broken"
    assert [token.text for token in tokenize(text)] == [
        "the",
        "bell\u2060",
        "rang",
        "2",
        "times",
        "un\u2060broken",
    ]
