"""The index lies beside the pages, where anybody may have put it: it is never believed, and never ends a run."""

import os
import sqlite3
import time
from contextlib import closing

import pytest

from provenance.sources.index import INDEX_NAME, TextIndex
from provenance.sources.index_database import IndexDatabase, UnusableIndexError
from provenance.sources.loading.given import build_catalogue
from provenance.sources.text_search import TextSearch
from tests.sources.pages import PARAGRAPHS, excerpt, page

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"


@pytest.fixture
def saved(tmp_path):
    (tmp_path / "pier.html").write_text(page())
    make(tmp_path)
    return tmp_path


def make(folder):
    with TextIndex(folder, folder / INDEX_NAME) as index:
        return index.update(build_catalogue(folders=[folder]).holdings)


def searched(folder):
    search = TextSearch(build_catalogue(folders=[folder]))
    found = [holding.locator for holding in search(excerpt(PARAGRAPHS[2]))]
    search.close()
    return found


def changed(folder, *statements):
    with closing(sqlite3.connect(folder / INDEX_NAME)) as database, database:
        for statement in statements:
            database.execute(statement)


HOSTILE = {
    "a view without end": (
        "ALTER TABLE page RENAME TO old",
        f"CREATE VIEW page AS {ENDLESS} SELECT i AS id, 'x' AS name, '' AS state FROM n",
    ),
    "a trigger": ("CREATE TRIGGER more AFTER INSERT ON page BEGIN DELETE FROM page; END",),
    "one more table": ("CREATE TABLE more (a)",),
    "another schema": ("ALTER TABLE page ADD COLUMN more TEXT",),
    "another version": ("PRAGMA user_version = 99",),
    "a huge value": ("INSERT INTO page VALUES (99, zeroblob(25000000), '')",),
}


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_index_is_passed_over_and_made_anew(saved, statements):
    changed(saved, *statements)
    before = (saved / INDEX_NAME).read_bytes()
    begun = time.process_time()
    assert searched(saved) == [str(saved / "pier.html")]
    assert (saved / INDEX_NAME).read_bytes() == before  # a search writes nothing
    assert make(saved) == 1
    assert time.process_time() - begun < 5
    assert searched(saved) == [str(saved / "pier.html")]


def test_an_index_of_which_any_byte_was_flipped_ends_no_run(saved):
    whole = (saved / INDEX_NAME).read_bytes()
    for at in range(0, len(whole), 1499):
        (saved / INDEX_NAME).write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        assert searched(saved) in ([str(saved / "pier.html")], [])
        make(saved)
        (saved / INDEX_NAME).write_bytes(whole)


@pytest.mark.parametrize("kind", ["a link", "a pipe"])
def test_an_index_that_is_no_file_is_passed_over_and_replaced(saved, tmp_path_factory, kind):
    path, elsewhere = saved / INDEX_NAME, tmp_path_factory.mktemp("elsewhere") / "mine"
    path.replace(elsewhere)
    before = elsewhere.read_bytes()
    path.symlink_to(elsewhere) if kind == "a link" else os.mkfifo(path)
    assert searched(saved) == [str(saved / "pier.html")]
    assert make(saved) == 1
    assert path.is_file()
    assert not path.is_symlink()
    assert elsewhere.read_bytes() == before


def test_a_journal_that_lies_beside_it_is_not_played_back(saved):
    journal = saved / f"{INDEX_NAME}-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    assert searched(saved) == [str(saved / "pier.html")]
    assert make(saved) == 1
    assert not journal.exists()


def test_a_locked_index_is_waited_for_a_while_and_done_without(saved, monkeypatch):
    monkeypatch.setattr("provenance.sources.index_database._PATIENCE", 0.1)
    with closing(sqlite3.connect(saved / INDEX_NAME)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert searched(saved) == [str(saved / "pier.html")]


def test_a_statement_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr("provenance.sources.index_database._LONGEST_STATEMENT", 0.1)
    database = IndexDatabase.in_memory()
    with pytest.raises(UnusableIndexError, match="interrupted"):
        list(database.rows(f"{ENDLESS} SELECT i FROM n WHERE i < 0"))
    database.close()


def test_what_an_index_proposes_is_no_path(saved):
    changed(saved, "UPDATE page SET name = '../../etc/passwd'")
    assert searched(saved) == [str(saved / "pier.html")]
