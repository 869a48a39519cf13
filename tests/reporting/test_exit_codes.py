import pytest

from provenance.findings.finding import Severity
from provenance.findings.trace import Trace
from provenance.reporting.run import ExitCode, Gate

MAJOR = {"codes": ["ADD103"]}
CLEAN, FINDINGS, UNCHECKED = ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.UNCHECKED


@pytest.mark.parametrize(
    ("fail_on", "expected"),
    [
        (Severity.NOTE, FINDINGS),
        (Severity.MAJOR, FINDINGS),
        (Severity.CRITICAL, CLEAN),
        (None, CLEAN),
    ],
)
def test_a_major_finding_fails_up_to_its_own_severity(traced, fail_on, expected):
    assert Gate(fail_on).exit_code([traced("A {+corrupt +}board.", **MAJOR)]) == expected


def test_an_accepted_finding_fails_nothing(traced):
    assert Gate().exit_code([traced("A {+corrupt +}board.", accepted="agreed", **MAJOR)]) == CLEAN


def test_what_was_not_checked_does_not_pass_unless_accepted(unchecked):
    assert Gate().exit_code([unchecked()]) == UNCHECKED
    assert Gate(accept_unchecked=True).exit_code([unchecked()]) == CLEAN


def test_findings_outrank_what_was_not_checked(traced, unchecked):
    assert Gate().exit_code([unchecked(), traced("A {+corrupt +}board.", **MAJOR)]) == FINDINGS


@pytest.mark.parametrize("articles", [0, 1])
def test_nothing_to_check_does_not_pass_unless_allowed(traced, articles):
    empty = [Trace(traced("Words.").article, (), "0.1.0")] * articles
    assert Gate().exit_code(empty) == UNCHECKED
    assert Gate(accept_unchecked=True).exit_code(empty) == UNCHECKED
    assert Gate(allow_empty=True).exit_code(empty) == CLEAN


def test_an_article_without_quotations_passes_beside_one_with(traced):
    assert Gate().exit_code([traced("Words."), Trace(traced("Words.").article, (), "0.1.0")]) == CLEAN
