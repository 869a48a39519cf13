"""The page for people without a terminal: what it answers, and whom it answers."""

import asyncio
import http.client
import io
import json
import socket
import sys
import textwrap
import time
import zipfile
from base64 import b64decode, b64encode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import jsonschema
import pytest

pytest.importorskip("uvicorn", reason="the extra is not installed: pip install -e '.[serve]'")

from provenance.configuration.settings import Settings
from provenance.servers.web.application import MOST_AT_ONCE, _Service, application
from provenance.servers.web.job import ServerOptions, answer
from tests.articles.documents import make_docx
from tests.articles.test_pdf import make_pdf
from tests.json_schema import schema
from tests.servers.web.running import FALSE, HONEST, SOURCE, WORDS, order, running


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def served(folder):
    with running(cwd=folder, TMPDIR=str(folder)) as server:
        yield server


def told(article, *sources, desk=None):
    """What is answered to an order, without a server."""
    answers = []
    answer(
        order(article, *sources).encode(),
        desk or ServerOptions(Settings(), None, offline=True),
        lambda **one: answers.append(one),
    )
    return answers


def test_a_changed_quotation_is_flagged_and_an_honest_one_cleared(served):
    begun, traced, done = served.trace({"text": FALSE}, ("saved.html", SOURCE))
    assert begun == {"title": "the pasted text", "total": 1}
    assert traced["excerpt"]["verdict"] == "altered"
    assert traced["excerpt"]["findings"][0][:2] == ["critical", "OMI202"]
    assert ["omitted", "not", True] in traced["excerpt"]["runs"]
    assert "1 altered" in done["summary"]
    assert [name for name, _, _ in done["downloads"]][:2] == [
        "provenance-report.html",
        "provenance-report.json",
    ]
    assert served.trace({"text": HONEST}, ("saved.html", SOURCE))[1]["excerpt"]["verdict"] == "verbatim"


def test_a_file_is_read_by_its_name_and_its_report_is_the_json_report():
    data = b64encode(FALSE.encode()).decode()
    done = told({"name": "draft.md", "data": data}, ("saved.html", SOURCE))[-1]
    report = json.loads(
        b64decode({name: data for name, _, data in done["downloads"]}["provenance-report.json"])
    )
    jsonschema.validate(report, schema())
    assert report["articles"][0]["origin"] == "draft.md"


def test_of_several_sources_the_one_of_the_outlet_that_is_named_counts():
    named = SOURCE.replace("<title>", "<meta property='og:site_name' content='The Courier'><title>")
    other = SOURCE.replace(WORDS, "Nothing of the kind stands here, and there is no pier.").replace(
        "courier", "ledger"
    )
    _, traced, _ = told(
        {"text": f"The Courier reports:\n\n> {WORDS}\n"}, ("a.html", other), ("b.html", named)
    )
    assert traced["excerpt"]["verdict"] == "verbatim"


def test_a_text_without_an_address_is_the_page_that_a_person_says():
    draft = {
        "text": f"The [Courier](https://courier.example/pier) reports:\n\n> {WORDS.replace('not ', '')}\n"
    }
    assert told(draft, ("a.txt", f"{WORDS}\n"))[1]["excerpt"]["verdict"] == "unchecked"
    named = ("a.txt", f"{WORDS}\n", "https://courier.example/pier")
    assert told(draft, named)[1]["excerpt"]["verdict"] == "altered"


def test_word_files_and_pdfs_are_read_as_articles_and_as_sources():
    draft = make_docx("The Courier reports:", f"“{WORDS.replace('not ', '')}”")
    data = b64encode(draft).decode()
    begun, traced, done = told(
        {"name": "draft.docx", "data": data}, ("saved.pdf", make_pdf(textwrap.wrap(WORDS, 60)))
    )
    assert begun["total"] == 1
    copy = {name: data for name, _, data in done["downloads"]}["provenance-report.docx"]
    with zipfile.ZipFile(io.BytesIO(b64decode(copy))) as package:
        assert "OMI202" in package.read("word/comments.xml").decode()
    assert traced["excerpt"]["verdict"] == "altered"


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ({"url": "file:///etc/passwd"}, "no address of the web"),
        ({"url": "/etc/passwd"}, "no address of the web"),
        ({"url": "https://courier.example/"}, "nothing may be fetched"),
        ({"name": "/etc/passwd", "data": "not base64!"}, "cannot be read; load it anew"),
        ({}, "load it anew"),
        ([], "load it anew"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(article, said):
    (trouble,) = told(article)
    assert said in trouble["trouble"]
    assert "fault" not in trouble["trouble"]


def test_a_name_that_a_page_gives_is_no_path(tmp_path):
    (tmp_path / "secret.docx").write_bytes(make_docx("The Courier reports:", f"“{WORDS}” This is a secret."))
    sent = b64encode(make_docx("The Courier reports:", f"“{FALSE.partition('> ')[2]}”")).decode()
    done = told({"name": str(tmp_path / "secret.docx"), "data": sent}, ("a.html", SOURCE))[-1]
    for name, _, data in done["downloads"]:
        content = b64decode(data)
        if name.endswith("docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                content = package.read("word/document.xml")
        assert b"secret." not in content.replace(b"secret.docx", b"")


def test_a_source_is_never_taken_for_a_path(tmp_path):
    (tmp_path / "secret.html").write_text(SOURCE, "utf-8")
    _, traced, _ = told({"text": FALSE}, (str(tmp_path / "secret.html"), "<p>Something else.</p>"))
    assert traced["excerpt"]["verdict"] != "altered"


def test_the_page_may_load_its_own_files_and_nothing_else(served):
    page = served.get()
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    for name in ("report.css", "serve.css", "serve.js"):
        assert name in page.text
        assert served.get(name).status_code == 200
    assert served.get("application.py").status_code == 404
    assert served.get("..%2fapplication.py").status_code == 404


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ({"host": "evil.example"}, "127.0.0.1 only"),
        ({"host": "evil.example:80", "origin": "http://evil.example:80"}, "127.0.0.1 only"),
        ({"origin": "https://evil.example"}, "another site's page"),
        ({"origin": "null"}, "another site's page"),
    ],
)
def test_other_hosts_and_origins_are_refused(served, headers, said):
    for refused in (served.get(**headers), served.post(order({"text": FALSE}), **headers)):
        assert refused.status_code == 403
        assert said in refused.text
        assert "content-security-policy" in refused.headers


