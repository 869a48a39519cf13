"""What each reader may be made to repeat: its time grows no faster than its input."""

import gzip

import pytest

from tests.fuzzing.targets import TARGETS, har_seed, mhtml_seed, warc_seed, zip_seed
from tests.growing import grows_in_proportion

MAIL = b"Content-Type: multipart/related; boundary=b\r\n\r\n"

REPEATED = {
    "head: links": ("head", lambda n: b"<link rel=canonical href=x>" * n, 3_000),
    "head: open comments": ("head", lambda n: b"<!--" * n, 10_000),
    "head: charsets": ("head", lambda n: b"charset=" * n, 10_000),
    "warc: records": ("warc", lambda n: warc_seed() * n, 12),
    "warc: members": ("warc", lambda n: gzip.compress(b"") * n, 5_000),
    "warc: chunks": ("warc", lambda n: warc_seed().replace(b"\r\n0\r\n", b"\r\n" + b"1\r\nx\r\n" * n + b"0\r\n"), 5_000),
    "warc: bodies of many members": ("warc", lambda n: body_of(gzip.compress(b"") * n), 5_000),
    "warc: blank lines": ("warc", lambda n: b"\r\n" * n, 50_000),
    "wacz: members": ("wacz", lambda n: zip_seed(data=gzip.compress(warc_seed() * n)), 12),
    "har: brackets": ("har", lambda n: b"[" * n, 25_000),
    "har: strings": ("har", lambda n: b'"",' * n, 100_000),
    "har: backslashes": ("har", lambda n: b'{"' + b"\\" * n, 200_000),
    "har: open strings": ("har", lambda n: b'["' + b"a" * n, 500_000),
    "har: entries": ("har", lambda n: har_seed().replace(b"[{}]", b"[" + b"{}," * n + b"{}]"), 4_000),
    "mhtml: parts": ("mhtml", lambda n: MAIL + b"--b\r\n\r\n" * n, 1_000),
    "mhtml: heads": ("mhtml", lambda n: MAIL * n, 1_000),
    "mhtml: lines like boundaries": ("mhtml", lambda n: MAIL + b"\n--bc" * n + mhtml_seed(), 50_000),
    "mhtml: messages in messages": ("mhtml", lambda n: b"Content-Type: message/rfc822\r\n\r\n" * n, 1_000),
    "mhtml: a long page": ("mhtml", lambda n: mhtml_seed(body=b"=3D" * n), 20_000),
    "manifest: tables": ("manifest", lambda n: b"[[source]]\nurl='https://a.example/'\nfile='a'\n" * n, 100),
    "manifest: comments": ("manifest", lambda n: b"[[source]]\nurl='https://a.example/'\nfile='a'\n" + b"#\n" * n, 20_000),
    "settings: words": ("settings", lambda n: b"labels = [" + b'"a",' * n + b"]", 5_000),
    "comments: accepted": ("comments", lambda n: b"<!-- provenance: accept OMI201 so -->\n" * n, 3_000),
    "comments: open": ("comments", lambda n: b"<!-- provenance: accept OMI201 " * n, 1_000),
    "addresses: dots": ("addresses", lambda n: b"http://" + b"a." * n, 2_000),
    "addresses: archives of archives": ("addresses", lambda n: b"https://web.archive.org/web/20260302/" * n, 500),
    "text: paragraphs": ("text", lambda n: b"The pier will close in May.\n\n" * n, 500),
    "html: links": ("html", lambda n: b"<p><a href='http://evil]x.example/'>a</a> http://evil]x.example/ b" * n, 120),
    "html: comments": ("html", lambda n: b"<p>a<!-- b --></p>" * n, 500),
}  # fmt: skip


def body_of(packed):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + packed
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
    return head % len(block) + block


@pytest.mark.parametrize(("name", "repeated", "count"), REPEATED.values(), ids=REPEATED)
def test_time_grows_no_faster_than_the_input(name, repeated, count):
    assert grows_in_proportion(TARGETS[name], repeated, count)
