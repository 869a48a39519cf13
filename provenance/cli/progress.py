"""Progress for people who wait: on standard error, on a terminal only, and not before a second has passed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 1.0  # seconds


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Gives a function that says what is being done now."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    status = Console(stderr=True, highlight=False, markup=False, emoji=False).status(Text())
    timer = Timer(_PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda words: status.update(Text(words))
    finally:
        timer.cancel()
        timer.join()
        status.stop()
