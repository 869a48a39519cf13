from dataclasses import replace

import pytest

from provenance.errors import SourceError, SourceExtractionError, SourceFetchError, SourceNotSavedError
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.loading.loader import LoaderChain, RememberingLoader
from provenance.sources.source import FoundBy, Reference, Via
from tests.sources.pages import PIER, page

REFERENCE = Reference(PIER, FoundBy.LINK)


class Loader:
    def __init__(self, outcome):
        self.outcome, self.calls = outcome, 0

    def load(self, reference):
        self.calls += 1
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


def witness(data=None, **more):
    capture = Capture((data or page()).encode(), PIER, url=PIER, **more)
    return to_witness(capture, REFERENCE, Via.LIVE)


NOT_SAVED = SourceNotSavedError("not saved", locator=PIER)
GONE = SourceFetchError("gone", locator=PIER)
EMPTY = SourceExtractionError("empty", locator=PIER)


def test_the_first_loader_that_has_it_is_the_last_asked():
    held, never = Loader(witness()), Loader(GONE)
    assert LoaderChain([Loader(NOT_SAVED), Loader(GONE), held, never]).load(REFERENCE) is held.outcome
    assert never.calls == 0


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [([NOT_SAVED, GONE, EMPTY], GONE), ([NOT_SAVED, EMPTY], EMPTY), ([NOT_SAVED], NOT_SAVED)],
)
def test_the_failure_that_says_most_is_raised(outcomes, said):
    with pytest.raises(SourceError) as caught:
        LoaderChain([Loader(outcome) for outcome in outcomes]).load(REFERENCE)
    assert caught.value is said


def test_a_saved_file_that_was_tampered_with_ends_the_search():
    after = Loader(witness())
    with pytest.raises(SourceError, match="differs"):
        LoaderChain([Loader(SourceError("digest differs", locator=PIER)), after]).load(REFERENCE)
    assert after.calls == 0


def test_no_loader_at_all_has_nothing():
    with pytest.raises(SourceNotSavedError):
        LoaderChain([]).load(REFERENCE)


def test_what_came_of_it_is_remembered():
    beneath = Loader(witness())
    loader = RememberingLoader(beneath)
    assert loader.load(REFERENCE) is loader.load(REFERENCE)
    assert beneath.calls == 1


def test_a_failure_is_remembered_too():
    beneath = Loader(GONE)
    loader = RememberingLoader(beneath)
    for _ in range(2):
        with pytest.raises(SourceFetchError, match="gone"):
            loader.load(REFERENCE)
    assert beneath.calls == 1


def test_the_page_comes_before_what_it_carries_for_machines():
    plain = witness()
    carrying = replace(plain, page=replace(plain.page, fallback="Embedded words."))
    page, embedded = carrying.documents
    assert page is carrying.document
    assert embedded.text == "Embedded words."
    assert plain.documents == (plain.document,)


def test_a_part_of_a_page_is_never_taken_for_the_whole():
    assert witness(caveat="Only passages were saved.").doubt.startswith("Only passages were saved.")
    assert witness().doubt is None


def test_a_page_is_loaded_once_however_its_address_is_spelled():
    beneath = Loader(witness())
    loader = RememberingLoader(beneath)
    for url in (PIER, f"{PIER}?utm_source=letter", f"{PIER}#top"):
        assert loader.load(replace(REFERENCE, locator=url)).url == witness().url
    assert beneath.calls == 1


def test_a_page_and_its_copy_in_an_archive_are_loaded_each():
    beneath = Loader(witness())
    loader = RememberingLoader(beneath)
    loader.load(REFERENCE)
    loader.load(replace(REFERENCE, locator=f"https://web.archive.org/web/20260301000000/{PIER}"))
    assert beneath.calls == 2


def test_another_spelling_is_tried_where_one_failed():
    beneath = Loader(GONE)
    loader = RememberingLoader(beneath)
    for url in (PIER, PIER.replace("https:", "http:")):
        with pytest.raises(SourceFetchError):
            loader.load(replace(REFERENCE, locator=url))
    assert beneath.calls == 2


class Shelf:
    def __init__(self):
        self.calls = []

    def load(self, reference):
        self.calls.append(reference.locator)
        return witness()


@pytest.mark.parametrize(("most", "again"), [(3, 0), (2, 1)])
def test_the_page_asked_for_longest_ago_is_forgotten_where_the_texts_grow_too_long(most, again):
    size = sum(len(document.text) for document in witness().documents)
    shelf = Shelf()
    loader = RememberingLoader(shelf, most=most * size)
    addresses = [f"{PIER}/{number}" for number in range(3)]
    for address in (*addresses, addresses[-1], addresses[0]):
        loader.load(Reference(address, FoundBy.LINK))
    assert shelf.calls == addresses + addresses[:again]
