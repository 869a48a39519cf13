from datetime import UTC, datetime, timedelta

import pytest

from provenance.errors import SourceFetchError, SourceRefusedError
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.given import build_catalogue
from provenance.sources.source import FoundBy, Reference, Via
from provenance.sources.storage.passages import PASSAGES_ONLY, excerpted
from provenance.sources.storage.saving import CitedPage, Outcome, Saver, same_text
from provenance.sources.storage.store import Store
from tests.sources.pages import PARAGRAPHS, PIER, page

QUAY = "https://ledger.example/quay"


class Web:
    """Pages by address; what is no page is an error to raise."""

    def __init__(self, **pages):
        self.pages = {f"https://ledger.example/{name}": found for name, found in pages.items()}
        self.asked = []

    def __call__(self, url, *, headers=None):
        self.asked.append((url, headers or {}))
        found = self.pages.get(url, SourceFetchError(f"{url} is not there", locator=url, status=404))
        if isinstance(found, BaseException):
            raise found
        return Capture(
            found.encode(), url, url=url, content_type="text/html", etag='"1"', retrieved=datetime.now(UTC)
        )


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "saved")


def outcomes(savings):
    return [saving.outcome for saving in savings]


def test_each_page_is_fetched_once_however_often_it_is_cited(store):
    web = Web(pier=page(), quay=page(url=QUAY))
    seen = []
    wanted = [
        CitedPage(PIER),
        CitedPage(PIER + "?utm_source=x#top"),
        CitedPage(QUAY),
        CitedPage("http://www.ledger.example/pier/"),
    ]
    savings = Saver(store, web).save(wanted, progress=seen.append)
    assert outcomes(savings) == [Outcome.SAVED, Outcome.SAVED]
    assert tuple(seen) == savings
    assert [url for url, _ in web.asked] == [PIER, QUAY]
    assert store.open(savings[0].source).data == page().encode()


def test_a_second_run_fetches_nothing(store):
    web = Web(pier=page())
    Saver(store, web).save([CitedPage(PIER)])
    assert outcomes(Saver(Store(store.folder), web).save([CitedPage(PIER)])) == [Outcome.KEPT]
    assert len(web.asked) == 1


