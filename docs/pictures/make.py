"""Make the pictures of the pages: the HTML report in both colours, the report in the terminal, `serve`, a corpus summed up.

    python docs/pictures/make.py

It needs a Chromium and `pip install -e '.[browser,serve,corpus]'`. What they show is written to shown.txt beside them: the words, and digests of
the templates and styles of the pages. A test compares that with what the program has now, so that pictures that no longer hold are
found out; only the numbers of the corpus are not compared.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import chdir
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from provenance.reporting.html.page import report as html_report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.reporting.terminal.report import report as terminal_report
from provenance.tracing.tracer import Tracer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASE = Path("fixtures/cases/altered/said-and-modal")
SHOWN = HERE / "shown.txt"
LOOKS = ("reporting/html/templates", "corpus/templates", "servers/web/static")
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
WINDOW = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 14px; background: #16181d; }}
pre {{ margin: 0; color: {foreground}; font: 14px/1.4 "Liberation Mono", "DejaVu Sans Mono", Menlo, monospace; }}
a {{ color: inherit; text-underline-offset: 3px; }}
</style><pre>{code}</pre>"""


def main() -> None:
    """Write the pictures and what they show."""
    from playwright.sync_api import sync_playwright

    run = traced()
    SHOWN.write_text(shown(run), "utf-8")
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for scheme in ("light", "dark"):
            page = Path(folder) / "report.html"
            page.write_text(html_report(run, View()), "utf-8")
            _take(browser, page, HERE / f"report-{scheme}.png", (1200, 960, scheme))
        page = Path(folder) / "terminal.html"
        page.write_text(_terminal(run), "utf-8")
        _take(browser, page, HERE / "terminal.png", (956, 100, "dark"))
        page = Path(folder) / "summary.html"
        _sum_up(Path(folder), page)
        _take(browser, page, HERE / "corpus.png", (1200, 640, "light"))
        _take_served(browser, HERE / "serve.png")
        browser.close()


def traced() -> Run:
    """The case that the pictures show, traced from the repository's folder, so that its path is short."""
    (article,) = (ROOT / CASE).glob("article.*")
    with chdir(ROOT), Tracer(saved=[CASE / "sources"], offline=True) as tracer:
        return Run((tracer.trace(CASE / article.name),))


def shown(run: Run) -> str:
    """What the pictures show: the report of the run, and a line for each folder of templates and styles."""
    return terminal_report(run, View()) + "".join(map(_look, LOOKS))


def _look(folder: str) -> str:
    looks = sorted(
        path for path in (ROOT / "provenance" / folder).iterdir() if path.suffix in {".css", ".html"}
    )
    return f"{folder} {sha256(b''.join(path.read_bytes() for path in looks)).hexdigest()[:16]}\n"


def _sum_up(folder: Path, page: Path) -> None:
    """The summary of a corpus: the articles and sources of all cases."""
    pages, tables = folder / "pages", folder / "The invented cases of this repository"
    pages.mkdir()
    for number, path in enumerate(sorted((ROOT / "fixtures/cases").rglob("*.html"))):
        shutil.copy(path, pages / f"{number}-{path.name}")
    command = [sys.executable, "-m", "provenance", "corpus"]
    subprocess.run([*command, "trace", pages, "--out", tables], cwd=ROOT, check=True)
    subprocess.run([*command, "summary", tables, "-o", page], cwd=ROOT, check=True)


def _take_served(browser: Browser, picture: Path) -> None:
    """The page of `provenance serve` with the case pasted and its source given."""
    command = [sys.executable, "-m", "provenance", "serve", "--port", "0", "--no-browser", "--offline"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        tab = browser.new_context(viewport={"width": 1200, "height": 1320}).new_page()
        tab.goto(server.stdout.readline().strip())
        (article,) = (ROOT / CASE).glob("article.*")
        tab.get_by_label("Paste the article").fill(article.read_text("utf-8"))
        tab.get_by_label("Choose files").set_input_files(sorted((ROOT / CASE / "sources").glob("*.html")))
        tab.get_by_role("button", name="Check the quotations").click()
        tab.get_by_role("status").filter(has_text="1 article").wait_for()
        tab.screenshot(path=picture)
        tab.context.close()
        server.terminate()


def _terminal(run: Run) -> str:
    """The coloured terminal report as a page."""
    from io import StringIO

    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    eight = [
        (46, 48, 54),
        (255, 110, 90),
        (140, 200, 110),
        (230, 190, 90),
        (110, 170, 250),
        (200, 140, 230),
        (90, 200, 210),
    ]
    theme = TerminalTheme((22, 24, 29), (226, 228, 232), [*eight, (226, 228, 232)])
    console = Console(record=True, file=StringIO(), width=200)
    console.print(Text.from_ansi(terminal_report(run, View(width=80, colour=True, hyperlinks=True))), end="")
    return console.export_html(theme=theme, code_format=WINDOW, inline_styles=True)


def _take(browser: Browser, page: Path, picture: Path, view: tuple[int, int, str]) -> None:
    width, height, scheme = view
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.screenshot(path=picture, full_page=height < width // 2)
    context.close()


if __name__ == "__main__":
    main()
