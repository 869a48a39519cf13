"""``provenance save`` and ``provenance index``, as their user calls them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli.entry import commands
from provenance.errors import SourceFetchError
from provenance.sources.loading.network import Network
from tests.sources.hostile import HostileServer, answer
from tests.tracing.test_source_selection import FILL, HELD, linked, source

pytestmark = pytest.mark.usefixtures("no_pauses")


@pytest.fixture
def server():
    served = HostileServer()
    served.routes = {
        "/ferry": answer(source(HELD).encode()),
        "/robots.txt": answer(b"", kind="text/plain"),
    }
    yield served
    served.close()


@pytest.fixture
def article(tmp_path, server, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "post.md"
    path.write_text(linked(HELD, server.url("/ferry")), encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(commands, [*map(str, arguments)], standalone_mode=False)


def save(article, *options):
    return run("save", article, "--sources", "saved", "--allow-private", *options)


def check(article):
    return run("trace", article, "--sources", "saved", "--offline").return_value


def test_saved_pages_are_enough_for_an_offline_run(article):
    assert save(article).return_value == 0
    assert check(article) == 0


def test_what_is_saved_is_not_fetched_again(article, server):
    save(article)
    asked = len(server.requests)
    assert "kept" in save(article).output
    assert len(server.requests) == asked


def test_a_refresh_names_what_changed_and_whom_it_touches(article, server):
    save(article)
    server.routes["/ferry"] = answer(source(HELD.replace("twice a day", "three times a day")).encode())
    output = save(article, "--refresh", "--fresh-for", 0).output
    assert "changed" in output
    assert "post.md:5:3" in output
    assert check(article) == 0


def test_a_refresh_can_fail_on_what_it_touches_and_tell_it_to_a_program(article, server):
    save(article)
    server.routes["/ferry"] = answer(source(HELD.replace("twice a day", "three times a day")).encode())
    outcome = save(article, "--refresh", "--fresh-for", 0, "--fail-on-change", "--format", "json")
    assert outcome.return_value == 1
    record = json.loads(outcome.stdout)
    assert [(row["outcome"], row["older"] is None) for row in record["sources"]] == [("changed", False)]
    (touched,) = record["touched"]
    assert (touched["line"], touched["place"]["column"]) == (5, 3)
    assert touched["text"] == HELD


def test_a_refresh_that_touches_nothing_does_not_fail(article, server):
    save(article)
    server.routes["/ferry"] = answer(source(HELD, FILL[0].replace("eleven", "twelve")).encode())
    assert save(article, "--refresh", "--fresh-for", 0, "--fail-on-change").return_value == 0


def test_a_refresh_that_touches_no_excerpt_says_so(article, server):
    save(article)
    server.routes["/ferry"] = answer(source(HELD, FILL[0].replace("eleven", "twelve")).encode())
    assert "No excerpt is touched" in save(article, "--refresh", "--fresh-for", 0).output


def test_saved_passages_are_enough_to_see_a_change(article, tmp_path):
    assert save(article, "--excerpt-only").return_value == 0
    (kept,) = (tmp_path / "saved").glob("*.txt")
    assert FILL[2] not in kept.read_text(encoding="utf-8")
    assert check(article) == 0
    article.write_text(
        article.read_text(encoding="utf-8").replace("twice a day", "four times a day"), encoding="utf-8"
    )
    assert check(article) == 1


def test_that_something_is_not_among_saved_passages_says_nothing(article):
    save(article, "--excerpt-only")
    words = (
        "Every berth on the island will be painted over before the first boat of the season is let in at all."
    )
    article.write_text(article.read_text(encoding="utf-8").replace(HELD, words), encoding="utf-8")
    assert check(article) == 3


def test_a_page_without_the_words_leaves_no_passages(article, server):
    server.routes["/ferry"] = answer(source(*FILL).encode())
    outcome = save(article, "--excerpt-only")
    assert outcome.return_value == 3
    assert "save the whole page" in outcome.output


def test_a_page_that_is_gone_is_named_and_the_exit_code_says_so(article, server):
    server.routes = {}
    outcome = save(article)
    assert outcome.return_value == 3
    assert "failed" in outcome.output


def test_an_unreadable_article_keeps_nothing_from_being_saved(article, tmp_path):
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    outcome = run("save", article, "binary.txt", "--sources", "saved", "--allow-private")
    assert outcome.return_value == 2
    assert "binary.txt is not text" in outcome.stderr
    assert "saved " in outcome.stdout
    assert check(article) == 0


def test_an_indexed_folder_says_how_many_pages_it_holds(article):
    save(article)
    outcome = run("index", "saved")
    assert (outcome.return_value, outcome.output) == (0, "1 sources indexed, 1 of them new or changed.\n")
    assert "0 of them new" in run("index", "saved").output


def test_a_refresh_leaves_alone_what_was_just_checked_and_says_so(article, server):
    save(article)
    asked = len(server.requests)
    output = save(article, "--refresh").output
    assert output.startswith("kept ")
    assert output.endswith("; checked just now, and --fresh-for 0 fetches it again\n")
    assert len(server.requests) == asked


def test_a_refresh_of_a_page_that_is_gone_says_that_the_copy_is_kept(article, server):
    save(article)
    server.routes = {"/robots.txt": answer(b"", kind="text/plain")}
    outcome = save(article, "--refresh", "--fresh-for", 0)
    assert outcome.return_value == 3
    assert "404" in outcome.output
    assert ".html is kept." in outcome.output
    assert check(article) == 0


def test_a_page_that_holds_no_text_is_saved_with_a_warning(article, server):
    server.routes["/ferry"] = answer(b"<html><div id=root></div><script src=a.js></script></html>")
    output = save(article).output
    assert "saved " in output
    assert "it may be of no use" in output


def test_where_pages_cannot_be_had_archives_are_named(article, monkeypatch):
    def gone(_, url, **__):
        raise SourceFetchError(f"{url} is gone.", locator=url)

    monkeypatch.setattr(Network, "fetch", gone)
    article.write_text(linked(HELD, "https://ferry.example/times"), encoding="utf-8")
    assert "https://web.archive.org; --archives asks" in save(article).stderr


def test_no_archive_is_named_for_a_page_inside_a_network(article, server):
    server.routes = {}
    saved = save(article)
    assert saved.return_value == 3
    assert "archive" not in saved.stderr


def test_a_page_that_lies_in_the_folder_under_another_name_is_not_fetched(article, server, tmp_path):
    url = server.url("/ferry")
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "by-hand.html").write_text(source(HELD, url=url), encoding="utf-8")
    kept = save(article)
    assert (kept.return_value, server.requests) == (0, [])
    assert kept.output.startswith("kept ")
    assert kept.output.rstrip().endswith("as by-hand.html")
    assert save(article, "--refresh").output.startswith("saved ")


def test_passages_that_are_saved_are_not_fetched_again(article, server):
    save(article, "--excerpt-only")
    asked = len(server.requests)
    assert save(article, "--excerpt-only").output.startswith("kept ")
    assert len(server.requests) == asked
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\n{linked(FILL[2], server.url('/ferry'))}", encoding="utf-8")
    assert save(article, "--excerpt-only").output.startswith("saved ")
    assert check(article) == 0


@pytest.mark.parametrize(("change", "outcome"), [("twice a day", "changed "), ("eleven years", "unchanged ")])
def test_a_refresh_of_passages_tells_whether_they_changed(article, server, change, outcome):
    rest = [FILL[1], FILL[2], FILL[0]]
    server.routes["/ferry"] = answer(source(HELD, *rest).encode())
    save(article, "--excerpt-only")
    server.routes["/ferry"] = answer(source(HELD, *rest).replace(change, "six").encode())
    assert save(article, "--excerpt-only", "--refresh", "--fresh-for", 0).output.startswith(outcome)


def test_an_option_that_only_trace_has_is_answered_with_what_to_do():
    for option, advice in (("--source", "folder of --sources"), ("--offline", "never ask the network")):
        outcome = subprocess.run(
            [sys.executable, "-m", "provenance", "fix", "a.md", option],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (outcome.returncode, advice in outcome.stderr) == (2, True)


def test_an_encyclopedia_s_page_saves_each_of_its_references_and_compares_what_they_quote(
    tmp_path, server, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    pages = [server.url(f"/{name}") for name in ("ferry", "quay", "mole")]
    server.routes |= {f"/{name}": answer(source(f"{HELD} {name}").encode()) for name in ("quay", "mole")}
    copy = "https://web.archive.org/web/2031/https://gone.example/ferry"
    changed = HELD.replace("twice", "three times")
    cited = [
        f"<ref name=a>{{{{cite web|title=Ferry|url={pages[0]}|archive-url={copy}|quote={changed}}}}}</ref>",
        f"<ref>Ann Lee, [{pages[1]} Quay]</ref>",
        f"<ref>{{{{cite news|title=Mole|url={pages[2]}|quote={HELD}}}}}</ref><ref name=a />",
    ]
    page = Path("lock.wiki")
    page.write_text(
        "\n\n".join(f"The ferry is old.{one}" for one in cited) + "\n\n{{reflist}}\n", encoding="utf-8"
    )
    assert save(page).return_value == 0
    assert len(list(Path("saved").glob("*.html"))) == len(pages)
    record = json.loads(run("trace", page, "--sources", "saved", "--offline", "--format", "json").stdout)
    assert [item["verdict"] for item in record["articles"][0]["excerpts"]] == ["altered", "verbatim"]
