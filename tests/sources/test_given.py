import pytest

from provenance.errors import ConfigurationError, SourceError
from provenance.sources.capture import Capture
from provenance.sources.catalogue import CatalogueLoader
from provenance.sources.loading.given import GivenSource, build_catalogue, parse_source_option
from provenance.sources.source import FoundBy, Reference, Via
from provenance.sources.storage.store import Store
from tests.sources.pages import PARAGRAPHS, PIER, page


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pier.html").write_text(page())
    (tmp_path / "notes.txt").write_text(PARAGRAPHS[0])
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.html").write_text(page())
    (tmp_path / "pier_files").mkdir()
    (tmp_path / "pier_files" / "frame.html").write_text(page())
    return tmp_path


def test_a_file_a_folder_and_a_url_are_told_apart(folder):
    file = folder / "pier.html"
    assert parse_source_option(str(file)) == GivenSource(path=file)
    assert parse_source_option(str(folder)) == GivenSource(path=folder)
    assert parse_source_option(PIER) == GivenSource(url=PIER)
    assert parse_source_option(f"{PIER}={file}") == GivenSource(PIER, file)


def test_an_address_may_hold_equals_signs(folder):
    file = folder / "pier.html"
    assert parse_source_option("https://a.example/?id=5") == GivenSource(url="https://a.example/?id=5")
    assert parse_source_option(f"https://a.example/?id=5={file}") == GivenSource(
        "https://a.example/?id=5", file
    )


@pytest.mark.parametrize(
    "text", ["", "missing.html", f"{PIER}=missing.html", "https://a.example/?id=5=missing.html"]
)
def test_what_does_not_exist_is_said(text):
    with pytest.raises(ConfigurationError, match="give a file, a folder, a URL or URL=FILE"):
        parse_source_option(text)


def test_a_folder_without_a_manifest_is_read_by_the_pages_own_addresses(folder):
    catalogue = build_catalogue(folders=[folder])
    assert {holding.locator for holding in catalogue.holdings} == {
        str(folder / "pier.html"),
        str(folder / "notes.txt"),
    }
    witness = CatalogueLoader(catalogue).load(Reference("http://www.ledger.example/pier/", FoundBy.LINK))
    assert witness.via is Via.SAVED
    assert PARAGRAPHS[0] in witness.document.text


def test_a_manifest_s_pages_and_the_others_of_its_folder_are_both_at_hand(folder):
    Store(folder).save(
        Capture(page(url=None).encode(), "x", url="https://ledger.example/quay", content_type="text/html")
    )
    catalogue = build_catalogue(folders=[folder])
    assert len(catalogue.holdings) == 3
    assert len(catalogue.at("https://ledger.example/quay")) == 1


def test_a_given_file_takes_the_address_that_it_is_given_under(folder):
    catalogue = build_catalogue([GivenSource("https://other.example/x", folder / "pier.html")])
    witness = CatalogueLoader(catalogue).load(Reference("https://other.example/x", FoundBy.LINK))
    assert witness.url == "https://other.example/x"
    assert witness.via is Via.GIVEN


def test_a_file_both_given_and_saved_counts_once_as_given(folder):
    catalogue = build_catalogue([GivenSource(path=folder / "pier.html")], [folder])
    assert [holding.via for holding in catalogue.holdings] == [Via.GIVEN, Via.SAVED]


@pytest.mark.parametrize("first", ["the folder", "the file"])
def test_a_file_given_twice_keeps_the_address_it_is_given_under(folder, first):
    (folder / "note.txt").write_text("The dues will rise in May.", "utf-8")
    named = GivenSource("https://other.example/note", folder / "note.txt")
    given = [GivenSource(path=folder), named] if first == "the folder" else [named, GivenSource(path=folder)]
    catalogue = build_catalogue(given)
    assert len(catalogue.at("https://other.example/note")) == 1
    assert [holding.locator for holding in catalogue.holdings].count(str(folder / "note.txt")) == 1


def test_an_address_alone_is_to_be_fetched():
    assert build_catalogue([GivenSource(url=PIER)]).addresses == (PIER,)


def test_a_link_out_of_the_folder_is_passed_over(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.html"
    outside.write_text(page())
    (folder / "link.html").symlink_to(outside)
    assert str(folder / "link.html") not in {
        holding.locator for holding in build_catalogue(folders=[folder]).holdings
    }


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(ConfigurationError, match="no folder of saved sources"):
        build_catalogue(folders=[tmp_path / "missing"])


def test_a_page_too_large_is_said(folder, monkeypatch):
    monkeypatch.setattr("provenance.sources.capture.MAX_FILE_BYTES", 10)
    with pytest.raises(SourceError, match=r"pier\.html is larger"):
        build_catalogue([GivenSource(path=folder / "pier.html")])


SHORT = (
    "<html><title>{title}</title><body><p>The pier was tested on Monday and held nine tons.</p></body></html>"
)


def given(tmp_path, title):
    file = tmp_path / "pier.html"
    file.write_text(SHORT.format(title=title))
    loader = CatalogueLoader(build_catalogue(given=[GivenSource(PIER, file)]))
    return loader.load(Reference(PIER, FoundBy.LINK))


def test_who_gives_a_short_page_vouches_for_its_length(tmp_path):
    witness = given(tmp_path, "The pier")
    assert witness.page.doubts
    assert witness.doubt is None


def test_a_given_page_that_is_a_stub_stays_in_doubt(tmp_path):
    assert "check for robots" in given(tmp_path, "Just a moment...").doubt


def test_a_saved_short_page_stays_in_doubt(tmp_path):
    (tmp_path / "pier.html").write_text(SHORT.format(title="The pier"))
    loader = CatalogueLoader(build_catalogue(folders=[tmp_path]))
    witness = loader.load(Reference(str(tmp_path / "pier.html"), FoundBy.TEXT))
    assert "fewer than 80 words" in witness.doubt


def test_a_file_that_was_meant_to_stand_in_a_folder_of_saved_sources_is_named_there(folder):
    with pytest.raises(ConfigurationError, match=r"pier\.html does not exist; give .*pier\.html, which does"):
        parse_source_option("pier.html", [folder])
    with pytest.raises(ConfigurationError, match="give a file, a folder, a URL"):
        parse_source_option("quay.html", [folder])
