"""What the pages of the documentation site show is what the program does: each page's blocks are run in its order."""

import re
import shutil
from pathlib import Path

import pytest

import provenance

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
NAMES = ("index.md", "tutorial.md", "reports.md", "html-report.md", "cases.md", "corpus.md")
PAGES = [*(DOCS / name for name in NAMES), *sorted((DOCS / "how-to").glob("*.md"))]
BLOCK = re.compile(r"(?:<!-- exits with (\d) -->\n)?```(sh|console)\n(.*?)```", re.DOTALL)
WALK = re.compile(r"<!-- walk(?:ed)? -->\n```.*?```", re.DOTALL)  # test_example_site.py has these
FOLDER = re.compile(r"<!-- in: ([\w/-]+) -->")

VERDICTS = {
    "law-review/note.md": "verbatim altered faithful",
    "encyclopedia/corran-lock.wiki": "altered verbatim verbatim altered",
    "model-report/draft.md": "verbatim verbatim not-found altered",
}
"""Of the quotations of each example, in order, as its page tells them."""


@pytest.mark.parametrize("name", VERDICTS)
def test_an_example_comes_out_as_its_page_says(name):
    article = ROOT / "examples" / name
    trace = provenance.trace(article, sources=article.parent / "saved", offline=True)
    assert " ".join(str(item.verdict) for item in trace.excerpts) == VERDICTS[name]


def test_no_page_has_a_block_that_no_test_runs():
    with_blocks = {page for page in DOCS.rglob("*.md") if BLOCK.search(page.read_text("utf-8"))}
    assert with_blocks - set(PAGES) == {DOCS / "ci.md"}  # which test_ci_page.py runs


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_blocks_of_a_page_do_what_it_says(shell, tmp_path, page):
    text = WALK.sub("", page.read_text("utf-8"))
    folder = FOLDER.search(text)
    site = Path(shutil.copytree(ROOT / (folder[1] if folder else "examples/site"), tmp_path / "site"))
    blocks = BLOCK.findall(text)
    assert blocks
    for code, language, block in blocks:
        lines = block.splitlines()
        commands = [line.removeprefix("$ ") for line in lines if language == "sh" or line.startswith("$ ")]
        run = shell("set -euo pipefail\n" + "\n".join(commands), cwd=site if language == "sh" else ROOT)
        assert run.returncode == int(code or 0), block + run.stdout + run.stderr
        if language == "console":
            assert run.stdout.splitlines() == [line for line in lines if not line.startswith("$ ")]
