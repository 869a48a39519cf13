"""The JSON report of every case: it satisfies the schema, and its spans cut out the texts they name in both documents."""

from jsonschema import Draft202012Validator

from provenance.reporting.diff.rows import diff_of
from provenance.reporting.diff.views import paired_paragraphs
from provenance.reporting.reporter import FORMATS, View
from tests.json_schema import schema
from tests.reporting.test_json import named


def test_every_span_of_a_case_cuts_out_the_text_it_names(document_of_case):
    Draft202012Validator(schema()).validate(document_of_case)
    wrong = [place for text, place in named(document_of_case) if text[slice(*place["span"])] != place["text"]]
    assert wrong == []


# The terminal's width and colours are nothing to any other format.
VIEWS = [
    View(width=width, colour=colour, side_by_side=True, verbosity=1)
    for width in (60, 120)
    for colour in (False, True)
]


def test_every_format_can_tell_of_a_case(run_of_case):
    for name, entry in FORMATS.items():
        shown = {entry.load()(run_of_case, view) for view in (VIEWS if name == "text" else VIEWS[1:3])}
        assert all(text.endswith("\n") for text in shown)
        assert name == "text" or len(shown) == 1


def test_the_article_side_of_a_case_reads_as_the_article_does(run_of_case):
    for item in run_of_case.traces[0].excerpts:
        sides = [article for article, _ in paired_paragraphs(diff_of(item))]
        shown = " ".join("".join(" " * part.spaced + part.text for part in side) for side in sides)
        shown = shown.replace("‸", "")
        assert shown.split() == " ".join(passage.text for passage in item.excerpt.passages).split()
