import gzip
import io
import json
import sys
import zipfile
import zlib
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import brotli
import pytest

from provenance.errors import SourceError, SourceExtractionError
from provenance.sources.capture import Capture
from provenance.sources.catalogue import CatalogueLoader
from provenance.sources.containers.container import captures_in
from provenance.sources.containers.warc import write_warc
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.given import GivenSource, build_catalogue
from provenance.sources.source import FoundBy, Reference, Via
from tests.sources.pages import PARAGRAPHS, PIER, page

QUAY = "https://ledger.example/quay"
TAKEN = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
PAGES = [
    Capture(
        page().encode(),
        "a",
        url=PIER,
        retrieved=TAKEN,
        status=200,
        content_type="text/html; charset=utf-8",
        etag='"1"',
    ),
    Capture(page(url=QUAY).encode(), "b", url=QUAY, retrieved=TAKEN, status=200, content_type="text/html"),
]


def warc(captures=PAGES):
    stream = io.BytesIO()
    write_warc(captures, stream, tool="a test")
    return stream.getvalue()


def record(
    block, *, kind="response", content_type="application/http; msgtype=response", url=PIER, length=None
):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-02T10:00:00Z\r\n"
    head += (
        f"Content-Type: {content_type}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http(body=b"<p>Pier</p>", *headers, status="200 OK"):
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return list(captures_in(path))


def test_what_is_exported_to_warc_is_read_back(tmp_path):
    for name, data in (("a.warc.gz", warc()), ("a.warc", gzip.decompress(warc()))):
        found = read(tmp_path, name, data)
        assert [(one.url, one.data, one.retrieved, one.content_type, one.etag) for one in found] == [
            (one.url, one.data, one.retrieved, one.content_type, one.etag) for one in PAGES
        ]


def test_a_page_without_an_address_is_not_exported():
    assert write_warc([Capture(b"x", "a")], io.BytesIO(), tool="a test") == 0


def test_chunks_and_compression_inside_a_record_are_undone(tmp_path):
    packed = gzip.compress(b"<p>Pier</p>")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    block = http(chunked, "Transfer-Encoding: chunked", "Content-Encoding: gzip")
    assert read(tmp_path, "a.warc", record(block))[0].data == b"<p>Pier</p>"


def test_chunks_that_the_archive_joined_already_are_left_alone(tmp_path):
    assert (
        read(tmp_path, "a.warc", record(http(b"<p>Pier</p>", "Transfer-Encoding: chunked")))[0].data
        == b"<p>Pier</p>"
    )


def test_only_pages_are_read(tmp_path):
    records = [
        record(b"software: x", kind="warcinfo", content_type="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", content_type="application/http; msgtype=request"),
        record(http(b"gone", status="404 Not Found")),
        record(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
        record(b"junk"),
        record(b"Text.", kind="resource", content_type="text/plain", url="https://ledger.example/t"),
        record(http(b"<p>Last</p>")),
    ]
    assert [one.data for one in read(tmp_path, "a.warc", b"".join(records))] == [b"Text.", b"<p>Last</p>"]


def deflated(data, *, bits=15):
    engine = zlib.compressobj(9, zlib.DEFLATED, bits)
    return engine.compress(data) + engine.flush()


PACKED = {
    "br": brotli.compress(page().encode()),
    "deflate": deflated(page().encode()),
    "deflate ": deflated(page().encode(), bits=-15),
    "gzip, br": brotli.compress(gzip.compress(page().encode())),
    "x-gzip": gzip.compress(page().encode()),
    "br ": page().encode(),
    "gzip": page().encode(),
    "identity": page().encode(),
}


@pytest.mark.parametrize("encoding", PACKED)
def test_a_page_is_unpacked_whatever_a_browser_asked_for(tmp_path, encoding):
    block = http(PACKED[encoding], f"Content-Encoding: {encoding}")
    assert [one.data for one in read(tmp_path, "a.warc", record(block))] == [page().encode()]


SPOILT = {
    "another encoding": ("zstd", b"\x28\xb5\x2f\xfd", "encoded as 'zstd'"),
    "no Brotli": ("br", b"\x00\xff\xff", "broken compressed data"),
    "half of it": ("br", PACKED["br"][:-20], "breaks off|broken"),
    "half of it, deflated": ("deflate", PACKED["deflate"][:-20], "breaks off"),
    "no deflate": ("deflate", b"\xff\xff\xff", "broken compressed data"),
    "a Brotli bomb": ("br", lambda: brotli.compress(b"\0" * 50_000_000, quality=1), "unpacks to more"),
    "a deflate bomb": ("deflate", lambda: deflated(b"\0" * 50_000_000), "unpacks to more"),
}


@pytest.mark.parametrize(("encoding", "body", "said"), SPOILT.values(), ids=SPOILT)
def test_a_page_that_cannot_be_unpacked_says_so_when_it_is_read(tmp_path, encoding, body, said):
    packed = body() if callable(body) else body  # a bomb is made where its test runs
    (found,) = read(tmp_path, "a.warc", record(http(packed, f"Content-Encoding: {encoding}")))
    assert found.url == PIER
    with pytest.raises(SourceExtractionError, match=said):
        to_witness(found, Reference(PIER, FoundBy.LINK), Via.SAVED)


def test_without_brotli_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "brotli", None)
    (found,) = read(tmp_path, "a.warc", record(http(PACKED["br"], "Content-Encoding: br")))
    assert "provenance-tracer[brotli]" in found.fault


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"junk" * 100,
        gzip.compress(b"junk" * 100),
        warc()[:100],
        warc([]),
        gzip.compress(b"\0" * 5_000_000),
        b"WARC/1.0\r\n" + b"X: y\r\n" * 500,
        record(b"", length=-5),
        record(b"", length="many"),
        record(b"", kind="metadata", length=10**13),
        record(b"x", length=5000),
    ],
    ids=range(11),
)
def test_a_warc_file_without_a_page_is_one_error_that_names_it(tmp_path, name, data):
    with pytest.raises(SourceError, match=r"a\.warc"):
        read(tmp_path, name, data)


