"""Writing files so that they are there whole or not at all, by one process at a time."""

import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def atomically(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose bytes become a file once on the disk, whatever stops; an OSError, and no file, if it cannot be written."""
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; an OSError if it cannot be written; no temporary file is left behind."""
    with atomically(path) as stream:
        stream.write(data)


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
