"""The audit says plainly where it has no data: silence clears nothing."""

import importlib.util
import json
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("audit", Path(__file__).parents[2] / "tools/audit.py")
audit = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(audit)

PINNED = "lxml==6.0.0\n    # via x\nHttpx[http2]==0.28.1 # a\nrich==13.7.0\n"
NAMES = ("lxml", "httpx", "rich")
CLEAR = [{"name": name, "version": "1", "vulns": []} for name in NAMES]
FAULTY = [{"name": "lxml", "version": "1", "vulns": [{"id": "PYSEC-2026-1"}]}, *CLEAR[1:]]
SKIPPED = [*CLEAR[:2], {"name": "rich", "skip_reason": "not found on the index"}]


def test_the_names_of_a_pinned_list_are_read():
    assert audit.names_in(PINNED) == NAMES


@pytest.mark.parametrize(
    ("report", "code", "said"),
    [
        (json.dumps({"dependencies": CLEAR}), 0, "3 of 3 distributions are clear."),
        (json.dumps({"dependencies": FAULTY}), 1, "lxml: PYSEC-2026-1"),
        (json.dumps({"dependencies": SKIPPED}), 3, "NO DATA, so nothing is said of: rich"),
        (json.dumps({"dependencies": []}), 3, "NO DATA, so nothing is said of: lxml, httpx, rich"),
        ("", 3, "NO DATA, so nothing is said of: lxml, httpx, rich"),
    ],
)
def test_what_could_not_be_asked_about_is_not_clear(report, code, said):
    audited = audit.read_report(report, NAMES)
    assert audit.exit_code(audited) == code
    assert said in audit.told(audited)


def test_an_empty_list_is_no_audit():
    assert audit.exit_code(()) == 3
