import re

import pytest

from provenance.errors import ConfigurationError
from provenance.findings.codes import RULES, graded, matching
from provenance.findings.finding import FindingKind, Profile, Severity

GROUPS = {"ADD": "1", "OMI": "2", "ALT": "3", "STR": "4", "ATT": "5", "SRC": "6", "DEC": "7"}
FAIL_A_TRANSCRIPT = {"ADD102", "OMI202", "OMI203", "OMI204", "OMI205", "OMI207", "ALT312", "SRC601"} | {
    f"ALT30{n}" for n in range(2, 8)
}


def test_the_catalogue_has_37_findings_and_6_notes_in_order():
    notes = [code for code in RULES if code.startswith("DEC")]
    assert (len(RULES) - len(notes), len(notes)) == (37, 6)
    assert [code[3] for code in RULES] == sorted(code[3] for code in RULES)


@pytest.mark.parametrize("code", RULES)
def test_the_hundreds_of_a_code_are_its_group(code):
    assert re.fullmatch(r"[A-Z]{3}\d{3}", code)
    assert GROUPS[code[:3]] == code[3]


def test_names_and_summaries_are_unique():
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert len({rule.summary for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_summary_is_one_plain_sentence(code):
    summary = RULES[code].summary
    assert summary.endswith(".")
    assert len(summary) <= 90


def test_only_what_changes_the_sense_fails_against_a_transcript():
    assert {code for code, rule in RULES.items() if rule.transcript >= Severity.MAJOR} == FAIL_A_TRANSCRIPT


def test_strict_is_never_milder_than_news():
    assert all(rule.strict >= rule.severity for rule in RULES.values())


def test_every_undeclared_change_fails_under_strict():
    changed = [rule for code, rule in RULES.items() if code[:3] in {"ADD", "OMI", "ALT"}]
    assert all(rule.strict >= Severity.MAJOR for rule in changed)


def test_what_cannot_be_told_is_never_a_fault():
    assert {RULES[code].severity for code in ("SRC603", "SRC604", "SRC605")} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ADD102", FindingKind.ADDITION),
        ("STR401", FindingKind.OMISSION),
        ("STR402", FindingKind.TRANSPOSITION),
        ("STR403", FindingKind.OMISSION),
        ("STR404", FindingKind.ATTRIBUTION),
        ("STR405", FindingKind.SOURCE),
        ("ATT502", FindingKind.ATTRIBUTION),
        ("DEC703", FindingKind.NOTE),
    ],
)
def test_the_kind_follows_the_code(code, kind):
    assert RULES[code].kind is kind


@pytest.mark.parametrize(
    ("selector", "count"),
    [("OMI202", 1), ("omi202", 1), ("dropped-negation", 1), ("DEC", 6), ("ALT31", 3), (" SRC ", 6)],
)
def test_a_selector_is_a_code_its_beginning_or_a_name(selector, count):
    assert len(matching(selector)) == count


@pytest.mark.parametrize(("wrong", "near"), [("OMI222", "OMI202"), ("droped-negation", "dropped-negation")])
def test_an_unknown_selector_names_the_nearest(wrong, near):
    with pytest.raises(ConfigurationError, match=f"did you mean {near}"):
        matching(wrong)


@pytest.mark.parametrize("wrong", ["", "  ", "zzz"])
def test_an_unknown_selector_with_no_neighbour_says_what_a_code_looks_like(wrong):
    with pytest.raises(ConfigurationError, match="write a code like"):
        matching(wrong)


@pytest.mark.parametrize(
    ("code", "given", "profile", "expected"),
    [
        ("OMI201", Severity.MINOR, Profile.NEWS, Severity.MINOR),
        ("OMI201", Severity.MINOR, Profile.STRICT, Severity.MAJOR),
        ("OMI201", Severity.MAJOR, Profile.TRANSCRIPT, Severity.MINOR),
        ("ALT307", Severity.MINOR, Profile.STRICT, Severity.MAJOR),
        ("ALT303", Severity.CRITICAL, Profile.STRICT, Severity.CRITICAL),
        ("ALT303", Severity.CRITICAL, Profile.TRANSCRIPT, Severity.CRITICAL),
        ("STR401", Severity.CRITICAL, Profile.TRANSCRIPT, Severity.MINOR),
        ("STR403", Severity.MAJOR, Profile.TRANSCRIPT, Severity.MINOR),
        ("DEC703", Severity.NOTE, Profile.STRICT, Severity.NOTE),
        ("ADD101", Severity.NOTE, Profile.STRICT, Severity.NOTE),
    ],
)
def test_a_profile_moves_the_severity_that_a_rule_gave(code, given, profile, expected):
    assert graded(RULES[code], given, profile) is expected
