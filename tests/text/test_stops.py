"""Full stops that end no sentence."""

import pytest

from provenance.alignment.sentences import ends_between
from provenance.findings.sentences import ends_sentence
from provenance.text.document import Document
from provenance.text.stops import is_abbreviation

ABBREVIATED = (
    "Br. for Resp. 12", "Pl. Br. 14", "Dunmore v. Hale", "301 F. Supp. 2d", "Mr. Orr", "Mme. Vire", "M. Vire", "Sr. Pardo", "St. Orm",
    "J. R. Holm", "No. 12", "Art. 5", "Sec. 9", "Fig. 3", "Tr. 14", "App. 14", "vol. 2", "pp. 3", "p. 3", "ca. 300", "z. B. Brot", "u. a. Brot",
    "Vgl. Holm", "Abs. 2", "núm. 4", "art. 7", "et al. on", "(Mass. App. Ct. 1988)",
)  # fmt: skip
ENDED = (
    "He paid. Nobody", "He said no. Nobody", "of that art. He", "in May. 12 men", "at noon. 12 men", "She won’t. He", "It was s3. Nobody",
)  # fmt: skip


def stops(text):
    return [at for at, sign in enumerate(text) if sign == "." and text[at + 1 : at + 2] == " "]


@pytest.mark.parametrize("text", ABBREVIATED)
def test_no_sentence_ends_behind_an_abbreviation(text):
    document = Document(f"They say {text} and more.")
    for at in stops(document.text):
        assert not ends_sentence(document, at), document.text[:at]
        assert not ends_between(document.text, at, at + 2)


@pytest.mark.parametrize("text", ENDED)
def test_a_sentence_ends_behind_a_word(text):
    document = Document(f"They say {text} and more.")
    (at,) = stops(document.text)
    assert ends_sentence(document, at)
    assert ends_between(document.text, at, at + 2)


def test_a_stop_at_the_beginning_abbreviates_nothing():
    assert not is_abbreviation(". And", 0)
