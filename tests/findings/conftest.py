"""Running texts through all stages, for the tests of the rules."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.configuration.settings import Settings
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.excerpts.detect import detect
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Excerpt, Markup
from provenance.findings.context import JudgingSettings
from provenance.findings.finding import Severity
from provenance.sources.source import FoundBy, Reference, Via, Witness
from provenance.testing import StaticLoader
from provenance.tracing.comparison import SourceComparer
from provenance.tracing.texts import compare
from provenance.tracing.tracer import Tracer


def above_note(findings):
    return [finding for finding in findings if finding.severity > Severity.NOTE]


@pytest.fixture
def compared():
    """Lay a quotation against a source: code and severity of every finding above note."""

    def lay(quotation, source, **settings):
        found = above_note(compare(quotation, source, settings=Settings(**settings)).findings)
        return [f"{finding.rule.code} {finding.severity.label}" for finding in found]

    return lay


@pytest.fixture
def traced():
    """Trace a Markdown article against pages by address: the one excerpt's trace."""

    def trace(article, pages, **settings):
        page = read_text(article, origin="article.md", format=Format.MARKDOWN)
        with Tracer(StaticLoader(pages), offline=True, settings=Settings(**settings)) as tracer:
            excerpts = tracer.trace(page).excerpts
        assert len(excerpts) == 1, [each.excerpt.text for each in excerpts]
        return excerpts[0]

    return trace


@pytest.fixture
def codes(traced):
    """As ``traced``: the codes of the findings above note."""

    def run(article, pages, **settings):
        return [finding.rule.code for finding in above_note(traced(article, pages, **settings).findings)]

    return run


def _marked(page):
    """What stands in marks and is too short to be detected: a person may ask for it all the same."""
    spans = [one.inner for one in quotations(page.document.text, 0, len(page.document.text))]
    passages = [page.document.passage(span.start, span.end) for span in spans]
    return [
        Excerpt((passage,), marks=find_marks((passage,)), markup=Markup.INLINE, quoted=True)
        for passage in passages
    ]


@pytest.fixture
def beside():
    """Lay all that an article quotes against one source, no link leading there: the codes of the findings above note."""

    def lay(article, source, form=Format.TEXT):
        page = read_text(f"{article}\n", origin="article.md", format=Format.MARKDOWN)
        read = read_text(f"{source}\n", origin="source", format=form)
        comparer = SourceComparer(page, JudgingSettings())
        witness = Witness(Reference("source", FoundBy.GIVEN), read, via=Via.GIVEN)
        excerpts = detect(page).excerpts or _marked(page)
        assert excerpts
        found = [comparer.compare(excerpt, witness).comparison for excerpt in excerpts]
        return [finding.rule.code for each in found for finding in above_note(each.findings)]

    return lay
