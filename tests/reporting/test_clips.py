"""What an edge of an excerpt cuts off is no variant; where a finding is about it, every picture shows it."""

from dataclasses import replace

import pytest

from provenance.findings.finding import Severity
from provenance.reporting.diff.rows import diff_of, differs
from provenance.reporting.diff.setting import marked_line
from provenance.reporting.diff.views import inline_diff
from provenance.reporting.html.page import report as html_report
from provenance.reporting.markdown import report as markdown_report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.reporting.terminal.report import report
from provenance.text.span import Span


@pytest.fixture(name="clipped")
def _clipped(traced):
    """A trace whose omissions stand outside its placement, as the edges of an excerpt leave them."""

    def make(notated, *, codes, severity=Severity.MAJOR):
        trace = traced(notated, codes=codes)
        (item,) = trace.excerpts
        alignment = item.comparison.alignment
        (placement,) = alignment.placements
        start, end = placement.source.span.start, placement.source.span.end
        for variant in alignment.variants:
            cut = variant.source.span
            start, end = (cut.end, end) if cut.start == start else (start, cut.start)
        kept = replace(placement, source=replace(placement.source, span=Span(start, end)))
        findings = tuple(
            replace(each, variant=None, severity=severity, source=worded(each.source))
            for each in item.findings
        )
        comparison = replace(
            item.comparison, alignment=replace(alignment, placements=(kept,), variants=()), findings=findings
        )
        return replace(trace, excerpts=(replace(item, comparison=comparison, findings=findings),))

    return make


def worded(passage):
    """The passage from its first word to its last, as a finding names it."""
    lead = len(passage.text) - len(passage.text.lstrip(" ,.;"))
    words = passage.text.strip(" ,.;")
    start = passage.span.start + lead
    return passage.document.passage(start, start + len(words))


@pytest.mark.parametrize(
    ("notated", "expected"),
    [
        ("[-Almost -]every captain signed it.", "[-Almost-] every captain signed it."),
        ("[-If the wind drops, -]the ferry sails.", "[-If the wind drops,-] the ferry sails."),
        ("The ferry sails in May.[- if the wind drops-]", "The ferry sails in May. [-if the wind drops-]"),
        ("The ferry sails in May[-, if the wind drops-]", "The ferry sails in May[-, if the wind drops-]"),
        (
            "[-Almost -]every ship sails[- unless it rains-]",
            "[-Almost-] every ship sails [-unless it rains-]",
        ),
        ("[-若议会同意，-]渡轮五月开航", "[-若议会同意，-]渡轮五月开航"),
    ],
)
def test_what_an_edge_cuts_off_is_drawn_at_that_edge(clipped, notated, expected):
    (item,) = clipped(notated, codes=["OMI203", "OMI205"]).excerpts
    assert marked_line(inline_diff(diff_of(item))) == expected


def test_a_note_on_an_edge_is_not_drawn(clipped):
    (item,) = clipped("[-Later -]every captain signed.", codes=["DEC702"], severity=Severity.NOTE).excerpts
    assert not differs(diff_of(item))


def test_words_that_stand_elsewhere_are_drawn_at_no_edge(clipped):
    trace = clipped("The ferry sails in May.[- if the wind drops-]", codes=["OMI204"])
    (item,) = trace.excerpts
    (finding,) = item.findings
    document = finding.source.document
    elsewhere = replace(finding, source=document.passage(0, len("Dateline")))
    assert not differs(diff_of(replace(item, findings=(elsewhere,))))


@pytest.mark.parametrize(
    ("notated", "words"),
    [
        ("[-Almost -]every captain signed.", "Almost"),
        ("The ferry sails.[- if it rains-]", "if it rains"),
        ("The ferry sails[-, if it rains-]", ", if it rains"),
    ],
)
def test_on_the_page_it_is_struck_out_and_has_the_letter_of_its_finding(clipped, notated, words):
    page = html_report(Run((clipped(notated, codes=["OMI204"]),)), View())
    source = page[page.index('class="column source"') :]
    struck = source[source.index("<del>") : source.index("</del>")]
    assert f'<span class="words">{words}</span>' in struck
    assert 'aria-label="finding a">a</a>' in source
    assert '<span class="letter">a</span>' in page
    assert "⋯" not in source[: source.index("</div>")]


def test_every_picture_shows_it(clipped):
    run = Run((clipped("The ferry sails.[- if it rains-]", codes=["OMI204"]),))
    assert "The ferry sails. [-if it rains-]" in report(run, View())
    assert "[-if it rains-]" in report(run, View(width=120, side_by_side=True))
    assert "<del>if it rains</del>" in markdown_report(run, View())
