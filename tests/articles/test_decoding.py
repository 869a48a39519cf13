import codecs

import pytest

from provenance.articles.characters import cleaned
from provenance.articles.decoding import decode
from provenance.articles.reading import read_bytes
from provenance.errors import ArticleError

SENTENCE = "Die Fähre „Ilse“ kostet 4 € – für Gäste"


@pytest.mark.parametrize(
    ("data", "content_type", "expected"),
    [
        (SENTENCE.encode(), None, SENTENCE),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "text/html; charset=iso-8859-1", SENTENCE),
        (SENTENCE.encode("utf-16"), None, SENTENCE),
        (SENTENCE.encode("cp1252"), "text/html; charset=iso-8859-1", SENTENCE),
        (b'<meta charset="latin1">' + SENTENCE.encode("cp1252"), None, '<meta charset="latin1">' + SENTENCE),
        ("渡船码头".encode("gb18030"), "text/html; charset=gb2312", "渡船码头"),
        ("渡し船".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "渡し船"),
        (
            SENTENCE.encode(),
            "text/html; charset=iso-8859-1",
            SENTENCE,
        ),  # valid UTF-8 is UTF-8, whatever is declared
    ],
    ids=["utf-8", "mark-wins", "utf-16", "header", "meta", "gb2312", "iso-2022-jp", "declared-wrongly"],
)
def test_bytes_are_decoded_as_browsers_do(data, content_type, expected):
    assert decode(data, origin="page.html", content_type=content_type) == expected


def test_a_few_broken_bytes_do_not_cost_a_utf_8_page_its_text():
    data = b"<meta charset=utf-8>" + SENTENCE.encode() * 20 + b"\xff"
    assert decode(data, origin="page.html").endswith("Gäste\ufffd")


def test_an_undeclared_encoding_is_guessed():
    text = "Набережная закрыта с января, и лодки стоят у северного причала. " * 20
    assert decode(text.encode("cp1251"), origin="page.html") == text


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(400), b"%PDF-1.7\x00\x01\x02\x03" * 30]
)
def test_binary_data_is_an_error_that_says_what_to_do(data):
    with pytest.raises(
        ArticleError, match=r"photo\.html is not text; give an HTML, Markdown or plain text file"
    ):
        read_bytes(data, origin="photo.html")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("said", [SENTENCE, "Набережная закрыта с января, и лодки стоят у причала."])
def test_utf_16_is_read_without_its_mark(encoding, said):
    text = f"<html><body><p>{said}</p></body></html>"
    assert decode(text.encode(encoding), origin="page.html") == text


def test_control_characters_become_visible_one_for_one():
    text = "a\x1b[31mb\x00c\u202ed\ud800e"
    assert cleaned(text) == "a\ufffd[31mb\ufffdc\ufffdd\ufffde"
    assert len(cleaned(text)) == len(text)


def test_what_writing_needs_is_kept():
    text = "tab\there\nsoft\u00adhyphen zero\u200cwidth joi\u200dner caf\u00e9 \U0001f468\u200d\U0001f33e"
    assert cleaned(text) == text


def test_a_control_of_windows_1252_is_the_character_that_is_meant():
    assert cleaned("it\x92s \x93so\x94") == "it’s “so”"
