import os
import subprocess
import sys

import pytest

QUOTED = (
    "The harbour board voted on Monday to close the old pier for four months. It will not reopen before the "
    "inspection in May, the chair said after the meeting."
)
SOURCE = f"<html><body><article><h1>Pier to close</h1><p>{QUOTED}</p></article></body></html>"


@pytest.fixture
def desk(tmp_path):
    """A folder with a quotation, a changed one, and their source."""
    (tmp_path / "faithful.txt").write_text(QUOTED, "utf-8")
    (tmp_path / "altered.txt").write_text(QUOTED.replace("not ", ""), "utf-8")
    (tmp_path / "source.html").write_text(SOURCE, "utf-8")
    return tmp_path


@pytest.fixture
def provenance():
    """Runs the command as a process of its own: `provenance(*arguments, cwd=…, stdin=…, env=…)`."""

    def run(*arguments, cwd=None, stdin="", env=None):
        plain = {
            k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"}
        }
        return subprocess.run(
            [sys.executable, "-m", "provenance", *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            env=plain | {"PYTHONUTF8": "1"} | (env or {}),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run
