"""``provenance check``: the CI check on saved originals. Nothing here can reach a network."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli.options import (
    JudgingOptions,
    OutputOptions,
    SourceOptions,
    chosen,
    configured,
    judging_options,
    output_options,
)
from provenance.cli.output import complain, write, write_reports
from provenance.cli.progress import progress
from provenance.errors import ConfigurationError
from provenance.reporting.cleaning import one_line
from provenance.reporting.exit_codes import ExitCode
from provenance.reporting.reporter import Run
from provenance.reporting.summary import counted

if TYPE_CHECKING:
    from provenance.cases.comparing import CaseOutcome
    from provenance.checking import Check, Checklist
    from provenance.configuration.settings import Settings

_EPILOG = """\b
Examples:
  provenance check fixtures/
  provenance check content/ --sources saved/
  provenance check content/ --format github --format sarif:provenance.sarif
  provenance check fixtures/cases/reports/tuesday --update
"""


@click.command(short_help="Check saved articles and cases, offline.", epilog=_EPILOG)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--sources",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder of saved originals for articles that are no cases.",
)
@click.option(
    "--update", is_flag=True, help="Write to findings.toml what is new; ask before an entry is changed."
)
@judging_options
@output_options
def check(paths: tuple[Path, ...], *, update: bool, **values: object) -> int:
    """Check PATH: cases against their findings.toml, other articles against their saved originals. Never a network.

    A folder that holds a case.toml is a case. Any other article fails on findings at or above --fail-on.
    """
    from provenance.checking import collect

    started = time.monotonic()
    judging, output = chosen(JudgingOptions, values), chosen(OutputOptions, values)
    settings = configured(judging)
    if update and _in_ci():
        raise ConfigurationError(
            "--update is refused under CI: expectations are a person's; run it on your own machine."
        )
    checklist = collect(paths, settings)
    if not checklist:
        complain(f"{', '.join(map(str, paths))} holds no case and no article, so nothing was checked.")
        return ExitCode.CLEAN if judging.allow_empty else ExitCode.UNCHECKED
    result = _checked(checklist, chosen(SourceOptions, values).sources, settings, quiet=output.quiet > 0)
    if update and _updated(result.failed_cases):
        result = _checked(checklist, chosen(SourceOptions, values).sources, settings, quiet=True)
    code = result.exit_code(judging.gate(settings))
    _report(result, Run(result.reported, code, settings.fail_on), output)
    _tell(result, output, time.monotonic() - started)
    return code


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _checked(checklist: Checklist, sources: Path | None, settings: Settings, *, quiet: bool) -> Check:
    from provenance.checking import check as run_check

    with progress(quiet=quiet) as tell:
        result = run_check(checklist, settings, sources=sources, tell=tell)
    for message in result.broken:
        complain(message)
    return result


def _report(result: Check, run: Run, output: OutputOptions) -> None:
    """Write the reports. The text report leaves out the cases in which all is as expected."""
    failed = {outcome.case.name for outcome in result.failed_cases}
    passed = [outcome.case.name not in failed for outcome in result.cases]
    shown = [trace for n, trace in enumerate(run.traces) if n >= len(result.cases) or not passed[n]]
    for target in output.targets:
        traces = tuple(shown) if target.format == "text" else run.traces
        if traces or target.file or target.format != "text":
            write_reports(replace(run, traces=traces), replace(output, format_=(target,), output=None))


def _tell(result: Check, output: OutputOptions, seconds: float) -> None:
    """Say what is not as expected in the cases, and what was checked: with the text report, else on standard error."""
    from provenance.cases.telling import told_case

    lines = [
        part for outcome in result.failed_cases for part in (told_case(outcome), _how_to_accept(outcome))
    ]
    if output.quiet < 1 or lines:
        lines.append(_summary(result, seconds))
    text = "".join(f"{line}\n" for line in lines)
    if any(target.format == "text" and target.file is None for target in output.targets):
        write(text)
    else:
        click.echo(text, err=True, nl=False)


def _how_to_accept(outcome: CaseOutcome) -> str:
    return f"  to accept: provenance check --update {one_line(str(outcome.case.folder))}\n"


def _summary(result: Check, seconds: float) -> str:
    excerpts = sum(len(trace.excerpts) for trace in result.reported)
    failed = len(result.failed_cases)
    parts = [
        counted(len(result.cases), "case") + (f" ({failed} not as expected)" if failed else ""),
        counted(len(result.traces), "article"),
        counted(excerpts, "excerpt"),
        counted(result.source_count, "source"),
        f"{seconds:.1f} s",
    ]
    return f"checked {' · '.join(parts)}"


def _updated(failed: tuple[CaseOutcome, ...]) -> bool:
    """Write what is new to the findings.toml of the cases; whether any file changed."""
    from provenance.cases.reading import FINDINGS_FILE
    from provenance.cases.writing import updated

    changed = False
    for outcome in failed:
        path = outcome.case.folder / FINDINGS_FILE
        before = path.read_text("utf-8")

        def agreed(number: int, outcome: CaseOutcome = outcome) -> bool:
            return _agreed(outcome, number)

        after = updated(before, outcome, may_change=agreed)
        if after != before:
            path.write_text(after, "utf-8")
            changed = True
    return changed


def _agreed(outcome: CaseOutcome, number: int) -> bool:
    """Whether a person wants an entry written anew. Where nobody can be asked, it stays."""
    from provenance.cases.telling import title, told

    if not sys.stdin.isatty():
        return False
    click.echo(f"{title(outcome, number)}\n{told(outcome.excerpts[number - 1])}", err=True)
    return click.confirm("Write this entry anew?", default=False, err=True)
