"""What the cases in fixtures/ are as a whole. Each is a test of its own: pytest collects them as the plugin has it."""

from pathlib import Path

from provenance.cases.reading import find_cases, read_case
from provenance.findings.codes import RULES
from provenance.findings.trace import Verdict

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
CASES = [read_case(folder) for folder in find_cases(FIXTURES)]
EXPECTED = [excerpt for case in CASES for excerpt in case.excerpts]


def test_every_code_is_expected_somewhere():
    assert {finding.code for excerpt in EXPECTED for finding in excerpt.findings} == set(RULES)


def test_a_third_of_the_excerpts_is_innocent():
    innocent = [one for one in EXPECTED if one.verdict in {Verdict.VERBATIM, Verdict.FAITHFUL}]
    assert len(innocent) >= len(EXPECTED) / 3


def test_every_verdict_is_expected_somewhere():
    assert {one.verdict for one in EXPECTED} == set(Verdict)


def test_no_address_belongs_to_anybody():
    paths = list(FIXTURES.rglob("*.*"))
    assert len(paths) > 4 * len(CASES) > 200
    for path in paths:
        text = path.read_text("utf-8")
        for address in text.split("://")[1:]:
            host = address.split("/")[0].split('"')[0].split(")")[0].split("'")[0]
            assert host.endswith((".example", "schema.org")), f"{path}: {host}"
