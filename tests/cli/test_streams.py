"""What ends a run from outside: a fault, a full disk, a closed pipe, an interruption; and what a run loads."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

LISTING = (
    "import sys; before = {*sys.modules}; from provenance.cli import main\n"
    "try: main()\nfinally: print(*sorted(sys.modules.keys() - before), file=sys.stderr)"
)


def test_an_internal_error_is_a_sentence_and_v_shows_more(desk):
    code = (
        "import sys; sys.argv = ['provenance', 'compare', 'faithful.txt', 'source.html', *sys.argv[1:]]\n"
        "import provenance.cli.trace as module\n"
        "module.load = lambda name: 1 / 0\n"
        "from provenance.cli import main; main()"
    )
    plain, verbose = (
        subprocess.run(
            [sys.executable, "-c", code, *flags], cwd=desk, capture_output=True, text=True, check=False
        )
        for flags in ([], ["-v"])
    )
    assert (plain.returncode, verbose.returncode) == (2, 2)
    assert plain.stderr.startswith("provenance: internal error (ZeroDivisionError")
    assert "Traceback" not in plain.stderr
    assert verbose.stderr.startswith("Traceback")
    assert verbose.stderr.endswith(plain.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize(
    "arguments", [["--help"], ["explain", "OMI202"], ["compare", "faithful.txt", "source.html"]]
)
def test_a_full_disk_is_told_as_such(desk, arguments):
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "provenance", *arguments],
            cwd=desk,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr == "provenance: the output cannot be written (No space left on device).\n"


@pytest.mark.parametrize("closing", ["<&-", "2>&-", "<&- 2>&-", ">&- -o report.txt", ">/dev/null"])
def test_a_stream_that_is_closed_from_the_start_is_no_error(desk, closing):
    command = f'"{sys.executable}" -m provenance compare faithful.txt source.html {closing}'
    run = subprocess.run(command, shell=True, cwd=desk, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_a_patch_that_nobody_can_have_is_an_error(desk):
    said = "The harbour board voted on Monday to close the old pier for four months. It will reopen before the inspection in May"
    (desk / "altered.txt").unlink()  # it has the words
    (desk / "post.md").write_text(f"The chair said: “{said}.”\n", "utf-8")
    command = f'"{sys.executable}" -m provenance fix post.md --sources . '
    codes = [
        subprocess.run(f"{command}{end}", shell=True, cwd=desk, capture_output=True, check=False).returncode
        for end in ("", ">&-")
    ]
    assert codes == [1, 2]


@pytest.mark.parametrize(
    ("closing", "complaint"),
    [
        (">&-", "provenance: Standard output is closed, so nothing was written; open it, or name a file.\n"),
        ("<&- >&- 2>&-", ""),
    ],
)
def test_a_report_that_nobody_can_have_is_an_error(desk, closing, complaint):
    command = f'"{sys.executable}" -m provenance compare faithful.txt source.html {closing}'
    run = subprocess.run(command, shell=True, cwd=desk, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (2, complaint)


@pytest.mark.parametrize("arguments", [["--help"], ["explain", "OMI202"], ["check", "missing"]])
def test_nobody_who_reads_is_no_finding(desk, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, "-m", "provenance", *arguments],
        cwd=desk,
        stdout=writing,
        stderr=writing,
        check=False,
    )
    os.close(writing)
    assert run.returncode == (2 if "missing" in arguments else 0)


def test_a_closed_pipe_ends_quietly(desk):
    (desk / "long.txt").write_text("Words, many words, more words than a pipe can hold.\n\n" * 3000, "utf-8")
    arguments = ["detect", "long.txt", "--format", "json", "--with-text"]
    with subprocess.Popen(
        [sys.executable, "-m", "provenance", *arguments],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        complaint = process.stderr.read()
    assert process.returncode == 3  # such a text quotes nobody
    assert complaint == b""


WAITING = """
import sys, time
sys.argv = ["provenance", "detect", "-"]
import provenance.cli.detect as module
module.attempt_each = lambda names, attempt, jobs, each: (print("ready", flush=True), time.sleep(60))
from provenance.cli import main
main()
"""


def test_an_interruption_ends_with_130_and_no_traceback():
    with subprocess.Popen(
        [sys.executable, "-c", WAITING], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        complaint = process.stderr.read()
    assert process.returncode == 130
    assert complaint.split(b"\n") == [b"", b"provenance: interrupted.", b""]  # the first ends the line of ^C


TRACING = """
import os, signal, sys
import provenance.cli.trace as module
outcome, number = module._outcome, iter((1, 2))
def interrupted(state, opened):
    if next(number) == 2:
        os.kill(os.getpid(), signal.SIGINT)
    return outcome(state, opened)
module._outcome = interrupted
from provenance.cli import main
main()
"""


def test_an_interruption_keeps_the_report_of_what_is_traced(desk):
    arguments = ["trace", "source.html", "faithful.txt", "--offline", "--allow-empty"]
    command = [sys.executable, "-c", TRACING, *arguments]
    run = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    assert run.returncode == 130
    assert run.stderr == "provenance: interrupted; what was traced until then is reported.\n"
    assert "1 article" in run.stdout


IMPORTING = """
import os, runpy, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
runpy.run_module("provenance", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["click", "provenance.cli.entry", "provenance.reporting.reporter"])
def test_an_interruption_while_modules_are_imported_shows_no_traceback(module):
    command = [sys.executable, "-c", IMPORTING, module]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (130, "\nprovenance: interrupted.\n")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["explain", "OMI202"], ["compare", "faithful.txt", "altered.txt"]],
    ids=["help", "explain", "compare"],
)
def test_light_commands_load_neither_the_network_nor_the_extractor(desk, arguments):
    run = subprocess.run(
        [sys.executable, "-c", LISTING, *arguments], cwd=desk, capture_output=True, text=True, check=False
    )
    loaded = set(run.stderr.splitlines()[-1].split())
    assert "provenance.cli.entry" in loaded
    assert not loaded & {"httpx", "trafilatura", "httpcore", "ssl", "htmldate", "rich.markdown"}
    assert not loaded & {"lxml", "w3lib", "markdown_it", "jinja2", "zipfile", "email", "sqlite3"}
    assert not loaded & {
        "provenance.excerpts.detect",
        "provenance.sources.catalogue",
        "provenance.tracing.tracer",
    }


def test_python_m_provenance_is_the_same_command(desk):
    command = [sys.executable, "-m", "provenance", "compare", "faithful.txt", "source.html"]
    run = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert "1 verbatim" in run.stdout


def test_results_go_to_standard_output_and_nothing_else_does(provenance, desk):
    run = provenance("detect", "faithful.txt", cwd=desk)
    assert (run.stdout, run.stderr) == ("faithful.txt\n0 excerpts\n", "")
