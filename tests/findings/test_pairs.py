"""Each pair of ``pairs.toml``: a quotation, its source, and what is to be said of it."""

import tomllib
from pathlib import Path

import pytest

from provenance.findings.finding import Severity
from provenance.tracing.texts import compare

DATA = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))
PAIRS = DATA["pair"]


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_a_pair_gets_its_verdict_and_its_findings(pair):
    source = pair["text"] if "text" in pair else DATA["sources"][pair["source"]]
    comparison = compare(pair["quotation"], source)
    found = [f"{f.rule.code} {f.severity.label}" for f in comparison.findings if f.severity > Severity.NOTE]
    assert found == pair["findings"]
    assert comparison.verdict.value == pair["verdict"]


def test_half_of_them_at_least_are_alterations():
    altered = sum(pair["verdict"] == "altered" for pair in PAIRS)
    assert len(PAIRS) == 37
    assert 20 <= altered <= 25


def test_every_source_is_used():
    assert {pair["source"] for pair in PAIRS if "source" in pair} == set(DATA["sources"])
