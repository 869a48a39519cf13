"""`--resume FILE`: a report that grows with each article, and goes on where a run was broken off."""

import json

import pytest

from tests.cli.conftest import QUOTED, SOURCE

WORDS = {"a": QUOTED, "b": QUOTED.replace("not ", ""), "c": QUOTED.replace("Monday", "Tuesday")}


@pytest.fixture
def site(tmp_path):
    posts = tmp_path / "posts"
    posts.mkdir()
    for name, words in WORDS.items():
        (posts / f"{name}.html").write_text(
            f"<html lang=en><p><a href='https://harbour.example/pier'>The Harbour Post</a> reports:</p><blockquote>{words}</blockquote>"
        )
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "pier.html").write_text(
        SOURCE.replace("<body>", "<link rel=canonical href='https://harbour.example/pier'><body>")
    )
    return tmp_path


COMMANDS = {
    "trace": ("trace", "posts", "--sources", "saved", "--offline"),
    "check": ("check", "posts", "--sources", "saved"),
    "detect": ("detect", "posts"),
    "save": ("save", "posts", "--sources", "saved"),
}
CODES = {"trace": 1, "check": 1, "detect": 0, "save": 0}


def origins(path):
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    return [row["origin"] for row in rows if row["type"] == "article"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_run_that_was_broken_off_comes_to_the_same_file_and_exit_code(provenance, site, command):
    whole = provenance(*COMMANDS[command], "--resume", "whole.jsonl", cwd=site)
    data = (site / "whole.jsonl").read_bytes()
    part = site / "part.jsonl"
    for cut in (0, 10, data.index(b"posts/b") + 30, len(data) - 5):
        part.write_bytes(data[:cut])
        resumed = provenance(*COMMANDS[command], "--resume", "part.jsonl", cwd=site)
        assert part.read_bytes() == data
        assert resumed.returncode == whole.returncode == CODES[command]


def test_only_what_is_missing_is_traced_and_reported(provenance, site):
    provenance(
        "trace", "posts/a.html", "posts/b.html", *COMMANDS["trace"][2:], "--resume", "r.jsonl", cwd=site
    )
    run = provenance(*COMMANDS["trace"], "--resume", "r.jsonl", "--format", "json", cwd=site)
    # The last article of a file may not be whole, so that it is traced again.
    assert [each["origin"] for each in json.loads(run.stdout)["articles"]] == ["posts/b.html", "posts/c.html"]
    assert origins(site / "r.jsonl") == ["posts/a.html", "posts/b.html", "posts/c.html"]


def test_what_articles_cite_that_were_read_before_is_saved_with_the_rest(provenance, site):
    (site / "posts" / "c.html").write_text("<html lang=en><p>Nothing is quoted here.</p>")
    runs = [provenance(*COMMANDS["save"], "--resume", "r.jsonl", cwd=site) for _ in range(2)]
    assert runs[0].stdout == runs[1].stdout == "kept      https://harbour.example/pier as pier.html\n"
    refused = provenance(*COMMANDS["save"], "--resume", "r.jsonl", "--refresh", cwd=site)
    assert (refused.returncode, "no --refresh" in refused.stderr) == (2, True)


@pytest.mark.parametrize("other", COMMANDS)
def test_what_another_command_has_written_is_refused(provenance, site, other):
    provenance(*COMMANDS[other], "--resume", "r.jsonl", cwd=site)
    same = {other} if other in {"detect", "save"} else {"trace", "check"}
    for command, words in COMMANDS.items():
        run = provenance(*words, "--resume", "r.jsonl", cwd=site)
        assert run.returncode == (CODES[command] if command in same else 2)


def test_what_the_earlier_part_found_decides_on_the_exit_code_too(provenance, site):
    earlier = ("trace", "posts/b.html", *COMMANDS["trace"][2:], "--format", "jsonl:r.jsonl")
    assert provenance(*earlier, cwd=site).returncode == 1
    later = ("trace", "posts/a.html", "posts/b.html", *COMMANDS["trace"][2:], "--resume", "r.jsonl")
    assert provenance(*later, cwd=site).returncode == 1
    assert provenance(*later, "--fail-on", "never", cwd=site).returncode == 0


@pytest.mark.parametrize(
    "text", ["no json\n", '{"type": "article"}\n{"type": "summary"}\n', '{"a": 1}\n', "[]\n"]
)
def test_a_file_that_is_no_such_report_is_refused_and_left_as_it_is(provenance, site, text):
    (site / "other.txt").write_text(text)
    run = provenance(*COMMANDS["trace"], "--resume", "other.txt", cwd=site)
    assert run.returncode == 2
    assert (
        run.stderr
        == "provenance: other.txt is no JSON-lines report of this command; name one, or a file that does not exist yet.\n"
    )
    assert (site / "other.txt").read_text() == text


def test_a_baseline_cannot_be_resumed(provenance, site):
    run = provenance(*COMMANDS["check"], "--resume", "r.jsonl", "--write-baseline", "b.json", cwd=site)
    assert (run.returncode, "no baseline" in run.stderr) == (2, True)


def test_detection_by_two_processes_is_the_same(provenance, site):
    runs = [provenance("detect", "posts", "--format", "json", "--jobs", jobs, cwd=site) for jobs in (1, 2)]
    assert runs[0] == runs[1]
    assert len(json.loads(runs[0].stdout)["articles"]) == 3
