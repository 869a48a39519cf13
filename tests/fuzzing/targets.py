"""What hostile bytes may come to: for each reader, how it is called, and seeds of what it reads."""

import gzip
import io
import json
import sqlite3
import tempfile
import zipfile
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from provenance.articles.dates import iso_date, point_in_time
from provenance.articles.formats import pdf_lines
from provenance.articles.reading import read_bytes
from provenance.cases.reading import read_expectations
from provenance.configuration.settings import interpreted
from provenance.errors import ProvenanceError
from provenance.excerpts.detect import detect
from provenance.files.reading import parse_table
from provenance.files.unpacking import UnpackingError, ZipReader, gunzipped, inflated
from provenance.findings.suppression import inline_acceptances, read_acceptances
from provenance.sources.addresses import host_of, is_address, page_key, unwrapped
from provenance.sources.capture import Capture
from provenance.sources.containers.har import read_har
from provenance.sources.containers.mhtml import read_mhtml
from provenance.sources.containers.wacz import read_wacz
from provenance.sources.containers.warc import read_warc
from provenance.sources.index import TextIndex
from provenance.sources.index_database import UnusableIndexError
from provenance.sources.loading import http
from provenance.sources.loading.connecting import ExchangeError
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.public_addresses import refusal
from provenance.sources.page_head import read_head
from provenance.sources.source import FoundBy, Reference, Via
from provenance.sources.storage.manifest import parse_manifest
from provenance.sources.storage.store import file_name
from tests.articles.documents import make_docx, make_epub, make_odt
from tests.sources.pages import PARAGRAPHS, PIER, page

TOLD = (ProvenanceError, UnpackingError, UnusableIndexError)
"""What a reader may raise: one sentence."""


@dataclass(frozen=True)
class Target:
    """A reader and its seeds."""

    run: object
    seeds: tuple[bytes, ...]

    def __call__(self, data):
        """Read bytes; whatever is raised besides a sentence is a fault."""
        with suppress(*TOLD):
            self.run(data)


ARTICLE = f"""<html lang="en"><head><meta charset="utf-8"><title>Pier</title>
<link rel="canonical" href="https://blog.example/pier"><meta property="article:published_time" content="2026-03-02T10:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2026-03-02", "articleBody": "The pier."}}</script>
</head><body><article><h1>Pier</h1><p>The <a href="{PIER}">Ledger</a> reports:</p><blockquote cite="{PIER}"><p>{PARAGRAPHS[0]}</p>
<footer>— The Ledger</footer></blockquote><p>“{PARAGRAPHS[1]}” <a href="/a">she said</a> on Monday. https://courier.example/a/b</p>
<!-- provenance: accept OMI201 an aside --></article></body></html>"""
MARKDOWN = f"---\ntitle: Pier\ndate: 2026-03-02\nurl: {PIER}\n---\n\nThe [Ledger]({PIER}) reports:\n\n> {PARAGRAPHS[0]}\n\n“{PARAGRAPHS[1]}”[^1]\n\n[^1]: {PIER}\n"
HEADER = b"text/html; charset=iso-8859-1\n"


def warc_seed():
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    packed = gzip.compress(page().encode())
    block = head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    record = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-02T10:00:00Z\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    return record % (PIER.encode(), len(block), block)


def zip_seed(name="archive/a.warc.gz", data=None):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, gzip.compress(warc_seed()) if data is None else data)
        archive.writestr("datapackage.json", "{}")
    return stream.getvalue()


def har_seed(text="<p>À quai “so”</p>", **content):
    answer = {"status": 200, "content": {"mimeType": "text/html", "text": text, **content}}
    entry = {"startedDateTime": "2026-03-02T10:00:00.000Z", "request": {"url": PIER}, "response": answer}
    return json.dumps({"log": {"pages": [{}], "entries": [entry, entry]}}).encode()


def mhtml_seed(encoding=b"quoted-printable", body=b"<p>=C3=80 quai</p>"):
    return (
        b"From: <Saved>\r\nSnapshot-Content-Location: %s\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----b1"\r\n\r\n------b1\r\nContent-Type: text/html; charset=utf-8\r\n'
        b"Content-Transfer-Encoding: %s\r\nContent-Location: %s\r\n\r\n%s\r\n------b1\r\nContent-Type: image/png\r\n\r\nx\r\n------b1--\r\n"
    ) % (PIER.encode(), encoding, PIER.encode(), body)


MANIFEST = f'# A comment.\n\n[[source]]\nurl = "{PIER}"\nfile = "pier.html"\nfetched = 2026-03-02T10:00:00Z\nstatus = 200\nsha256 = "00"\n\n[[source]]\nurl = "{PIER}/b"\nfile = "b.html"\nnote = "mine"\n'.encode()
SETTINGS = b'articles = ["a/**/*.md"]\nsources = "saved"\nfail-on = "minor"\nlanguages = ["en"]\n[words]\nhedges = ["may"]\n[outlets]\nLedger = ["ledger.example"]\n[severities."a/*"]\nOMI201 = "note"\n'
ACCEPTED = b'[[accept]]\ncode = "OMI201"\nexcerpt = ""\nsource = "so"\nreason = "the appendix"\n'
EXPECTED = b'[[excerpt]]\nbegins = "The pier"\nends = "in May."\nverdict = "altered"\n[[excerpt.finding]]\ncode = "OMI201"\nseverity = "minor"\n'
ADDRESSES = tuple(
    address.encode()
    for address in (
        f"{PIER}?b=1&a=2&utm_source=x#f",
        "https://web.archive.org/web/20260302100000id_/http://a.example/b",
        "http://user:pass@[::1]:8080/a",
        "https://xn--tda.example/ä?q=%zz",
        "169.254.169.254",
        "::ffff:10.0.0.1",
        "Mon, 02 Mar 2026 10:00:00 GMT",
        "2026-03-02T10:00:00+01:00",
        "120",
    )
)


