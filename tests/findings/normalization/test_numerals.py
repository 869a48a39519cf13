"""The same number in the numerals of many languages."""

import pytest

from provenance import compare
from provenance.findings.normalization.reading import read_tokens
from provenance.languages.lexicon_files import lexicon_of
from provenance.text.document import Document

SAME = [
    ("ja", "二億四千万円", "2億4000万円"),
    ("ja", "千二百五十戸", "1250戸"),
    ("ja", "昭和三十二年四月", "昭和32年4月"),
    ("zh", "三亿六千万元", "3.6亿元"),
    ("zh", "三億六千萬元", "3.6亿元"),
    ("zh", "百分之四十", "40%"),
    ("zh", "三成", "30%"),
    ("zh", "二〇二四年", "2024年"),
    ("ko", "삼천 원", "3000원"),
    ("ko", "3만 5천 명", "35,000명"),
    ("en", "2.4 lakh", "240,000"),
    ("en", "3 crore rupees", "Rs 30,000,000"),
    ("en", "Rs 2,40,000", "240,000 rupees"),
    ("ar", "٨ آذار ١٩٥٧", "8 مارس 1957"),
    ("ar", "خمسة وثلاثون", "35"),
    ("he", "עשרים וחמישה", "25"),
    ("sv", "trettiofem personer", "35 personer"),
    ("da", "femogtredive mennesker", "35 mennesker"),
    ("no", "1,2 millioner", "1.200.000"),
    ("fi", "kolmekymmentäviisi henkeä", "35 henkeä"),
    ("pl", "dwadzieścia jeden osób", "21 osób"),
    ("cs", "dva miliony lidí", "2 miliony lidí"),
    ("tr", "otuz beş kişi", "35 kişi"),
    ("hu", "huszonegy ember", "21 ember"),
    ("ro", "douăzeci și unu de oameni", "21 de oameni"),
    ("el", "είκοσι ένα άτομα", "21 άτομα"),
    ("en", "the eighth year", "the 8th year"),
    ("en", "the nineteen-eighties", "the 1980s"),
    ("en", "two thousand and four boats", "2,004 boats"),
    ("ko", "마흔두 집이", "42집이"),
    ("pt", "dezasseis casas", "16 casas"),
]


def _keys(text, language):
    document = Document(text)
    return [token.key for token in read_tokens(document, [document.span], lexicon_of(language)).items]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_a_number_has_one_value_in_every_dress(language, one, other):
    assert _keys(one, language) == _keys(other, language)


@pytest.mark.parametrize(
    ("language", "text"), [("ko", "이 일은 오늘"), ("sv", "en bok"), ("tr", "bir kitap")]
)
def test_a_word_that_may_be_an_article_is_no_number(language, text):
    assert not any(key.startswith("#") for key in _keys(text, language))


@pytest.mark.parametrize(
    ("quotation", "source", "found"),
    [
        ("Nearly 425 wells ran dry.", "Nearly 410 wells ran dry.", ("ALT303", "critical")),
        (
            "The town said that about 4,187 wells ran dry.",
            "The town said that 4,200 wells ran dry.",
            ("ALT303", "critical"),
        ),
        (
            "The town said that about 4,200 wells ran dry.",
            "The town said that 4,187 wells ran dry.",
            ("ALT303", "minor"),
        ),
        ("She met the board twice.", "She met the board once.", ("ALT303", "critical")),
        (
            "The effect was clear (p > 0.05) here.",
            "The effect was clear (p < 0.05) here.",
            ("ALT302", "critical"),
        ),
        (
            "The effect was clear (p = 0.05) here.",
            "The effect was clear (p < 0.05) here.",
            ("ALT303", "critical"),
        ),
        ("The school will open this year.", "The school will open next year.", ("ALT304", "major")),
        ("The school will open today.", "The school will open tomorrow.", ("ALT304", "major")),
        (
            "Die Schule öffnet dieses Jahr im Dorf.",
            "Die Schule öffnet nächstes Jahr im Dorf.",
            ("ALT304", "major"),
        ),
        ("Skolan öppnar i dag, sade hon.", "Skolan öppnar i morgon, sade hon.", ("ALT304", "major")),
        ("Peter Holm spoke to the board.", "Anna Holm spoke to the board.", ("ALT307", "critical")),
        ("Hanna Holm spoke to the board.", "Anna Holm spoke to the board.", ("ALT307", "critical")),
    ],
)
def test_another_number_date_or_name_has_its_code(quotation, source, found):
    assert found in {
        (finding.rule.code, finding.severity.label) for finding in compare(quotation, source).findings
    }


def test_a_number_written_out_at_the_beginning_is_the_source_s():
    comparison = compare("Thirty-one nurses have left the ward.", "In all, 31 nurses have left the ward.")
    assert [(f.rule.code, f.severity.label) for f in comparison.findings] == [("DEC706", "note")]


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("They meet at half past four in the hall.", "They meet at 4:30pm in the hall."),
        ("They meet at half past four in the hall.", "They meet at 16:30 in the hall."),
        ("They meet at a quarter to five in the hall.", "They meet at 4:45 in the hall."),
        ("Sie treffen sich um halb fünf im Saal.", "Sie treffen sich um 16:30 Uhr im Saal."),
    ],
)
def test_half_past_is_a_time(quotation, source):
    assert {finding.severity.label for finding in compare(quotation, source).findings} == {"note"}


@pytest.mark.parametrize(
    ("one", "other"), [("half past five", "16:30"), ("4:30am", "4:30pm"), ("4:30 pm", "4:30 am")]
)
def test_another_half_hour_is_another_time(one, other):
    found = compare(f"They meet at {one} in the hall.", f"They meet at {other} in the hall.").findings
    assert ("ALT304", "major") in {(finding.rule.code, finding.severity.label) for finding in found}
