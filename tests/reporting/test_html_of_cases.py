"""The page of every case: one page whichever way it is made, and both columns hold the texts that they stand for."""

import json
from pathlib import Path

import pytest

from provenance.reporting.diff.rows import diff_rows
from provenance.reporting.diff.setting import SegmentKind
from provenance.reporting.diff.views import side_by_side
from provenance.reporting.html.page import page, report
from provenance.reporting.html.texts import Library
from provenance.reporting.json import report as json_report
from provenance.reporting.reporter import Run, View
from provenance.tracing.tracer import Tracer

CASES = sorted((Path(__file__).parents[2] / "fixtures" / "cases").glob("*/*/case.toml"))
OUTSIDE = {SegmentKind.CONTEXT, SegmentKind.SKIP}


@pytest.fixture(
    scope="module", params=CASES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}"
)
def run(request):
    folder = request.param.parent
    (article,) = folder.glob("article.*")
    saved = [path for path in [folder / "sources"] if path.is_dir()]
    with Tracer(saved=saved, offline=True) as tracer:
        return Run((tracer.trace(article),))


@pytest.fixture(scope="module")
def document(run):
    return json.loads(json_report(run, View(with_text=True)))


def letters(texts):
    return "".join(filter(str.isalnum, "".join(texts)))


def test_the_page_is_the_same_from_the_run_and_from_its_json(run, document):
    made = report(run, View())
    assert page(document) == made
    assert len(made.encode()) < 100_000


def compared(document):
    library = Library()
    for article in document["articles"]:
        whole = library.document(article)
        for excerpt in article["excerpts"]:
            texts = library.texts(excerpt, whole)
            yield texts, side_by_side(diff_rows(texts), {})


@pytest.fixture
def diffs(document):
    """Each excerpt beside its source: as many as the case has."""
    found = list(compared(document))
    assert len(found) == document["summary"]["excerpts"]
    return found


def test_most_cases_have_excerpts_to_compare():
    with_excerpts = [
        path for path in CASES if "[[excerpt]]" in (path.parent / "findings.toml").read_text("utf-8")
    ]
    assert len(with_excerpts) > 0.9 * len(CASES) > 50


def test_the_article_column_is_the_excerpt(diffs):
    for texts, both in diffs:
        shown = [part.text for part in both.article.segments if part.kind not in OUTSIDE]
        assert letters(shown) == letters(piece.text for piece in texts.passages)


def test_the_source_column_holds_every_place_of_the_source_in_its_own_words(diffs):
    for texts, both in diffs:
        shown = [
            letters(part.text for part in column.segments if part.kind not in OUTSIDE)
            for column in both.sources
        ]
        for placement in texts.placements:
            assert any(letters([placement.source.text]) in text for text in shown)
