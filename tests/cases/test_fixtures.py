"""Every case in fixtures/, excerpt by excerpt."""

from functools import cache
from pathlib import Path

import pytest

from provenance.cases.comparing import CaseOutcome
from provenance.cases.reading import find_cases, read_case
from provenance.cases.running import run_case
from provenance.cases.telling import title, told
from provenance.findings.codes import RULES
from provenance.findings.trace import Verdict

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
CASES = {case.name: case for case in map(read_case, find_cases(FIXTURES))}
EXCERPTS = [(name, number) for name, case in CASES.items() for number in range(1, len(case.excerpts) + 1)]


@cache
def outcome_of(name: str) -> CaseOutcome:
    return run_case(CASES[name])


@pytest.mark.parametrize(("name", "number"), EXCERPTS, ids=[f"{name}-e{n}" for name, n in EXCERPTS])
def test_an_excerpt_is_found_and_judged_as_a_person_would(name, number):
    outcome = outcome_of(name)
    one = outcome.excerpts[number - 1]
    assert one.passed, f"{title(outcome, number)}\n{told(one)}"


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_detected_that_nobody_expects(name):
    outcome = outcome_of(name)
    extra = outcome.excerpts[len(outcome.case.excerpts) :]
    assert not extra, "\n".join(f"{one.found.excerpt.text!r}\n{told(one)}" for one in extra)


def test_every_code_is_expected_somewhere():
    expected = {finding.code for case in CASES.values() for one in case.excerpts for finding in one.findings}
    assert expected == set(RULES)


def test_a_third_of_the_excerpts_is_innocent():
    verdicts = [one.verdict for case in CASES.values() for one in case.excerpts]
    assert sum(verdict in {Verdict.VERBATIM, Verdict.FAITHFUL} for verdict in verdicts) >= len(verdicts) / 3
