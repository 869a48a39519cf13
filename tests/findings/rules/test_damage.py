"""Words that a wrong encoding broke are mended where it is certain; a dropped negation is one still."""

import pytest

from provenance import compare
from provenance.findings.normalization.names import is_lost, same_mended

WHOLE = "We don't sell the library, she said."


def _codes(quotation, source):
    return {(finding.rule.code, finding.severity.label) for finding in compare(quotation, source).findings}


@pytest.mark.parametrize("word", ["don\ufffdt", "donít", "donâ€™t", "donÕt", "don\x92t", "donï¿½t"])
def test_a_damaged_word_is_its_own(word):
    assert {severity for _, severity in _codes(WHOLE, WHOLE.replace("don't", word))} == {"note"}


@pytest.mark.parametrize("word", ["MÃ¼ller", "M\ufffdller", "M&uuml;ller"])
def test_a_damaged_name_is_its_own(word):
    whole = "Herr Müller hat es im Rat gesagt."
    assert {severity for _, severity in _codes(whole, whole.replace("Müller", word))} == {"note"}


@pytest.mark.parametrize("word", ["don\ufffdt", "donâ€™t"])
def test_what_the_damaged_word_says_is_not_given_up(word):
    found = _codes("We do sell the library, she said.", WHOLE.replace("don't", word))
    assert {severity for _, severity in found} & {"major", "critical"}


def test_a_word_that_cannot_be_mended_is_a_doubt_about_the_source():
    found = _codes("The sale was praised by the court.", "The sale was st\ufffd\ufffd by the court.")
    assert ("SRC603", "note") in found


def test_only_a_lost_letter_is_lost():
    assert is_lost("M\ufffdller")
    assert not is_lost("don\ufffdt")
    assert not same_mended("Haus", "Maus")
