"""Pairs that people wrote and judged before they knew the rules: how many errors there may be, file by file."""

import importlib.util
from pathlib import Path

import pytest

from provenance.findings.finding import Severity

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "judgement.py"
FLOORS = {
    "en-1": (0, 0),
    "en-2": (2, 7),
    "germanic": (1, 1),
    "others": (3, 3),
    "romance": (0, 0),
    "slavic-finnic": (5, 3),
}
"""For each file, how many honest pairs may be accused, and how many falsified ones passed."""


def benchmark():
    spec = importlib.util.spec_from_file_location("judgement", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


JUDGEMENT = benchmark()


@pytest.mark.parametrize("path", sorted(JUDGEMENT.FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_no_more_honest_pairs_are_accused_and_no_more_falsified_ones_passed_than(path):
    outcomes = [JUDGEMENT.judge_pair(pair) for pair in JUDGEMENT.read_pairs(path)]
    accused = [outcome.pair.name for outcome in outcomes if outcome.accused]
    passed = [outcome.pair.name for outcome in outcomes if outcome.passed]
    most_accused, most_passed = FLOORS[path.stem]
    assert len(accused) <= most_accused, accused
    assert len(passed) <= most_passed, passed
    critical = [o.pair.name for o in outcomes if o.accused and o.gravest is Severity.CRITICAL]
    assert set(critical) <= {"en-064"}  # a damaged source