def test_a_warc_file_that_breaks_off_gives_what_stands_before_the_break(tmp_path):
    assert len(read(tmp_path, "a.warc.gz", warc()[:-40])) == 1


def wacz(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def test_every_warc_in_a_wacz_is_read_and_nothing_is_unpacked(tmp_path):
    data = wacz(
        **{
            "archive__a.warc.gz": warc(PAGES[:1]),
            "../../evil.warc.gz": warc(PAGES[1:]),
            "archive__broken.warc.gz": b"junk",
        }
    )
    assert [one.url for one in read(tmp_path, "a.wacz", data)] == [PIER, QUAY]
    assert [path.name for path in tmp_path.iterdir()] == ["a.wacz"]


@pytest.mark.parametrize("data", [b"", b"PK junk", wacz(**{"pages.jsonl": b"{}"}), wacz()])
def test_a_wacz_file_without_a_page_is_one_error(tmp_path, data):
    with pytest.raises(SourceError, match=r"a\.wacz"):
        read(tmp_path, "a.wacz", data)


def mhtml(html=None, **headers):
    message = EmailMessage()
    message["Snapshot-Content-Location"] = PIER
    message["Date"] = "Mon, 02 Mar 2026 10:00:00 +0000"
    message.set_content(html or page(), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


def test_an_mhtml_page_is_read_with_its_address_and_date(tmp_path):
    (found,) = read(tmp_path, "a.mhtml", mhtml())
    assert (found.url, found.retrieved) == (PIER, TAKEN)
    assert PARAGRAPHS[0].encode() in found.data
    assert found.content_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"junk",
        b"\xff" * 500,
        b"Content-Type: text/html\r\n\r\n",
        b"Content-Type: multipart/related\r\n\r\n",
    ],
)
def test_an_mhtml_file_without_a_page_is_one_error(tmp_path, data):
    with pytest.raises(SourceError, match=r"a\.mht"):
        read(tmp_path, "a.mht", data)


def entry(text, *, url=PIER, status=200, kind="text/html; charset=iso-8859-1", **content):
    return {
        "startedDateTime": "2026-03-02T10:00:00.000Z",
        "request": {"url": url},
        "response": {"status": status, "content": {"mimeType": kind, "text": text, **content}},
    }


def har(*entries):
    return json.dumps({"log": {"entries": list(entries)}}).encode()


def test_the_pages_of_a_har_file_are_read(tmp_path):
    data = har(
        entry("<p>À quai</p>"),
        entry("PHA+UGllcjwvcD4=", encoding="base64", url=QUAY),
        entry("gone", status=404),
        entry("body{}", kind="text/css"),
        {"request": None},
        entry("!", encoding="base64"),
    )
    found = read(tmp_path, "a.har", data)
    assert [(one.url, one.data) for one in found] == [
        (PIER, "<p>À quai</p>".encode()),
        (QUAY, b"<p>Pier</p>"),
    ]
    assert found[0].content_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"log": 3}',
        b'{"log": {"entries": 5}}',
        b"[" * 100_000,
        har(),
        har(entry("x", status=500)),
    ],
)
def test_a_har_file_without_a_page_is_one_error(tmp_path, data):
    with pytest.raises(SourceError, match=r"a\.har"):
        read(tmp_path, "a.har", data)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.warc.gz", warc()), ("a.wacz", wacz(**{"archive__a.warc.gz": warc()})), ("a.mhtml", mhtml())],
)
def test_such_a_file_is_a_source_like_any_other(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    for catalogue in (build_catalogue([GivenSource(path=path)]), build_catalogue(folders=[tmp_path])):
        witness = CatalogueLoader(catalogue).load(Reference(PIER, FoundBy.LINK))
        assert PARAGRAPHS[0] in witness.document.text


def test_a_file_that_cannot_be_read_is_one_error():
    with pytest.raises(SourceError, match="cannot be read"):
        list(captures_in(Path("missing.warc")))
