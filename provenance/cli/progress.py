"""Progress for people who wait: on standard error, on a terminal only, and not before a second has passed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from provenance.reporting.cleaning import one_line

_PATIENCE = 1.0  # seconds


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
