import re
import tomllib
from pathlib import Path

import pytest

from provenance.errors import ConfigurationError
from provenance.findings import codes
from provenance.findings.codes import REMARKS, RULES, explain, page, pages_folder
from provenance.findings.suppression import inline_acceptances

ROOT = Path(__file__).parents[2]
HEADINGS = [
    "What it is",
    "Why it matters",
    "An example that fires",
    "An example that stays silent",
    "Known false positives",
    "How to fix it",
    "How to accept it",
]


def test_every_code_has_a_page_and_every_page_a_code():
    assert {path.stem for path in pages_folder().glob("*.md")} == {*RULES, *REMARKS, "README"}


@pytest.mark.parametrize("rule", [*RULES.values(), *REMARKS.values()], ids=lambda rule: rule.code)
def test_a_page_says_what_the_table_says(rule):
    lines = page(rule).splitlines()
    assert lines[0] == f"# {rule.code} {rule.name}"
    assert lines[2] == rule.summary
    severities = f"{rule.severity.label} | {rule.strict.label} | {rule.transcript.label}"
    assert lines[6] == f"| {severities} | {rule.since} |"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_page_has_its_parts_in_order(rule):
    assert re.findall(r"^## (.+)$", page(rule), re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_page_says_how_to_accept_or_to_leave_out(rule):
    part = page(rule).partition("## How to accept it")[2]
    accepted = inline_acceptances(part, origin=rule.code)
    if rule.code.startswith("DEC"):
        assert f'ignore = ["{rule.code}"]' in part
    else:
        assert [(each.name, bool(each.reason)) for each in accepted] == [(rule.code, True)]


@pytest.mark.parametrize("path", sorted(pages_folder().glob("*.md")), ids=lambda path: path.stem)
def test_the_links_of_a_page_lead_somewhere(path):
    outside_examples = re.sub(
        r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    targets = re.findall(r"\]\(([^)#:]+)\)", outside_examples)
    assert all((path.parent / target).is_file() for target in targets)


def test_the_index_names_every_finding_with_its_severity():
    index = (pages_folder() / "README.md").read_text(encoding="utf-8")
    for rule in (*RULES.values(), *REMARKS.values()):
        assert (
            f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity.label} | {rule.summary} |"
            in index
        )


def test_one_finding_is_explained_by_its_page():
    assert explain("dropped-negation") == page(RULES["OMI202"])


def test_several_findings_are_listed():
    listed = explain("ATT").splitlines()
    assert [line[3:9] for line in listed] == ["ATT501", "ATT502", "ATT503", "ATT504"]
    assert "wrong-speaker" in listed[0]


def test_an_unknown_finding_is_an_error():
    with pytest.raises(ConfigurationError, match="OMI202"):
        explain("OMI22")


def test_a_wheel_carries_the_pages_where_they_are_looked_for():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert Path(ROOT, shipped["docs/findings"]) == codes._SHIPPED


def test_shipped_pages_come_before_those_of_a_checkout(monkeypatch, tmp_path):
    monkeypatch.setattr(codes, "_SHIPPED", tmp_path)
    assert pages_folder() == tmp_path
    monkeypatch.setattr(codes, "_SHIPPED", tmp_path / "missing")
    assert pages_folder() == ROOT / "docs" / "findings"
