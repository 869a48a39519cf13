"""Small files that are made to become large ones, one a reader."""

import gzip
import io
import zipfile
import zlib

from tests.articles.documents import make_docx, make_epub, make_odt, run
from tests.articles.test_pdf import make_pdf

MEGABYTE = 1_000_000


def write_all(folder):
    """Write each bomb to a file of its own."""
    for name, data in BOMBS.items():
        (folder / name).write_bytes(data())


def zip_of(members, *, packed=True):
    stream = io.BytesIO()
    with zipfile.ZipFile(
        stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED, compresslevel=1
    ) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def record(length):
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
        % length
    )


def overlapping():
    """A zip file whose list names one member five hundred times."""
    data = zip_of({"a.warc": record(MEGABYTE) + b"x" * MEGABYTE})
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[at:end]
    count = 500
    entries = b"".join(
        entry.replace(b"a.warc", b"%06d" % number).replace(b".warc", b".warc") for number in range(count)
    )
    tail = data[end : end + 8] + count.to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little")
    return data[:at] + entries + tail + at.to_bytes(4, "little") + b"\0\0"


def many_members():
    """A zip file of which the list of members alone would take a gigabyte as objects."""
    entry = b"PK\x01\x02" + b"\0" * 42
    entries = entry * 300_000
    tail = b"PK\x05\x06" + b"\0\0\0\0" + b"\xff\xff" * 2 + len(entries).to_bytes(4, "little") + b"\0" * 6
    return entries + tail


def heavy_pdf(megabytes):
    """A PDF with a page whose stream unpacks to so many megabytes of text."""
    line = b"(the harbour board voted on Tuesday to close the old pier) Tj T*\n"
    stream = zlib.compress(
        b"BT /F1 11 Tf 14 TL 72 720 Td\n" + line * (megabytes * MEGABYTE // len(line)) + b"ET", 9
    )
    plain = make_pdf(["x"])
    at, end = plain.index(b"<< /Length"), plain.index(b"endstream")
    packed = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(stream), stream)
    return plain[:at] + packed + plain[end:]


def har_of(text):
    return (
        b'{"log": {"entries": [{"startedDateTime": "2026-03-02T10:00:00Z", "request": {"url": "https://a.example/"}, "response": '
        b'{"status": 200, "content": {"mimeType": "text/html", "text": "%s"}}}]}}' % text
    )


MAIL = b"Content-Type: multipart/related; boundary=b\r\n\r\n"
BOMBS = {
    "packed.wacz": lambda: zip_of({"a.warc": record(120 * MEGABYTE) + b"\0" * 120 * MEGABYTE}),
    "stored.wacz": lambda: zip_of({"a.warc.gz": gzip.compress(record(120 * MEGABYTE) + b"\0" * 120 * MEGABYTE, 1)}, packed=False),
    "overlapping.wacz": overlapping,
    "packed.docx": lambda: make_docx(run("x" * 100 * MEGABYTE)),
    "wide.docx": lambda: make_docx("<w:p><w:r/></w:p>" * 20_000),
    "wide.odt": lambda: make_odt("<text:p>x</text:p>" * 74_000),
    "wide.epub": lambda: make_epub({f"{number}.xhtml": "<p>x</p>" * 40 for number in range(1000)}),
    "many.wacz": many_members,
    "lines.warc.gz": lambda: gzip.compress(b"\n" * 20 * MEGABYTE),
    "members.warc.gz": lambda: gzip.compress(b"\n") * 20_000,
    "floats.har": lambda: b'{"log": {"entries": [' + b"1.5," * 6 * MEGABYTE + b"0]}}",
    "floats-in-an-entry.har": lambda: b'{"log": {"entries": [{"a": [' + b"1.5," * 3 * MEGABYTE + b"0]}]}}",
    "lists-in-an-entry.har": lambda: b'{"log": {"entries": [{"a": [' + b"[]," * MEGABYTE + b"0]}]}}",
    "large.har": lambda: har_of("<p>\U0001f600".encode() * (12 * MEGABYTE // 7)),
    "parts.mhtml": lambda: MAIL + b"--b\r\n\r\n\r\n" * 300_000,
    "nested.mhtml": lambda: MAIL * 30_000,
    "body.mhtml": lambda: b"Content-Type: text/html\r\n\r\n" + b"x\n" * 30 * MEGABYTE,
    "heavy.pdf": lambda: heavy_pdf(30),
    "wide.html": lambda: b"<html><body><p>" + ("\U0001f600 pier " * 250_000).encode(),
    "wide.md": lambda: b"# A\n\n" + ("\U0001f600 pier *a*\n\n" * 24_900).encode(),
}  # fmt: skip
