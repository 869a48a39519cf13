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
    ("en", "1 250 000 seedlings", "1.25 million seedlings"),
    ("en", "3 crore rupees", "Rs 30,000,000"),
    ("en", "Rs 2,40,000", "240,000 rupees"),
    ("ar", "٨ آذار ١٩٥٧", "8 مارس 1957"),
    ("ar", "خمسة وثلاثون", "35"),
    ("he", "עשרים וחמישה", "25"),
    ("he", "שבעה עשר", "17"),
    ("ar", "سبعة عشر", "17"),
    ("tr", "on yedi kişi", "17 kişi"),
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
    ("ko", "세 명이", "3명이"),
    ("ko", "세 사람은", "3명은"),
    ("ko", "열두 대를", "12대를"),
    ("ko", "스무 달", "20개월"),
    ("ko", "삼 년을", "3년을"),
    ("ko", "제3호를", "3호를"),
    ("ko", "25%가", "25퍼센트가"),
    ("tr", "evlerin yüzde yirmi beşi", "evlerin %25'i"),
    ("hu", "a házak huszonöt százaléka", "a házak 25%-a"),
    ("fi", "kaksikymmentäviisi prosenttia", "25 %"),
    ("ro", "douăzeci și cinci la sută", "25%"),
    ("he", "עשרים וחמישה אחוזים", "25%"),
    ("ar", "خمسة وعشرون في المئة", "25%"),
    ("ru", "около трёхсот домов", "около 300 домов"),
    ("uk", "двадцяти п'яти відсотків", "25 %"),
    ("cs", "dvaceti pěti procent", "25 %"),
    ("da", "tre hundrede børn", "300 børn"),
    ("no", "tre hundre barn", "300 barn"),
    ("sv", "fyrtio elever", "40 elever"),
    ("pl", "dwustu czterdziestu gości", "240 gości"),
    ("pt", "dezasseis casas", "16 casas"),
    ("es", "mil doscientas toneladas", "1.200 toneladas"),
    ("es", "mil toneladas", "1.000 toneladas"),
    ("es", "mil quinientos euros", "1.500 euros"),
    ("es", "mil novecientos ochenta y cuatro barcos", "1.984 barcos"),
    ("pt", "mil e duzentas pessoas", "1.200 pessoas"),
    ("pt", "mil pessoas", "1.000 pessoas"),
    ("fr", "mille deux cents tonnes", "1 200 tonnes"),
    ("fr", "mille personnes", "1 000 personnes"),
    ("it", "mille euro", "1.000 euro"),
    ("it", "milleduecento euro", "1.200 euro"),
    ("de", "tausendzweihundert Tonnen", "1.200 Tonnen"),
    ("de", "tausend Euro", "1.000 Euro"),
    ("de", "hundert Euro", "100 Euro"),
    ("nl", "duizend euro", "1.000 euro"),
    ("nl", "twaalfhonderd euro", "1.200 euro"),
    ("nl", "honderd euro", "100 euro"),
    ("sv", "tusen kronor", "1 000 kronor"),
    ("sv", "hundra kronor", "100 kronor"),
    ("da", "tusind kroner", "1.000 kroner"),
    ("no", "tusen kroner", "1000 kroner"),
    ("no", "hundre kroner", "100 kroner"),
    ("pl", "tysiąc dwieście złotych", "1200 złotych"),
    ("pl", "tysiąc złotych", "1000 złotych"),
    ("pl", "dwa tysiące trzysta złotych", "2300 złotych"),
    ("pl", "sto złotych", "100 złotych"),
    ("cs", "tisíc dvě stě korun", "1200 korun"),
    ("cs", "tisíc korun", "1000 korun"),
    ("cs", "sto korun", "100 korun"),
    ("ru", "тысяча двести рублей", "1200 рублей"),
    ("ru", "тысячу рублей", "1000 рублей"),
    ("ru", "сто рублей", "100 рублей"),
    ("uk", "тисяча двісті гривень", "1200 гривень"),
    ("ro", "o mie de lei", "1.000 de lei"),
    ("ro", "o sută de lei", "100 de lei"),
    ("hu", "ezerkétszáz forint", "1200 forint"),
    ("hu", "ezer forint", "1000 forint"),
    ("hu", "száz forint", "100 forint"),
    ("fi", "tuhat kaksisataa euroa", "1 200 euroa"),
    ("fi", "tuhat euroa", "1 000 euroa"),
    ("fi", "sata euroa", "100 euroa"),
    ("tr", "bin iki yüz lira", "1.200 lira"),
    ("tr", "bin lira", "1.000 lira"),
    ("tr", "yüz lira", "100 lira"),
    ("el", "χίλια διακόσια ευρώ", "1.200 ευρώ"),
    ("el", "χίλια ευρώ", "1.000 ευρώ"),
    ("el", "εκατό ευρώ", "100 ευρώ"),
    ("ar", "ألف دولار", "1000 دولار"),
    ("ar", "مئة دولار", "100 دولار"),
    ("he", "אלף ומאתיים שקל", "1,200 שקל"),
    ("he", "אלף שקל", "1,000 שקל"),
    ("he", "מאה שקל", "100 שקל"),
    ("en", "twelve hundred tons", "1,200 tons"),
    ("en", "a hundred pounds", "100 pounds"),
    ("en", "the thirtieth of April", "April 30"),
    ("en", "the thirty-first of May", "31 May"),
    ("en", "the twenty-first of June", "June 21"),
    ("en", "the first of May 1920", "May 1, 1920"),
    ("de", "am dreißigsten April", "am 30. April"),
    ("de", "am einundzwanzigsten Juni", "am 21. Juni"),
    ("de", "der erste Mai", "der 1. Mai"),
    ("fr", "le premier mai", "le 1er mai"),
    ("es", "el primero de mayo", "el 1 de mayo"),
    ("es", "el treinta de abril", "el 30 de abril"),
    ("es", "veintiuno de junio", "21 de junio"),
    ("it", "il primo maggio", "il 1° maggio"),
    ("it", "il trenta aprile", "il 30 aprile"),
    ("it", "il ventuno giugno", "il 21 giugno"),
    ("pt", "trinta de abril", "30 de abril"),
    ("pt", "primeiro de maio", "1º de maio"),
    ("pt", "vinte e um de junho", "21 de junho"),
    ("es", "treinta y uno de mayo", "31 de mayo"),
    ("fr", "le trente et un mai", "le 31 mai"),
    ("fr", "le vingt-deux mai", "le 22 mai"),
    ("nl", "dertig april", "30 april"),
    ("nl", "de dertigste april", "de 30 april"),
    ("nl", "eenentwintig juni", "21 juni"),
    ("sv", "den trettionde april", "den 30 april"),
    ("sv", "den tjugoförsta juni", "den 21 juni"),
    ("sv", "den första maj", "den 1 maj"),
    ("da", "den tredivte april", "den 30. april"),
    ("da", "den enogtyvende juni", "den 21. juni"),
    ("da", "den første maj", "den 1. maj"),
    ("no", "den trettiende april", "30. april"),
    ("no", "den tjueførste juni", "21. juni"),
    ("no", "den første mai", "1. mai"),
    ("pl", "trzydziestego kwietnia", "30 kwietnia"),
    ("pl", "dwudziestego pierwszego czerwca", "21 czerwca"),
    ("pl", "pierwszego maja", "1 maja"),
    ("cs", "třicátého dubna", "30. dubna"),
    ("cs", "dvacátého prvního června", "21. června"),
    ("cs", "prvního května", "1. května"),
    ("ru", "тридцатого апреля", "30 апреля"),
    ("ru", "двадцать первого июня", "21 июня"),
    ("ru", "первого мая", "1 мая"),
    ("uk", "тридцятого квітня", "30 квітня"),
    ("uk", "двадцять першого червня", "21 червня"),
    ("uk", "першого травня", "1 травня"),
    ("ro", "treizeci aprilie", "30 aprilie"),
    ("ro", "întâi mai", "1 mai"),
    ("fi", "kolmaskymmenes huhtikuuta", "30. huhtikuuta"),
    ("fi", "ensimmäinen toukokuuta", "1. toukokuuta"),
    ("tr", "otuz nisan", "30 nisan"),
    ("el", "τριάντα Απριλίου", "30 Απριλίου"),
    ("el", "πρώτη Μαΐου", "1 Μαΐου"),
    ("he", "שלושים באפריל", "30 באפריל"),
]


