"""Progress for people who wait: on standard error, on a terminal only, and not before a second has passed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

from provenance.reporting.cleaning import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.status import Status

_PATIENCE = 1.0  # seconds


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Gives a function that says what is being done now."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.text import Text

    status = _console().status(Text())
    with _after_a_while(status):
        yield lambda words: status.update(Text(words))


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[str], None]]:
    """Gives a function that says what was done last, of so many things to do; a bar shows how many are left."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    words = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, ratio=1))
    columns = (BarColumn(20), MofNCompleteColumn(), TimeRemainingColumn(), words)
    bar = Progress(*columns, console=_console(), transient=True, expand=True)
    task = bar.add_task("", total=total)
    with _after_a_while(bar):
        yield lambda done: bar.update(task, advance=1, description=one_line(done))


@contextmanager
def _after_a_while(display: Status | Progress) -> Iterator[None]:
    """Shows a display when a second has passed, until the work is done."""
    timer = Timer(_PATIENCE, display.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        display.stop()


def _console() -> Console:
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)
