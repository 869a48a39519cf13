import io
import time

import pytest

from provenance.cli import output as module
from provenance.cli.output import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def waiting_at_a_terminal(monkeypatch):
    """A terminal as standard error, and little patience. No fixture: capturing would put its own in place again."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(module, "_PATIENCE", 0.1)
    monkeypatch.setenv("TERM", "xterm")
    return terminal


def test_who_waits_is_told(monkeypatch):
    stderr = waiting_at_a_terminal(monkeypatch)
    with progress(quiet=False) as tell:
        tell("Tracing [bold]pier[/bold].html")
        time.sleep(0.6)
    assert "Tracing [bold]pier[/bold].html" in stderr.getvalue()


@pytest.mark.parametrize(("quiet", "wait"), [(True, 0.3), (False, 0)])
def test_who_does_not_wait_or_care_is_left_alone(monkeypatch, quiet, wait):
    stderr = waiting_at_a_terminal(monkeypatch)
    with progress(quiet=quiet) as tell:
        tell("Tracing pier.html")
        time.sleep(wait)
    assert "pier" not in stderr.getvalue()


def test_nothing_is_said_where_there_is_no_terminal(capsys):
    with progress(quiet=False) as tell:
        tell("Tracing pier.html")
    assert capsys.readouterr().err == ""


def test_a_bar_says_what_was_done_last_and_how_much_is_left(monkeypatch):
    stderr = waiting_at_a_terminal(monkeypatch)
    with progress(7) as tell:
        time.sleep(0.2)
        tell("https://ledger.example/[bold]pier\x1b[2J")
        tell("https://ledger.example/quay")
        time.sleep(0.3)
    assert "2/7" in stderr.getvalue()
    assert "https://ledger.example/quay" in stderr.getvalue()
    assert "\x1b[2J" not in stderr.getvalue()


def test_no_bar_is_drawn_where_there_is_no_terminal(capsys):
    with progress(7) as tell:
        tell("https://ledger.example/pier")
    assert capsys.readouterr().err == ""
