"""Work on hostile data in a process of its own, which a fault of a native library ends alone."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

_LIMITED = Path(__file__).with_name("limited.py")


class Limits(NamedTuple):
    """What a child process may take. Memory and processor time are held by the system where it can (not on Windows)."""

    memory: int = 150_000_000  # bytes of address space beyond those of the interpreter
    processor: int = 20  # seconds of processor time
    clock: int = 60  # seconds by the clock, however busy the machine is
    output: int = 20_000_000  # bytes that it may answer with


class ChildError(Exception):
    """The child gave no answer. The message goes on after a name: "takes too long"."""


def run_child(script: Path, data: bytes, limits: Limits) -> bytes:
    """Run a script of this package, as ``__main__``, on data; give what it writes.

    It finds its modules where this process does, never in the working directory, and is held to its limits before it
    looks at the data. It imports nothing of this package, so that it starts fast. A ChildError if it fails, dies, or
    passes a limit.
    """
    paths = [path for path in sys.path if path]
    order = {"script": str(script), "paths": paths, **limits._asdict()}
    command = [sys.executable, "-I", str(_LIMITED), json.dumps(order)]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        given.write(data)
        given.seek(0)
        try:
            run = subprocess.run(  # noqa: S603 -- this interpreter and a file of this package
                command,
                stdin=given,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                timeout=limits.clock,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ChildError("takes too long") from error
        except OSError as error:
            raise ChildError(
                f"needs a process of its own, and none can be started ({error.strerror})"
            ) from error
        if run.returncode:
            raise ChildError("takes more time or memory than it may, or breaks its reader")
        answer.seek(0)
        written = answer.read(limits.output + 1)
    if len(written) > limits.output:
        raise ChildError("says more than can be read")
    return written
