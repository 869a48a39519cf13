"""docs/ci.md on a site of 80 posts, which two processes share: its walk with a baseline, and each line of what users of other tools expect."""

import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli.entry import commands
from tests.articles.generated_posts import sentence

PAGE = (Path(__file__).parents[2] / "docs/ci.md").read_text("utf-8")
SETTINGS = 'articles = ["content/*.md"]\nsources = "saved"\n'
KNOWN = (3, 40, 77)  # posts with an alteration that was there before
NEW = 7  # the post that a pull request alters
COST = "The whole repair will cost £4,200 a month for eleven years, the treasurer said."
ROW = re.compile(r"^\| (ruff|lychee|coverage) \| (.+?) \| (.+) \| (\d) \|$", re.MULTILINE)


def write_site(folder, posts=80, sources=16):
    chance = random.Random(16)
    (folder / "content").mkdir()
    (folder / "saved").mkdir()
    (folder / "provenance.toml").write_text(SETTINGS, "utf-8")
    texts = [" ".join([COST, *(sentence(chance) for _ in range(9))]) for _ in range(sources)]
    for number, text in enumerate(texts):
        page = f'<link rel="canonical" href="{address(number)}"></head><body><article><h1>News</h1><p>{text}</p></article>'
        (folder / f"saved/{number}.html").write_text(f"<html><head>{page}</body></html>", "utf-8")
    for number in range(posts):
        quoted = (
            texts[number % sources].partition(" month ")[0] + " month for eleven years, the treasurer said."
        )
        said = quoted.replace("will cost", "will never cost") if number in KNOWN else quoted
        post = f"# Post {number}\n\nThe [Courier]({address(number % sources)}) reports:\n\n> {said}\n\nThat was all.\n"
        (folder / f"content/post-{number:03}.md").write_text(post, "utf-8")


def address(number):
    return f"https://courier.example/news/{number}"


def invoke(command):
    return CliRunner().invoke(commands, command.split()[1:], standalone_mode=False)


def block(marker):
    return re.search(rf"<!-- site: {marker}[^>]*-->\n```sh\n(.*?)\n```", PAGE)[1]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    write_site(folder)
    return folder


def alter(folder):
    path = folder / f"content/post-{NEW:03}.md"
    path.write_text(path.read_text("utf-8").replace("£4,200", "£2,400"), "utf-8")


def test_the_first_check_writes_a_baseline_and_one_altered_figure_is_one_annotation(archive, monkeypatch):
    monkeypatch.chdir(archive)
    outcome = invoke(block("first"))
    assert outcome.return_value == 0
    assert "80 articles" in outcome.output
    assert f"{len(KNOWN)} known" in outcome.output
    Path("provenance.toml").write_text(SETTINGS + 'baseline = "baseline.json"\n', "utf-8")
    alter(archive)
    outcome = invoke(block("then"))
    assert outcome.return_value == 1
    annotations = [line for line in outcome.stdout.splitlines() if line.startswith(("::error", "::warning"))]
    (annotation,) = annotations
    line = Path(f"content/post-{NEW:03}.md").read_text("utf-8").splitlines()[4]
    column = line.index("2,400") + 1
    place = f"file=content/post-{NEW:03}.md,line=5,endLine=5,col={column},endColumn={column + 4}"
    assert annotation.startswith(f"::error {place},title=ALT303 changed-figure::")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site as the page says, of a few posts: one finding that is known, and one that is new."""
    write_site(tmp_path, 12, 3)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert invoke("provenance check --write-baseline baseline.json").return_value == 0
    Path("provenance.toml").write_text(SETTINGS + 'baseline = "baseline.json"\n', "utf-8")
    shutil.copy("provenance.toml", "other.toml")
    unsaved = "# Unsaved\n\nThe [Herald](https://herald.example/a) reports:\n\n> The bridge will be built of oak, said the board.\n"
    (tmp_path / "content/unsaved.md").write_text(unsaved, "utf-8")
    Path("provenance.toml").write_text(
        Path("provenance.toml").read_text("utf-8") + 'exclude = ["content/unsaved.md"]\n', "utf-8"
    )
    alter(tmp_path)
    return tmp_path


def prepare(told):
    """What a line of the table asks to be set or written before its command."""
    if "exclude = " in told:
        text = Path("provenance.toml").read_text("utf-8")
        Path("provenance.toml").write_text(
            text.replace("exclude = [", 'exclude = ["content/post-007.md", '), "utf-8"
        )
    comment = re.search(r"<!-- provenance: accept [^>]*-->", told)
    if comment:
        path = Path(f"content/post-{NEW:03}.md")
        path.write_text(path.read_text("utf-8").replace("\n> ", f"\n{comment[0]}\n\n> "), "utf-8")
    if "accepts nothing" in told:
        path = Path("content/post-001.md")
        path.write_text(
            path.read_text("utf-8").replace("\n> ", "\n<!-- provenance: accept OMI202 x -->\n\n> "), "utf-8"
        )
        Path(f"content/post-{NEW:03}.md").unlink()


ROWS = ROW.findall(PAGE)


def test_the_table_has_lines_of_each_tool():
    assert {tool for tool, *_ in ROWS} == {"ruff", "lychee", "coverage"}
    assert len(ROWS) >= 20


@pytest.mark.parametrize(
    ("tool", "there", "here", "code"), ROWS, ids=[f"{row[0]} {row[1]}"[:60] for row in ROWS]
)
def test_what_users_of_other_tools_expect_is_there(site, provenance, tool, there, here, code):
    prepare(here)
    command = re.findall(r"`(provenance [^`]+)`", here)[-1]
    run = provenance(*command.split()[1:], cwd=site)
    assert run.returncode == int(code), run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    for written in re.findall(r":(\w+\.\w+)", command):
        assert (site / written).stat().st_size > 0
