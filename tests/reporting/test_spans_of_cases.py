"""The JSON report of every case: it satisfies the schema, and its spans cut out the texts they name in both documents."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.views import paired_paragraphs
from provenance.reporting.json import report
from provenance.reporting.reporter import FORMATS, Run, View
from provenance.tracing.tracer import Tracer
from tests.json_schema import schema
from tests.reporting.test_json import named

CASES = sorted((Path(__file__).parents[2] / "fixtures" / "cases").glob("*/*/case.toml"))


@pytest.fixture(
    scope="module", params=CASES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}"
)
def run(request):
    folder = request.param.parent
    (article,) = folder.glob("article.*")
    saved = [path for path in [folder / "sources"] if path.is_dir()]
    with Tracer(saved=saved, offline=True) as tracer:
        return Run((tracer.trace(article),))


def test_every_span_of_a_case_cuts_out_the_text_it_names(run):
    document = json.loads(report(run, View(with_text=True)))
    Draft202012Validator(schema()).validate(document)
    wrong = [place for text, place in named(document) if text[slice(*place["span"])] != place["text"]]
    assert wrong == []


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_every_format_can_tell_of_a_case(run, width, colour):
    view = View(width=width, colour=colour, side_by_side=True, verbosity=1)
    assert all(entry.load()(run, view).endswith("\n") for entry in FORMATS.values())


def test_the_article_side_of_a_case_reads_as_the_article_does(run):
    for item in run.traces[0].excerpts:
        sides = [article for article, _ in paired_paragraphs(diff_of(item))]
        shown = " ".join("".join(" " * part.spaced + part.text for part in side) for side in sides)
        shown = shown.replace("‸", "")
        assert shown.split() == " ".join(passage.text for passage in item.excerpt.passages).split()
