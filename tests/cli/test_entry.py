"""The command line as a whole: help, errors, pipes, interruption, what it loads."""

import errno
import os
import re
from pathlib import Path

import pytest

from provenance.cli.entry import COMMANDS
from tests.cli.conftest import SOURCE


def test_help_is_enough_to_work_from(provenance):
    run = provenance("--help")
    assert run.returncode == 0
    listed = set(re.findall(r"^  ([a-z]+) ", run.stdout.partition("Commands:")[2], re.MULTILINE))
    assert listed == {*COMMANDS}
    shown = set(re.findall(r"^ +provenance ([a-z]+) ", run.stdout, re.MULTILINE))
    assert {*COMMANDS} - shown == {"config", "export", "index", "languages", "report"}
    assert all(f"\n    {code}  " in run.stdout for code in range(4))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(provenance, command):
    run = provenance(command, "--help")
    assert run.returncode == 0
    assert run.stdout.startswith(f"Usage: provenance {command}")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["trace"], "Missing argument"),
        (["trace", "--frmat", "json", "x"], "--format"),
        (["trace", "--format", "jsn", "x"], "text, json"),
        (["trace", "--fail-on", "huge", "x"], "'never'"),
        (["trace", "missing.html", "--offline"], "missing.html does not exist"),
        (["trace", "altered.txt", "--source", "missing.html"], "does not exist; give a file, a folder"),
        (["trace", "altered.txt", "--sources", "missing"], "missing is no folder of saved sources"),
        (["trace", "altered.txt", "--select", "OMI209"], "did you mean OMI20"),
        (["trace", "binary.html", "--offline"], "is not text"),
        (
            ["trace", "altered.txt", "--source", "source.html", "-o", "no/such/folder.txt"],
            "cannot be written",
        ),
        (["trace", "https://courier.example/pier", "--offline"], "stands on the network"),
        (["trace", ""], "An empty name names no article"),
        (["trace", "http://[::1"], "http://[::1 is no file; only `provenance trace` reads addresses"),
        (["trace", "ftp://courier.example/pier"], "ftp://courier.example/pier is no file"),
        (["detect", "https://courier.example/pier"], "only `provenance trace` reads addresses"),
        (["check", "https://courier.example/pier"], "https://courier.example/pier is an address"),
        (["check", ""], "an empty name names no file"),
        (["index", ""], "an empty name names no file"),
        (["export", "", "--to", "a.warc"], "an empty name names no file"),
        (["trace", "altered.txt", "--sources", ""], "an empty name names no file"),
        (["trace", "altered.txt", "--sources", "a", "--sources", "b"], "a and b are two folders"),
        (["save", "altered.txt", "--sources", "a", "--sources", "b"], "a and b are two folders"),
        (["trace", "altered.txt", "--lang", "english"], "'english' is no language"),
        (["detect", "altered.txt", "--lang", ""], "'' is no language"),
        (["compare", "-", "-"], "Only one of"),
        (["compare", "faithful.txt", "missing.html"], "missing.html does not exist"),
        (["compare", "empty.html", "source.html"], "holds no words"),
        (["compare", "faithful.txt", "empty.html"], "holds no words"),
        (["detect", "missing.html"], "missing.html does not exist"),
        (["explain", "OMI"], None),
        (["explain", "OMX202"], "did you mean OMI202?"),
        (["unheard-of"], "There is no command"),
    ],
)
def test_what_goes_wrong_is_one_clear_sentence(provenance, desk, arguments, hint):
    (desk / "binary.html").write_bytes(bytes(range(256)) * 40)
    (desk / "empty.html").write_text("  \n")
    run = provenance(*arguments, cwd=desk)
    assert "Traceback" not in run.stderr
    if hint is None:
        assert run.returncode == 0
        return
    assert run.returncode == 2
    assert hint in run.stderr
    assert run.stdout == ""


@pytest.mark.parametrize("flags", [[], ["--allow-empty"]])
def test_a_folder_without_articles_is_not_green_unless_that_is_allowed(provenance, tmp_path, flags):
    run = provenance("trace", tmp_path, "--offline", *flags)
    assert run.returncode == (0 if flags else 3)
    assert "holds no article" in run.stderr


