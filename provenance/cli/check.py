"""``provenance check``: the CI check on saved originals. Nothing here can reach a network."""

import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli.environment import is_ci
from provenance.cli.options import (
    JudgingOptions,
    OutputOptions,
    chosen,
    configured,
    file_option,
    flag,
    jobs_option,
    judging_options,
    output_options,
    resume_option,
    sources_option,
)
from provenance.cli.output import complain, progress, with_offered_fixes, write, write_reports, writing_to
from provenance.cli.parameters import PATH
from provenance.cli.resuming import ResumedReport, resumed_traces
from provenance.configuration.settings import DEFAULT_SOURCES, Settings, configured_place
from provenance.errors import ConfigurationError
from provenance.files.reading import is_inside
from provenance.findings.trace import Trace
from provenance.reporting.cleaning import one_line
from provenance.reporting.run import Earlier
from provenance.reporting.summary import counted, not_traced

if TYPE_CHECKING:
    from provenance.cases.check import Check, Checklist
    from provenance.cases.comparing import CaseOutcome

_EPILOG = """\b
Examples:
  provenance check fixtures/
  provenance check content/ --sources saved/
  provenance check content/ --write-baseline baseline.json
  provenance check content/ --format github --format sarif:provenance.sarif
  provenance check fixtures/cases/reports/tuesday --update
"""


@click.command(short_help="Check saved articles and cases, offline.", epilog=_EPILOG)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=PATH)
@sources_option("The folder of saved originals; by default the configured one, or ./sources.")
@flag("--update", "Write to findings.toml what is new; ask before an entry is changed.")
@file_option("--baseline", purpose="Findings that are known of old: they are counted and fail nothing.")
@file_option("--write-baseline", purpose="Write the findings of today as a baseline, and let them pass.")
@judging_options
@jobs_option
@resume_option
@output_options
def check(paths: tuple[Path, ...], *, update: bool, jobs: int | None, **values: Any) -> int:  # noqa: ANN401 -- what click read
    """Check PATH: cases against their findings.toml, other articles against their saved originals. Never a network.

    Without PATH the articles are checked that the configuration names. A folder that holds a case.toml is a case. Any
    other article fails on findings at or above --fail-on. The report shows what somebody should look at; -v shows every
    excerpt.
    """
    from provenance.cases.check import collect, collect_configured, with_records
    from provenance.cases.writing import write_baseline

    started = time.monotonic()
    judging, output = chosen(JudgingOptions, values), chosen(OutputOptions, values)
    settings = _with_sources(configured(judging), values["sources"])
    settings = replace(settings, baseline=values["baseline"] or _configured_baseline(settings))
    resume = values["resume"]
    _check_wish(update=update, resumed=resume, with_baseline=settings.baseline or values["write_baseline"])
    checklist = collect(paths, settings) if paths else collect_configured(settings)
    with resumed_traces(resume, with_text=output.with_text) as report:
        missing = report.missing(checklist.articles)
        # Of a part of the articles nobody can say that an acceptance is unused.
        complete = checklist.complete and missing == checklist.articles
        checklist = checklist._replace(articles=missing, complete=complete)
        found = _checked(checklist, settings, output, update=update, jobs=jobs, report=report)
    if path := values["write_baseline"]:
        with writing_to(path):
            number = write_baseline(path, found.traces)
        click.echo(f"wrote {one_line(str(path))}: {counted(number, 'finding')}", err=True)
        settings = replace(settings, baseline=path)
    result = with_records(found, checklist, settings)
    result = replace(result, traces=with_offered_fixes(result.traces, settings, output))
    run = result.run(judging.gate(settings))
    write_reports(run, output, brief=output.verbose == 0)
    for trouble in run.troubles:
        complain(trouble)
    _tell(result, output, time.monotonic() - started)
    return run.exit_code


def _check_wish(*, update: bool, resumed: Path | None, with_baseline: Path | None) -> None:
    """Refuse options that mean nothing together, or here."""
    if update and is_ci():
        raise ConfigurationError(
            "--update is refused under CI: expectations are a person's; run it on your own machine."
        )
    if resumed and (update or with_baseline):
        raise ConfigurationError("--resume knows no --update and no baseline; check without, or all at once.")


