"""Writing reports where they are to go, and progress for people who wait: on standard error, on a terminal only."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import click

from provenance.cli.environment import view_of
from provenance.errors import ConfigurationError
from provenance.findings.trace import Trace
from provenance.reporting.cleaning import one_line
from provenance.reporting.reporter import COPIES, SIDE_BY_SIDE_FROM, View, find_reporter
from provenance.reporting.run import Run

if TYPE_CHECKING:
    from provenance.cli.options import OutputOptions, Target
    from provenance.configuration.settings import Settings

_STOPS = frozenset(".!?:…")

_READ = ("articles", "paths", "quotation", "source", "trace", "config")  # parameters that name what is read

_PATIENCE = 1.0  # seconds before progress is shown


def with_offered_fixes(
    traces: Iterable[Trace], settings: "Settings", options: "OutputOptions"
) -> tuple[Trace, ...]:
    """The traces, their findings with the fixes that they have where a report is wanted that shows them."""
    if not options.shows_fixes:
        return tuple(traces)
    from provenance.fixes.offering import with_fixes

    return tuple(with_fixes(trace, settings=settings) for trace in traces)


def write_reports(run: Run, options: "OutputOptions", *, brief: bool = False) -> None:
    """Write every report that was asked for; one that cannot be written keeps no other back."""
    failed = []
    for target in options.targets:
        if target == ("text", None) and not run.traces and run.troubles:
            continue  # what is to be said of such a run stands on standard error
        try:
            _write_report(run, target, view_of(options, target.file)._replace(brief=brief))
        except ConfigurationError as error:
            failed.append(error)
    if failed:
        raise failed[0]


def _write_report(run: Run, target: "Target", view: View) -> None:
    if target.format == "text" and view.side_by_side and view.width < SIDE_BY_SIDE_FROM:
        complain(
            f"--side-by-side needs {SIDE_BY_SIDE_FROM} columns, here are {view.width}; COLUMNS=120 sets more"
        )
    _check_target(run, target)
    write(find_reporter(target.format)(run, view), target.file)
    if target.format == "github":
        _append_job_summary(run)


def _check_target(run: Run, target: "Target") -> None:
    """Check that a report overwrites no article and no source, and that what is no text goes to a file."""
    if target.file is None:
        if target.format in COPIES:
            raise ConfigurationError(f"{target.format} is no text; write --format {target.format}:FILE.")
        return
    read = [trace.article.document.origin for trace in run.traces]
    read += [item.witness.document.origin for trace in run.traces for item in trace.excerpts if item.witness]
    if any(_is_same(name, target.file) for name in read):
        raise ConfigurationError(f"{target.file} is the article itself, or a source; choose another file.")


def _check_spared(file: Path) -> None:
    """Check that nothing is overwritten that the command was given to read, nor what says what a folder holds."""
    from provenance.configuration.settings import FILE_NAME, PROJECT_FILE_NAME
    from provenance.sources.storage.manifest import MANIFEST_NAME

    context = click.get_current_context(silent=True)
    values = [context.params.get(name) or () for name in _READ] if context else []
    named = [str(name) for value in values for name in (value if isinstance(value, tuple) else (value,))]
    read = any(_is_same(name.rpartition(sign)[2], file) for name in named for sign in ("=", "\0"))
    if read or (file.name in {MANIFEST_NAME, FILE_NAME, PROJECT_FILE_NAME} and file.exists()):
        raise ConfigurationError(f"{file} is no report and would be lost; choose another file.")


def _is_same(name: str, file: Path) -> bool:
    return Path(name).is_file() and file.exists() and file.samefile(name)


def _append_job_summary(run: Run) -> None:
    """GitHub shows few annotations; all findings stand in the summary of the job, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(str(find_reporter("markdown")(run, View())))


def write(text: str | bytes, file: Path | None = None) -> None:
    """Write a report to a file or to standard output, text in UTF-8 whatever the locale says."""
    # A lone surrogate (of a file name that is no UTF-8) becomes \\udc80, which JSON reads back as it was.
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    if file is not None:
        with writing_to(file):
            _check_spared(file)
            file.write_bytes(data)
        return
    if getattr(sys.stdout, "name", "") == os.devnull:  # see `open_streams`
        raise ConfigurationError(
            "Standard output is closed, so nothing was written; open it, or name a file."
        )
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        forget_output()


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Say so, and what to do, where a file or a folder that somebody named cannot be written."""
    try:
        yield
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be written ({error.strerror}); name another.") from error


def forget_output() -> None:
    """The reader of our output went away, which is its right: what is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def open_streams() -> None:
    """Give a stream that was closed before the program began (``>&-``) the null device; a report is not written to it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def complain(message: str) -> None:
    """Say on standard error, in one sentence, what is wrong."""
    with suppress(OSError):  # where nobody reads standard error, there is no other place to say it
        click.echo(f"provenance: {sentence(one_line(message))}", err=True)


def sentence(message: str) -> str:
    """A message with a full stop at its end, unless it ends with a mark or an address of its own."""
    last = message.rpartition(" ")[2]
    return message if last[-1:] in _STOPS or "://" in last else f"{message}."


@contextmanager
def progress(total: int | None = None, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Gives a function that says what is done; of ``total`` things to do, a bar shows how many are left."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich import progress as rich
    from rich.console import Console
    from rich.table import Column

    words = rich.TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, ratio=1))
    bar = (rich.BarColumn(20), rich.MofNCompleteColumn(), rich.TimeRemainingColumn())
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (rich.SpinnerColumn(),) if total is None else bar
    display = rich.Progress(*columns, words, console=console, transient=True, expand=True)
    task = display.add_task("", total=total)
    timer = Timer(_PATIENCE, display.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda said: display.update(task, advance=1, description=one_line(said))
    finally:
        timer.cancel()
        timer.join()
        display.stop()
