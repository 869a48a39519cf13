import pytest

from provenance.sources.capture import capture_of
from provenance.sources.page_head import opening_address, read_head


def head(text: str):
    return read_head(f"<html><head>{text}</head><body><p>x</body></html>".encode())


def test_the_canonical_link_is_the_address():
    found = head(
        '<link rel="canonical" href="https://a.example/1"><meta property="og:url" content="https://a.example/2">'
    )
    assert found.url == "https://a.example/1"


def test_og_url_stands_in_for_a_missing_or_relative_canonical_link():
    found = head('<link rel=canonical href="/1"><meta property="og:url" content="https://a.example/2">')
    assert found.url == "https://a.example/2"


def test_what_singlefile_noted_comes_first():
    data = b"""<!DOCTYPE html><html><!--
 Page saved with SingleFile
 url: https://a.example/saved?x=1
 saved date: Mon Mar 02 2026 10:00:00 GMT
--><head><link rel=canonical href="https://a.example/1"></head></html>"""
    assert read_head(data).url == "https://a.example/saved?x=1"


def test_what_a_browser_noted_is_read():
    data = b"<!DOCTYPE html>\n<!-- saved from url=(0023)https://a.example/saved --><html></html>"
    assert read_head(data).url == "https://a.example/saved"


def test_the_body_is_not_read():
    found = read_head(
        b'<html><head></head><body><link rel=canonical href="https://evil.example/"></body></html>'
    )
    assert found.url is None


def test_names_are_read_in_the_page_s_own_encoding():
    text = (
        '<meta charset="iso-8859-1"><meta property="og:site_name" content="Côte & Port"><title>À quai</title>'
    )
    found = read_head(f"<html><head>{text}</head>".encode("latin-1"))
    assert found.site_name == "Côte & Port"
    assert found.title == "À quai"


def test_junk_says_nothing_and_never_raises():
    for data in (
        b"",
        b"\x00\xff" * 1000,
        b"<" * 50_000,
        b"<!--" * 20_000,
        b"<meta charset=nonsense>",
        b"<![foo[",
    ):
        assert read_head(data).url is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/statement\nA statement\n\nWe are sorry.", "https://a.example/statement"),
        (
            "A statement\n\nSource: https://a.example/statement\n\nWe are sorry.",
            "https://a.example/statement",
        ),
        ("A statement\n<https://a.example/statement>\nWe are sorry.", "https://a.example/statement"),
        ("A statement, to be read at https://a.example/statement in full.", None),
        ("One.\n\nTwo.\n\nThree.\n\nhttps://a.example/elsewhere", None),
    ],
)
def test_a_text_that_opens_with_an_address_says_where_it_is_from(text, expected):
    assert opening_address(text.encode()) == expected
    assert capture_of(text.encode(), "statement.txt").url == expected
