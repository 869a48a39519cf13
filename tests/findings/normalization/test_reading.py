"""The same word, figure or date in another dress is one unit; different ones are two."""

import pytest

from provenance.findings.normalization.reading import read_tokens
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.document import Document


def keys(text, language="en"):
    document = Document(text)
    return [unit.key for unit in read_tokens(document, [document.span], lexicon_of(language)).items]


SAME = [
    ("1,200 tiles", "1200 tiles"),
    ("1,200 tiles", "twelve hundred tiles"),
    ("two hundred and five eels", "205 eels"),
    ("two and a half", "2 and a half"),
    ("two and a half", "2½"),
    ("a third of it", "one third of it"),
    ("two thirds", "2/3"),
    ("half a million", "500,000"),
    ("12 %", "12%"),
    ("12%", "twelve per cent"),
    ("12 percent", "12 pct"),
    ("$4.2m", "$4.2 million"),
    ("4.2 million dollars", "US$4.2m"),
    ("£3bn", "3 billion pounds"),
    ("two point five million", "2.5 million"),
    ("a million", "one million"),
    ("20-25 km", "20 to 25 kilometres"),
    ("the 3rd gate", "the third gate"),
    ("5 km", "5 kilometers"),
    ("Sept. 14", "14 September"),
    ("14 March 2027", "March 14, 2027"),
    ("14 March 2027", "2027-03-14"),
    ("at 3 p.m.", "at 3pm"),
    ("at 3:30 p.m.", "at 15:30"),
    ("isn't", "is not"),
    ("they won’t", "they will not"),
    ("can't", "cannot"),
    ("we'll", "we will"),
    ("colour", "color"),
    ("organised", "organized"),
    ("travelling", "traveling"),
    ("the defence", "the defense"),
    ("U.S. ships", "US ships"),
    ("the United States", "the U.S."),
    ("Gov. Orr", "Governor Orr"),
    ("Mr. Orr", "Mr Orr"),
    ("salt & sand", "salt and sand"),
    ("Kiev", "Kyiv"),
    ("café", "cafe"),
    ("well, um, yes", "well, yes"),
    ("[T]he pier", "The pier"),
    ("No. 5", "Number 5"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_another_dress_is_the_same(one, other):
    assert keys(one) == keys(other)


DIFFERENT = [
    ("1,200", "12,000"),
    ("1.2", "12"),
    ("half", "a quarter"),
    ("a third of it", "a third man"),
    ("9/11", "9/10"),
    ("$4.2 million", "$4.2 billion"),
    ("$5", "€5"),
    ("3 percent", "3 percentage points"),
    ("5 km", "5 miles"),
    ("14 March", "15 March"),
    ("Tuesday", "Thursday"),
    ("3 p.m.", "3 a.m."),
    ("may", "will"),
    ("rise", "prise"),
    ("four", "for"),
    ("filled", "filed"),
    ("told us", "told the US"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_sense_is_not_the_same(one, other):
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "1.200 Kacheln", "1200 Kacheln"),
        ("de", "4,2 Mio. Euro", "4,2 Millionen Euro"),
        ("de", "am 14. März 2027", "am 14 März 2027"),
        ("de", "einundzwanzig", "21"),
        ("fr", "1 200 tuiles", "1200 tuiles"),
        ("fr", "quatre-vingt-dix-sept", "97"),
        ("fr", "soixante-douze", "72"),
        ("fr", "12 %", "12 pour cent"),
        ("fr", "4 millions d'euros", "4 millions €"),
        ("es", "14 de marzo de 2027", "14 marzo 2027"),
        ("es", "doce por ciento", "12 %"),
        ("pt", "R$ 5", "5 reais"),
        ("ru", "12 процентов", "12 %"),
        ("zh", "六千三百", "6300"),
    ],
)
def test_other_languages_have_dresses_too(language, one, other):
    assert keys(one, language) == keys(other, language)


def test_may_inside_a_sentence_with_a_capital_is_the_month():
    assert keys("The gate opens in May.")[-1] == "@/5///"
    assert keys("The gate may open.")[2] == "may"


def test_every_unit_cuts_out_its_own_text():
    text = "On Sept. 14 the U.S. fleet – 1,200 men – couldn't land $4.2m of Kiev's gold."
    document = Document(text)
    for unit in read_tokens(document, [document.span], lexicon_of("en")).items:
        assert text[unit.span.start : unit.span.end] == unit.text


@pytest.mark.parametrize(
    "character",
    [
        "1",
        ".",
        ",",
        "a.",
        "'",
        "-",
        "$",
        "%",
        "twenty ",
        "million ",
        "1 000 ",
        "[",
        "no ",
        "half a ",
        "and a half ",
        "one in ",
        "hour ",
    ],
)
def test_a_long_run_of_one_sign_is_read(character):
    assert keys(character * 4000) is not None