def test_an_article_without_text_is_not_green_unless_that_is_allowed(provenance, tmp_path):
    (tmp_path / "empty.html").write_text("  \n")
    run = provenance("trace", "empty.html", "--offline", cwd=tmp_path)
    assert run.returncode == 3
    assert run.stderr == "provenance: empty.html holds no text; check that it is the page you mean.\n"
    assert provenance("trace", "empty.html", "--offline", "--allow-empty", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("command", ["trace", "detect", "save", "check"])
def test_a_folder_without_articles_ends_with_3_and_a_sentence(provenance, tmp_path, command):
    (tmp_path / "posts").mkdir()
    run = provenance(command, "posts", cwd=tmp_path)
    assert run.returncode == 3
    (sentence,) = run.stderr.splitlines()
    assert sentence.startswith("provenance: posts holds no ")


@pytest.mark.parametrize("command", ["trace", "detect", "check"])
def test_one_unreadable_article_ends_no_run_and_is_named(provenance, desk, command):
    (desk / "posts").mkdir()
    (desk / "posts/binary.txt").write_bytes(bytes(range(256)) * 40)
    (desk / "posts/post.md").write_text(
        "[The paper](https://paper.example/pier) reports:\n\n> The harbour board voted on Monday to close "
        "the new pier for four months.\n",
        "utf-8",
    )
    (desk / "saved").mkdir()
    (desk / "saved/pier.html").write_text(
        SOURCE.replace(
            "<body>", '<head><link rel="canonical" href="https://paper.example/pier"></head><body>'
        ),
        "utf-8",
    )
    options = {"trace": ["--sources", "saved", "--offline"], "check": ["--sources", "saved"], "detect": []}
    run = provenance(command, "posts", *options[command], cwd=desk)
    assert run.returncode == 2
    assert run.stderr.count("posts/binary.txt is not text") == 1
    assert ("new pier" if command == "detect" else "“old” became “new”") in run.stdout


def test_a_check_counts_what_it_could_not_read(provenance, desk):
    (desk / "posts").mkdir()
    (desk / "posts/binary.txt").write_bytes(bytes(range(256)) * 40)
    (desk / "posts/post.md").write_text("Nobody is quoted.\n", "utf-8")
    run = provenance("check", "posts", cwd=desk)
    assert re.search(
        r"^1 article · 0 excerpts · .*\nchecked against 0 sources · .* · 1 not checked$",
        run.stdout,
        re.MULTILINE,
    )


@pytest.mark.parametrize("name", ["json", "jsonl", "junit", "sarif", "github", "markdown", "html"])
def test_what_could_not_be_traced_stands_in_the_reports_for_programs(provenance, tmp_path, name):
    run = provenance("trace", "missing.md", "--offline", "--format", name, cwd=tmp_path)
    assert run.returncode == 2
    assert "missing.md does not exist" in run.stdout


@pytest.mark.parametrize("command", ["trace", "detect", "save", "check"])
def test_a_folder_that_may_not_be_looked_into_is_an_error(provenance, tmp_path, monkeypatch, command):
    def refused(_):
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "posts").mkdir()
    monkeypatch.setattr(Path, "iterdir", refused)
    run = provenance(command, "posts", cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr == "provenance: posts cannot be read (Permission denied); check the folder.\n"


@pytest.fixture
def locked(monkeypatch):
    """Makes a folder one that may not be looked into; to the superuser every folder is open."""
    plain = os.scandir

    def lock(folder):
        def refused(path="."):
            if Path(path) == folder:
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return plain(path)

        monkeypatch.setattr(os, "scandir", refused)

    return lock


@pytest.mark.parametrize("command", ["trace", "detect", "save", "check"])
def test_a_folder_below_that_may_not_be_looked_into_is_named_and_ends_no_run(
    provenance, tmp_path, locked, command
):
    (tmp_path / "posts/2031/drafts").mkdir(parents=True)
    (tmp_path / "posts/plain.txt").write_text("Nobody is quoted here.\n")
    locked(tmp_path / "posts/2031")
    options = ["--offline"] if command == "trace" else []
    run = provenance(command, "posts", *options, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr.count("posts/2031 cannot be read") == 1
    assert "plain.txt" in run.stdout or command in {"check", "save"}


@pytest.mark.parametrize("name", [".git", "node_modules", "media/raw"])
def test_a_locked_folder_in_which_no_article_is_looked_for_stays_unnamed(provenance, tmp_path, locked, name):
    (tmp_path / name).mkdir(parents=True)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/plain.txt").write_text("Nobody is quoted here.\n")
    (tmp_path / "provenance.toml").write_text('articles = ["posts/**/*.txt", "media/*.txt"]\n')
    locked(tmp_path / name)
    run = provenance("detect", ".", cwd=tmp_path)
    assert "cannot be read" not in run.stderr
    assert run.stdout == "posts/plain.txt\n0 excerpts\n"


def test_what_the_system_refuses_is_no_fault_of_the_program(provenance, tmp_path, monkeypatch):
    def refused(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", refused)
    run = provenance("config", cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr == "provenance: provenance.toml cannot be used (Permission denied).\n"