def test_without_the_token_or_a_browser_nothing_is_answered(served):
    for path in ("/", "/trace", "/x/", "/serve.js"):
        assert httpx.get(served.origin + path).status_code == 403
    assert httpx.post(served.address + "trace", content=order({"text": FALSE})).status_code == 403


def test_a_request_for_what_is_no_path_is_refused_like_any_other_without_the_token(served):
    with socket.create_connection(served.origin.removeprefix("http://").split(":")) as client:
        client.sendall(f"GET x HTTP/1.1\r\nHost: {served.origin.removeprefix('http://')}\r\n\r\n".encode())
        assert client.recv(100).startswith(b"HTTP/1.1 403 ")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no 127.0.0.2")
def test_it_listens_on_this_machine_alone(served):
    port = int(served.origin.rpartition(":")[2])
    with socket.socket() as outside, pytest.raises(OSError, match="refused"):
        outside.connect(("127.0.0.2", port))


def test_50_megabytes_are_refused_before_they_are_read(served):
    host, _, token = served.address.removeprefix("http://").rstrip("/").partition("/")
    connection = http.client.HTTPConnection(host)
    connection.putrequest("POST", f"/{token}/trace")
    for header in (("origin", served.origin), ("content-length", "50000000")):
        connection.putheader(*header)
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, answer.read()) == (
        413,
        b"That is more than 30 MB; leave out pictures, or give fewer sources at once.",
    )
    connection.close()


def test_ten_at_once_are_traced_and_one_more_is_asked_to_wait(served):
    with ThreadPoolExecutor(MOST_AT_ONCE) as people:
        traced = list(
            people.map(lambda _: served.trace({"text": FALSE}, ("a.html", SOURCE)), range(MOST_AT_ONCE))
        )
    assert all("1 altered" in answers[-1]["summary"] for answers in traced)


def test_an_eleventh_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(_Service, "_running", MOST_AT_ONCE, raising=False)
    monkeypatch.setattr(_Service, "__init__", lambda self, desk: None)

    async def ask():
        guarded = application(ServerOptions(Settings()), token="t", port=80)
        transport, headers = (
            httpx.ASGITransport(guarded),
            {"host": "localhost:80", "origin": "http://localhost:80"},
        )
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.post("http://localhost:80/t/trace", headers=headers)

    refused = asyncio.run(ask())
    assert (refused.status_code, refused.text) == (
        503,
        "10 articles are being traced already; wait until one is done.",
    )


def grandchildren(process):
    """The processes that trace: those of the process from which they are forked."""
    parents = {}
    for state in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(state.parent.name)] = int(state.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    children = {child for child, parent in parents.items() if parent == process.pid}
    return [child for child, parent in parents.items() if parent in children]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted in /proc")
def test_a_tab_that_is_closed_ends_its_work(served):
    many = "\n".join(HONEST.replace("Monday", f"day {number}") for number in range(400))
    address, headers = served.address + "trace", {"origin": served.origin}
    content = order({"text": many}, ("a.html", SOURCE))
    with httpx.stream("POST", address, content=content, headers=headers, timeout=60) as answer:
        lines = answer.iter_lines()
        while '"traced"' not in next(lines):
            pass
        assert grandchildren(served.process)
    until = time.monotonic() + 30
    while grandchildren(served.process) and time.monotonic() < until:
        time.sleep(0.1)
    assert grandchildren(served.process) == []


def test_nothing_that_was_given_is_on_the_disk(served, folder):
    served.trace({"text": FALSE}, ("a.html", f"{SOURCE}<!--{'a' * 200_000}-->"))
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_a_port_that_is_taken_is_one_sentence(provenance):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        run = provenance("serve", "--no-browser", "--port", taken.getsockname()[1])
    assert run.returncode == 2
    assert "cannot be used" in run.stderr
    assert run.stdout == ""


def test_without_the_extra_it_says_what_to_install(provenance, monkeypatch):
    monkeypatch.setattr("provenance.cli.environment.find_spec", lambda name: None)
    run = provenance("serve", "--no-browser")
    assert run.returncode == 2
    assert "pip install 'provenance-tracer[serve]'" in run.stderr
