import sqlite3

import pytest

from provenance.sources.index import INDEX_NAME, TextIndex, holdings_in
from provenance.sources.loading.given import build_catalogue
from provenance.sources.resolver import other_references
from provenance.sources.source import FoundBy
from provenance.sources.text_search import TextSearch
from tests.sources.generated import Writer
from tests.sources.pages import PARAGRAPHS, excerpt, page

PAGES = 400


@pytest.fixture(scope="module")
def writer():
    return Writer()


@pytest.fixture(scope="module")
def folder(tmp_path_factory, writer):
    found = tmp_path_factory.mktemp("saved")
    for number in range(PAGES):
        (found / f"{number:04}.txt").write_text(writer.page())
    return found


@pytest.fixture(scope="module")
def index(folder):
    with TextIndex(folder, None) as found:
        assert found.update(build_catalogue(folders=[folder]).holdings) == PAGES
        yield found


def quoted(folder, number, paragraph=2):
    return (folder / f"{number:04}.txt").read_text().split("\n\n")[paragraph]


def test_a_page_is_found_by_a_passage_with_a_third_of_its_words_changed(folder, index, writer):
    wrong = [
        number
        for number in range(0, PAGES, 4)
        if index.search(writer.altered(quoted(folder, number), 1 / 3))[:1] != (f"{number:04}.txt",)
    ]
    assert wrong == []


def test_decoys_with_the_very_same_words_come_after_the_page(folder, index, writer, tmp_path):
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(quoted(folder, number) + "\n\n" + writer.page())
        (tmp_path / f"{number}-decoy.txt").write_text(
            writer.decoy(quoted(folder, number)) + "\n\n" + writer.page()
        )
    with TextIndex(tmp_path, None) as found:
        found.update(build_catalogue(folders=[tmp_path]).holdings)
        for number in range(20):
            assert found.search(writer.altered(quoted(folder, number), 0.2))[0] == f"{number}.txt"


def test_a_text_of_unknown_words_finds_nothing(index):
    assert index.search("Xylophone quartz quixotic.") == ()
    assert index.search("") == ()
    assert index.search("… — !") == ()


@pytest.mark.parametrize(
    "text", ['" OR words:*', "NEAR(a b)", "a* ^b", "x' OR '1'='1", '"', "words : a", "(((", "AND OR NOT"]
)
def test_the_language_of_queries_is_not_spoken_by_excerpts(index, text):
    assert index.search(text) == ()


@pytest.fixture
def saved(tmp_path):
    (tmp_path / "pier.html").write_text(page())
    (tmp_path / "quay.html").write_text(page([text.replace("pier", "quay") for text in PARAGRAPHS], url=None))
    return tmp_path


def indexed(folder):
    with TextIndex(folder, folder / INDEX_NAME) as found:
        return found.update(build_catalogue(folders=[folder]).holdings), found.search(PARAGRAPHS[2])


def test_only_what_is_new_or_changed_is_read_again(saved):
    assert indexed(saved)[0] == 2
    assert indexed(saved)[0] == 0
    (saved / "pier.html").write_text(page(["Nothing of the kind."]))
    (saved / "boat.txt").write_text(PARAGRAPHS[2])
    count, found = indexed(saved)
    assert count == 2
    assert set(found) == {"boat.txt", "quay.html"}


def test_a_page_that_is_gone_is_not_proposed(saved):
    indexed(saved)
    (saved / "quay.html").unlink()
    (saved / "more.txt").write_text("\n\n".join(PARAGRAPHS))
    search = TextSearch(build_catalogue(folders=[saved]))
    assert {holding.locator for holding in search(excerpt(PARAGRAPHS[2]))} == {
        str(saved / "pier.html"),
        str(saved / "more.txt"),
    }
    search.close()


def test_a_page_that_cannot_be_read_is_tried_once(saved):
    (saved / "empty.html").write_text("<html></html>")
    assert indexed(saved)[0] == 3
    assert indexed(saved)[0] == 0


@pytest.mark.parametrize("broken", [b"no database at all" * 100, None])
def test_an_index_that_is_broken_or_of_another_version_is_made_anew(saved, broken):
    path = saved / INDEX_NAME
    if broken:
        path.write_bytes(broken)
    else:
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA user_version = 99")
        database.close()
    assert indexed(saved)[0] == 2


def test_a_small_folder_is_searched_without_writing_anything(saved):
    search = TextSearch(build_catalogue(folders=[saved]))
    assert search(excerpt(PARAGRAPHS[2]))[0].locator in {str(saved / "pier.html"), str(saved / "quay.html")}
    search.close()
    assert {path.name for path in saved.iterdir()} == {"pier.html", "quay.html"}
    assert search.unindexed == 0


def test_a_large_folder_without_an_index_says_how_much_was_left_out(folder):
    search = TextSearch(build_catalogue(folders=[folder]))
    search(excerpt("bado"))
    assert (search.unindexed, search.to_index) == (PAGES - 200, (folder,))
    search.close()


def test_an_excerpt_without_a_link_finds_its_page_among_many(folder, writer):
    catalogue = build_catalogue(folders=[folder])
    search = TextSearch(catalogue)
    references = other_references(excerpt(writer.altered(quoted(folder, 31), 0.3)), catalogue, search=search)
    assert references[0].locator == str(folder / "0031.txt")
    assert {reference.found_by for reference in references} == {FoundBy.TEXT}
    search.close()


def test_holdings_are_told_apart_by_folder(saved, folder):
    assert len(holdings_in(build_catalogue(folders=[saved, folder]), saved)) == 2


def test_the_index_is_kept_out_of_git_and_a_gitignore_of_one_s_own_stays(saved, tmp_path):
    indexed(saved)
    assert f"\n{INDEX_NAME}*\n" in (saved / ".gitignore").read_text()
    (saved / INDEX_NAME).unlink()
    (saved / ".gitignore").write_text("mine\n")
    indexed(saved)
    assert (saved / ".gitignore").read_text() == "mine\n"
