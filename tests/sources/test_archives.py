from datetime import UTC, datetime, timedelta

import pytest

from provenance.errors import SourceFetchError, SourceRefusedError
from provenance.sources.loading.archives import ArchiveLoader, TimeGate, Wayback, nearest
from provenance.sources.loading.http import HttpLoader
from provenance.sources.loading.transport import FetchLimits
from provenance.sources.source import FoundBy, Reference, Via
from tests.sources.hostile import answer, redirect

PIER = "https://ledger.example/pier?id=7&b=1"
TOLD = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def fetch():
    limits = FetchLimits(pause=0, ports=None, connect=0.5, read=0.5, total=1, retries=0)
    return HttpLoader(limits, allow_private=True).fetch


@pytest.fixture
def wayback(server, fetch):
    return Wayback(fetch, server.url(""), sleep=lambda seconds: None)


def page(text):
    return answer(f"<!DOCTYPE html><html><body><p>{text}</p></body></html>".encode())


def cdx(*stamps):
    return answer(
        "".join(f"{stamp} SHA1{index}\n" for index, stamp in enumerate(stamps)).encode(), kind="text/plain"
    )


def at(server, stamp, text):
    server.routes[f"/web/{stamp}id_/https://ledger.example/pier"] = page(text)


def test_the_version_that_stood_on_the_article_s_date_is_chosen(server, wayback):
    server.routes["/cdx/search/cdx"] = cdx("20260101000000", "20260301000000", "20260401000000")
    at(server, "20260301000000", "As quoted.")
    found = wayback.snapshot(PIER, TOLD)
    assert b"As quoted." in found.data
    assert found.memento == server.url(f"/web/20260301000000id_/{PIER}")
    assert found.url == PIER
    assert found.retrieved == datetime(2026, 3, 1, tzinfo=UTC)
    assert found.caveat is None


def test_the_index_is_asked_for_changed_versions_of_that_very_address(server, wayback):
    server.routes["/cdx/search/cdx"] = cdx("20260301000000")
    wayback.versions(PIER)
    asked = server.paths()[0]
    assert "collapse=digest" in asked
    assert "url=https://ledger.example/pier?id=7%26b=1&" in asked


def day(number):
    return TOLD + timedelta(days=number)


@pytest.mark.parametrize(
    ("days", "chosen"),
    [([-9, -3, 0.5, 4], 0.5), ([-9, 2], -9), ([2, 9], 2), ([-400], -400), ([1], 1)],
)
def test_a_version_is_at_most_a_day_younger_if_there_is_one(days, chosen):
    assert nearest([day(number) for number in days], TOLD) == day(chosen)


def test_without_a_date_the_newest_version_is_chosen(server, wayback):
    server.routes["/cdx/search/cdx"] = cdx("20260101000000", "20260401000000")
    at(server, "20260401000000", "Newest.")
    assert b"Newest." in wayback.snapshot(PIER, None).data


def test_a_snapshot_far_from_the_article_is_said_to_be(server, wayback):
    server.routes["/cdx/search/cdx"] = cdx("20260501000000")
    at(server, "20260501000000", "Later.")
    assert "59 days after the article" in wayback.snapshot(PIER, TOLD).caveat
    witness = ArchiveLoader([wayback], published=TOLD).load(Reference(PIER, FoundBy.LINK))
    assert "59 days after" in witness.doubt


def test_a_page_that_was_never_archived_is_said(server, wayback):
    server.routes["/cdx/search/cdx"] = answer(b"", kind="text/plain")
    with pytest.raises(SourceFetchError, match="is in no snapshot"):
        wayback.snapshot(PIER, TOLD)


def test_the_snapshots_are_reached_where_the_index_fails(server, wayback):
    server.routes["/cdx/search/cdx"] = answer(b"", "503 Busy")
    server.routes["/web/20260302120000id_/https://ledger.example/pier"] = redirect(
        f"/web/20260228101112id_/{PIER}"
    )
    at(server, "20260228101112", "Near.")
    found = wayback.snapshot(PIER, TOLD)
    assert b"Near." in found.data
    assert found.retrieved == datetime(2026, 2, 28, 10, 11, 12, tzinfo=UTC)


