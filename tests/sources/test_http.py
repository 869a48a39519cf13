import gzip
import ssl
import subprocess
import sys
import threading
import time
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
import trustme

from provenance.errors import SourceExtractionError, SourceFetchError, SourceRefusedError
from provenance.sources.http import HttpLoader
from provenance.sources.limits import FetchLimits
from provenance.sources.source import FoundBy, Reference, Via
from tests.sources.hostile import (
    GOOD,
    HostileServer,
    answer,
    bomb,
    drip,
    endless,
    gzipped,
    head,
    redirect,
    silence,
)

QUICK = {"connect": 0.5, "read": 0.3, "total": 0.8, "pause": 0, "ports": None}


def only_loopback(address):
    """Stands in for "public": 127.0.0.1 may be reached, the rest of loopback is somebody's own network."""
    return None if address == "127.0.0.1" else "not a public address"


@pytest.fixture
def server():
    found = HostileServer()
    yield found
    found.close()


def loader(
    *, resolve=None, refuses=only_loopback, robots=False, context=None, sleep=lambda seconds: None, **limits
):
    names = {} if resolve is None else {"resolve": resolve}
    return HttpLoader(
        FetchLimits(**{**QUICK, **limits}),
        refuses=refuses,
        robots=robots,
        ssl_context=context,
        sleep=sleep,
        **names,
    )


def failure(loader, url, kind=SourceFetchError):
    with pytest.raises(kind) as caught:
        loader.fetch(url)
    message = str(caught.value)
    assert message.startswith(url)
    assert (
        message.removesuffix(", or allow it with --allow-private.")
        .rstrip(".")
        .endswith("give a saved copy with --source")
    )
    assert "\n" not in message
    return message


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
from provenance.sources.http import HttpLoader
from provenance.sources.limits import FetchLimits
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
    assert said in failure(loader(), server.url("/a"))


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


# Redirects and addresses


def test_redirects_are_followed_five_times_and_not_six(server):
    server.routes |= {f"/{number}": redirect(f"/{number + 1}") for number in range(6)}
    server.routes["/6"] = answer()
    assert loader().fetch(server.url("/1")).final_url == server.url("/6")
    assert "redirects more than 5 times" in failure(loader(), server.url("/0"))


def test_a_redirect_loop_ends(server):
    server.routes["/a"] = redirect("/a")
    assert "redirects more than 5 times" in failure(loader(), server.url("/a"))
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "gopher://127.0.0.1/x",
        "data:text/html,<p>x",
        "javascript:alert(1)",
        "http://127.0.0.2/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[fe80::1]/",
        "http://2130706434/",
        "http://0x7f.2/",
        "http://reader:secret@127.0.0.1/",
    ],
)
def test_redirects_to_forbidden_addresses_are_refused(server, target):
    server.routes["/a"] = redirect(target)
    failure(loader(), server.url("/a"), SourceRefusedError)


def test_ports_other_than_the_web_s_are_refused(server):
    server.routes["/a"] = redirect("http://127.0.0.1:22/")
    fetcher = loader(ports=frozenset({80, 443, server.port}))
    message = failure(fetcher, server.url("/a"), SourceRefusedError)
    assert "port 22" in message
    assert "--allow-private" not in message  # nobody is advised to go where a page sends him


def test_a_name_that_leads_to_a_private_address_is_refused(server):
    fetcher = loader(resolve=lambda host, port: ["10.0.0.1"])
    assert "10.0.0.1" in failure(fetcher, "http://inside.example/", SourceRefusedError)


@pytest.mark.parametrize(
    ("url", "address", "helps"),
    [
        ("http://inside.example/", "10.0.0.1", True),
        ("http://inside.example:8080/", "10.0.0.1", True),
        ("http://metadata.example/", "169.254.169.254", False),
    ],
)
def test_what_opens_a_private_address_is_said_where_it_helps(url, address, helps):
    with pytest.raises(SourceRefusedError) as refused:
        HttpLoader(resolve=lambda host, port: [address]).fetch(url)
    assert ("--allow-private" in str(refused.value)) is helps


