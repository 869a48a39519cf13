"""What docs/ci.md says is so: every command in it is run, in a copy of the example."""

import json
import re
import shutil
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/ci.md").read_text("utf-8")
BLOCK = re.compile(r"(?:<!-- (?:[^>\n]*, )?exits with (\d) -->\n)?```(\w*)\n(.*?)```", re.DOTALL)
BLOCKS = [(int(code or 0), language, text) for code, language, text in BLOCK.findall(PAGE)]


def blocks(language):
    return [(text, code) for code, name, text in BLOCKS if name == language]


@pytest.fixture
def site(tmp_path):
    """A copy of the example."""
    return Path(shutil.copytree(ROOT / "examples/site", tmp_path / "site"))


@pytest.mark.parametrize(("script", "code"), blocks("sh"))
def test_every_command_ends_as_the_page_says(shell, site, script, code):
    run = shell(f"set -euo pipefail\n{script}", cwd=site)
    assert run.returncode == code, run.stdout + run.stderr


def test_the_pages_of_the_example_are_saved_already(shell, site):
    run = shell(blocks("sh")[0][0], cwd=site)
    assert [line.split()[0] for line in run.stdout.splitlines()] == ["kept"] * 3


def test_the_altered_quotation_is_the_one_that_is_found(shell, site):
    run = shell(blocks("sh")[1][0], cwd=site)
    assert "£[-840,000-]{+480,000+}" in run.stdout
    assert "critical ALT303" in run.stdout
    assert "(accepted: the paper added" in run.stdout
    assert "The Bay Line" not in run.stdout
    assert re.search(r"^4 articles · 4 excerpts: ", run.stdout, re.MULTILINE)
    assert re.search(r"^checked against 3 sources · ", run.stdout, re.MULTILINE)


def test_the_job_for_gitlab_runs_and_leaves_its_report(shell, site):
    (job,) = (yaml.safe_load(text)["quotations"] for text, _ in blocks("yaml") if "quotations:" in text)
    install, *script = job["script"]
    assert (
        install == 'pip install "$PROVENANCE"'
    )  # the package's own installation is tested before the suite runs
    assert shell("\n".join(script), cwd=site).returncode == 1
    suites = ET.fromstring((site / job["artifacts"]["reports"]["junit"]).read_text("utf-8"))
    assert (suites.get("tests"), suites.get("failures")) == ("4", "1")


def test_the_hook_is_there_and_runs(shell, site):
    (asked,) = (
        yaml.safe_load(text)["repos"][0]["hooks"][0] for text, _ in blocks("yaml") if "repos:" in text
    )
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["id"] == asked["id"]
    for files, code in (
        ("content/posts/roof.md content/about.md", 1),
        ("content/posts/ferry.md content/about.md", 0),
        ("content/about.md", 0),
        ("saved/*.html", 0),
    ):
        run = shell(f"{hook['entry']} {files}", cwd=site)
        assert run.returncode == code, run.stdout + run.stderr


def test_a_file_that_is_called_like_an_option_is_a_file_to_the_hook(shell, site):
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (site / "--output=README.md").write_text("A text that quotes nobody.", "utf-8")
    (site / "README.md").write_text("mine", "utf-8")
    run = shell(f"{hook['entry']} --output=README.md", cwd=site)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (site / "README.md").read_text("utf-8") == "mine"


def test_the_settings_are_those_of_the_example(site):
    (text, _), *_ = blocks("toml")
    held = tomllib.loads((site / "provenance.toml").read_text("utf-8"))
    assert tomllib.loads(text).items() <= held.items()


def test_the_workflow_is_that_of_the_example(site):
    assert ((site / ".github/workflows/quotations.yml").read_text("utf-8"), 0) in blocks("yaml")


def test_the_acceptance_is_that_of_the_example(site):
    ((text, _),) = blocks("html")
    assert text in (site / "content/posts/bread.md").read_text("utf-8")


def test_every_input_is_told():
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    assert len(inputs) > 5
    assert all(f"| `{name}` | " in PAGE for name in inputs)


def test_completion_is_what_the_page_says(shell, site):
    ((script, _),) = blocks("bash")
    asked = (
        'COMP_WORDS=(provenance ch); COMP_CWORD=1; _provenance_completion provenance; echo "${COMPREPLY[@]}"'
    )
    assert shell(f"{script}\n{asked}", cwd=site).stdout == "check\n"
    for name in ("zsh", "fish"):
        ((script, _),) = blocks(name)
        source = re.search(r"_PROVENANCE_COMPLETE=\w+ provenance", script)[0]
        assert "provenance" in shell(source, cwd=site).stdout


# --- The action


@pytest.fixture
def action(shell, site):
    """Runs the step of action.yml that checks, as a runner would: `action(**inputs)`."""
    described = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (step,) = (step for step in described["runs"]["steps"] if step.get("id") == "check")

    def run(**given):
        values = {name: str(each["default"]) for name, each in described["inputs"].items()} | given
        named = {
            key: re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", text)[1] for key, text in step["env"].items()
        }
        env = {key: values[name] for key, name in named.items()}
        files = {key: str(site / key.lower()) for key in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        return shell(f"set -e\n{step['run']}", cwd=site, env=env | files)

    return run


def test_the_action_annotates_writes_sarif_and_says_how_it_ended(action, site):
    run = action(paths="content/posts\n")
    assert run.returncode == 1
    assert (
        "::error file=content/posts/roof.md,line=11,endLine=11,col=25,endColumn=31,title=ALT303 changed-figure::"
        in run.stdout
    )
    assert (site / "github_output").read_text("utf-8") == "exit-code=1\n"
    assert "`ALT303`" in (site / "github_step_summary").read_text("utf-8")
    assert len(json.loads((site / "provenance.sarif").read_text("utf-8"))["runs"][0]["results"]) == 2


def test_every_action_that_the_action_uses_is_pinned_by_its_digest():
    text = (ROOT / "action.yml").read_text("utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == 2
    assert all(re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)


def test_no_folder_of_the_checkout_is_taken_for_the_installer(shell, site):
    described = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (step,) = (step for step in described["runs"]["steps"] if "-m pip" in step.get("run", ""))
    assert step["working-directory"] == "${{ runner.temp }}"
    (site / "pip").mkdir()
    (site / "pip/__main__.py").write_text("open('owned', 'w')", "utf-8")
    shell(
        f'python() {{ {sys.executable} "$@"; }}\n{step["run"]}',
        cwd=site,
        env={"GITHUB_ACTION_PATH": "/nowhere"},
    )
    assert not (site / "owned").exists()


def test_the_inputs_of_the_action_are_no_script(action, site):
    run = action(
        paths="content/posts/roof.md", sources="$(touch owned)", arguments="--fail-on\nnever; touch owned"
    )
    assert run.returncode == 2
    assert not (site / "owned").exists()
    assert (
        action(paths="content/posts/roof.md\ncontent/posts/ferry.md", **{"fail-on": "never"}).returncode == 0
    )
