"""Which signs between two words change what is said."""

import pytest

from provenance import compare
from provenance.alignment.alignment import Disclosure
from provenance.alignment.recording import punctuation


@pytest.mark.parametrize(
    ("one", "other"), [("; ", ", "), (";", "."), ("; ", "\u037e "), ("!", "！"), ("?", "\u037e"), ("؟", "?")]
)
def test_a_semicolon_asks_nothing_and_one_sign_has_many_glyphs(one, other):
    assert punctuation(one, other) is punctuation(other, one) is Disclosure.PERMITTED


@pytest.mark.parametrize(("one", "other"), [(". ", "? "), (". ", "\u037e "), ("; ", "?")])
def test_asking_is_said(one, other):
    assert punctuation(one, other) is punctuation(other, one) is Disclosure.UNDECLARED


def test_a_comma_for_a_semicolon_is_typography():
    source = "The gate was shut at night; nobody in the town had been asked about the key."
    (finding,) = compare(source.replace("; nobody", ", nobody"), source).findings
    assert finding.rule.code == "DEC701"


@pytest.mark.parametrize(("one", "other"), [("!", "."), ("! ", ", "), (";", ","), (":", ";")])
def test_no_other_sign_is_said(one, other):
    assert punctuation(one, other) is punctuation(other, one) is Disclosure.PERMITTED
