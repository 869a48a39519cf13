"""What the pages of the repository point to is there: links with their anchors, commands with their options, Python."""

import re
import shlex
from contextlib import chdir
from pathlib import Path
from shutil import copy

import click
import pytest

import provenance
from provenance.cli.entry import commands

ROOT = Path(__file__).parent.parent
FOLDERS = ("", "docs", "docs/how-to", "docs/reference", "docs/findings", "examples/site")
PAGES = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.md"))]
FENCE = re.compile(r"^(```+)[\s\S]*?^\1 *$", re.MULTILINE)
CODE = re.compile(rf"{FENCE.pattern}|`[^`\n]+`", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")
BLOCK = re.compile(r"^```(?:sh|console|bash)\n([\s\S]*?)^```|((?:^ {4}\S.*\n)+)", re.MULTILINE)
NAMED = re.compile(r"(?:^|[|&(] *|\$ )(?:\.venv/bin/)?provenance +([a-z][^|&>)\n]*)", re.MULTILINE)
HEADING = re.compile(r"^#+ +(.*?) *$", re.MULTILINE)


def anchors(page):
    """What a link may call the headings of a page by, on the site and on the repository's host."""
    for heading in HEADING.findall(FENCE.sub("", page.read_text("utf-8"))):
        plain = re.sub(r"[^\w\s-]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)).strip().lower()
        yield from (re.sub(r"\s", "-", plain), re.sub(r"[\s-]+", "-", plain))


def of_command(context, words):
    """Parses the words of a command line as the program does, without looking at any file."""
    command = context.command
    if isinstance(command, click.Group):
        name, inner, rest = command.resolve_command(context, words)
        return of_command(click.Context(inner, info_name=name, parent=context), rest)
    return command.make_parser(context).parse_args(list(words))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(page):
    for target in map("".join, LINK.findall(CODE.sub("", page.read_text("utf-8")))):
        path, _, anchor = target.partition("#")
        if not re.match(r"\w+:", target):
            there = (page.parent / path).resolve() if path else page
            assert there.exists(), target
            assert not anchor or there.suffix != ".md" or anchor in anchors(there), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_block_has_the_options_that_are_shown(page):
    for block in map("".join, BLOCK.findall(page.read_text("utf-8"))):
        for line in NAMED.findall(block):
            of_command(click.Context(commands), shlex.split(line, comments=True))


def test_every_script_that_a_page_names_is_there():
    pages = "".join(page.read_text("utf-8") for page in PAGES)
    scripts = set(re.findall(r"(?:benchmarks|tools|docs|\.ci)/[\w./]+\.py", pages))
    assert len(scripts) > 20
    assert {script for script in scripts if not (ROOT / script).exists()} == set()


def test_every_file_that_the_way_through_the_house_names_is_there():
    page = (
        (ROOT / "ARCHITECTURE.md")
        .read_text("utf-8")
        .replace("LANGUAGE", "de")
        .replace("languages/*", "languages/de")
    )
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*|\w+\.(?:py|toml|md))`", page))
    files = {path.name for path in (ROOT / "provenance").rglob("*.*")}
    assert len(named) > 40
    assert {
        name
        for name in named
        if not ((ROOT / name).exists() or (ROOT / "provenance" / name).exists() or name in files)
    } == set()


def test_a_wrong_option_would_be_found():
    with pytest.raises(click.NoSuchOption):
        of_command(click.Context(commands), ["corpus", "trace", "--outt", "x"])


@pytest.mark.parametrize("page", ["README.md", "docs/reference/python.md", "docs/how-to/model-report.md"])
def test_the_python_of_a_page_runs(tmp_path, page):
    case = ROOT / "fixtures/cases/altered/negation"
    copy(case / "article.html", tmp_path)
    copy(next(case.glob("sources/*.html")), tmp_path / "saved.html")
    (code,) = re.findall(r"```python\n([\s\S]*?)```", (ROOT / page).read_text("utf-8"))
    example = ROOT / "examples/model-report"
    given = {
        "draft": (example / "draft.md").read_text("utf-8"),
        "page": next(example.glob("saved/*")).read_text("utf-8"),
    }
    with chdir(tmp_path):
        exec(code, given)
    assert isinstance(given["trace"], provenance.Trace)
    assert given["trace"].excerpts
