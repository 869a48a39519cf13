"""Where findings stand: on 200 posts of different shapes, each with one changed word, every format points at that word."""

import json
import re

import pytest

from provenance.articles.reading import read_bytes
from provenance.articles.source_map import Place
from provenance.configuration.grading import regraded
from provenance.configuration.settings import Settings
from provenance.reporting.reporter import View, find_reporter
from provenance.reporting.run import Run
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer
from tests.articles.generated_posts import post
from tests.articles.test_source_map import cut

POSTS = 200
LEAST_EXACT = 198
ADDRESS = "https://courier.example/news"
NOT_EXACT = "Only the line is known, not the column."


@pytest.fixture(scope="module")
def reported():
    """Each post with its run."""
    runs = []
    for seed in range(POSTS):
        made = post(seed)
        with Tracer(StaticLoader({ADDRESS: made.source}), offline=True) as tracer:
            trace = tracer.trace(read_bytes(made.data, origin=made.name))
        runs.append(
            (made, Run((regraded(trace, Settings(ignore=("ALT310",))),)))
        )  # emphasis is no change of words
    return runs


def words_at(text, line, column, end_line, end_column):
    return cut(text, Place(line, column, end_line, end_column))


def sarif_words(reported):
    """What one log of all posts says of each: its rules alone are longer than what it says of a post."""
    whole = Run(tuple(trace for _, run in reported for trace in run.traces))
    places = {}
    for result in json.loads(find_reporter("sarif")(whole, View()))["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        places.setdefault(place["artifactLocation"]["uri"], (place["region"], result))
    return [words_of_region(made, *places[made.name]) for made, _ in reported]


def words_of_region(made, region, result):
    if "startColumn" not in region:
        assert result["message"]["text"].endswith(NOT_EXACT)
        return None
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    return words_at(made.text, *(region[key] for key in keys))  # no character here takes two UTF-16 units


def github_words(made, run):
    line = find_reporter("github")(run, View()).splitlines()[0]
    found = re.search(r"line=(\d+),endLine=(\d+),col=(\d+),endColumn=(\d+)", line)
    if found is None:
        assert line.endswith(NOT_EXACT)
        return None
    first, last, column, end_column = map(int, found.groups())
    return words_at(made.text, first, column, last, end_column + 1)


def json_words(made, run):
    (excerpt,) = json.loads(find_reporter("json")(run, View()))["articles"][0]["excerpts"]
    finding, *_ = (each for each in excerpt["findings"] if each["severity"] != "note")
    place = finding["excerpt"]["place"]
    return words_at(made.text, *place.values()) if place else None


def concise_words(made, run):
    line = find_reporter("concise")(run, View()).splitlines()[0]
    path, first, column, _ = line.split(":", 3)
    assert path == made.name
    if not column.isdigit():
        return None
    return words_at(made.text, int(first), int(column), int(first), int(column) + len(made.shown))


def terminal_words(made, run):
    text = find_reporter("text")(run, View())
    found = re.search(rf"  {re.escape(made.name)}:(\d+)(?::(\d+))?$", text, re.MULTILINE)
    assert found, text
    if found[2] is None:
        return None
    line, column = map(int, found.groups())
    return words_at(made.text, line, column, line, column + len(made.shown))


@pytest.mark.parametrize("words_of", [sarif_words, github_words, json_words, concise_words, terminal_words])
def test_a_finding_points_at_the_changed_word_and_nothing_else(reported, words_of):
    shown = words_of(reported) if words_of is sarif_words else [words_of(made, run) for made, run in reported]
    found = [(made, words) for (made, _), words in zip(reported, shown, strict=True)]
    wrong = [(made.name, words) for made, words in found if words not in {made.shown, None}]
    assert wrong == []
    assert sum(words == made.shown for made, words in found) >= LEAST_EXACT


def test_a_quotation_has_the_line_on_which_it_begins_and_not_that_of_its_paragraph():
    text = "The board met on\nMonday. Ann Lee said that\n“[the pier will stay shut all winter](https://b.example/p)”.\n"
    with Tracer(StaticLoader({}), offline=True) as tracer:
        run = Run((tracer.trace(read_bytes(text.encode(), origin="a.md")),))
    assert 'line="3"' in find_reporter("junit")(run, View())
    assert "line 3, column 3" in find_reporter("html")(run, View())
