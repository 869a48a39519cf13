"""What pages say of themselves is known from one file."""

import time
import tomllib
from pathlib import Path

import pytest

from provenance.languages import notices
from provenance.languages.notices import notice

LISTS = tomllib.loads(Path(notices.__file__).with_name("notices.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_pattern_that_finds_its_own_entries(name):
    for entry in LISTS[name].split(","):
        assert notice(name).search(" ".join(entry.split()).strip("*"))


def test_an_entry_is_a_word_of_its_own_unless_a_star_opens_it():
    assert notice("correction").search("A correction of May")
    assert not notice("correction").search("autocorrections")
    assert notice("selling").search("is-paywalled")


@pytest.mark.parametrize("name", LISTS)
def test_a_long_run_is_searched_in_no_time(name):
    begin = time.process_time()
    for text in ("a" * 50_000, "cookie " * 8_000, "subscribe to " * 4_000):
        notice(name).search(text)
    assert time.process_time() - begin < 2
