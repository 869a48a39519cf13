"""Pages that hang or break their process cost themselves and no other one."""

import os
import time

import pytest

from provenance.corpus.guarding import Guarded, PageLostError
from provenance.corpus.work import GRAM_WORDS, grams_of


def begin(start):
    return start


def work(start, number):
    if number == 13:
        os._exit(7)
    if number == 99:
        time.sleep(60)
    return start + number


def test_a_page_that_hangs_or_ends_its_process_is_lost_and_the_next_is_read():
    guarded = Guarded(begin, 100, seconds=1.0)
    assert guarded.ask(work, 1) == 101
    with pytest.raises(PageLostError, match="takes longer than 1 seconds"):
        guarded.ask(work, 99)
    with pytest.raises(PageLostError, match="ends the process that reads it"):
        guarded.ask(work, 13)
    assert guarded.ask(work, 2) == 102
    guarded.close()


def test_runs_of_four_words_are_the_same_whatever_their_dress():
    assert grams_of("The pier, will close") == grams_of("the PIER will “close”")
    assert len(grams_of("one two three four five")) == 2
    assert not grams_of("one two three")
    assert grams_of("one two three four five", GRAM_WORDS) == grams_of("one two three four")
