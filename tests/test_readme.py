"""What the README shows is what the program does."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.configuration.settings import read_settings
from provenance.reporting.reporter import FORMATS
from provenance.reporting.run import ExitCode

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def block(marker):
    """The fenced block below a marker."""
    found = re.search(rf"<!-- {re.escape(marker)} -->\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found, f"README.md has no block marked {marker!r}"
    return found[1]


def trace(command, cwd):
    return subprocess.run(
        [sys.executable, "-m", "provenance", *shlex.split(command)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "COLUMNS": "80"},
        check=False,
    )


def test_the_report_is_the_one_that_its_commands_print():
    go, command, *shown = block("report").splitlines()
    run = trace(command.removeprefix("$ provenance "), ROOT / go.removeprefix("$ cd "))
    assert (run.returncode, run.stderr) == (1, "")
    assert shown == run.stdout.splitlines()


def test_the_command_to_try_prints_the_report_above_it():
    run = trace(block("command: trace").rpartition("&& .venv/bin/provenance ")[2], ROOT)
    _, _, _, *shown = block("report").splitlines()
    assert run.returncode == 0, run.stderr
    near = [
        line.replace("  article.html:", "  ") for line in shown
    ]  # a longer path than there is room for is left out
    assert near == run.stdout.splitlines()[1:]


@pytest.mark.parametrize("name", ["trace", "test"])
def test_each_command_is_one_line_that_needs_nothing_but_python(name):
    (line,) = block(f"command: {name}").splitlines()
    assert line.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_contributing_gives_the_same_test_command():
    assert block("command: test") in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_every_format_and_exit_code_is_told():
    page = (ROOT / "docs/reports.md").read_text("utf-8")
    assert "|".join(FORMATS) in page
    assert all(f"| {int(code)} | " in page for code in ExitCode)


def test_the_configuration_shown_is_one(tmp_path):
    page = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    toml = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]
    (tmp_path / "provenance.toml").write_text(toml, "utf-8")
    assert read_settings(tmp_path / "provenance.toml").ignore == ("OMI201",)
