"""A report made from a page that attacks its reader: what is text stays text, and nothing runs."""

import pytest

from provenance.reporting.html.page import report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.tracing.tracer import Tracer
from tests.reporting.conftest import traced

RAN = "window.ran=(window.ran||0)+1"
ATTACKS = (
    f"<script>{RAN}</script>",
    f"</script><script>{RAN}</script>",
    f"</style><script>{RAN}</script>",
    f'"><img src=x onerror="{RAN}">',
    f"'><svg onload={RAN}>",
    f"<iframe srcdoc='<script>parent.{RAN}</script>'></iframe>",
    f"<a href='javascript:{RAN}'>here</a>",
    "<!-- --><base href=https://evil.example/><meta http-equiv=refresh content=0>",
    "{{ ''.__class__ }}{% for x in y %}",
    "\x00\x1b]8;;https://evil.example\x07\u202egnp.exe\u2066\u200b\x9b31m",
)
WORDS = "The harbour board voted on Monday to close the old pier"
PROSE = (
    "It told nobody of it before the evening, and the people who live by the ferry heard of it from the radio. The mayor did "
    "not come to the quay, and her deputy had nothing to say to those who waited there in the rain. The ferry went out as "
    "late as ever, half of its seats were empty, and the captain said that she had been told to say nothing of the pier. "
    "Nobody on the board would say what will become of the boats that lie there in winter, or who pays for the new place."
)


def hostile_run():
    every = [
        traced(
            f"{WORDS} [-{attack}-]{{+{attack}!+}} and it [~[{attack}]|so {attack}~] stays {attack}.",
            codes=["ALT301"],
            origin=attack,
            reason=attack,
            url=url,
            accepted=attack,
        )
        for attack in ATTACKS
        for url in (f"javascript:{RAN}", f'https://a.example/"onclick="{RAN}')
    ]
    return Run(tuple(every))


def hostile_page(tmp_path):
    """The same attacks by the front door: as the text of an article and of its source, read, traced and reported."""
    from html import escape

    text = " ".join(escape(attack) for attack in ATTACKS)
    page = (
        "<html><head><title>{0}</title><meta property='og:site_name' content=\"{0}\"></head><body><article><h1>{0}</h1>"
        "<p>Some words of our own, before the quotation begins. <a href='javascript:{1}'>The Courier</a> reports:</p>"
        "<blockquote><p>{2} for four months. {3}</p><p>{0}</p></blockquote><p>That is all that we know.</p></article></body></html>"
    )
    (tmp_path / "article.html").write_text(page.format(text, RAN, WORDS, PROSE), "utf-8")
    (tmp_path / "source.html").write_text(page.format(text, RAN, WORDS.replace("old", "new"), PROSE), "utf-8")
    with Tracer([str(tmp_path / "source.html")], offline=True) as tracer:
        return Run((tracer.trace(tmp_path / "article.html"),))


@pytest.fixture(params=["records", "page"])
def tab(request, tmp_path, open_page):
    run = hostile_run() if request.param == "records" else hostile_page(tmp_path)
    assert all(trace.excerpts for trace in run.traces)
    return open_page(report(run, View()))


def test_nothing_runs_whatever_is_clicked(tab):
    tab.page.get_by_role("button", name="Unfold all").click()
    tab.page.eval_on_selector_all("article button", "all => { for (const one of all) one.click(); }")
    tab.page.eval_on_selector_all('article a[href^="#"]', "all => { for (const one of all) one.click(); }")
    tab.page.locator("#search").fill(ATTACKS[0])
    tab.page.wait_for_timeout(300)
    assert tab.page.evaluate("window.ran") is None
    assert tab.complaints == []
    assert not [url for url in tab.requests if not url.startswith("file:")]


def test_the_page_holds_no_element_or_handler_of_theirs(tab):
    names = tab.page.evaluate("[...new Set([...document.querySelectorAll('*')].map(one => one.localName))]")
    assert not {"img", "iframe", "base", "object", "embed", "link"} & set(names)
    assert tab.page.locator("script").count() == 1
    assert tab.page.locator("svg").count() == tab.page.locator("svg.bar").count()
    handlers = "[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(a => a.name.startsWith('on')))"
    assert tab.page.evaluate(f"{handlers}.length") == 0
    schemes = tab.page.eval_on_selector_all("a", "all => [...new Set(all.map(one => one.protocol))]")
    assert set(schemes) <= {"file:", "https:"}


def test_their_words_are_shown_as_words(tab):
    text = tab.page.evaluate("document.querySelector('main').textContent")
    assert ATTACKS[0] in text
    assert ATTACKS[8] in text
    assert not {"\x00", "\x1b", "\x07", "\u202e", "\u2066"} & set(text)


def test_the_policy_stops_what_would_be_put_in_later(tab):
    tab.page.evaluate(
        """() => {
            const script = document.createElement('script');
            try { script.textContent = 'window.ran = 1'; } catch { /* trusted types refuse it */ }
            document.body.append(script);
            const image = document.createElement('img');
            try { image.setAttribute('onerror', 'window.ran = 1'); } catch { /* these too */ }
            image.src = 'https://evil.example/x.png';
            document.body.append(image);
        }"""
    )
    fetched = tab.page.evaluate("fetch('https://evil.example/').then(() => 'sent', () => 'stopped')")
    tab.page.wait_for_timeout(200)
    assert fetched == "stopped"
    assert tab.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in said for said in tab.complaints)
