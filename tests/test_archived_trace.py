"""A cited page that is gone, or has changed, and an archive that has the copy from the day of quoting."""

import pytest

from provenance.configuration.settings import Settings
from provenance.findings.trace import SourceStatus, Verdict
from provenance.sources.source import Via
from provenance.testing import StaticLoader
from provenance.tracing import Tracer
from tests.sources.hostile import HostileServer, answer, head
from tests.test_inquiry import FILL, HELD, codes, linked, only, source

URL = "https://courier.example/ferry"
SNAPSHOT = f"/web/20260302080000id_/{URL}"
ARTICLE = f"---\ndate: 2026-03-02\n---\n\n{linked(HELD)}"


@pytest.fixture
def archive():
    served = HostileServer()
    index = b"20260302080000 AAAA\n"
    served.routes = {
        "/cdx/search/cdx": head(kind="text/plain", length=len(index)) + index,
        SNAPSHOT: answer(source(HELD).encode()),
    }
    yield served
    served.close()


def traced(archive, pages, article=ARTICLE):
    settings = Settings(archives=(archive.url(""),))
    with Tracer(StaticLoader(pages), allow_private=True, settings=settings) as tracer:
        return only(tracer.trace(article))


def test_a_page_that_is_gone_is_compared_in_its_copy(archive):
    item = traced(archive, {})
    assert (item.verdict, item.witness.via) == (Verdict.VERBATIM, Via.ARCHIVE)
    assert "older copy" in item.reason


def test_a_page_that_has_changed_since_accuses_nobody(archive):
    item = traced(archive, {URL: source(HELD.replace("twice a day", "three times a day"))})
    assert (item.verdict, codes(item)) == (Verdict.VERBATIM, [])
    assert [finding.rule.code for finding in item.findings if finding.rule.code == "SRC604"] == ["SRC604"]


def test_a_page_that_clears_the_excerpt_needs_no_archive(archive):
    assert traced(archive, {URL: source(HELD)}).witness.via is Via.GIVEN
    assert archive.requests == []


def test_what_neither_page_nor_copy_holds_is_judged_by_the_page(archive):
    item = traced(archive, {URL: source(*FILL)}, ARTICLE.replace("twice a day", "five times a day"))
    assert item.verdict is Verdict.ALTERED
    assert codes(item) != []


def test_an_archive_without_a_copy_leaves_it_unchecked(archive):
    archive.routes = {}
    item = traced(archive, {})
    assert (item.verdict, item.status) == (Verdict.UNCHECKED, SourceStatus.MISSING)


def test_no_archive_is_asked_where_none_is_set(archive):
    with Tracer(StaticLoader({}), settings=Settings(archives=())) as tracer:
        assert only(tracer.trace(ARTICLE)).verdict is Verdict.UNCHECKED
    assert archive.requests == []
