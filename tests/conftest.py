"""What holds for every test: the same examples in every run, and no clock. And a shell in which the command is there."""

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# Hundreds of tests start the command: without bytecode on the disk each of them would compile the whole package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent.parent
COMMAND = f"""#!{sys.executable}
import sys
sys.argv[0] = "provenance"
from provenance.cli import main
if __name__ == "__main__":
    main()
"""
UNSET = {"CI", "NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "TERM"}


@pytest.fixture
def shell(tmp_path_factory):
    """Runs a script in bash, with `provenance` on its PATH: `shell(script, cwd=…, env=…)`."""
    folder = tmp_path_factory.mktemp("bin")
    (folder / "provenance").write_text(COMMAND, "utf-8")
    (folder / "provenance").chmod(0o755)
    plain = {key: value for key, value in os.environ.items() if key not in UNSET}
    plain |= {
        "PATH": f"{folder}:{plain['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
    }

    def run(script, *, cwd, env=None):
        return subprocess.run(
            ["bash", "-c", script],
            cwd=cwd,
            env=plain | (env or {}),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def no_pauses(monkeypatch):
    """Hosts of the test's own are asked one request after the other, without the pause that is owed to others."""
    monkeypatch.setattr(
        "provenance.sources.loading.politeness.HostRateLimiter.turn", lambda *_: nullcontext()
    )
