import pytest

from provenance.excerpts.outlets import OutletTable
from provenance.sources.publishers import is_published_by


@pytest.mark.parametrize(
    ("outlet", "publisher"),
    [
        ("The Harbour Ledger", "Harbour Ledger"),
        ("Harbour Ledger", "harbourledger.example"),
        ("The Ledger", "theledger.example"),
        ("Ledger", "theledger.example"),
        ("Harbour Ledger", "news.harbour-ledger.co.uk"),
        ("Minato", "www.minato.go.jp"),
        ("Élan & Port", "elanandport.example"),
        ("harbourledger.example", "Harbour Ledger"),
    ],
)
def test_one_outlet_under_two_names(outlet, publisher):
    assert is_published_by(outlet, publisher)


@pytest.mark.parametrize(
    ("outlet", "publisher"),
    [
        ("Ledger", "harbourledger.example"),
        ("Times", "Harbour Times"),
        ("Go", "minato.go.jp"),
        ("Minato", "minato.go.example"),
        ("", "ledger.example"),
        ("The", ""),
    ],
)
def test_two_outlets_stay_two(outlet, publisher):
    assert not is_published_by(outlet, publisher)


TABLE = OutletTable.of({"The Harbour Ledger": ["hl-online.example"]}, {"THL": "The Harbour Ledger"})


def test_the_table_knows_abbreviations_and_domains_of_another_name(monkeypatch):
    monkeypatch.setattr("provenance.sources.publishers.outlets", lambda: TABLE)
    assert is_published_by("The Harbour Ledger", "www.hl-online.example")
    assert is_published_by("THL", "hl-online.example")
    assert is_published_by("THL", "Harbour Ledger")
    assert is_published_by("THL", "The Harbour Ledger")
    assert not is_published_by("THL", "gazette.example")
    assert not is_published_by("Gazette", "hl-online.example")
