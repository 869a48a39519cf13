"""The files for contributors say what is so."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from provenance.reporting import sarif
from provenance.reporting.reporter import View
from provenance.reporting.run import Run

ROOT = Path(__file__).parent.parent
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))


def test_the_tests_run_on_every_python_that_is_promised():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = {
        name[len("Programming Language :: Python :: ") :]
        for name in project["classifiers"]
        if "Python :: 3." in name
    }
    assert promised <= set(WORKFLOW["jobs"]["tests"]["strategy"]["matrix"]["python"])


def test_the_address_that_explains_a_rule_in_sarif_is_a_page_of_the_site(monkeypatch):
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "use_directory_urls: false" in site
    home = re.search(r"^site_url: (\S+)$", site, re.MULTILINE)[1]
    assert (
        tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Documentation"]
        == home
    )
    monkeypatch.setattr(sarif, "_pages", lambda: {"Documentation": home})
    (run,) = json.loads(sarif.report(Run(()), View()))["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        page = rule["helpUri"].removeprefix(home).removesuffix(".html")
        assert (ROOT / "docs" / f"{page}.md").is_file(), rule["helpUri"]


def test_every_action_is_pinned_by_its_digest():
    text = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_asks_for_what_repeats_the_mistake(form):
    data = yaml.safe_load(form.read_text("utf-8"))
    assert data["name"]
    assert data["labels"]
    required = [field for field in data["body"] if field.get("validations", {}).get("required")]
    assert len(required) >= 3


def test_the_hooks_for_contributors_run_what_the_gate_runs():
    gate = (ROOT / ".ci/run").read_text("utf-8")
    for hook in HOOKS["repos"][0]["hooks"]:
        assert hook["entry"].removesuffix(" --force-exclude") in gate


def test_the_makefile_names_every_target_that_it_lists():
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split()
    assert phony == re.findall(r"^([a-z]+):.*##", text, re.MULTILINE)
