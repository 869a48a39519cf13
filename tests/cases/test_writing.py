import tomllib

import pytest

from provenance.cases.comparing import compare_case
from provenance.cases.reading import read_case, read_expectations
from provenance.cases.running import run_case
from provenance.cases.writing import updated

ABOUT = 'title = "A pier"\nwhy = "It shows a pier."\ntexts = "written for this project, Apache-2.0"\n'
SOURCE = """<html><head><link rel="canonical" href="https://pier.example/a"></head><body><article><h1>The pier</h1>
<p>It has been a long winter for the people who look after the pier, and for the people who only look at it.</p>
<p>The pier will close for repairs on the first of May. Ferries are going to run every hour until the autumn.</p>
<p>The fishermen have been told that they may stay, provided that they move. Most of them have moved already, to the
other pier, which is not a pier at all but a wall. Nobody minds. The wall is higher, and it has never been repaired,
because nobody has ever said that it was broken. A seal was seen there on Thursday, and a second one on Friday.</p>
</article></body></html>"""
ARTICLE = """# Repairs

[The paper](https://pier.example/a) writes:

> The pier will close for repairs on the first of {month}. Ferries are going to run every hour until the autumn.

That is a long time to look at a wall. [The paper](https://pier.example/a) adds:

> A seal was seen there on Thursday, and a second one on Friday.

I have seen neither.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "case.toml").write_text(ABOUT, "utf-8")
    (tmp_path / "article.md").write_text(ARTICLE.format(month="May"), "utf-8")
    (tmp_path / "sources/a.html").write_text(SOURCE, "utf-8")
    (tmp_path / "findings.toml").write_text("excerpt = []\n", "utf-8")
    return tmp_path


def written(folder, *, may_change=lambda number: False):
    path = folder / "findings.toml"
    path.write_text(
        updated(path.read_text("utf-8"), run_case(read_case(folder)), may_change=may_change), "utf-8"
    )
    return path.read_text("utf-8")


def test_what_is_written_is_what_was_found(folder):
    written(folder)
    assert len(read_expectations(folder / "findings.toml")) == 2
    assert run_case(read_case(folder)).passed


def test_writing_twice_changes_nothing(folder):
    assert written(folder) == written(folder)


def test_what_a_person_wrote_stays_and_what_is_new_takes_its_place_before_it(folder):
    own = '# The seals.\n\n[[excerpt]] # two of them\nbegins = "A seal was"\nends = "on Friday."\nverdict = "verbatim"\n'
    (folder / "findings.toml").write_text(own, "utf-8")
    text = written(folder)
    assert text.startswith('# The seals.\n\n[[excerpt]]\nbegins = "The pier will close')
    assert (
        '[[excerpt]] # two of them\nbegins = "A seal was"\nends = "on Friday."\nverdict = "verbatim"\n'
        in text
    )
    assert run_case(read_case(folder)).passed


def test_an_entry_changes_only_where_that_is_allowed(folder):
    before = written(folder)
    (folder / "article.md").write_text(ARTICLE.format(month="June"), "utf-8")
    assert written(folder) == before
    changed = tomllib.loads(written(folder, may_change=lambda number: number == 1))
    assert [one["verdict"] for one in changed["excerpt"]] == ["altered", "verbatim"]
    assert run_case(read_case(folder)).passed


def test_an_entry_whose_excerpt_is_gone_stays(folder):
    before = written(folder)
    text = ARTICLE.format(month="May").replace(
        "> A seal was seen there on Thursday, and a second one on Friday.", ""
    )
    (folder / "article.md").write_text(text, "utf-8")
    assert written(folder, may_change=lambda number: True) == before
    assert not run_case(read_case(folder)).passed


def test_the_words_of_a_page_cannot_break_the_file(folder):
    article = 'The paper writes:\n\n> He said """no\\way""" = [[excerpt]] and "\\u0000" to the pier ten times over.\n'
    (folder / "article.md").write_text(article, "utf-8")
    written(folder)
    assert read_expectations(folder / "findings.toml")
    assert compare_case(read_case(folder), run_case(read_case(folder)).trace).passed