def test_one_private_address_among_many_is_enough_to_refuse(server):
    fetcher = loader(resolve=lambda host, port: ["127.0.0.1", "10.0.0.1"])
    failure(fetcher, server.url("/", host="mixed.example"), SourceRefusedError)
    assert server.requests == []


def test_a_name_that_changes_between_look_ups_is_looked_up_once(server):
    server.routes["/a"] = answer()
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    fetcher = loader(resolve=lambda host, port: answers.pop(0))
    assert fetcher.fetch(server.url("/a", host="rebind.example")).data == GOOD
    assert len(answers) == 1
    assert b"Host: rebind.example" in server.requests[0]


def test_the_next_address_is_tried_where_one_does_not_answer(server):
    server.routes["/a"] = answer()
    fetcher = loader(resolve=lambda host, port: ["127.0.0.3", "127.0.0.1"], refuses=lambda address: None)
    assert fetcher.fetch(server.url("/a", host="two.example")).data == GOOD


def test_a_name_that_is_not_known_is_said():
    def resolve(host, port):
        raise OSError("no such host")

    assert "does not know" in failure(loader(resolve=resolve), "http://nowhere.example/")


def test_a_host_that_does_not_listen_is_said(server):
    server.close()
    assert "cannot be reached" in failure(loader(), server.url("/"))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "/etc/passwd", "pier.html", "http://", "//x/y", ""])
def test_what_is_no_web_address_is_refused_before_anything_happens(url):
    failure(loader(), url, SourceRefusedError)


# Certificates


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def secure(authority, name, **more):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, **more).configure_cert(context)
    return HostileServer({"/a": answer()}, tls=context)


