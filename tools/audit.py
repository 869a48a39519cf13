"""Audit what a user installs: python tools/audit.py [--requirements FILE] [--sbom FILE].

Looks up every distribution that this package needs, its extras included, among the known vulnerabilities (pip-audit), and says of
each whether it is clear, has one, or could not be asked about: a database that does not answer, or does not know a distribution,
clears nothing. With --sbom it writes a CycloneDX bill of materials of the same list, for a release.

Needs uv, pip-audit and cyclonedx-bom: ``pip install uv pip-audit cyclonedx-bom``. Exit codes: 0 all clear, 1 a vulnerability, 3 no
data for some or all.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Audited(NamedTuple):
    """What is known of one distribution: the identifiers of its vulnerabilities; None where there is no data."""

    name: str
    vulnerabilities: tuple[str, ...] | None


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--requirements", type=Path, help="a pinned list; by default what pyproject.toml resolves to now"
    )
    parser.add_argument("--sbom", type=Path, help="write a CycloneDX bill of materials to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pinned = options.requirements or _resolved(Path(folder, "requirements.txt"))
        if options.sbom:
            _write_bill(pinned, options.sbom)
            print(f"wrote {options.sbom}")
        audited = read_report(_report(pinned), names_in(pinned.read_text("utf-8")))
    for line in told(audited):
        print(line)
    return exit_code(audited)


def names_in(requirements: str) -> tuple[str, ...]:
    """The distributions of a pinned list."""
    lines = (line.split("#")[0].strip() for line in requirements.splitlines())
    return tuple(line.split("==")[0].split("[")[0].strip().lower() for line in lines if "==" in line)


def read_report(report: str, names: tuple[str, ...]) -> tuple[Audited, ...]:
    """What a report of pip-audit says of each distribution. Whatever it is silent about has no data.

    Args:
        report: Its JSON; empty or broken where it failed.
        names: The distributions.
    """
    try:
        entries: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        entries = []
    known = {
        str(entry["name"]).lower(): tuple(str(each["id"]) for each in entry["vulns"])
        for entry in entries
        if "vulns" in entry  # one that was skipped has a reason in its place
    }
    return tuple(Audited(name, known.get(name)) for name in names)


def told(audited: tuple[Audited, ...]) -> list[str]:
    """A line for each distribution that is not clear, and one for all."""
    lines = [f"{each.name}: {', '.join(each.vulnerabilities)}" for each in audited if each.vulnerabilities]
    unknown = [each.name for each in audited if each.vulnerabilities is None]
    if unknown:
        lines.append(f"NO DATA, so nothing is said of: {', '.join(unknown)}")
    clear = sum(each.vulnerabilities == () for each in audited)
    return [*lines, f"{clear} of {len(audited)} distributions are clear."]


def exit_code(audited: tuple[Audited, ...]) -> int:
    """0 if all are clear, 1 if one has a vulnerability, 3 if there is no data for some, or nothing to ask about."""
    if any(each.vulnerabilities for each in audited):
        return 1
    return 3 if not audited or any(each.vulnerabilities is None for each in audited) else 0


def _resolved(path: Path) -> Path:
    """What pyproject.toml resolves to now, with the extras of users."""
    command = ["uv", "pip", "compile", "--quiet", "--extra", "pdf", "--extra", "brotli", "pyproject.toml"]
    subprocess.run([*command, "--output-file", str(path)], cwd=ROOT, check=True)
    return path


def _report(pinned: Path) -> str:
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        str(pinned),
        "--no-deps",
        "--disable-pip",
        "--format",
        "json",
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if not run.stdout:
        print(
            f"pip-audit gave no report: {run.stderr.strip().splitlines()[-1:] or 'nothing was said'}",
            file=sys.stderr,
        )
    return run.stdout


def _write_bill(pinned: Path, path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "requirements",
        str(pinned),
        "--pyproject",
        str(ROOT / "pyproject.toml"),
    ]
    subprocess.run([*command, "--output-reproducible", "--output-file", str(path)], check=True)


if __name__ == "__main__":
    sys.exit(main())
