"""The page of every case: one page whichever way it is made, and both columns hold the texts that they stand for."""

import pytest

from provenance.reporting.diff.rows import diff_rows
from provenance.reporting.diff.setting import SegmentKind
from provenance.reporting.diff.views import side_by_side
from provenance.reporting.html.page import page, report
from provenance.reporting.html.texts import Library
from provenance.reporting.reporter import View
from tests.reporting.conftest import CASES

OUTSIDE = {SegmentKind.CONTEXT, SegmentKind.SKIP}


def letters(texts):
    return "".join(filter(str.isalnum, "".join(texts)))


def test_the_page_is_the_same_from_the_run_and_from_its_json(run_of_case, document_of_case):
    made = report(run_of_case, View())
    assert page(document_of_case) == made
    assert len(made.encode()) < 100_000


def compared(document):
    library = Library()
    for article in document["articles"]:
        whole = library.document(article)
        for excerpt in article["excerpts"]:
            texts = library.texts(excerpt, whole)
            yield texts, side_by_side(diff_rows(texts), {})


@pytest.fixture
def diffs(document_of_case):
    """Each excerpt beside its source: as many as the case has."""
    found = list(compared(document_of_case))
    assert len(found) == document_of_case["summary"]["excerpts"]
    return found


def test_most_cases_have_excerpts_to_compare():
    with_excerpts = [
        path for path in CASES if "[[excerpt]]" in (path.parent / "findings.toml").read_text("utf-8")
    ]
    assert len(with_excerpts) > 0.9 * len(CASES) > 50


def test_the_article_column_is_the_excerpt(diffs):
    for texts, both in diffs:
        shown = [part.text for part in both[0].segments if part.kind not in OUTSIDE]
        assert letters(shown) == letters(piece.text for piece in texts.passages)


def test_the_source_column_holds_every_place_of_the_source_in_its_own_words(diffs):
    for texts, both in diffs:
        shown = [
            letters(part.text for part in column.segments if part.kind not in OUTSIDE) for column in both[1]
        ]
        for placement in texts.placements:
            assert any(letters([placement.source.text]) in text for text in shown)