def _keys(text, language):
    document = Document(text)
    return [token.key for token in read_tokens(document, [document.span], lexicon_of(language)).items]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_a_number_has_one_value_in_every_dress(language, one, other):
    assert _keys(one, language) == _keys(other, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3명이", "5명이"),
        ("3명이", "3개가"),
        ("20개월", "30개월"),
        ("20개월", "20개"),
        ("3월에", "3개월에"),
        ("3층으로", "4층으로"),
        ("학교 7동을", "학교 9동을"),
        ("한 대학이", "한 대기업이"),
        ("세 개울이", "세 개미가"),
        ("300여 명이", "300명이"),
    ],
)
def test_a_korean_number_and_what_it_counts_are_compared(one, other):
    assert _keys(one, "ko") != _keys(other, "ko")


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
        ("Hanna Holm spoke to the board.", "Anna Holm spoke to the board.", ("ALT307", "major")),
    ],
)
def test_another_number_date_or_name_has_its_code(quotation, source, found):
    assert found in {
        (finding.rule.code, finding.severity.label) for finding in compare(quotation, source).findings
    }


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


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("灯塔程序2.0.1万分稳定，请放心使用它。", "灯塔程序2.0.0万分稳定，请放心使用它。"),
        ("등대 프로그램은 판 2.0.1만 지원한다고 적었다.", "등대 프로그램은 판 2.0.0만 지원한다고 적었다."),
    ],
)
def test_a_version_before_a_numeral_is_no_figure(quotation, source):
    assert compare(quotation, source).verdict.value == "altered"
