import sys
import unicodedata

import pytest

from provenance.reporting.cleaning import clean, is_safe_link, one_line
from tests.growing import grows_in_proportion

LEFT_ALONE = "\t\n\u200c\u200d"


def test_exactly_the_control_format_and_surrogate_characters_are_cleaned():
    assigned = (chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) != "Cn")
    steering = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    wrong = [
        hex(ord(character))
        for character in assigned
        if (clean(character) == character)
        is (unicodedata.category(character) in steering and character not in LEFT_ALONE)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "hostile", ["\x1b[2J", "\x9b31m", "a\rb", "\x00", "\u202egpj", "\ud800", "\U000e0041"]
)
def test_what_steers_a_terminal_becomes_a_replacement_character(hostile):
    assert "\N{REPLACEMENT CHARACTER}" in clean(hostile)


def test_a_soft_hyphen_is_not_shown():
    assert clean("har\u00adbour") == "harbour"


def test_one_line_is_one_line():
    assert one_line(" a\n\n b\tc\u2028d ") == "a b c\N{REPLACEMENT CHARACTER}d"


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=d#e", "http://a.example", "https://a.example:8443/x@y"]
)
def test_a_plain_address_may_become_a_link(url):
    assert is_safe_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://bank.example@evil.example/",
        "https://a.example/\x1b]8;;",
        "https://аpple.example/",
        "https://a.example/a b",
        "https://",
        "//a.example/",
    ],
)
def test_any_other_may_not(url):
    assert not is_safe_link(url)


def test_checking_a_link_takes_time_in_proportion_to_its_length():
    def check(url):
        for _ in range(20):
            is_safe_link(url)

    assert grows_in_proportion(check, lambda length: "http://" + "a" * length + "@", 50_000, floor=0.001)
