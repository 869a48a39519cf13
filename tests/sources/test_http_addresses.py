import ssl
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from provenance.errors import SourceRefusedError
from provenance.sources.loading.http import HttpLoader
from tests.sources.fetching import failure, loader
from tests.sources.hostile import (
    GOOD,
    HostileServer,
    answer,
    redirect,
)

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


def test_no_variable_makes_it_write_down_its_keys(tmp_path, monkeypatch):
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    context = HttpLoader()._wire.ssl_context
    assert context.keylog_filename is None
    assert not keys.exists()
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)
    assert len(context.get_ca_certs()) > 50


UNREADABLE = [
    "http://xn--/",
    "http://[::1",
    "http://a\0b/",
    "http://\udc80/",
    "http://a.example:x/",
    "http://xn--a-ecp.example/",
]


@pytest.mark.parametrize("address", UNREADABLE)
def test_an_address_that_cannot_be_read_is_one_sentence(server, address):
    assert "is no address" in failure(loader(), address, SourceRefusedError)
    if address.isascii() and "\0" not in address:  # a header holds nothing else
        server.routes["/a"] = redirect(address)
        assert "which is no address" in failure(loader(), server.url("/a"))
