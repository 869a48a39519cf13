"""A short run of the fuzzer, the same in every run. A long one, with mutants of its own: ``python tools/fuzz.py``."""

import random
from pathlib import Path

import pytest

from tests.fuzzing.mutating import mutants
from tests.fuzzing.targets import TARGETS

CRASHERS = Path(__file__).parent / "crashers"
SLOW = {
    "html": 8,
    "markdown": 10,
    "index": 10,
    "package": 30,
    "text": 25,
    "charset": 40,
    "har": 60,
    "mhtml": 60,
}  # mutants
USUAL = 120  # of the others


@pytest.mark.parametrize("name", TARGETS)
def test_no_mutant_is_a_fault(name):
    target = TARGETS[name]
    for number, data in mutants(target.seeds, SLOW.get(name, USUAL)):
        try:
            target(data)
        except Exception as error:
            raise AssertionError(f"python tools/fuzz.py {name} --mutant {number}") from error


def kept():
    return sorted(path for path in CRASHERS.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", kept(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_a_fault_once_is_none(path):
    TARGETS[path.parent.name](path.read_bytes())


def test_the_kept_files_are_small_and_each_has_a_reader():
    assert len(kept()) > 10
    assert all(path.stat().st_size < 2_000 for path in kept())
    assert {path.parent.name for path in kept()} <= set(TARGETS)


def test_a_mutant_is_the_same_for_the_same_number():
    seeds = TARGETS["har"].seeds
    random.seed(1)
    first = list(mutants(seeds, 50))
    random.seed(2)
    assert list(mutants(seeds, 50)) == first
    assert len({data for _, data in first}) > 45
