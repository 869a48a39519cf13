import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper

import pytest

from provenance.cli import main

QUOTED = (
    "The harbour board voted on Monday to close the old pier for four months. It will not reopen before the "
    "inspection in May, the chair said after the meeting."
)
SOURCE = f"<html><body><article><h1>Pier to close</h1><p>{QUOTED}</p></article></body></html>"


@pytest.fixture
def desk(tmp_path):
    """A folder with a quotation, a changed one, and their source."""
    (tmp_path / "faithful.txt").write_text(QUOTED, "utf-8")
    (tmp_path / "altered.txt").write_text(QUOTED.replace("not ", ""), "utf-8")
    (tmp_path / "source.html").write_text(SOURCE, "utf-8")
    return tmp_path


def change(path, old, new):
    """Put other words into a file that holds the old ones."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@dataclass(frozen=True)
class Run:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def provenance(monkeypatch):
    """Runs the command line: `provenance(*arguments, cwd=…, stdin=…, env=…)`.

    In this process, which takes a tenth of the time. What only a process of its own can show (pipes, signals, what is
    imported) is tested with one.
    """

    def run(*arguments, cwd=".", stdin="", env=None):
        streams = {name: TextIOWrapper(BytesIO(), "utf-8") for name in ("stdin", "stdout", "stderr")}
        streams["stdin"].buffer.write(stdin.encode())
        streams["stdin"].seek(0)
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
                patch.delenv(name, raising=False)
            for name, value in ({"COLUMNS": "80"} | (env or {})).items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["provenance", *map(str, arguments)])
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as end:
                main()
        return Run(end.value.code, _written(streams["stdout"]), _written(streams["stderr"]))

    return run


def _written(stream):
    stream.flush()
    return stream.buffer.getvalue().decode()
