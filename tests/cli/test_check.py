import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import change

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


@pytest.fixture
def case(tmp_path):
    """A case of this project in a folder of its own."""
    folder = tmp_path / "cases/altered/figures"
    shutil.copytree(FIXTURES / "cases/altered/figures", folder)
    return folder


def test_a_case_that_is_as_expected_passes_and_the_summary_says_what_was_checked(provenance, case, tmp_path):
    run = provenance("check", "cases", cwd=tmp_path)
    assert run.returncode == 0
    assert re.fullmatch(r"1 case: as expected\nchecked 1 excerpt against 1 source · \d+\.\d s\n", run.stdout)
    assert run.stderr == ""


def test_a_changed_word_turns_it_red_and_the_diff_names_excerpt_and_words(provenance, case, tmp_path):
    change(case / "article.html", "30 staff", "300 staff")
    run = provenance("check", "cases", cwd=tmp_path)
    assert run.returncode == 1
    assert "cases/altered/figures/article.html" in run.stdout
    assert "+ ALT303 critical excerpt “300”" in run.stdout
    assert "to accept: provenance check --update cases/altered/figures" in run.stdout
    assert "1 case: not as expected\n" in run.stdout


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_failing_case_says_why_it_matters(provenance, case, tmp_path, format_):
    change(case / "case.toml", "why = ", 'why = "Numbers are read first. " # ')
    assert "Numbers are read first." not in provenance("check", "cases", cwd=tmp_path).stdout
    change(case / "article.html", "30 staff", "300 staff")
    run = provenance("check", "cases", "--format", format_, cwd=tmp_path)
    assert "Numbers are read first." in (run.stdout if format_ == "text" else run.stderr)


def test_a_missing_finding_turns_it_red(provenance, case, tmp_path):
    change(case / "article.html", "410 boats", "140 boats")
    run = provenance("check", "cases", cwd=tmp_path)
    assert run.returncode == 1
    assert "- ALT303 excerpt “410” source “140”" in run.stdout


def test_machine_formats_stand_alone_on_standard_output(provenance, case, tmp_path):
    change(case / "article.html", "30 staff", "300 staff")
    run = provenance("check", "cases", "--format", "json", cwd=tmp_path)
    assert run.stdout.startswith("{")
    assert "altered/figures e1" in run.stderr


def test_nothing_to_check_is_not_green(provenance, tmp_path):
    run = provenance("check", ".", cwd=tmp_path)
    assert run.returncode == 3
    assert "nothing was checked" in run.stderr
    assert provenance("check", ".", "--allow-empty", cwd=tmp_path).returncode == 0


def test_a_path_that_does_not_exist_is_an_error(provenance, tmp_path):
    run = provenance("check", "nowhere", cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr == "provenance: nowhere does not exist; name a file or a folder.\n"


def test_update_is_refused_is_ci(provenance, case, tmp_path):
    run = provenance("check", "--update", "cases", cwd=tmp_path, env={"CI": "true"})
    assert run.returncode == 2
    assert "refused under CI" in run.stderr


def test_update_writes_what_is_new(provenance, case, tmp_path):
    (case / "findings.toml").write_text("excerpt = []\n", "utf-8")
    assert provenance("check", "cases", cwd=tmp_path, env={"CI": ""}).returncode == 1
    assert provenance("check", "--update", "cases", cwd=tmp_path, env={"CI": ""}).returncode == 0
    assert 'code = "ALT303"' in (case / "findings.toml").read_text("utf-8")


def test_update_never_weakens_an_entry_unasked(provenance, case, tmp_path):
    before = (case / "findings.toml").read_text("utf-8")
    change(case / "article.html", "410 boats", "140 boats")
    assert provenance("check", "--update", "cases", cwd=tmp_path, env={"CI": ""}).returncode == 1
    assert (case / "findings.toml").read_text("utf-8") == before


def test_a_site_is_checked_against_its_saved_originals(provenance, case, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(case / "article.html", site / "post.html")
    shutil.copytree(case / "sources", tmp_path / "saved")
    assert provenance("check", "site", cwd=tmp_path).returncode == 3
    run = provenance("check", "site", "--sources", "saved", cwd=tmp_path)
    assert run.returncode == 1
    assert "ALT303" in run.stdout
    for old, new in (("billion", "million"), ("3 percentage points", "3 percent"), ("410", "140")):
        change(site / "post.html", old, new)
    assert provenance("check", "site", "--sources", "saved", cwd=tmp_path).returncode == 0