def _with_sources(settings: Settings, named: Path | None) -> Settings:
    """The settings with the folder of saved sources: the one named, the configured one, or ./sources if there is one."""
    usual = DEFAULT_SOURCES if DEFAULT_SOURCES.is_dir() and is_inside(DEFAULT_SOURCES, [Path()]) else None
    return replace(settings, sources=named or configured_place(settings, "sources") or usual)


def _configured_baseline(settings: Settings) -> Path | None:
    """The configured baseline; None, which is said, where none is written yet."""
    path = configured_place(settings, "baseline")
    if path is None or path.exists():
        return path
    complain(f"{path} is not there, so nothing is known of old; --write-baseline {path} writes it.")
    return None


def _checked(
    checklist: "Checklist",
    settings: Settings,
    output: OutputOptions,
    *,
    update: bool,
    jobs: int | None,
    report: ResumedReport[Trace, Earlier],
) -> "Check":
    from provenance.cases.check import check as run_check

    if update:
        _begin_expectations(checklist.cases)
    with progress(quiet=output.quiet > 0) as tell:
        result = run_check(checklist, settings, jobs=jobs, tell=tell, each=report.add)
    if update and _updated(result.failed_cases):
        result = run_check(checklist, settings, jobs=jobs)
    return replace(result, earlier=tuple(report.earlier))


def _tell(result: "Check", output: OutputOptions, seconds: float) -> None:
    """Say what was checked: below the text report, else on standard error, with what is not as expected in cases."""
    to_stdout = any(target.format == "text" and target.file is None for target in output.targets)
    lines = [] if to_stdout else list(map(_differing, result.failed_cases))
    if output.quiet < 1 or lines:
        lines.append(_summary(result, seconds, below_report=to_stdout and bool(result.reported)))
    text = "".join(f"{line}\n" for line in lines)
    if to_stdout:
        write(text)
    else:
        click.echo(text, err=True, nl=False)


def _differing(outcome: "CaseOutcome") -> str:
    """What is not as expected in a case, what a person wants of it, and the command that takes what was found instead."""
    from provenance.cases.comparing import described

    told, expected = (described(outcome, one) for one in outcome.failed), outcome.expectations
    why, command = f"  why: {one_line(expected.why)}", f"  to accept: {one_line(expected.command)}\n"
    return "\n".join([*told, why, command])


def _summary(result: "Check", seconds: float, *, below_report: bool) -> str:
    """Everything that was checked, and in how much time; below the report, only what its last lines do not say."""
    counts = ((len(result.cases), "case"), (len(result.traces), "article"))
    parts = [counted(number, noun) for number, noun in counts if number] or ["nothing"]
    excerpts, sources = counted(result.excerpt_count, "excerpt"), counted(result.source_count, "source")
    if below_report:
        parts = [f"{excerpts} against {sources}" if result.cases else f"against {sources}"]
    else:
        parts += [excerpts, sources]
    unsaid = [outcome.trace for outcome in result.cases] if below_report else result.reported
    parts += not_traced(sum(len(trace.untraced) for trace in unsaid))
    left = f" · {len(result.broken)} not checked" if result.broken else ""
    return f"checked {' · '.join(parts)} · {seconds:.1f} s{left}"


def _begin_expectations(folders: Iterable[Path]) -> None:
    """Give each case without a findings.toml an empty one, to be filled with what is found."""
    from provenance.cases.reading import FINDINGS_FILE

    for path in (folder / FINDINGS_FILE for folder in folders):
        with suppress(FileExistsError), path.open("x", encoding="utf-8") as file:  # which follows no link
            file.write("excerpt = []\n")


def _updated(failed: "tuple[CaseOutcome, ...]") -> bool:
    from provenance.cases.reading import FINDINGS_FILE
    from provenance.cases.writing import updated

    changed = False
    for outcome in failed:
        path = outcome.case.folder / FINDINGS_FILE
        before = path.read_text("utf-8")
        after = updated(before, outcome, may_change=partial(_agreed, outcome))
        if after != before:
            path.write_text(after, "utf-8")
            click.echo(f"wrote {one_line(str(path))}", err=True)
            changed = True
    return changed


def _agreed(outcome: "CaseOutcome", number: int) -> bool:
    """Whether a person wants an entry written anew. Where nobody can be asked, it stays."""
    from provenance.cases.comparing import described

    if not sys.stdin.isatty():
        return False
    click.echo(described(outcome, outcome.excerpts[number - 1]), err=True)
    return click.confirm("Write this entry anew?", default=False, err=True)
