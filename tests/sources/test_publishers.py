import pytest

from provenance.sources.publishers import is_published_by


@pytest.mark.parametrize(
    ("outlet", "publisher"),
    [
        ("The Harbour Ledger", "Harbour Ledger"),
        ("Harbour Ledger", "harbourledger.example"),
        ("The Ledger", "theledger.example"),
        ("Ledger", "theledger.example"),
        ("Harbour Ledger", "news.harbour-ledger.co.uk"),
        ("Élan & Port", "elanandport.example"),
        ("harbourledger.example", "Harbour Ledger"),
    ],
)
def test_one_outlet_under_two_names(outlet, publisher):
    assert is_published_by(outlet, publisher)


@pytest.mark.parametrize(
    ("outlet", "publisher"),
    [("Ledger", "harbourledger.example"), ("Times", "Harbour Times"), ("", "ledger.example"), ("The", "")],
)
def test_two_outlets_stay_two(outlet, publisher):
    assert not is_published_by(outlet, publisher)
