"""A real browser for the HTML report: a Chromium that is already installed, driven by Playwright. Nothing is downloaded."""

import shutil
from pathlib import Path

import pytest

from provenance.reporting.html.page import report
from provenance.reporting.reporter import View
from provenance.reporting.run import Run
from provenance.tracing.tracer import Tracer

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "fixtures" / "cases"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
FEW = (
    "altered/negation",
    "structure/reordered",
    "faithful/marked-edits",
    "sources/*",
    "languages/japanese-library",
)
MANY = ("altered/*", "structure/*", *FEW[2:])


@pytest.fixture(
    scope="module"
)  # no longer: while it runs, no other test in this process has an event loop of its own
def chromium():
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: pip install -e '.[browser]'"
    )
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    path = HERE / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("axe-core is not installed: npm ci, in tests/browser")
    return path.read_text("utf-8")


class Tab:
    """A page as it was opened from a file, with all that it asked for and complained of."""

    def __init__(self, page, url):
        self.page, self.requests, self.complaints = page, [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(url)


@pytest.fixture
def open_page(chromium, tmp_path):
    """Opens a page's markup from a file: `open_page(markup, width=…, fragment=…, **context)`."""
    contexts = []

    def opened(markup, *, width=1200, fragment="", **context):
        path = tmp_path / "report.html"
        path.write_text(markup, "utf-8")
        contexts.append(chromium.new_context(viewport={"width": width, "height": 900}, **context))
        return Tab(contexts[-1].new_page(), path.as_uri() + fragment)

    yield opened
    for context in contexts:
        context.close()


def reported(patterns):
    folders = [folder for pattern in patterns for folder in sorted(CASES.glob(pattern))]
    traces = []
    for folder in folders:
        saved = [path for path in [folder / "sources"] if path.is_dir()]
        with Tracer(saved=saved, offline=True) as tracer:
            traces += [tracer.trace(article) for article in folder.glob("article.*")]
    return report(Run(tuple(traces)), View())


@pytest.fixture(scope="session")
def markup():
    """The report of many cases: every verdict, every kind of difference."""
    return reported(MANY)


@pytest.fixture(scope="session")
def few():
    """The report of a few that have everything that can stand on the page."""
    return reported(FEW)
