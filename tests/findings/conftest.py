"""Running texts through all stages, for the tests of the rules."""

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.configuration.settings import Settings
from provenance.findings.finding import Severity
from provenance.testing import StaticLoader
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
