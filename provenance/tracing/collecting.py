"""How often cycles are looked for among new objects: seldom while a draft is verified, which makes many and hardly a cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

NEW_OBJECTS: Final = 500_000
"""From how many on they are looked through."""


class Collecting:
    """Sets the threshold of the garbage collector, which is the whole process's, and gives the caller's own back.

    A draft of a megabyte keeps half a million objects for a moment, and Python looks through all of them each time that
    a quarter has come to them: a fifth of the time, for some twenty objects that stand in a cycle.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._calls = 0
        self._before = gc.get_threshold()

    @contextmanager
    def seldom(self) -> Iterator[None]:
        """Collect seldom until the last of several calls, in whatever threads, ends; a higher threshold, and none, stay."""
        with self._lock:
            self._calls += 1
            if self._calls == 1:
                self._before = gc.get_threshold()
                if 0 < self._before[0] < NEW_OBJECTS:
                    gc.set_threshold(NEW_OBJECTS, *self._before[1:])
        try:
            yield
        finally:
            with self._lock:
                self._calls -= 1
                if not self._calls:
                    gc.set_threshold(*self._before)


collecting: Final = Collecting()
"""The one of this process."""
