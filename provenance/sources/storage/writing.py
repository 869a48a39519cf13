"""Writing files so that they are there whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def atomically(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose bytes become the file at ``path`` when all of them are on the disk, even if the machine stops.

    Raises:
        OSError: If it cannot be written; no temporary file is left behind.
    """
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
    """Write a file whole or not at all.

    Raises:
        OSError: If it cannot be written; no temporary file is left behind.
    """
    with atomically(path) as stream:
        stream.write(data)
