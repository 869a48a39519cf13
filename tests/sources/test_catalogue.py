from datetime import UTC, datetime

import pytest

from provenance.errors import SourceExtractionError, SourceNotSavedError
from provenance.sources.capture import Capture
from provenance.sources.catalogue import Catalogue, CatalogueLoader, Holding
from provenance.sources.source import FoundBy, Reference, Via
from tests.sources.pages import PIER, page


def holding(name, via=Via.SAVED, *, urls=(PIER,), year=2026, site=None, data=None):
    capture = Capture((data if data is not None else page()).encode(), name, url=urls[0] if urls else None)
    return Holding(name, via, lambda: capture, urls, site, datetime(year, 1, 1, tzinfo=UTC))


def test_given_stands_before_saved_and_newer_before_older():
    old, new = holding("old", year=2024), holding("new", year=2026)
    given = holding("given", Via.GIVEN, year=2020)
    assert [found.locator for found in Catalogue((old, new, given)).at(PIER)] == ["given", "new", "old"]


def test_a_page_is_found_under_the_address_that_answered_too():
    found = Catalogue((holding("a", urls=("https://short.example/1", PIER)),))
    assert found.at("https://short.example/1") == found.at(PIER) == found.holdings


def test_an_outlet_is_found_by_host_and_by_site_name():
    by_host = holding("host", urls=("https://www.harbourledger.example/x",))
    by_name = holding("name", urls=(), site="The Harbour Ledger")
    other = holding("other", urls=("https://tribune.example/x",), site="Tribune")
    catalogue = Catalogue((by_host, other, by_name))
    assert catalogue.of_outlet("The Harbour Ledger") == (by_host, by_name)
    assert catalogue.of_outlet("Harbour Ledger") == (by_host, by_name)
    assert catalogue.of_outlet("Gazette") == ()


def test_what_is_not_at_hand_is_not_saved():
    with pytest.raises(SourceNotSavedError, match="provenance save"):
        CatalogueLoader(Catalogue()).load(Reference(PIER, FoundBy.LINK))


def test_a_page_without_text_is_an_error_that_says_what_to_do():
    catalogue = Catalogue((holding("a", data="<html><body><div id=root></div></body></html>"),))
    with pytest.raises(SourceExtractionError, match="save the page from a browser"):
        CatalogueLoader(catalogue).load(Reference("a", FoundBy.GIVEN))
