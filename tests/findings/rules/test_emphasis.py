"""Emphasis that the source does not have, declared or not."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer


class TestEmphasis:
    SOURCE = "<p>The board never voted on the sale of the lamp house, and it never will.</p>" + (
        "<p>The keeper of the tower has lived there with two dogs and a parrot since the winter of the great ice.</p>"
        * 6
    )

    def codes(self, quotation, source=SOURCE):
        article = read_text(
            f"The Ledger [writes](https://ledger.example/a):\n\n> {quotation}\n",
            origin="a.md",
            format=Format.MARKDOWN,
        )
        with Tracer(StaticLoader({"https://ledger.example/a": source}), offline=True) as tracer:
            (trace,) = tracer.trace(article).excerpts
        return [finding.rule.code for finding in trace.findings if finding.rule.code == "ALT310"]

    def test_bold_that_the_source_lacks(self):
        assert self.codes("The board **never voted** on the sale of the lamp house, and it never will.") == [
            "ALT310"
        ]

    def test_declared(self):
        quotation = (
            "The board **never voted** on the sale of the lamp house, and it never will. (Emphasis added.)"
        )
        assert self.codes(quotation) == []

    def test_the_sources_own(self):
        source = self.SOURCE.replace("never voted", "<b>never voted</b>")
        assert (
            self.codes("The board **never voted** on the sale of the lamp house, and it never will.", source)
            == []
        )

    def test_the_whole_block(self):
        assert self.codes("*The board never voted on the sale of the lamp house, and it never will.*") == []


@pytest.mark.parametrize(
    ("source", "quotation", "expected"),
    [
        (
            "The **keeper** wants `from __future__ import lamps` in every log.",
            "The **keeper** wants from __future__ import lamps in every log.",
            [],
        ),
        ("He says that 5 ** 3 is no answer to it.", "He says that 5 ** 3 is no answer to it.", []),
        (
            "The fucking bridge and the fucking road up to the mill are gone, said Orr.",
            "The f**king bridge and the f**king road up to the mill are gone, said Orr.",
            [],
        ),
        (
            "**Note:** no <div>, <table> or <p> stands on the keeper's page.",
            "no <div>, <table> or <p> stands on the keeper's page.",
            [],
        ),
        (
            "**Note:** no <div>, <table> or <p> stands on the keeper's page.",
            "no <div>, <table> or <ul> stands on the keeper's page.",
            ["ALT301 major"],
        ),
    ],
)
def test_stars_around_words_set_them_off(compared, source, quotation, expected):
    assert compared(quotation, source) == expected
