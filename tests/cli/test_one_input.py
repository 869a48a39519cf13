"""One article or one source never ends the run: it has its own row, the others are reported, and the exit code is 2."""

import gzip
import json

import pytest

from tests.cli.conftest import QUOTED, SOURCE

QUOTING = f'<p>The <a href="https://ledger.example/pier">Ledger</a> reports:</p><blockquote><p>{QUOTED}</p></blockquote>'
MANIFEST = '[[source]]\nurl = "https://ledger.example/pier"\nfile = "source.html"\n'


@pytest.fixture
def site(tmp_path):
    """Two articles that quote, and a folder with their source."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "saved").mkdir()
    for name in ("a.html", "b.html"):
        (tmp_path / "posts" / name).write_text(f"<html><body>{QUOTING}</body></html>", "utf-8")
    (tmp_path / "saved/source.html").write_text(SOURCE, "utf-8")
    (tmp_path / "saved/sources.toml").write_text(MANIFEST, "utf-8")
    return tmp_path


HOSTILE = {
    "an address with half a bracket": b'<p>See http://evil]x.example/ <a href="http://evil]x.example/">the Ledger</a> said: ',
    "an address with an open bracket": b'<blockquote cite="http://[::1">a b c d e f g</blockquote><a href="http://[::1">x</a>',
    "a name of Punycode without any": b'<blockquote cite="http://xn--/">a b c d e f g</blockquote><a href="http://xn--/">x</a>',
    "a port that is none": b'<a href="http://a.example:99999/">x</a><blockquote cite="http://a.example:x/">a b c d e</blockquote>',
    "a date beyond all dates": b'<meta property="article:published_time" content="9999-12-31T23:59:59-14:00">',
    "a date before all dates": b'<meta name="date" content="0001-01-01T00:00:00+14:00">',
} | {
    f"a codec that is no encoding: {codec}": b'<meta charset="%s"><p>\xe9\xff' % codec.encode()
    for codec in (
        "zlib",
        "hex",
        "bz2",
        "rot13",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "uu",
        "utf-16",
        "mbcs",
    )
}


@pytest.mark.parametrize("head", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("command", ["trace", "save", "check"])
def test_a_hostile_article_is_read_like_any_other(provenance, site, head, command):
    (site / "posts/a.html").write_bytes(head + QUOTING.encode())
    options = {
        "trace": ["--offline", "--sources", "saved"],
        "check": ["--sources", "saved"],
        "save": ["--sources", "saved"],
    }
    run = provenance(command, "posts", *options[command], cwd=site)
    assert run.returncode in {0, 3}, run.stderr
    assert "internal error" not in run.stderr
    assert "could not be read" not in run.stderr


@pytest.mark.parametrize("head", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_source_is_read_like_any_other(provenance, site, head):
    (site / "saved/other.html").write_bytes(head + b"</p>" + SOURCE.encode())
    (site / "saved/other.warc").write_bytes(
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Date: 0001-01-01T00:00:00+14:00\r\nContent-Type: text/html; charset=zlib\r\n"
        b"WARC-Target-URI: http://xn--/\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(head), head)
    )
    for command in (("index", "saved"), ("trace", "posts", "--offline", "--sources", "saved")):
        run = provenance(*command, cwd=site)
        assert run.returncode == 0, run.stderr
        assert "could not be read" not in run.stderr


DATES = [
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "Mon, 01 Jan 0001 00:00:00 +1400",
    "Fri, 31 Dec 9999 23:59:59 -1400",
]


@pytest.mark.parametrize("date", DATES)
def test_dates_at_the_end_of_time_in_saved_pages_end_no_run(provenance, site, date):
    entry = {
        "startedDateTime": date,
        "request": {"url": "https://ledger.example/har"},
        "response": {"status": 200, "content": {"mimeType": "text/html", "text": SOURCE}},
    }
    (site / "saved/a.har").write_text(json.dumps({"log": {"entries": [entry]}}), "utf-8")
    (site / "saved/a.mhtml").write_text(
        f"Date: {date}\nContent-Type: text/html; charset=zlib\n\n{SOURCE}", "utf-8"
    )
    (site / "saved/a.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\n"))
    run = provenance("trace", "posts", "--offline", "--sources", "saved", cwd=site)
    assert run.returncode == 0, run.stderr


def broken(*arguments, **named):
    raise AssertionError("nobody foresaw this")


def test_a_fault_in_one_article_is_its_own_row(provenance, site, monkeypatch):
    from provenance.articles import reading

    def read(path, *, whole=reading.read):
        return broken() if path.name == "a.html" else whole(path)

    monkeypatch.setattr(reading, "read", read)
    for command in (
        ("trace", "--offline", "--sources", "saved"),
        ("check", "--sources", "saved"),
        ("save", "--sources", "saved"),
        ("detect",),
    ):
        run = provenance(command[0], "posts", *command[1:], cwd=site)
        assert run.returncode == 2, run.stdout + run.stderr
        assert "posts/a.html could not be read: AssertionError: nobody foresaw this." in run.stderr
        assert "1 excerpt" in run.stdout or command[0] == "save"


def test_a_fault_in_one_source_is_its_own_row(provenance, site, monkeypatch):
    from provenance.sources import catalogue

    def to_witness(capture, *rest, whole=catalogue.to_witness):
        return broken() if "faulty" in capture.origin else whole(capture, *rest)

    monkeypatch.setattr(catalogue, "to_witness", to_witness)
    (site / "saved/faulty.html").write_text(SOURCE, "utf-8")
    (site / "saved/sources.toml").write_text(
        MANIFEST + '[[source]]\nurl = "https://ledger.example/quay"\nfile = "faulty.html"\n', "utf-8"
    )
    (site / "posts/a.html").write_text(QUOTING.replace("/pier", "/quay"), "utf-8")
    for command in ("trace", "check"):
        offline = ["--offline"] * (command == "trace")
        run = provenance(command, "posts", "--sources", "saved", *offline, "--format", "json", cwd=site)
        assert run.returncode == 2, run.stdout + run.stderr
        assert (
            "https://ledger.example/quay could not be read: AssertionError: nobody foresaw this."
            in run.stderr
        )
        report = json.loads(run.stdout)
        assert [len(each["excerpts"]) for each in report["articles"]] == [1, 1]
        assert report["summary"]["exit_code"] == 2


def test_an_accepting_comment_that_is_wrong_spoils_no_other_article(provenance, site):
    (site / "posts/a.html").write_text(f"<!-- provenance: accept OMI201 -->{QUOTING}", "utf-8")
    run = provenance("trace", "posts", "--offline", "--sources", "saved", cwd=site)
    assert run.returncode == 2
    assert "accepted without a reason" in run.stderr
    assert "b.html" in run.stdout


def test_an_article_that_never_ends_is_one_sentence(provenance, site):
    run = provenance("detect", "/dev/zero", cwd=site)
    assert run.returncode == 2
    assert "/dev/zero is larger than 10,000,000 bytes" in run.stderr


@pytest.mark.parametrize("names", [("loop.html", "posts/a.html"), ("posts/a.html", "loop.html")])
@pytest.mark.parametrize("command", ["trace", "detect"])
def test_a_link_that_leads_to_itself_costs_no_other_article_its_report(provenance, site, names, command):
    (site / "loop.html").symlink_to("loop.html")
    options = ["--offline", "--sources", "saved"] if command == "trace" else []
    run = provenance(command, *names, *options, cwd=site)
    assert run.returncode == 2
    assert run.stderr.startswith("provenance: loop.html cannot be read (Too many levels of symbolic links)")
    assert "posts/a.html" in run.stdout


def test_a_saved_link_that_leads_to_itself_costs_no_other_source_its_comparison(provenance, site):
    (site / "saved/loop.html").symlink_to("loop.html")
    run = provenance("trace", "posts/a.html", "--offline", "--sources", "saved", cwd=site)
    assert (run.returncode, run.stderr) == (0, "")


def test_the_short_report_says_that_the_words_stand_in_another_source(provenance, site):
    (site / "saved/sources.toml").unlink()
    for address, told in (("https://ledger.example/pier", False), ("https://ledger.example/other", True)):
        link = f'<link rel="canonical" href="{address}">'
        (site / "saved/source.html").write_text(
            SOURCE.replace("<body>", f"<head>{link}</head><body>"), "utf-8"
        )
        run = provenance("trace", "posts/a.html", "--offline", "--sources", "saved", cwd=site)
        assert run.returncode == 0
        assert ("verbatim · in another source than the cited one" in run.stdout) is told


@pytest.mark.parametrize(
    "target", ["posts/a.html", "saved/source.html", "saved/sources.toml", "provenance.toml"]
)
def test_no_report_overwrites_what_is_read(provenance, site, target):
    (site / "provenance.toml").write_text("", "utf-8")
    before = (site / target).read_bytes()
    run = provenance("trace", "posts", "--offline", "--sources", "saved", "-o", target, cwd=site)
    assert (run.returncode, len(run.stderr.splitlines())) == (2, 1)
    assert "choose another file" in run.stderr
    assert (site / target).read_bytes() == before


@pytest.mark.parametrize("command", ["trace", "detect", "check"])
def test_no_report_overwrites_an_article_that_cannot_be_read(provenance, site, command):
    (site / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    provenance(command, "a.pdf", "posts/b.html", "-o", "a.pdf", cwd=site)
    assert (site / "a.pdf").read_bytes() == b"%PDF-1.7 broken"


def test_a_report_overwrites_the_one_before(provenance, site):
    for _ in range(2):
        run = provenance("trace", "posts", "--offline", "--sources", ".", "-o", "report.json", cwd=site)
        assert (run.returncode, run.stderr) == (0, "")
