"""Many articles in several processes: order, errors, and a process that ends over one article."""

import os
import time
from contextlib import contextmanager
from types import MappingProxyType

import pytest

from provenance.errors import ConfigurationError
from provenance.tracing.workers import ENOUGH, Guarded, Job, WorkLostError, outcomes, usual_jobs


@contextmanager
def counting(values):
    yield values["start"]


@contextmanager
def refusing(_):
    raise ConfigurationError("no such folder")
    yield


def add(start, number):
    if number == 13:
        os._exit(7)
    return start + number


def lost(sentence):
    return sentence


def job(begin=counting):
    return Job(begin, (MappingProxyType({"start": 100}),), add, lost)


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_stand_in_the_order_of_the_work(jobs):
    assert list(outcomes(job(), range(11), jobs=jobs)) == list(range(100, 111))


def test_a_process_that_ends_costs_one_outcome():
    found = list(outcomes(job(), range(10, 20), jobs=2))
    assert found[3] == "13 could not be read: it ended the process that read it; leave it out."
    assert found[:3] + found[4:] == [110, 111, 112, 114, 115, 116, 117, 118, 119]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_begin_ends_the_run_with_its_own_error(jobs):
    with pytest.raises(ConfigurationError, match="no such folder"):
        list(outcomes(job(refusing), range(5), jobs=jobs))


def test_a_second_process_begins_only_where_it_pays(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert [usual_jobs(ENOUGH - 1), usual_jobs(ENOUGH)] == [1, 8]


def as_it_is(start):
    return start


def work_on(start, number):
    if number == 13:
        os._exit(7)
    if number == 99:
        time.sleep(60)
    return start + number


def test_a_page_that_hangs_or_ends_its_process_is_lost_and_the_next_is_read():
    guarded = Guarded(as_it_is, 100, seconds=1.0)
    assert guarded.ask(work_on, 1) == 101
    with pytest.raises(WorkLostError, match="takes longer than 1 seconds"):
        guarded.ask(work_on, 99)
    with pytest.raises(WorkLostError, match="ends the process that reads it"):
        guarded.ask(work_on, 13)
    assert guarded.ask(work_on, 2) == 102
    guarded.close()