def index_seed():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index")
        with TextIndex(Path(folder), path) as index:
            index.update(())
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("INSERT INTO page VALUES (1, 'pier.html', '')")
            database.execute(
                "INSERT INTO content (rowid, words) VALUES (1, 'the harbour board voted on tuesday')"
            )
        return path.read_bytes()


def in_file(name, read):
    def run(data):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_bytes(data)
            read(path)

    return run


def _witness(capture):
    to_witness(capture, Reference(capture.url or PIER, FoundBy.LINK), Via.SAVED)
    page_key(capture.url or "")


def _captures(captures):
    for capture in captures:
        _witness(capture)


def _article(name):
    return lambda data: detect(read_bytes(data, origin=name, url="https://blog.example/pier"))


def _headed(data):
    header, _, body = data.partition(b"\n")
    _witness(Capture(body, "a", url=PIER, content_type=header.decode("latin-1")))


def _address(data):
    text = data.decode("utf-8", "replace")
    for call in (is_address, host_of, page_key, unwrapped, refusal, iso_date, point_in_time):
        call(text)
    http._retry_after(text, default=1)
    file_name(text, "0" * 64, text)
    with suppress(ExchangeError):
        http._next(http._address(PIER), http.transport.Answer(302, {"location": text}))
    with suppress(ExchangeError):
        http._address(text)


def _settings(data):
    try:
        table = parse_table(data.decode("utf-8", "replace"))
    except ValueError:
        return
    interpreted(table, Path("provenance.toml"))


def _packed(data):
    for unpack in (
        lambda: b"".join(gunzipped([data], limit=1_000_000)),
        lambda: inflated(data, limit=1_000_000),
    ):
        with suppress(UnpackingError):
            unpack()


def _zip(data):
    with ZipReader(io.BytesIO(data)) as archive:
        for name in archive.names:
            archive.read(name, limit=1_000_000)


def _pdf(data):
    import pypdfium2

    with suppress(pypdfium2.PdfiumError):
        pdf_lines._answer(pypdfium2.PdfDocument(data))


def _index(path):
    with TextIndex(path.parent, path) as index:
        index.stale(())
        index.search("The harbour board voted on Tuesday.")


def _pdf_seed():
    from tests.articles.test_pdf import make_pdf

    return make_pdf(["The board voted to close", "the old pier in Octo-"], ["ber. All agreed."])


TARGETS = {
    "html": Target(_article("a.html"), (ARTICLE.encode(), page().encode())),
    "markdown": Target(_article("a.md"), (MARKDOWN.encode(),)),
    "text": Target(_article("a.txt"), ("\n\n".join(PARAGRAPHS).encode(), MARKDOWN.encode("utf-16"))),
    "package": Target(
        _article("a"), (make_odt("<text:p>a</text:p>"), make_epub({"a.xhtml": page()}), make_docx("One."))
    ),
    "charset": Target(
        _headed,
        (
            HEADER + page().encode("latin-1", "replace"),
            HEADER + b'<?xml version="1.0" encoding="big5"?><p>\xa4\xa4',
        ),
    ),
    "head": Target(read_head, (ARTICLE.encode(),)),
    "warc": Target(
        lambda data: _captures(read_warc(iter([data]), "a.warc")),
        (warc_seed(), gzip.compress(warc_seed()) * 2),
    ),
    "wacz": Target(lambda data: _captures(read_wacz(io.BytesIO(data), "a.wacz")), (zip_seed(),)),
    "har": Target(
        lambda data: _captures(read_har([data], "a.har")),
        (har_seed(), har_seed("PHA+UGllcjwvcD4=", encoding="base64")),
    ),
    "mhtml": Target(
        lambda data: _witness(read_mhtml(data, "a.mhtml")),
        (mhtml_seed(), mhtml_seed(b"base64", b"PHA+UGllcjwvcD4=")),
    ),
    "pdf": Target(_pdf, (_pdf_seed(),)),
    "zip": Target(_zip, (zip_seed(), zip_seed("a.xml", b"<a/>" * 1000))),
    "packed": Target(_packed, (gzip.compress(b"pier" * 99) * 2, b"x\x9c\x03\x00\x00\x00\x00\x01")),
    "manifest": Target(
        lambda data: parse_manifest(data.decode("utf-8", "replace"), Path("sources.toml")).text, (MANIFEST,)
    ),
    "settings": Target(_settings, (SETTINGS,)),
    "accept": Target(in_file("accepted.toml", read_acceptances), (ACCEPTED,)),
    "comments": Target(
        lambda data: inline_acceptances(data.decode("utf-8", "replace"), origin="a"), (ARTICLE.encode(),)
    ),
    "expectations": Target(in_file("findings.toml", read_expectations), (EXPECTED,)),
    "addresses": Target(_address, ADDRESSES),
    "index": Target(in_file("index", _index), (index_seed(),)),
}
