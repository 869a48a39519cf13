import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "security.md"
NAMED = re.compile(r"`([a-z0-9_/]+\.py)::([a-z0-9_]+)`")


def test_every_test_that_the_security_page_names_exists():
    named = NAMED.findall(PAGE.read_text())
    assert len(named) > 30
    for file, test in named:
        (path,) = [folder / file for folder in Path(__file__).parents[:2] if (folder / file).is_file()]
        assert f"def {test}(" in path.read_text(), f"{file}::{test}"


def test_every_threat_names_its_test():
    rows = [
        line for line in PAGE.read_text().splitlines() if line.startswith("| ") and "Shown by" not in line
    ]
    assert len(rows) > 25
    for row in rows:
        assert NAMED.search(row.split("|")[3]), row
