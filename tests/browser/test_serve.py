"""The page to paste into, in a browser: paste, drop, progress, report, downloads, keys, narrow screens, contrast."""

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="the extra is not installed: pip install -e '.[serve]'")

from tests.browser.conftest import Tab
from tests.browser.test_hostile_page import ATTACKS
from tests.servers.web.running import FALSE, HONEST, SOURCE, running

MARKUP = "<p>The Courier <a href='https://courier.example/pier'>reports</a>:</p><blockquote>{}</blockquote>"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with running(cwd=tmp_path_factory.mktemp("desk")) as server:
        yield server


@pytest.fixture
def open_served(chromium, served):
    contexts = []

    def opened(width=1200, **context):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **context))
        contexts[-1].set_default_timeout(60_000)
        return Tab(contexts[-1].new_page(), served.address)

    yield opened
    for context in contexts:
        context.close()


def upload(name, text):
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def trace(tab, article, *sources):
    """Fill in an article and its sources, and wait for what is said at the end."""
    tab.page.get_by_label("Paste the article").fill(article)
    tab.page.get_by_label("Choose files").set_input_files([upload(*source) for source in sources])
    tab.page.get_by_role("button", name="Check the quotations").click()
    tab.page.get_by_role("status").filter(has_text="1 article").wait_for()


def test_a_pasted_article_and_a_chosen_source_become_a_report(open_served, served):
    tab = open_served(accept_downloads=True)
    trace(tab, FALSE, ("saved.html", SOURCE))
    (card,) = tab.page.locator("article.excerpt").all()
    assert card.locator(".badge").inner_text() == "altered"
    assert card.locator("del .words").inner_text() == "not"
    assert "critical: leaves out “not” (OMI202 dropped-negation)" in card.inner_text()
    with tab.page.expect_download() as saved:
        tab.page.get_by_role("link", name="Save as JSON").click()
    assert json.loads(Path(saved.value.path()).read_text("utf-8"))["summary"]["verdicts"] == {"altered": 1}
    with tab.page.expect_download() as saved:
        tab.page.get_by_role("link", name="Save as HTML").click()
    assert saved.value.suggested_filename == "provenance-report.html"
    assert tab.complaints == []
    assert all(url.startswith((served.origin, "blob:")) for url in tab.requests)


def test_the_whole_report_opens_with_its_style_and_its_script(open_served):
    tab = open_served()
    trace(tab, FALSE, ("saved.html", SOURCE))
    with tab.page.context.expect_page() as opened:
        tab.page.get_by_role("link", name="Open the whole report").click()
    report = Tab.__new__(Tab)
    report.page = opened.value
    report.page.locator("article.excerpt").wait_for()
    report.page.get_by_role("button", name="Unfold all").click()
    assert report.page.get_by_role("button", name="Unfold all").get_attribute("aria-pressed") == "true"
    assert report.page.evaluate("getComputedStyle(document.querySelector('.tools')).position") == "sticky"


def test_what_is_pasted_from_a_page_keeps_its_links(open_served):
    tab = open_served()
    tab.page.evaluate(
        """markup => {
            const field = document.getElementById("text");
            const data = new DataTransfer();
            data.setData("text/html", markup);
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
            field.value = "The Courier reports:";
        }""",
        MARKUP.format(re.split("\n> ", FALSE)[1]),
    )
    tab.page.get_by_label("Choose files").set_input_files([upload("saved.html", SOURCE)])
    tab.page.get_by_role("button", name="Check the quotations").click()
    tab.page.locator(".badge.altered").wait_for()


def test_files_are_dropped_where_they_belong(open_served):
    tab = open_served()
    for target, name, text in (("#article", "draft.md", HONEST), ("#sources", "saved.html", SOURCE)):
        data = tab.page.evaluate_handle(
            "([name, text]) => { const d = new DataTransfer(); d.items.add(new File([text], name)); return d; }",
            [name, text],
        )
        tab.page.dispatch_event(target, "drop", {"dataTransfer": data})
    assert "draft.md" in tab.page.locator("#article-told").inner_text()
    tab.page.get_by_role("button", name="Take away saved.html").wait_for()
    tab.page.get_by_role("button", name="Check the quotations").click()
    tab.page.locator(".badge.verbatim").wait_for()
    assert tab.complaints == []


def test_the_keyboard_alone_does_it(open_served):
    tab = open_served()
    tab.page.get_by_label("Paste the article").focus()
    tab.page.keyboard.insert_text(FALSE)
    for _ in range(9):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate("document.activeElement.id") == "go":
            break
    tab.page.keyboard.press("Enter")
    tab.page.locator(".badge").wait_for()


def test_stopping_says_so_and_lets_one_begin_again(open_served):
    tab = open_served()
    many = "\n".join(HONEST.replace("Monday", f"day {number}") for number in range(150))
    tab.page.get_by_label("Paste the article").fill(many)
    tab.page.get_by_label("Choose files").set_input_files([upload("saved.html", SOURCE)])
    tab.page.get_by_role("button", name="Check the quotations").click()
    tab.page.locator("article.excerpt").first.wait_for()  # the report grows
    tab.page.get_by_role("button", name="Stop").click()
    tab.page.get_by_role("status").filter(has_text="Stopped").wait_for()
    assert tab.page.locator("article.excerpt").count() < 150
    assert tab.page.get_by_role("button", name="Check the quotations").is_enabled()


def test_50_megabytes_are_refused_in_a_sentence(open_served, tmp_path):
    with (tmp_path / "large.html").open("wb") as large:
        large.truncate(50_000_000)
    tab = open_served()
    tab.page.get_by_label("Choose a file").set_input_files(tmp_path / "large.html")
    tab.page.get_by_role("button", name="Check the quotations").click()
    assert "more than 30 MB" in tab.page.get_by_role("alert").inner_text()
    tab.page.get_by_role("button", name="Take the file away").click()
    tab.page.get_by_role("button", name="Check the quotations").click()
    assert "no article yet" in tab.page.get_by_role("alert").inner_text()


def test_nothing_of_a_hostile_article_runs(open_served):
    tab = open_served()
    attacks = " ".join(ATTACKS[:-1])
    article = FALSE.replace("the chair said", f"the chair said {attacks}").replace(
        "The Courier", f"<b>{ATTACKS[3]}</b>"
    )
    trace(tab, f"# {ATTACKS[0]}\n\n{article}", (f"{ATTACKS[3]}.html", SOURCE))
    assert tab.page.evaluate("window.ran") is None
    assert tab.complaints == []
    names = tab.page.evaluate(
        "[...new Set([...document.querySelectorAll('#outcome *')].map(one => one.localName))]"
    )
    assert not {"img", "iframe", "script", "svg", "base", "style"} & set(names)
    assert {url.rpartition("/")[2] for url in tab.requests} <= {
        "",
        "report.css",
        "serve.css",
        "serve.js",
        "trace",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_axe_finds_nothing_and_nothing_scrolls_sideways(open_served, axe, scheme):
    tab = open_served(width=390, color_scheme=scheme, bypass_csp=True)
    trace(tab, FALSE, ("a-saved-page-with-quite-a-long-name-that-nobody-would-want-to-read.html", SOURCE))
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 390
    tab.page.evaluate(axe)
    found = tab.page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    told = [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found["violations"]]
    assert told == []
    assert "color-contrast" in {rule["id"] for rule in found["passes"]}
