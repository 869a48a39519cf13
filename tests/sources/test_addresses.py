import pytest

from provenance.sources.addresses import host_of, is_address, page_key, unwrapped

PAGE = "https://ledger.example/pier/closing"


@pytest.mark.parametrize(
    "spelling",
    [
        "http://ledger.example/pier/closing",
        "https://www.ledger.example/pier/closing/",
        "https://LEDGER.example:443/pier/closing#third-paragraph",
        "https://ledger.example/pier/closing?utm_source=letter&fbclid=abc",
        "https://ledger.example/pier/closing/amp",
        "https://ledger.example/pier/closing/amp/",
        "https://ledger.example/amp/pier/closing",
        "https://ledger.example/pier/closing?amp=1",
        "https://amp.ledger.example/pier/closing",
        "https://m.ledger.example/pier/closing",
        "https://ledger.example/pier/clos%69ng",
        "https://web.archive.org/web/20260302101500/https://ledger.example/pier/closing",
        "https://web.archive.org/web/20260302101500id_/https://ledger.example/pier/closing",
        "https://www.google.com/amp/s/ledger.example/pier/closing",
        "https://ledger-example.cdn.ampproject.org/c/s/ledger.example/pier/closing",
        "  https://ledger.example/pier/closing ",
    ],
)
def test_spellings_of_one_address_share_a_key(spelling):
    assert page_key(spelling) == page_key(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://ledger.example/pier/closing-2",
        "https://ledger.example/pier",
        "https://ledger.example/pier/closing?page=2",
        "https://ledger.example:8443/pier/closing",
        "https://news.ledger.example/pier/closing",
        "https://ledger.example/Pier/closing",
        "https://ledger.example/camp/pier/closing",
    ],
)
def test_other_pages_keep_other_keys(other):
    assert page_key(other) != page_key(PAGE)


def test_the_order_of_parameters_makes_no_difference():
    assert page_key(f"{PAGE}?b=2&a=1") == page_key(f"{PAGE}?a=1&b=2")


@pytest.mark.parametrize(
    "text", ["", "pier.html", "file:///etc/passwd", "http://", "http://[::1", "ftp://a.example/"]
)
def test_what_is_no_address_is_said_to_be_none(text):
    assert not is_address(text)
    page_key(text)  # and never raises


def test_a_wrapped_address_gives_up_the_page_inside():
    assert unwrapped("https://web.archive.org/web/2026/ledger.example/a") == "https://ledger.example/a"
    assert unwrapped(PAGE) == PAGE


def test_the_host_is_bare():
    assert host_of("https://www2.Ledger.example./x") == "ledger.example"
    assert host_of("https://m.example/x") == "m.example"
    assert host_of("nothing") == ""
