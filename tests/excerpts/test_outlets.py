"""The table of outlets, and who is mentioned in a sentence."""

import pytest

from provenance.excerpts.annotation.mentions import mentions_in
from provenance.excerpts.outlets import OutletTable, outlets
from provenance.languages.cues import language
from provenance.text.span import Span

TABLE = OutletTable.of(
    {
        "The Dunmore Herald": ["dunmore.example"],
        "Tarn Gazette": ["tarn.example", "gazette.example"],
        "Dawn": ["dawn.example"],
    },
    {"DH": "The Dunmore Herald"},
    shared=frozenset({"Tarn Gazette"}),
    ordinary=frozenset({"Dawn"}),
)


def test_outlet_is_found_by_name_alias_and_domain():
    assert TABLE.named("The Dunmore Herald") == TABLE.named("DH") == "The Dunmore Herald"
    assert TABLE.named("Dunmore") is None
    assert TABLE.at_address("https://www.dunmore.example/a/b") == ("The Dunmore Herald",)
    assert TABLE.at_address("news.gazette.example") == ("Tarn Gazette",)
    assert TABLE.at_address("https://example/") == ()


def test_host_that_only_ends_alike_is_another():
    assert TABLE.at_address("https://notdunmore.example/") == ()


def test_shared_name_contradicts_nothing():
    assert TABLE.is_shared("Tarn Gazette")
    assert not TABLE.is_shared("DH")


def test_table_is_extended_without_changing():
    longer = outlets((("Quay Times", ("quay.example",)),))
    assert longer.named("Quay Times") == "Quay Times"
    assert longer.named("The Guardian") == "The Guardian"
    assert outlets().named("Quay Times") is None


def test_shipped_table_is_whole():
    table = outlets()
    assert len(table.domains) > 300
    assert all(outlet in table.domains for outlet in table.aliases.values())
    assert all(
        domain == domain.lower() and "/" not in domain for every in table.domains.values() for domain in every
    )
    assert table.is_shared("The Guardian")


def mentions(text, code):
    """The kind and the name of each mention of a text."""
    found = mentions_in(text, Span(0, len(text)), language(code))
    return [(mention.kind.value, mention.name) for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian President Ivan Sorokin", [("person", "Ivan Sorokin")]),
        ("Mr. Lee", [("person", "Lee")]),
        (
            "Ann A. O’Rourke of the University of Dunmore",
            [("person", "Ann A. O’Rourke"), ("organisation", "University of Dunmore")],
        ),
        ("the mayor", [("role", "mayor")]),
        ("The old lighthouse keeper replied", [("role", "old lighthouse keeper")]),
        ("the Harbour Courier", [("outlet", "Harbour Courier")]),
        ("under Section 8 of the act", [("work", "Section 8"), ("work", "act")]),
        ("As RFC 2119 says", [("work", "RFC 2119")]),
        ("the BBC in 2119", [("outlet", "BBC")]),
    ],
)
def test_mentions_of_a_sentence(text, expected):
    assert mentions(text, "en") == expected


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("ja", "田中さんは", "田中"),
        ("ja", "ジョン・スミス氏は", "ジョン・スミス"),
        ("ja", "東都大学の佐藤由美教授は", "佐藤由美"),
        ("ja", "これについて野党の鈴木一郎議員は", "鈴木一郎"),
        ("ko", "홍길동 시장은 말했다", "홍길동"),
        ("ko", "홍길동 씨는 말했다", "홍길동"),
        ("ko", "홍길동 노조 지부장은 말했다", "홍길동"),
        ("ko", "회사 홍길동 상무도 말했다", "홍길동"),
        ("ko", "홍길동(45) 대표는 말했다", "홍길동"),
        ("ko", "부두 관리소는 말했다", "관리소"),
        ("zh", "王芳指出", "王芳"),
        ("zh", "约翰·史密斯表示", "约翰·史密斯"),
        ("ar", "وقال سامر حداد إن", "سامر حداد"),
        ("ar", "وأوضحت ليلى منصور، مديرة المرفأ، أن", "ليلى منصور"),
        ("he", "רות כהן, מנהלת הנמל, אמרה", "רות כהן"),
    ],
)
def test_name_without_a_capital_is_found_by_its_place(code, text, name):
    assert name in [found for _, found in mentions(text, code)]


def test_document_is_called_by_whose_it_is():
    assert mentions("according to the ruling of the Velm Court", "en")[0] == (
        "work",
        "ruling of the Velm Court",
    )


def test_titles_before_a_name_are_no_part_of_it_where_nouns_are_capitalised():
    assert ("person", "Ina Roth") in mentions("„So ist es“, sagte Bürgermeisterin Ina Roth gestern.", "de")
