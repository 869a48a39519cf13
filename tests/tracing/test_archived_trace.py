"""A cited page that is gone, or has changed, and an archive that has the copy from the day of quoting."""

import pytest

from provenance.configuration.settings import Settings
from provenance.errors import SourceRefusedError
from provenance.findings.trace import SourceStatus, Verdict
from provenance.sources.source import Via
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer
from tests.sources.hostile import HostileServer, answer, head
from tests.tracing.test_source_selection import FILL, HELD, codes, linked, only, source

pytestmark = pytest.mark.usefixtures("no_pauses")

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
    assert item.reason.endswith("Compared with an archive's copy of 2026-03-02.")


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


def test_that_no_archive_has_a_copy_is_said(archive):
    archive.routes = {}
    assert "No archive that was asked" in traced(archive, {}).reason


def test_an_archive_is_asked_once_for_what_several_excerpts_cite(archive):
    archive.routes = {}
    settings = Settings(archives=(archive.url(""),))
    article = f"{ARTICLE}\n\nThe Skarn Courier [reports]({URL}):\n\n> {FILL[1]}\n"
    with Tracer(StaticLoader({}), allow_private=True, settings=settings) as tracer:
        assert len(tracer.trace(article).excerpts) == 2
    assert len(archive.requests) == 2  # its index, and the snapshot that its index may not know of


def test_no_archive_is_told_of_an_address_that_was_refused(archive):
    class Refusing:
        def load(self, reference):
            raise SourceRefusedError("leads to 10.0.0.1", locator=reference.locator)

    settings = Settings(archives=(archive.url(""),))
    with Tracer(Refusing(), allow_private=True, settings=settings) as tracer:
        assert "10.0.0.1" in only(tracer.trace(ARTICLE)).reason
    assert archive.requests == []


def test_an_archive_that_was_not_asked_is_not_said_to_have_no_copy(archive):
    item = traced(archive, {}, ARTICLE.replace(URL, "http://127.0.0.1:9/ferry"))
    assert "No archive" not in item.reason
    assert archive.requests == []


def test_an_archive_needs_no_leave_of_robots_txt(archive):
    archive.routes["/robots.txt"] = answer(b"User-agent: *\nDisallow: /", kind="text/plain")
    settings = Settings(archives=(archive.url(""),))
    with Tracer(StaticLoader({}), allow_private=True, robots=True, settings=settings) as tracer:
        assert only(tracer.trace(ARTICLE)).verdict is Verdict.VERBATIM
    assert "/robots.txt" not in archive.paths()
