"""What is known of each language is told: in a table, by a command, and once in a report."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli.entry import commands
from provenance.languages.coverage import coverage_of, coverage_table, covered_languages, unknown_told

DOCS = Path(__file__).parents[2] / "docs"
NEEDED = "en de fr es it pt nl sv da no fi pl cs ru uk tr ar he ja ko zh el ro hu".split()


@pytest.mark.parametrize("language", NEEDED)
def test_every_class_of_words_is_known(language):
    assert coverage_of(language).unknown_words == ()


def test_every_folder_has_every_class_of_words():
    assert [row.code for row in covered_languages() if row.unknown_words] == []


def test_the_page_of_the_docs_has_the_table():
    assert coverage_table() in (DOCS / "languages.md").read_text("utf-8")


def test_the_command_prints_the_table():
    assert CliRunner().invoke(commands, ["languages"]).output == coverage_table()


def test_every_language_of_the_table_has_a_name():
    assert all(row.code in coverage_table() for row in covered_languages())
    assert "(und)" not in coverage_table()


def test_what_is_not_known_is_told_in_one_sentence():
    assert unknown_told("en") == ""
    assert unknown_told("hi").startswith(
        "negations, conditions, hedges, modals and verbs of saying are not known in Hindi"
    )


@pytest.mark.parametrize("stated", ["<b>x", "\x1b[31m", "a" * 40])
def test_a_language_that_a_page_invents_is_not_repeated(stated):
    assert stated not in unknown_told(stated)


def test_a_report_says_once_that_words_are_not_known(tmp_path):
    quotation, source = tmp_path / "quotation.txt", tmp_path / "source.txt"
    quotation.write_text("यह पुल कभी नहीं बिकेगा, मेयर ने कहा।\n", "utf-8")
    source.write_text("यह पुल कभी नहीं बिकेगा, मेयर ने कहा।\n", "utf-8")
    shown = CliRunner().invoke(commands, ["compare", str(quotation), str(source), "--lang", "hi"]).output
    assert shown.count("are not known in") == 1