def trusting(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def here(host, port):
    return ["127.0.0.1"]


def test_the_certificate_is_checked_for_the_name_though_the_address_is_fixed(authority):
    server = secure(authority, "ledger.example")
    fetcher = loader(resolve=here, context=trusting(authority))
    assert fetcher.fetch(server.url("/a", host="ledger.example")).data == GOOD
    assert "no valid certificate" in failure(fetcher, server.url("/a", host="tribune.example"))
    server.close()


def test_an_unknown_authority_is_not_trusted(authority):
    server = secure(authority, "ledger.example")
    assert "no valid certificate" in failure(loader(resolve=here), server.url("/a", host="ledger.example"))
    assert server.requests == []
    server.close()


def test_an_expired_certificate_is_not_trusted(authority):
    server = secure(authority, "ledger.example", not_after=datetime.now(UTC) - timedelta(days=1))
    fetcher = loader(resolve=here, context=trusting(authority))
    assert "no valid certificate" in failure(fetcher, server.url("/a", host="ledger.example"))
    server.close()


def test_tls_is_never_left_again(authority, server):
    server.routes["/a"] = answer()
    shielded = secure(authority, "ledger.example")
    shielded.routes["/a"] = redirect(server.url("/a"))
    fetcher = loader(resolve=here, context=trusting(authority))
    assert "from https to http" in failure(
        fetcher, shielded.url("/a", host="ledger.example"), SourceRefusedError
    )
    assert server.requests == []
    shielded.close()


# Manners


@pytest.mark.parametrize("status", ["429 Slow down", "500 Oops", "502 Bad", "503 Busy", "504 Late"])
def test_a_passing_failure_is_tried_twice_more(server, status):
    waits = []
    server.routes["/a"] = [answer(b"", status), answer(b"", status), answer()]
    assert loader(sleep=waits.append).fetch(server.url("/a")).data == GOOD
    assert waits == [1, 2]


def test_it_is_not_tried_a_fourth_time(server):
    server.routes["/a"] = answer(b"", "503 Busy")
    assert "HTTP 503" in failure(loader(), server.url("/a"))
    assert len(server.requests) == 3


def test_a_broken_connection_is_tried_again(server):
    server.routes["/a"] = [b"", answer()]
    assert loader().fetch(server.url("/a")).data == GOOD


def test_retry_after_is_honoured_as_a_number_and_as_a_date(server):
    waits = []
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    busy = [answer(b"", "429 Slow", Retry_After="7"), answer(b"", "503 Busy", Retry_After=soon), answer()]
    server.routes["/a"] = busy
    loader(sleep=waits.append).fetch(server.url("/a"))
    assert waits[0] == 7
    assert 15 < waits[1] <= 20


@pytest.mark.parametrize("asked", ["31", "99999999999999999999", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_nobody_waits_longer_than_half_a_minute(server, asked):
    waits = []
    server.routes["/a"] = answer(b"", "429 Slow", Retry_After=asked)
    assert "left alone" in failure(loader(sleep=waits.append), server.url("/a"))
    assert waits == []


def test_a_retry_after_that_says_nothing_is_passed_over(server):
    waits = []
    server.routes["/a"] = [answer(b"", "503 Busy", Retry_After="soon"), answer()]
    loader(sleep=waits.append).fetch(server.url("/a"))
    assert waits == [1]


def test_one_request_at_a_time_goes_to_a_host_and_each_waits_for_its_turn(server):
    server.routes["/a"] = answer()
    fetcher = loader(pause=0.1, sleep=time.sleep)
    threads = [threading.Thread(target=fetcher.fetch, args=(server.url("/a"),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.most_at_once == 1
    assert all(later - earlier >= 0.09 for earlier, later in pairwise(sorted(server.times)))


def robots(text, status="200 OK"):
    return answer(text.encode(), status, kind="text/plain")


def test_robots_txt_is_honoured_and_asked_for_once(server):
    server.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /closed/"),
        "/open/a": answer(),
        "/closed/a": answer(),
    }
    fetcher = loader(robots=True)
    fetcher.fetch(server.url("/open/a"))
    assert "robots.txt" in failure(fetcher, server.url("/closed/a"), SourceRefusedError)
    assert server.paths() == ["/robots.txt", "/open/a"]


def test_robots_txt_may_name_this_program(server):
    server.routes |= {
        "/robots.txt": robots("User-agent: provenance-tracer\nDisallow: /\n\nUser-agent: *\nAllow: /"),
        "/a": answer(),
    }
    failure(loader(robots=True), server.url("/a"), SourceRefusedError)


def test_robots_txt_is_asked_for_behind_a_redirect_too(server):
    server.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /closed"),
        "/a": redirect("/closed"),
        "/closed": answer(),
    }
    failure(loader(robots=True), server.url("/a"), SourceRefusedError)


def test_a_site_without_robots_txt_allows_everything(server):
    server.routes["/a"] = answer()
    assert loader(robots=True).fetch(server.url("/a")).data == GOOD


def test_a_site_whose_robots_txt_cannot_be_had_allows_nothing(server):
    server.routes |= {"/robots.txt": robots("", "503 Busy"), "/a": answer()}
    assert "cannot be had" in failure(loader(robots=True), server.url("/a"), SourceRefusedError)


def test_a_robots_txt_of_any_content_type_is_read(server):
    rules = answer(b"User-agent: *\nDisallow: /closed", kind="application/octet-stream")
    server.routes |= {"/robots.txt": rules, "/closed": answer(), "/a": answer()}
    fetcher = loader(robots=True)
    assert fetcher.fetch(server.url("/a")).data == GOOD
    failure(fetcher, server.url("/closed"), SourceRefusedError)


def test_what_a_host_offers_to_programs_needs_no_leave_of_robots_txt(server):
    server.routes |= {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/a": answer()}
    assert loader(robots=True).fetch(server.url("/a"), offered=True).data == GOOD


def test_a_reader_who_opens_one_page_does_not_ask_robots_txt(server):
    server.routes |= {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/a": answer()}
    assert loader().fetch(server.url("/a")).data == GOOD
    assert server.paths() == ["/a"]


def test_a_crawl_delay_is_kept_up_to_half_a_minute(server):
    waits = []
    server.routes |= {"/robots.txt": robots("User-agent: *\nCrawl-delay: 12"), "/a": answer(), "/b": answer()}
    fetcher = loader(robots=True, sleep=waits.append)
    fetcher.fetch(server.url("/a"))
    fetcher.fetch(server.url("/b"))
    assert all(11 < wait <= 12 for wait in waits)
    assert len(waits) == 2
