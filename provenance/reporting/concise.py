"""The concise report: a line a finding, behind its place, as editors open it."""

from collections.abc import Iterator

from provenance.articles.article import Article
from provenance.findings.finding import Finding, Remark
from provenance.findings.trace import ExcerptTrace, Trace
from provenance.reporting.cleaning import one_line
from provenance.reporting.places import from_here, passage_of, place_told
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.reporting.summary import summary_lines
from provenance.text.document import whole


def report(run: Run, view: View) -> str:
    """The run, and what it comes to in the last line."""
    lines = [line for trace in run.traces for line in _lines(trace, run, view)]
    lines += map(remark_line, run.every_remark)
    lines += [one_line(trouble) for trouble in run.troubles]
    return "".join(f"{line}\n" for line in (*lines, *summary_lines(run)))


def _lines(trace: Trace, run: Run, view: View) -> Iterator[str]:
    path = one_line(from_here(trace.article.document.origin))
    for item in trace.excerpts:
        for finding in item.findings:
            if view.shows(finding):
                yield finding_line(trace.article, item, finding)
        if item.is_unchecked and run.expected_of(trace) is None:
            where = place_told(trace.article, whole(item.excerpt.passages))
            yield f"{path}:{where}: unchecked: {one_line(item.reason or 'It cannot be told.')}"
    for unmet in run.unmet_in(trace):
        yield f"{path}:{unmet.line}: not as expected: {one_line(unmet.message)}"


def remark_line(remark: Remark) -> str:
    """A remark on one line, behind its file and line."""
    where = f"{one_line(from_here(remark.path))}:{remark.line}"
    return f"{where}: note {remark.rule.code} {remark.rule.name}: {one_line(remark.message)}"


def finding_line(article: Article, item: ExcerptTrace, finding: Finding) -> str:
    """A finding on one line, behind its place."""
    where = f"{one_line(from_here(article.document.origin))}:{place_told(article, passage_of(finding, item))}"
    return (
        f"{where}: {finding.severity.label} {finding.code} {finding.rule.name}: {one_line(finding.message)}"
    )
