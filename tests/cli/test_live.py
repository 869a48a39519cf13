"""`provenance trace` of a live page, against a server of the test's own."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

pytestmark = pytest.mark.usefixtures("no_pauses")

FILLER = " ".join(
    f"The clerk of ward {number} read out the figures for the month, and nobody asked a question about them."
    for number in range(1, 40)
)
TRUE = "The ferry will stop at the old jetty from the second week of June, the harbour office said on Friday."
CHANGED = "The ferry will not stop at the old jetty before the second week of June, the harbour office said."
LOCKED = "The contract with the ferry company runs for nine years and can be ended after five, the paper has learned."
GONE = "No other port on this coast has two jetties that are both listed as monuments, the survey says."


def page(title, *paragraphs, head=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def quoting(url, cue, words):
    return f"<p><a href='{url}'>{cue}</a> reports:</p><blockquote><p>{words}</p></blockquote><p>So much for that.</p>"


ARTICLE = page(
    "Two jetties",
    "A good deal has been written about the jetties this week. Here is some of it, in order.",
    quoting("/moved", "The Tidewater Post", TRUE)
    + quoting("/changed", "The Inlet Herald", CHANGED.replace(" not", ""))
    + quoting("/gone", "The Survey Review", GONE)
    + quoting("/locked", "The Ferry Ledger", LOCKED),
    FILLER,
)
PAYWALL = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    '"isAccessibleForFree": false}</script>'
)
PAGES = {
    "/article": ARTICLE,
    "/post": page("Ferry to stop", "A notice was put up on Friday.", TRUE, FILLER),
    "/changed": page("Ferry later", "A notice was put up on Friday.", CHANGED, FILLER),
    "/locked": page("The contract", "The contract has been signed.", "Subscribe to read on.", head=PAYWALL),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/post")
            self.end_headers()
            return
        text = PAGES.get(self.path)
        self.send_response(200 if text else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((text or "<p>Not here.</p>").encode())

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_live_page_is_traced_through_redirects_dead_links_and_paywalls(provenance, site):
    run = provenance("trace", f"{site}/article", "--allow-private", "--format", "json")
    assert run.returncode == 1, run.stderr
    true, changed, gone, locked = json.loads(run.stdout)["articles"][0]["excerpts"]
    assert (true["verdict"], true["source"]["url"]) == ("verbatim", f"{site}/post")
    assert changed["verdict"] == "altered"
    assert "OMI202" in {finding["code"] for finding in changed["findings"]}
    assert (gone["verdict"], gone["source"]["status"]) == ("unchecked", "missing")
    assert "404" in gone["source"]["reason"]
    assert (locked["verdict"], locked["source"]["status"]) == ("unchecked", "unreadable")
    assert locked["source"]["reason"]


def test_without_leave_a_private_address_is_not_fetched(provenance, site):
    run = provenance("trace", f"{site}/article")
    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert run.stderr.count("\n") == 1


def test_what_is_saved_is_checked_without_the_network(provenance, site, tmp_path):
    article = ARTICLE.replace("href='/", f"href='{site}/")
    (tmp_path / "article.html").write_text(article, "utf-8")
    saving = provenance("save", "article.html", "--sources", "saved", "--allow-private", cwd=tmp_path)
    assert saving.returncode == 3, saving.stderr
    assert [line.split()[0] for line in saving.stdout.splitlines()] == ["saved", "saved", "failed", "saved"]
    assert "404" in saving.stdout
    run = provenance(
        "trace", "article.html", "--sources", "saved", "--offline", "--format", "json", cwd=tmp_path
    )
    verdicts = [excerpt["verdict"] for excerpt in json.loads(run.stdout)["articles"][0]["excerpts"]]
    assert verdicts == ["verbatim", "altered", "unchecked", "unchecked"]
    again = provenance("save", "article.html", "--sources", "saved", "--allow-private", cwd=tmp_path)
    assert [line.split()[0] for line in again.stdout.splitlines()] == ["kept", "kept", "failed", "kept"]


def test_an_article_that_cites_nothing_saves_nothing(provenance, tmp_path):
    (tmp_path / "plain.txt").write_text("A word about the weather.\n")
    run = provenance("save", "plain.txt", cwd=tmp_path)
    assert run.returncode == 3
    assert "nothing was saved" in run.stderr
    assert not (tmp_path / "sources").exists()


READERS = {
    "a person reads one article": (("one.html",), "", "verbatim"),
    "nobody reads along in a batch": (("one.html", "two.html"), "", "unchecked"),
    "nobody reads along in CI": (("one.html",), "true", "unchecked"),
}


@pytest.mark.parametrize("reader", READERS)
def test_robots_txt_is_honoured_where_no_person_reads_along(provenance, site, tmp_path, monkeypatch, reader):
    articles, ci, verdict = READERS[reader]
    monkeypatch.setitem(PAGES, "/robots.txt", "User-agent: *\nDisallow: /post")
    for name in articles:
        words = page("One jetty", quoting(f"{site}/post", "The Tidewater Post", TRUE), FILLER)
        (tmp_path / name).write_text(words, "utf-8")
    run = provenance("trace", *articles, "--allow-private", "--format", "json", cwd=tmp_path, env={"CI": ci})
    found = [article["excerpts"][0] for article in json.loads(run.stdout)["articles"]]
    assert {excerpt["verdict"] for excerpt in found} == {verdict}
    assert ("robots.txt" in (found[0]["source"]["reason"] or "")) == (verdict == "unchecked")
