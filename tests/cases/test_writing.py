import tomllib

from provenance.cases.comparing import compare_case, run_case
from provenance.cases.reading import read_case, read_expectations
from provenance.cases.writing import updated


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


def test_an_entry_changes_only_where_that_is_allowed(folder, write_article):
    before = written(folder)
    write_article(month="June")
    assert written(folder) == before
    changed = tomllib.loads(written(folder, may_change=lambda number: number == 1))
    assert [one["verdict"] for one in changed["excerpt"]] == ["altered", "verbatim"]
    assert run_case(read_case(folder)).passed


def test_an_entry_whose_excerpt_is_gone_stays(folder, write_article):
    before = written(folder)
    write_article(seals=False)
    assert written(folder, may_change=lambda number: True) == before
    assert not run_case(read_case(folder)).passed


def test_the_words_of_a_page_cannot_break_the_file(folder):
    article = 'The paper writes:\n\n> He said """no\\way""" = [[excerpt]] and "\\u0000" to the pier ten times over.\n'
    (folder / "article.md").write_text(article, "utf-8")
    written(folder)
    assert read_expectations(folder / "findings.toml")
    assert compare_case(read_case(folder), run_case(read_case(folder)).trace).passed
