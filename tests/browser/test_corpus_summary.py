"""The summary of a corpus in a browser: plots that are as wide as what they tell, narrow screens, pages that attack."""

import pytest

pytest.importorskip("daft", reason="the extra is not installed: pip install -e '.[corpus]'")

from provenance.corpus.summary import summary_page
from provenance.corpus.tables import write_tables
from tests.browser.test_hostile_page import ATTACKS


@pytest.fixture(scope="module")
def summary(tmp_path_factory):
    folder = tmp_path_factory.mktemp("traced")
    rows = []
    for number, attack in enumerate([*ATTACKS, "The Harbour Post"]):
        shared = {
            "article": f"a{number}",
            "article_outlet": attack,
            "position": number,
            "verdict": "verbatim",
        }
        quote = {
            **shared,
            "source_outlet": attack,
            "source": f"https://a.example/{attack}",
            "passage": attack,
        }
        finding = {**shared, "code": "OMI202", "name": attack, "severity": "critical"}
        rows += [
            ("excerpts", shared),
            ("quotes", quote),
            ("quotes", {**quote, "article": "b"}),
            ("findings", finding),
        ]
    rows += [("excerpts", {**rows[0][1], "verdict": "altered", "position": at}) for at in range(3)]
    write_tables(folder, [rows])
    return summary_page(folder)


@pytest.mark.parametrize("width", [1200, 360])
def test_nothing_runs_nothing_is_loaded_and_nothing_overflows(open_page, summary, width):
    tab = open_page(summary, width=width)
    assert tab.page.evaluate("window.ran") is None
    assert tab.complaints == []
    assert len(tab.requests) == 1
    assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_bars_are_as_wide_as_their_numbers(open_page, summary):
    tab = open_page(summary)
    bars = tab.page.locator("section").first.locator("svg.bar")
    one, three = (
        bars.first.locator(f"rect.{verdict}").bounding_box()["width"] for verdict in ("verbatim", "altered")
    )
    assert three == pytest.approx(3 * one, rel=0.02)
    assert bars.first.locator("title").text_content() == "verbatim: 1, altered: 3"
