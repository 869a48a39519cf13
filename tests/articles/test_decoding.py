import codecs

import pytest

from provenance.articles.article import Format
from provenance.articles.decoding import cleaned, declared_encodings, decode
from provenance.articles.reading import read_bytes, read_text
from provenance.errors import ArticleError
from provenance.findings.trace import Verdict
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer

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
    assert decode(data, origin="page.html", content_type=content_type).text == expected


def test_a_few_broken_bytes_do_not_cost_a_utf_8_page_its_text():
    data = b"<meta charset=utf-8>" + SENTENCE.encode() * 20 + b"\xff"
    assert decode(data, origin="page.html").text.endswith("Gäste\ufffd")


def test_an_undeclared_encoding_is_guessed():
    text = "Набережная закрыта с января, и лодки стоят у северного причала. " * 20
    assert decode(text.encode("cp1251"), origin="page.html").text == text


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(400), b"GIF89a\x00\x01\x02\x03" * 30]
)
def test_binary_data_is_an_error_that_says_what_to_do(data):
    with pytest.raises(
        ArticleError, match=r"photo\.html is not text; give an HTML, Markdown or plain text file"
    ):
        read_bytes(data, origin="photo.html")


def test_control_characters_become_visible_one_for_one():
    text = "a\x1b[31mb\x00c\u202ed\u202c\ud800"
    assert cleaned(text) == "a\ufffd[31mb\ufffdc\ufffdd\ufffd\ufffd"
    assert len(cleaned(text)) == len(text)


def test_what_writing_needs_is_kept():
    text = "tab\there\nsoft\u00adhyphen zero\u200cwidth joi\u200dner caf\u00e9 \U0001f468\u200d\U0001f33e"
    assert cleaned(text) == text


def test_a_control_of_windows_1252_is_the_character_that_is_meant():
    assert cleaned("it\x92s \x93so\x94") == "it’s “so”"


SAID = {
    "shift_jis": "市議会は火曜日、古い桟橋を五月に閉鎖することを決めた。漁師たちは新しい桟橋ができるまで待つように言われた。",
    "iso2022_jp": "市議会は火曜日、古い桟橋を五月に閉鎖することを決めた。漁師たちは新しい桟橋ができるまで待つように言われた。",
    "gbk": "市议会星期二决定五月关闭旧码头。渔民们被告知要等到新码头建成。港务局说，修理费用超过预算。",
    "euc_kr": "시의회는 화요일 오래된 부두를 오월에 폐쇄하기로 결정했다. 어부들은 새 부두가 지어질 때까지 기다려야 한다.",
    "cp1251": "Городской совет решил во вторник закрыть старый причал в мае. Рыбакам сказали ждать, пока не построят новый.",
    "koi8_r": "Городской совет решил во вторник закрыть старый причал в мае. Рыбакам сказали ждать, пока не построят новый.",
    "cp1250": "Rada miasta postanowiła we wtorek zamknąć stare molo w maju. Rybakom powiedziano, żeby czekali na nowe.",
    "cp1252": "Der Stadtrat beschloss am Dienstag, die alte Mole zu schließen. Die Fischer müssen sich wohl ärgern.",
}
UNSURE = {"shift_jis", "cp1250", "iso2022_jp"}  # what little text may be taken for another one
FOREIGN = [name for name in SAID if name not in {"cp1250", "cp1252", "iso2022_jp"}]


@pytest.mark.parametrize("encoding", SAID)
@pytest.mark.parametrize("stated", ["", "<meta charset=utf-8>"])
def test_an_encoding_that_is_not_stated_is_guessed_and_doubted(encoding, stated):
    page = (
        f"<html><head>{stated}</head><body><article>"
        + f"<p>{SAID[encoding]}</p>" * 40
        + "</article></body></html>"
    )
    article = read_bytes(page.encode(encoding), origin="page.html")
    assert any("guessed" in doubt for doubt in article.doubts) or encoding == "iso2022_jp"
    assert SAID[encoding] in article.document.text or encoding in UNSURE


@pytest.mark.parametrize("encoding", FOREIGN)
def test_a_page_that_states_another_encoding_than_its_own_is_doubted(encoding):
    page = "<meta charset=iso-8859-1><article>" + f"<p>{SAID[encoding]}</p>" * 6 + "</article>"
    assert any("garbled" in doubt for doubt in read_bytes(page.encode(encoding), origin="page.html").doubts)


@pytest.mark.parametrize(
    "said",
    [
        "Où était-il l’été passé ? Là-bas, dit-on, où l’on a élevé une école à l’évêque zélé.",
        "Überflüssige Öfen stören größere Gäste, äußerte früh Frau Jürgens über müde Schüler.",
        "Þórður á Ægisíðu ræddi við Ólöfu um nýja bátinn og þótti hún ráða öllu í þorpinu þá.",
        "Mới đây ông đã nói về việc này với báo chí ở thành phố và không ai phản đối điều đó.",
    ],
)
def test_letters_with_marks_are_not_garbled(said):
    assert read_bytes(said.encode() * 4, origin="a.txt").doubts == ()


@pytest.mark.parametrize("encoding", FOREIGN)
@pytest.mark.parametrize("stated", ["", "<meta charset=utf-8>", "<meta charset=iso-8859-1>"])
def test_nobody_is_accused_over_a_source_whose_letters_may_be_wrong(encoding, stated):
    url, said = "https://quay.example/pier", SAID[encoding]
    source = f"<html><head>{stated}</head><body><article>" + f"<p>{said}</p>" * 9 + "</article></body></html>"
    article = f'<p>Quay <a href="{url}">says</a>:</p><blockquote><p>{said}</p></blockquote>'
    with Tracer(StaticLoader({url: source.encode(encoding)})) as tracer:
        (item,) = tracer.trace(read_text(article, format=Format.HTML)).excerpts
    assert item.verdict in {Verdict.VERBATIM, Verdict.UNCHECKED}


def test_only_the_encodings_of_the_web_are_looked_up():
    for name in (
        "zlib",
        "hex",
        "rot13",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "utf-16",
        "utf-7",
        "cp037",
        "mbcs",
    ):
        for data, header in (
            (b'<meta charset="%s"><p>\xe0 quai' % name.encode(), None),
            (b'<?xml version="1.0" encoding="%s"?><p>\xe0 quai' % name.encode(), None),
            (b"<p>\xe0 quai", f"text/html; charset={name}"),
        ):
            assert "quai" in decode(data, origin="a", content_type=header).text
            assert declared_encodings(data, header) == ()


@pytest.mark.parametrize(
    "label",
    "utf8 ibm866 latin2 iso-8859-5 iso-8859-15 koi8-r macintosh windows-874 windows-1251 gbk big5 euc-jp shift_jis euc-kr".split(),
)
def test_the_encodings_of_the_web_are_looked_up(label):
    assert len(declared_encodings(b"", f"text/html; charset={label}")) == 1
