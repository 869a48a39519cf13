"""What reports say of a source that is a PDF."""

from dataclasses import replace

import pytest

from provenance.articles.article import Landmark, LandmarkKind
from provenance.reporting.html.page import report as html_report
from provenance.reporting.json import record
from provenance.reporting.places import open_link
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.reporting.terminal.report import report as text_report

URL = "https://ledger.example/a.pdf"


def paged(page, *starts):
    marks = (Landmark(start, LandmarkKind.PAGE, number) for number, start in enumerate(starts, start=1))
    return replace(page, landmarks=tuple(marks))


@pytest.fixture
def of_pdf(traced):
    """A run whose source is a PDF that the excerpt runs over two pages of."""
    trace = traced("She would [-not -]vote on water rights.", codes=["OMI202"])
    item = trace.excerpts[0]
    start = item.comparison.alignment.placements[0].source.span.start
    witness = replace(item.witness, url=URL, page=paged(item.witness.page, 0, start, start + 1, 10_000))
    return replace(trace, excerpts=(replace(item, witness=witness),))


def test_the_pages_that_the_excerpt_stands_on_are_told(of_pdf):
    run = Run((of_pdf,), 1)
    assert "· PDF, pages 2-3" in text_report(run, View(width=120))
    assert "a PDF, pages 2-3" in html_report(run, View())
    assert record(run)["articles"][0]["excerpts"][0]["source"]["pdf_pages"] == [2, 3]


def test_a_pdf_opens_at_its_page(of_pdf):
    assert open_link(of_pdf.excerpts[0]) == "https://ledger.example/a.pdf#page=2"
    assert 'href="https://ledger.example/a.pdf#page=2"' in html_report(Run((of_pdf,), 1), View())


def test_a_pdf_that_does_not_hold_the_excerpt_is_a_pdf_still(of_pdf):
    item = replace(of_pdf.excerpts[0], comparison=None)
    run = Run((replace(of_pdf, excerpts=(item,)),), 1)
    assert text_report(run, View(width=120)).count("· PDF\n") == 1
    assert record(run)["articles"][0]["excerpts"][0]["source"]["pdf_pages"] == []


def test_of_a_web_page_nothing_of_the_kind_is_said(traced):
    run = Run((traced("The words of a page."),), 0)
    assert "PDF" not in text_report(run, View(width=120))
    assert record(run)["articles"][0]["excerpts"][0]["source"]["pdf_pages"] is None