def test_junk_in_the_index_is_passed_over(server, wayback):
    server.routes["/cdx/search/cdx"] = answer(
        b"x\n99999999999999 A\n20260301000000 B\n1 2 3\n", kind="text/plain"
    )
    assert wayback.versions(PIER) == (datetime(2026, 3, 1, tzinfo=UTC),)


def test_the_index_is_not_asked_in_a_hurry(server, fetch):
    waits = []
    archive = Wayback(fetch, server.url(""), sleep=waits.append)
    server.routes["/cdx/search/cdx"] = cdx("20260301000000")
    archive.versions(PIER)
    archive.versions(PIER)
    assert len(waits) == 1
    assert 2 < waits[0] <= 2.5


def test_a_timegate_is_asked_by_date(server, fetch):
    server.routes[f"/gate/{PIER.partition('?')[0]}"] = redirect("/memento/1")
    server.routes["/memento/1"] = answer(
        b"<p>From the gate.</p>", Memento_Datetime="Sun, 01 Mar 2026 08:00:00 GMT"
    )
    found = TimeGate(fetch, server.url("/gate/")).snapshot(PIER, TOLD)
    assert b"Accept-Datetime: Mon, 02 Mar 2026 12:00:00 GMT" in server.requests[0]
    assert found.retrieved == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert found.memento == server.url("/memento/1")


def test_a_timegate_s_snapshot_is_taken_without_the_archive_s_banner_where_it_can_be(server, fetch):
    stamp = "20260301080000"
    server.routes[f"/gate/{PIER.partition('?')[0]}"] = redirect(f"/coll/{stamp}/{PIER}")
    server.routes[f"/coll/{stamp}/{PIER.partition('?')[0]}"] = page("With a banner.")
    gate = TimeGate(fetch, server.url("/gate"))
    assert b"With a banner." in gate.snapshot(PIER, TOLD).data
    server.routes[f"/coll/{stamp}id_/{PIER.partition('?')[0]}"] = page("As received.")
    assert b"As received." in gate.snapshot(PIER, TOLD).data


def test_the_next_archive_is_asked_where_one_has_nothing(server, fetch, wayback):
    server.routes[f"/gate/{PIER.partition('?')[0]}"] = page("From the gate.")
    witness = ArchiveLoader([wayback, TimeGate(fetch, server.url("/gate"))]).load(
        Reference(PIER, FoundBy.LINK)
    )
    assert witness.via is Via.ARCHIVE
    assert "From the gate." in witness.document.text


def test_what_no_archive_has_is_one_failure(wayback):
    with pytest.raises(SourceFetchError, match="in no archive that was asked"):
        ArchiveLoader([wayback]).load(Reference(PIER, FoundBy.LINK))


@pytest.mark.parametrize(
    "url",
    [
        "http://intranet/pier",
        "http://desk.local/pier",
        "https://wiki.internal/pier",
        "http://10.0.0.1/pier",
        "http://[fd00::1]/pier",
        "http://printer.lan/",
        "pier.html",
    ],
)
def test_no_archive_is_told_of_private_addresses(server, wayback, url):
    with pytest.raises(SourceRefusedError, match="no archive is asked"):
        ArchiveLoader([wayback]).load(Reference(url, FoundBy.LINK))
    assert server.requests == []


def test_the_address_of_a_snapshot_leads_to_the_page_it_holds(server, wayback):
    server.routes["/cdx/search/cdx"] = cdx("20260301000000")
    at(server, "20260301000000", "As quoted.")
    wrapped = f"https://web.archive.org/web/20200101000000/{PIER}"
    assert (
        "As quoted."
        in ArchiveLoader([wayback], published=TOLD).load(Reference(wrapped, FoundBy.LINK)).document.text
    )
