"""The table of outlets, and who is mentioned in a sentence."""

import pytest

from provenance.excerpts.mentions import Gender, MentionKind, mentions
from provenance.excerpts.outlets import OutletTable, outlets
from provenance.languages.cues import language

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
    longer = TABLE.with_outlets({"Quay Times": ["quay.example"]})
    assert longer.named("Quay Times") == "Quay Times"
    assert longer.named("DH") == "The Dunmore Herald"
    assert TABLE.named("Quay Times") is None


def test_shipped_table_is_whole():
    table = outlets()
    assert len(table.domains) > 300
    assert all(outlet in table.domains for outlet in table.aliases.values())
    assert all(
        domain == domain.lower() and "/" not in domain for every in table.domains.values() for domain in every
    )
    assert table.is_shared("The Guardian")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dawn reported twice.", [("outlet", "Dawn")]),
        ("Dawn came late.", [("name", "Dawn")]),
        ("Russian President Ivan Sorokin", [("person", "Ivan Sorokin")]),
        ("Secretary of State Ann Lee", [("person", "Ann Lee")]),
        ("Mr. Lee", [("person", "Lee")]),
        (
            "Ann A. O’Rourke of the University of Dunmore",
            [("person", "Ann A. O’Rourke"), ("organisation", "University of Dunmore")],
        ),
        ("the mayor", [("role", "mayor")]),
        ("The DH’s Tom Brandt", [("outlet", "The Dunmore Herald"), ("person", "Tom Brandt")]),
        ("On Monday", []),
        ("the Harbour Courier", [("outlet", "Harbour Courier")]),
    ],
)
def test_mentions_of_a_sentence(text, expected):
    words = language("en")
    found = mentions(words.words(text), words, text=text, table=TABLE)
    assert [(mention.kind.value, mention.name) for mention in found] == expected


@pytest.mark.parametrize(
    ("code", "text", "gender"),
    [
        ("en", "Ms. Sorokin", Gender.FEMININE),
        ("en", "Ann Sorokin", Gender.FEMININE),
        ("en", "Mr. Sorokin", Gender.MASCULINE),
        ("en", "Zyx Sorokin", None),
        ("de", "Sprecherin Sorokin", Gender.FEMININE),
        ("fr", "Mme Sorokin", Gender.FEMININE),
    ],
)
def test_title_or_given_name_tells_the_pronoun(code, text, gender):
    words = language(code)
    (mention,) = mentions(words.words(text), words, text=text)
    assert (mention.kind, mention.gender) == (MentionKind.PERSON, gender)


def test_common_noun_is_no_name_where_nouns_are_capitalised():
    words = language("de")
    text = "Die Brücke über den Fluss ist eine Geschichte der Stadt"
    assert not any(mention.is_named for mention in mentions(words.words(text), words, text=text))
