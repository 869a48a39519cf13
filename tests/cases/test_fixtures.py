"""What the cases in fixtures/ are as a whole. Each is a test of its own: pytest collects them as the plugin has it."""

from pathlib import Path

import pytest

from provenance.cases.reading import find_cases, read_case
from provenance.findings.codes import RULES
from provenance.findings.trace import Verdict

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


@pytest.fixture(scope="module")
def cases():
    return [read_case(folder) for folder in find_cases(FIXTURES)]


@pytest.fixture(scope="module")
def expected(cases):
    return [excerpt for case in cases for excerpt in case.excerpts]


def test_every_code_is_expected_somewhere(expected):
    assert {finding.code for excerpt in expected for finding in excerpt.findings} == set(RULES)


def test_a_third_of_the_excerpts_is_innocent(expected):
    innocent = [one for one in expected if one.verdict in {Verdict.VERBATIM, Verdict.FAITHFUL}]
    assert len(innocent) >= len(expected) / 3


def test_every_verdict_is_expected_somewhere(expected):
    assert {one.verdict for one in expected} == set(Verdict)


def test_no_address_belongs_to_anybody(cases):
    paths = list(FIXTURES.rglob("*.*"))
    assert len(paths) > 4 * len(cases) > 200
    for path in paths:
        text = path.read_text("utf-8")
        for address in text.split("://")[1:]:
            host = address.split("/")[0].split('"')[0].split(")")[0].split("'")[0]
            assert host.endswith((".example", "schema.org")), f"{path}: {host}"
