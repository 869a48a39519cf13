from pathlib import Path
from runpy import run_path

import pytest

from provenance.cases.comparing import described, holds, run_case, stale_expectations, words
from provenance.cases.reading import read_case

PIER = '[[excerpt]]\nbegins = "The pier will"\nends = "until the autumn."\nverdict = "{verdict}"\n'
SEAL = '[[excerpt]]\nbegins = "A seal"\nends = "on Friday."\nverdict = "verbatim"\n'
MOVED = (
    PIER.format(verdict="altered")
    + '[[excerpt.finding]]\ncode = "ALT304"\nexcerpt = "June"\nsource = "the first of May"\n'
)
MEASURES = run_path(str(Path(__file__).parents[2] / "benchmarks" / "case_measures.py"))


def describe_case(outcome):
    return "\n".join(described(outcome, one) for one in outcome.failed)


def outcome(folder):
    return run_case(read_case(folder))


def test_all_as_expected_says_nothing(folder, expect):
    expect(PIER.format(verdict="verbatim") + SEAL)
    assert outcome(folder).passed
    assert describe_case(outcome(folder)) == ""


def test_an_expected_finding_may_name_more_words_than_the_found_one(folder, expect, write_article):
    write_article(month="June")
    expect(MOVED + SEAL)
    assert outcome(folder).passed


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("ALT304", "ALT303"), "- ALT303 excerpt “June”"),
        (("first of May", "first of July"), "source “the first of July”"),
        (('source = "the', 'severity = "minor"\nsource = "the'), "- ALT304 minor"),
        (('"altered"', '"faithful"'), "- verdict faithful\n  + verdict altered"),
        (('"altered"', '"altered"\nmarkup = "inline"'), "- markup inline\n  + markup markdown"),
        (('"altered"', '"altered"\nlink = ""'), "- link none\n  + link https://pier.example/a"),
        (('"altered"', '"altered"\nspeaker = "Ada Renn"'), "- speaker Ada Renn\n  + speaker none"),
        (('"altered"', '"altered"\nboundary = "unclear"'), "- boundary unclear\n  + boundary clear"),
        (('"altered"', '"altered"\ncontinues = true'), "- continues true\n  + continues false"),
        (("The pier will", "Ferries are going"), "- extent Ferries are going … until the autumn."),
    ],
)
def test_what_is_not_as_expected_is_told(folder, expect, write_article, change, line):
    write_article(month="June")
    expect(MOVED.replace(*change) + SEAL)
    assert not outcome(folder).passed
    assert line in describe_case(outcome(folder))


def test_a_finding_that_nobody_expects_is_told(folder, expect, write_article):
    write_article(month="June")
    expect(PIER.format(verdict="altered") + SEAL)
    assert describe_case(outcome(folder)).endswith("+ ALT304 major excerpt “June” source “May”")


def test_an_excerpt_that_nobody_expects_is_told(folder, expect):
    expect(PIER.format(verdict="verbatim"))
    assert "+ this excerpt, verbatim" in describe_case(outcome(folder))


def test_an_excerpt_that_is_gone_is_told_and_stale(folder, expect, write_article):
    expect(PIER.format(verdict="verbatim") + SEAL)
    write_article(seals=False)
    assert "- this excerpt, verbatim" in describe_case(outcome(folder))
    assert stale_expectations(outcome(folder)) == (2,)


def test_the_file_compared_with_is_checked(folder, expect):
    (folder / "sources/b.html").write_text("<p>Nothing.</p>", "utf-8")
    expect(PIER.format(verdict='verbatim"\nsource = "b.html') + SEAL)
    assert "- source b.html" in describe_case(outcome(folder))
    expect(PIER.format(verdict='verbatim"\nsource = "a.html') + SEAL)
    assert outcome(folder).passed


def test_words_are_compared_whole_and_without_dress():
    assert words("“The  Pier’s” end!") == words("the pier's END")
    assert holds(words("a second one"), words("second"))
    assert not holds(words("another"), words("not"))
    assert holds(words("六千冊"), words("六千"))


def test_measures_count_what_is_found_and_what_is_invented(folder, expect, write_article):
    write_article(month="June")
    expect(MOVED + '[[excerpt.finding]]\ncode = "OMI202"\n')
    counts = MEASURES["measure"]([outcome(folder)])
    assert (counts.expected_findings, counts.found_findings, counts.extra_findings) == (2, 1, 0)
    assert (counts.expected_excerpts, counts.detected_excerpts, counts.exact_excerpts) == (1, 2, 1)
    assert counts.shares["findings-found"] == 0.5
    assert counts.shares["detection-precision"] == 0.5


def test_the_digest_of_a_corpus_changes_with_any_file_in_it(folder):
    corpus_digest = MEASURES["corpus_digest"]
    before = corpus_digest([folder], root=folder)
    (folder / "sources/a.html").rename(folder / "sources/c.html")
    moved = corpus_digest([folder], root=folder)
    (folder / "article.md").write_text("", "utf-8")
    assert len({before, moved, corpus_digest([folder], root=folder)}) == 3
