"""The documentation site, opened from a folder: it asks no other address, and its search finds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pytest.importorskip("mkdocstrings", reason="mkdocs is not installed: pip install -e '.[site]'")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    run = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def test_the_search_works_from_a_file_and_asks_no_other_address(chromium, site):
    page = chromium.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.locator(".md-search__input").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("baseline")
    page.locator(".md-search-result__item").first.wait_for(timeout=60_000)
    assert page.locator(".md-search-result__item a").first.get_attribute("href")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    page.close()
