"""Microsoft's own validator has nothing to say against our SARIF. It runs where npm has it: npm i -g @microsoft/sarif-multitool."""

import functools
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli.entry import commands

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
TOOL = os.environ.get("SARIF_MULTITOOL", "npx --no-install @microsoft/sarif-multitool")
"""The command. ``--no-install``: a test fetches nothing."""


@functools.cache
def is_there():
    if shutil.which(TOOL.split()[0]) is None:
        return False
    return subprocess.run([*TOOL.split(), "--version"], capture_output=True, check=False).returncode == 0


def complaints(path):
    """The lines of the validator that are errors, warnings or notes."""
    kinds = "'Sarif;Ghas'"  # the tool hands its arguments to a shell
    run = subprocess.run(
        [*TOOL.split(), "validate", str(path), "--rule-kind", kinds],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Done. 1 files scanned." in run.stdout, run.stdout + run.stderr
    return [
        line
        for line in run.stdout.splitlines()
        if any(f"{kind} " in line for kind in ("error", "warning", "note"))
    ]


@pytest.fixture
def log(tmp_path):
    """The log of a check of the project's own cases, one of them missing a finding, one broken, and of an article."""
    if not is_there():
        pytest.skip("npm has no @microsoft/sarif-multitool here")
    shutil.copytree(FIXTURES / "cases/altered", tmp_path / "cases")
    article = tmp_path / "cases/figures/article.html"
    article.write_text(article.read_text("utf-8").replace("410 boats", "140 boats"), "utf-8")
    (tmp_path / "cases/names/case.toml").write_text("titel = 1\n", "utf-8")
    shutil.copy(tmp_path / "cases/negation/article.html", tmp_path / "article.html")
    path = tmp_path / "out.sarif"
    CliRunner().invoke(
        commands,
        [
            "check",
            str(tmp_path),
            "--sources",
            str(tmp_path / "cases/hedges/sources"),
            "--format",
            f"sarif:{path}",
        ],
        standalone_mode=False,
    )
    return path


def test_the_validator_accepts_it_without_errors_or_warnings(log):
    assert complaints(log) == []


def test_the_validator_would_complain(log):
    log.write_text(log.read_text("utf-8").replace('"informationUri"', '"organization"'), "utf-8")
    assert any("SARIF2005" in line for line in complaints(log))
