"""What holds for every test: the same examples in every run, and no clock. And a shell in which the command is there."""

import gc
import os
import shutil
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings

from tests.forking import write_command

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# Hundreds of tests start the command: without bytecode on the disk each of them would compile the whole package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent.parent
UNSET = {"CI", "NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "TERM"}
PLAIN = {key: value for key, value in os.environ.items() if key not in UNSET}


def pytest_sessionstart():
    gc.disable()


def pytest_collection_finish():
    """Collection leaves a million objects that stay: none is garbage, and no later search for garbage, which are few, looks at them."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def command(tmp_path_factory):
    """A folder for a PATH in which `provenance` is: each a process of its own, forked from one that has loaded it."""
    folder = tmp_path_factory.mktemp("bin")
    place = Path(mkdtemp(prefix="provenance-")) / "socket"  # the name of a socket must be short
    server = subprocess.Popen(
        [sys.executable, ROOT / "tests/forking.py", place],
        env=PLAIN | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    with server:
        assert server.stdout.readline() == b"listening\n"
        write_command(folder / "provenance", place)
        yield folder
        server.terminate()
    shutil.rmtree(place.parent)


@pytest.fixture
def shell(command):
    """Runs a script in bash, with `provenance` on its PATH: `shell(script, cwd=…, env=…)`."""
    plain = PLAIN | {
        "PATH": f"{command}:{PLAIN['PATH']}",
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
    ask_without_pauses(monkeypatch)


def ask_without_pauses(monkeypatch):
    """Hosts of the test's own are asked one request after the other, without the pause that is owed to others."""
    monkeypatch.setattr(
        "provenance.sources.loading.politeness.HostRateLimiter.turn", lambda *_: nullcontext()
    )
