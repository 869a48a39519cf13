"""The walk through the example: the same four commands in a clone, and in an empty folder with a live page."""

import re
import shutil
from pathlib import Path

import pytest

from tests.sources.hostile import HostileServer, answer

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/how-to/static-site.md").read_text("utf-8")
PAPER = "https://skerrybaypost.example"


def block(marker):
    return re.search(rf"<!-- {marker} -->\n```\w*\n(.*?)```", PAGE, re.DOTALL)[1]


def timeless(text):
    return re.sub(r"\d+\.\d s$", "", text, flags=re.MULTILINE)


CHANGE, *COMMANDS = block("walk").splitlines()


@pytest.fixture
def clone(tmp_path):
    shutil.copytree(ROOT / "examples/site", tmp_path / "examples/site")
    return tmp_path


@pytest.fixture
def paper(clone):
    """The paper of the post on a server of this machine."""
    (page,) = (clone / "examples/site/saved").glob("skerrybaypost.example-transport-*.html")
    served = HostileServer()
    text = page.read_text("utf-8").replace(PAPER, served.url(""))
    served.routes = {
        "/transport/ferry-timetable": answer(text.encode()),
        "/robots.txt": answer(b"", kind="text/plain"),
    }
    yield served
    served.close()


def test_the_four_commands_end_as_the_readme_says(shell, clone):
    assert len(COMMANDS) == 4
    codes = []
    for command in COMMANDS:
        run = shell(f"{CHANGE}\n{command}", cwd=clone)
        codes.append(run.returncode)
    assert codes == [0, 0, 0, 1]
    assert timeless(run.stdout) == timeless(block("walked"))


def test_the_last_command_says_it_on_one_screen():
    assert len(block("walked").splitlines()) <= 24


def test_in_an_empty_folder_the_pages_are_fetched_first(shell, clone, paper):
    post = (clone / "examples/site/content/posts/ferry.md").read_text("utf-8")
    (clone / "new/content/posts").mkdir(parents=True)
    (clone / "new/content/posts/ferry.md").write_text(post.replace(PAPER, paper.url("")), "utf-8")
    runs = []
    for command in COMMANDS:
        here = f"{command} --allow-private" if " save " in command else command
        runs.append(shell(here, cwd=clone / "new"))
        if " save " in command:
            paper.close()
    saved, green, _, red = runs
    assert [run.returncode for run in runs] == [0, 0, 0, 1], [run.stdout + run.stderr for run in runs]
    assert saved.stdout.startswith("saved ")
    assert green.stdout.startswith("1 article · 1 excerpt: 1 verbatim · no findings\n")
    assert "[-34-]{+43+}" in red.stdout
    assert len(red.stdout.splitlines()) <= 24
