import gzip
import subprocess
import sys
import time
import zlib
from datetime import UTC

import pytest

from provenance.errors import SourceExtractionError, SourceFetchError, SourceRefusedError
from provenance.sources.loading.http import HttpLoader
from provenance.sources.source import FoundBy, Reference, Via
from tests.sources.fetching import failure, loader
from tests.sources.hostile import (
    GOOD,
    answer,
    bomb,
    drip,
    endless,
    gzipped,
    head,
    redirect,
    silence,
)

# What is fetched


def test_a_page_is_fetched_with_all_that_is_known_of_it(server):
    server.routes["/a"] = redirect("/b")
    server.routes["/b"] = answer(ETag='"7"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")
    found = loader().fetch(server.url("/a"))
    assert found.data == GOOD
    assert (found.url, found.final_url, found.status) == (server.url("/a"), server.url("/b"), 200)
    assert (found.etag, found.last_modified) == ('"7"', "Mon, 02 Mar 2026 10:00:00 GMT")
    assert found.retrieved.tzinfo is UTC


def test_a_loaded_page_is_a_live_witness(server):
    server.routes["/a"] = answer()
    witness = loader().load(Reference(server.url("/a"), FoundBy.LINK))
    assert (witness.via, witness.url) == (Via.LIVE, server.url("/a"))
    assert "The pier will close" in witness.document.text


def test_the_request_says_who_asks_and_nothing_else(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.routes["/a"] = [answer(Set_Cookie="id=1"), answer()]
    fetcher = loader()
    fetcher.fetch(server.url("/a"))
    fetcher.fetch(server.url("/a"))
    second = server.requests[1].decode().lower()
    assert "user-agent: provenance-tracer/" in second
    assert "accept-encoding: gzip\r\n" in second
    for name in ("cookie", "authorization", "referer"):
        assert f"\n{name}:" not in second


def test_gzip_is_unpacked_even_in_several_members(server):
    server.routes["/a"] = answer(gzipped(GOOD[:40]) + gzipped(GOOD[40:]) + b"junk", Content_Encoding="gzip")
    assert loader().fetch(server.url("/a")).data == GOOD


def test_a_body_in_chunks_is_put_together(server):
    server.routes["/a"] = head(Transfer_Encoding="chunked") + b"3\r\n<p>\r\n4\r\nPier\r\n0\r\n\r\n"
    assert loader().fetch(server.url("/a")).data == b"<p>Pier"


def test_private_servers_are_reached_on_request_only(server):
    server.routes["/a"] = answer()
    assert HttpLoader(allow_private=True).fetch(server.url("/a")).data == GOOD
    assert "port" in failure(HttpLoader(), server.url("/a"), SourceRefusedError)


# Time


@pytest.mark.parametrize("sends", [drip(head()), drip(b"HTTP/1.1 200 OK\r\nX: "), drip(b""), silence])
def test_a_slow_answer_ends_at_the_deadline(server, sends):
    server.routes["/a"] = sends
    begun = time.monotonic()
    message = failure(loader(retries=0), server.url("/a"))
    assert "in time" in message
    assert time.monotonic() - begun < 3  # against 5 for silence and forever for a drip


def test_the_deadline_is_for_all_redirects_together(server):
    def slow(connection):
        time.sleep(0.25)
        connection.sendall(redirect("/a"))

    server.routes["/a"] = slow
    assert "in time" in failure(loader(retries=0, redirects=50), server.url("/a"))


def test_a_name_service_that_does_not_answer_ends_at_the_deadline():
    begun = time.monotonic()

    def resolve(host, port):
        time.sleep(5)
        return ["127.0.0.1"]

    assert "in time" in failure(loader(resolve=resolve), "http://slow.example/")
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("sends", [silence, drip(b"\x16\x03\x03\x40\x00")])
def test_a_slow_tls_handshake_ends_at_the_deadline(server, sends):
    server.routes["tls"] = sends
    assert "in time" in failure(loader(), server.url("/", scheme="https"))


# Size


def test_an_endless_body_is_cut_off(server):
    server.routes["/a"] = endless(head())
    assert "larger than 200,000 bytes" in failure(loader(raw=200_000, total=5), server.url("/a"))


def test_an_endless_header_is_cut_off(server):
    server.routes["/a"] = endless(b"HTTP/1.1 200 OK\r\nX: ")
    assert "broken answer" in failure(loader(retries=0, total=5), server.url("/a"))


def test_endless_interim_answers_are_cut_off(server):
    server.routes["/a"] = endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n")
    failure(loader(retries=0), server.url("/a"))


def test_a_body_that_says_it_is_too_large_is_not_read(server):
    server.routes["/a"] = head(length=9_000_000)
    assert "larger than 8,000,000 bytes" in failure(loader(), server.url("/a"))


def test_a_gzip_bomb_is_cut_off(server):
    server.routes["/a"] = answer(bomb(50), Content_Encoding="gzip")
    assert "unpacks to more than 10,000,000 bytes" in failure(loader(total=5), server.url("/a"))


@pytest.mark.parametrize("encoding", ["br", "deflate", "zstd", "gzip, gzip", "gzip, br", "compress", "\x80"])
def test_encodings_that_were_not_asked_for_are_refused(server, encoding):
    body = gzip.compress(gzipped()) if encoding == "gzip, gzip" else zlib.compress(GOOD)
    server.routes["/a"] = answer(body, Content_Encoding=encoding.encode().decode("latin-1"))
    assert "not asked for" in failure(loader(), server.url("/a"))


MEMORY = """
import sys
from provenance.sources.loading.http import HttpLoader
from provenance.sources.loading.transport import FetchLimits
from provenance.errors import SourceFetchError
import provenance.articles.reading
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
before = peak()
for url in sys.argv[1:]:
    try:
        HttpLoader(FetchLimits(pause=0, ports=None), allow_private=True).fetch(url)
        sys.exit("was let through")
    except SourceFetchError:
        pass
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from /proc")
def test_bombs_cost_less_than_100_megabytes(server):
    large = bomb(300)
    server.routes["/gzip"] = answer(large, Content_Encoding="gzip")
    server.routes["/stacked"] = answer(gzip.compress(large), Content_Encoding="gzip, gzip")
    server.routes["/endless"] = endless(head())
    server.routes["/brotli"] = answer(b"\x5b\xff\xff" * 300, Content_Encoding="br")
    urls = [server.url(path) for path in server.routes]
    run = subprocess.run([sys.executable, "-c", MEMORY, *urls], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < 100_000  # kilobytes


# Broken answers


@pytest.mark.parametrize(
    ("sends", "said"),
    [
        (head(length=500) + GOOD, "broken answer"),
        (head(length="many") + GOOD, "broken answer"),
        (head(Transfer_Encoding="chunked") + b"zz\r\n", "broken answer"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "broken answer"),
        (b"", "broken answer"),
        (answer(gzipped()[:-12], Content_Encoding="gzip"), "breaks off"),
        (answer(GOOD, Content_Encoding="gzip"), "broken compressed data"),
        (answer(b""), "is empty"),
        (answer(b"", Content_Encoding="gzip"), "breaks off"),
        (answer(b" \r\n "), "is empty"),
        (answer(b"\x89PNG", kind="image/png"), "is no page but 'image/png'"),
        (answer(b"{}", kind="application/json"), "is no page"),
        (answer(b"PK", kind="application/zip; charset=utf-8"), "is no page"),
        (answer(b"", "204 No Content"), "HTTP 204"),
        (answer(GOOD, "206 Partial Content"), "HTTP 206"),
        (answer(b"", "302 Found"), "redirects to nowhere"),
        (redirect("http://[::1"), "no address"),
    ],
)
def test_a_broken_answer_is_one_sentence(server, sends, said):
    server.routes["/a"] = sends
    assert said in failure(loader(connect=5, read=5, total=20), server.url("/a"))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("401 Unauthorized", "asks for a login (HTTP 401)"),
        ("403 Forbidden", "turns programs away (HTTP 403)"),
        ("404 Not Found", "is not there, or no longer (HTTP 404)"),
        ("410 Gone", "was taken down (HTTP 410)"),
        ("451 Unavailable", "legal reasons (HTTP 451)"),
        ("418 Teapot", "is not served (HTTP 418)"),
    ],
)
def test_a_refusal_is_not_tried_again(server, status, said):
    server.routes["/a"] = answer(b"no", status)
    with pytest.raises(SourceFetchError) as caught:
        loader().fetch(server.url("/a"))
    assert said in str(caught.value)
    assert caught.value.status == int(status[:3])
    assert len(server.requests) == 1


def test_what_charset_a_page_claims_wrongly_does_no_harm(server):
    server.routes["/a"] = answer(
        "<p>À quai, la jetée ferme en mai.</p>".encode(), kind="text/html; charset=nonsense"
    )
    assert "À quai" in loader().load(Reference(server.url("/a"), FoundBy.LINK)).document.text
    server.routes["/b"] = answer(
        "<p>“À quai”, dit-elle.</p>".encode("cp1252"), kind="text/html; charset=iso-8859-1"
    )
    assert "“À quai”" in loader().load(Reference(server.url("/b"), FoundBy.LINK)).document.text


def test_a_page_that_holds_no_text_is_unreadable_and_not_empty(server):
    server.routes["/a"] = answer(b"<html><body><div id=app></div><script>start()</script></body></html>")
    with pytest.raises(SourceExtractionError, match="save the page from a browser"):
        loader().load(Reference(server.url("/a"), FoundBy.LINK))