def test_a_run_that_was_killed_goes_on_where_it_stood(store):
    web = Web(pier=page(), quay=KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        Saver(store, web).save([CitedPage(PIER), CitedPage(QUAY)])
    web.pages[QUAY] = page(url=QUAY)
    assert outcomes(Saver(Store(store.folder), web).save([CitedPage(PIER), CitedPage(QUAY)])) == [
        Outcome.KEPT,
        Outcome.SAVED,
    ]
    assert [url for url, _ in web.asked] == [PIER, QUAY, QUAY]


def test_a_saved_file_that_was_lost_is_fetched_again(store):
    web = Web(pier=page())
    (saving,) = Saver(store, web).save([CitedPage(PIER)])
    (store.folder / saving.source.file).unlink()
    assert outcomes(Saver(store, web).save([CitedPage(PIER)])) == [Outcome.SAVED]
    assert store.open(store.latest(PIER)).data == page().encode()


def test_a_failure_is_a_value_with_its_reason(store):
    (saving,) = Saver(store, Web()).save([CitedPage(PIER)])
    assert (saving.outcome, saving.source) == (Outcome.FAILED, None)
    assert "is not there" in saving.reason


class Archive:
    def __init__(self, found):
        self.found, self.asked = found, []

    def snapshot(self, url, published):
        self.asked.append((url, published))
        if isinstance(self.found, Exception):
            raise self.found
        return Capture(
            self.found.encode(), url, url=url, memento="https://archive.example/1", content_type="text/html"
        )


def test_an_archive_stands_in_for_a_page_that_is_gone(store):
    published = datetime(2026, 3, 2, tzinfo=UTC)
    nothing, something = Archive(SourceFetchError("none", locator=PIER)), Archive(page())
    (saving,) = Saver(store, Web(), archives=[nothing, something]).save([CitedPage(PIER, published)])
    assert saving.outcome is Outcome.SAVED
    assert saving.source.memento == "https://archive.example/1"
    assert something.asked == nothing.asked == [(PIER, published)]


def test_no_archive_is_told_of_a_refused_address(store):
    archive = Archive(page())
    web = Web(pier=SourceRefusedError("not public", locator=PIER))
    assert outcomes(Saver(store, web, archives=[archive]).save([CitedPage(PIER)])) == [Outcome.FAILED]
    assert archive.asked == []


def refreshed(store, web, **more):
    return Saver(store, web, refresh=True, still_fresh=timedelta(0), **more).save([CitedPage(PIER)])


def test_a_refresh_tells_a_changed_text_from_changed_furniture(store):
    web = Web(pier=page())
    Saver(store, web).save([CitedPage(PIER)])
    web.pages[PIER] = page(head="<script>var visit = 2;</script>")
    (unchanged,) = refreshed(store, web)
    assert unchanged.outcome is Outcome.UNCHANGED
    assert unchanged.source.checked
    assert len(store.sources()) == 1
    web.pages[PIER] = page([*PARAGRAPHS[:-1], PARAGRAPHS[-1].replace("third", "fourth")])
    (changed,) = refreshed(store, web)
    assert changed.outcome is Outcome.CHANGED
    assert changed.older.sha256 == unchanged.source.sha256 != changed.source.sha256
    assert len(store.sources()) == 2


def test_a_refresh_lets_the_server_say_that_nothing_changed(store):
    web = Web(pier=page())
    Saver(store, web).save([CitedPage(PIER)])
    web.pages[PIER] = SourceFetchError("not modified", locator=PIER, status=304)
    assert outcomes(refreshed(store, web)) == [Outcome.UNCHANGED]
    assert web.asked[1][1] == {"If-None-Match": '"1"'}


def test_a_refresh_keeps_what_is_gone_and_says_so(store):
    web = Web(pier=page())
    Saver(store, web).save([CitedPage(PIER)])
    del web.pages[PIER]
    archive = Archive(page())
    (saving,) = refreshed(store, web, archives=[archive])
    assert (saving.outcome, saving.source) == (Outcome.FAILED, store.latest(PIER))
    assert archive.asked == []


def test_a_refresh_that_was_broken_off_does_not_begin_again(store):
    web = Web(pier=page())
    Saver(store, web).save([CitedPage(PIER)])
    assert outcomes(Saver(store, web, refresh=True).save([CitedPage(PIER)])) == [Outcome.KEPT]
    assert len(web.asked) == 1


def test_a_refresh_keeps_a_page_that_can_be_read_where_the_new_one_cannot(store):
    web = Web(pier=page())
    Saver(store, web).save([CitedPage(PIER)])
    web.pages[PIER] = "<html><head><title>Just a moment...</title></head><body><p>Checking.</p></body></html>"
    (saving,) = refreshed(store, web)
    assert (saving.outcome, saving.source) == (Outcome.FAILED, store.latest(PIER))
    assert "check for robots" in saving.reason
    assert len(store.sources()) == 1


def test_a_page_that_cannot_be_read_is_saved_with_its_doubt(store):
    (saving,) = Saver(store, Web(pier="<html><body><div id='root'></div></body></html>")).save(
        [CitedPage(PIER)]
    )
    assert saving.outcome is Outcome.SAVED
    assert "holds no text" in saving.doubt


@pytest.mark.parametrize(("found", "memento"), [(page(), True), ("<html></html>", False)])
def test_an_archive_stands_in_for_a_page_that_cannot_be_read(store, found, memento):
    web = Web(pier="<html><body><div id='root'></div></body></html>")
    (saving,) = Saver(store, web, archives=[Archive(found)]).save([CitedPage(PIER)])
    assert bool(saving.source.memento) == memento
    assert (saving.doubt is None) == memento


def test_texts_are_compared_by_their_words_not_their_layout():
    first, second = (
        Capture(page(head=head).encode(), "x") for head in ("", "<style>p { color: blue }</style>")
    )
    assert same_text(first, second)
    assert not same_text(first, Capture(page(PARAGRAPHS[:4]).encode(), "x"))
    assert not same_text(first, Capture(b"", "x"))


@pytest.fixture
def witness():
    return to_witness(Capture(page().encode(), PIER, url=PIER), Reference(PIER, FoundBy.LINK), Via.LIVE)


def test_only_the_quoted_passages_and_their_neighbours_are_kept(store, witness):
    text = witness.document.text
    start = text.index(PARAGRAPHS[1])
    block = witness.document.block_at(start)
    capture, head = excerpted(witness, [block.span])
    assert capture.data.decode() == "\n\n".join(PARAGRAPHS[:3]) + "\n"
    saved = store.save(capture, page_digest=witness.digest, head=head)
    assert (saved.page_sha256, saved.title, saved.site_name) == (
        witness.digest,
        "Pier to close",
        "The Harbour Ledger",
    )
    assert saved.file.endswith(".txt")


def test_what_is_left_out_between_two_passages_is_marked(witness):
    spans = [block.span for block in witness.document.blocks]
    first = witness.document.text.index(PARAGRAPHS[0])
    wanted = [span for span in spans if span.start == first or span is spans[-1]]
    capture, _ = excerpted(witness, wanted)
    assert capture.data.decode().count("\n\n[…]\n\n") == 1
    assert PARAGRAPHS[2] not in capture.data.decode()


def test_saved_passages_say_that_they_are_not_the_page(store, witness):
    capture, head = excerpted(witness, [witness.document.blocks[-1].span])
    store.save(capture, page_digest=witness.digest, head=head)
    (holding,) = build_catalogue(folders=[store.folder]).at(PIER)
    again = to_witness(holding.open(), Reference(PIER, FoundBy.LINK), Via.SAVED)
    assert (again.doubt, again.partial) == (None, PASSAGES_ONLY)


@pytest.mark.parametrize(("ahead", "kept"), [(timedelta(minutes=59), True), (timedelta(minutes=61), False)])
def test_a_copy_from_the_future_is_not_fresh_for_ever(store, ahead, kept):
    web = Web(pier=page())
    Saver(store, web).save([CitedPage(PIER)])
    store.mark_checked(store.latest(PIER), datetime.now(UTC) + ahead)
    expected = Outcome.KEPT if kept else Outcome.UNCHANGED
    assert outcomes(Saver(store, web, refresh=True).save([CitedPage(PIER)])) == [expected]
