"""The table of docs/classic-alterations.md, run row by row."""

import re
from pathlib import Path

import pytest

from provenance.findings.finding import Severity
from provenance.tracing.texts import compare

PAGE = (Path(__file__).parents[2] / "docs" / "classic-alterations.md").read_text(encoding="utf-8")
SOURCE = re.search(r"^```source\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL)[1]
ROW = re.compile(
    r"^\| \d+ \| (?P<name>[^|]+) \| (?P<quotation>[^|]+) \| (?P<verdict>[^|]+) \|(?P<findings>[^|]*)\|$",
    re.MULTILINE,
)
ROWS = [{key: cell.strip() for key, cell in row.groupdict().items()} for row in ROW.finditer(PAGE)]


def test_there_are_twenty():
    assert len(ROWS) == 20


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_an_alteration_gets_its_verdict_and_its_one_finding(row):
    comparison = compare(row["quotation"].replace("<br>", "\n"), SOURCE)
    findings = [
        f"{f.rule.code} {f.severity.label}" for f in comparison.findings if f.severity > Severity.NOTE
    ]
    assert findings == ([row["findings"]] if row["findings"] else [])
    assert comparison.verdict.value == row["verdict"]


@pytest.mark.parametrize("row", [row for row in ROWS if not row["findings"]], ids=lambda row: row["name"])
def test_an_honest_alteration_passes(row):
    assert compare(row["quotation"], SOURCE).verdict.value in {"verbatim", "faithful"}
