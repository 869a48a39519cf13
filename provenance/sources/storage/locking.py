"""One writer at a time, among processes; the lock is gone when its holder is."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
    import time

    def _acquire(stream: IO[bytes]) -> None:
        while True:
            try:
                msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(0.05)
            else:
                return

    def _release(stream: IO[bytes]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _acquire(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX)

    def _release(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at ``path``, which is there while it is held; waits as long as another process holds it.

    The operating system gives the lock up when its holder ends, killed or not.
    """
    stream = _locked_stream(path)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes no file that is open; the next holder tries again
            path.unlink()
        _release(stream)
        stream.close()


def _locked_stream(path: Path) -> IO[bytes]:
    """The lock file, held. Whoever waited for one that was removed meanwhile begins again with its successor."""
    while True:
        stream = path.open("ab")
        _acquire(stream)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(stream.fileno()), path.stat()):
                return stream
        _release(stream)
        stream.close()
