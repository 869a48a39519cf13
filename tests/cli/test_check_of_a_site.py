"""``provenance check`` of articles in git, as a newsroom's CI runs it: settings, acceptances, formats, fingerprints."""

import json
import os
import pty
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli.entry import commands
from provenance.errors import ConfigurationError
from provenance.reporting.reporter import FORMATS
from tests.cases.test_check import SOURCE, write
from tests.cli.conftest import change

CASE = Path(__file__).parent.parent.parent / "fixtures/cases/altered/figures"
ACCEPTED = (
    '[[accept]]\ncode = "ALT304"\nexcerpt = "June"\nsource = "May"\nreason = "The paper said so later."\n'
)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The working folder: posts and their saved sources, where `save` puts them."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.html").write_text(SOURCE, "utf-8")
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("CI", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def case(site):
    """A case beside the posts."""
    return Path(shutil.copytree(CASE, site / "cases/figures"))


def check(*arguments):
    return CliRunner().invoke(commands, ["check", *map(str, arguments)], standalone_mode=False)


def results(*arguments):
    check(*arguments, "--format", "sarif:out.sarif")
    return json.loads(Path("out.sarif").read_text("utf-8"))["runs"][0]["results"]


# --- What is checked


def test_sources_are_looked_for_where_save_puts_them(site):
    outcome = check("posts")
    assert outcome.return_value == 0
    assert outcome.output.startswith(
        "1 article · 1 excerpt: 1 verbatim · no findings\nchecked against 1 source · "
    )


def test_no_socket_is_opened(site, monkeypatch):
    def refused(*arguments, **options):
        raise AssertionError("a check must not open a socket")

    monkeypatch.setattr(socket.socket, "__init__", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    write(
        site,
        month="June",
        above="> [Elsewhere](https://elsewhere.example/a) says that nobody has asked the seals.\n\n",
    )
    assert check("posts").return_value == 1


def test_the_report_shows_what_somebody_should_look_at_and_v_everything(site):
    assert "The pier will close" not in check("posts").output
    assert "The pier will close" in check("posts", "-v").output
    write(site, month="June")
    assert "first of [-May-]{+June+}." in check("posts").output


def test_a_file_of_a_case_stands_for_its_case_and_a_saved_source_for_nothing(site, case):
    outcome = check(case / "article.html", case / "findings.toml")
    assert (outcome.return_value, "1 case: as expected" in outcome.output) == (0, True)
    assert check("sources/a.html").return_value == 3


def test_hidden_folders_and_installed_packages_hold_no_articles(site):
    for folder in (".venv/lib", "node_modules/pier"):
        (site / folder).mkdir(parents=True)
        (site / folder / "readme.md").write_text("> Somebody else's words, and nobody's source.\n", "utf-8")
    assert check(".").return_value == 0


@pytest.mark.parametrize(
    ("glob", "code"), [("posts/**/*.md", 0), ("posts/*.html", 3), ("*.md", 3), ("drafts/*.md", 3)]
)
def test_configured_globs_are_relative_to_the_configuration(site, glob, code):
    (site / "provenance.toml").write_text(f'articles = ["{glob}"]\n', "utf-8")
    assert check("posts").return_value == code
    assert check(".").return_value == code


def test_articles_that_quote_nobody_are_not_green_and_the_reason_is_given(site):
    (site / "posts/repairs.md").write_text("Nothing is quoted here.\n", "utf-8")
    outcome = check("posts")
    assert outcome.return_value == 3
    assert "1 article read, and no excerpt found, so nothing was checked." in outcome.output
    assert check("posts", "--allow-empty").return_value == 0


# --- Settings


def test_a_wrong_key_is_an_error_that_names_the_right_one(site):
    (site / "provenance.toml").write_text('fail-no = "minor"\n', "utf-8")
    outcome = check("posts")
    assert isinstance(outcome.exception, ConfigurationError)
    assert "there is no setting 'fail-no'; did you mean 'fail-on'?" in str(outcome.exception)


def test_the_accept_file_of_the_configuration_lets_a_finding_stand(site):
    write(site, month="June")
    (site / "accepted.toml").write_text(ACCEPTED, "utf-8")
    assert check("posts").return_value == 1
    (site / "provenance.toml").write_text('accept = "accepted.toml"\n', "utf-8")
    outcome = check("posts")
    assert outcome.return_value == 0
    assert "accepted: The paper said so" in " ".join(outcome.output.split())
    assert [row["suppressions"][0]["justification"] for row in results("posts")] == [
        "The paper said so later."
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('reason = "The paper said so later."\n', "", "without a reason"),
        ("reason", "raeson", "there is no key 'raeson'"),
    ],
)
def test_an_acceptance_that_is_no_good_ends_the_run(site, old, new, message):
    (site / "provenance.toml").write_text('accept = "accepted.toml"\n', "utf-8")
    (site / "accepted.toml").write_text(ACCEPTED.replace(old, new), "utf-8")
    assert message in str(check("posts").exception)


def test_an_inline_acceptance_without_a_reason_is_a_trouble_of_its_article(site):
    write(site, month="June", above="<!-- provenance: accept ALT304 -->\n\n")
    outcome = check("posts")
    assert outcome.return_value == 2
    assert "posts/repairs.md, line 3: ALT304 is accepted without a reason; write one." in outcome.output


# --- Formats


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_same_check_gives_the_same_bytes(site, case, name):
    write(site, month="June")
    change(case / "article.html", "410 boats", "140 boats")
    first, second = (
        check(".", "--format", f"{name}:{n}.out") and Path(f"{n}.out").read_bytes() for n in (1, 2)
    )
    assert first == second != b""


def test_many_formats_at_once_tell_the_same(site, case):
    write(site, month="June")
    change(case / "article.html", "410 boats", "140 boats")
    names = ("json", "jsonl", "sarif", "junit", "github", "markdown")
    outcome = check(".", *(f"--format={name}:out.{name}" for name in names), "--format", "text")
    assert outcome.return_value == 1
    for text in (outcome.stdout, *(Path(f"out.{name}").read_text("utf-8") for name in names)):
        assert "ALT304" in text  # the post's finding
        assert "410" in text  # the case's missing one


def test_nothing_to_check_stands_in_the_reports_too(site):
    (site / "empty").mkdir()
    check("empty", "--format", "junit:out.xml", "--format", "sarif:out.sarif")
    for name in ("out.xml", "out.sarif"):
        assert "empty holds no case and no article, so nothing was checked." in Path(name).read_text("utf-8")


def test_what_github_does_not_show_stands_in_the_job_summary(site, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    post = (site / "posts/repairs.md").read_text("utf-8").replace("May", "June")
    for number in range(12):
        (site / f"posts/{number}.md").write_text(post, "utf-8")
    outcome = check("posts", "--format", "github")
    assert outcome.stdout.count("::error ") == 10
    assert "::notice::2 more errors: see the job summary." in outcome.stdout
    assert Path("summary.md").read_text("utf-8").count("`ALT304`") == 12


# --- Fingerprints


def test_paragraphs_above_and_another_name_change_no_fingerprint(site):
    write(site, month="June")
    before = results("posts")
    change(
        site / "posts/repairs.md",
        "# Repairs\n",
        "# Repairs\n\nA first paragraph.\n\nA second one, of two\nlines.\n",
    )
    below = results("posts")
    (site / "posts/repairs.md").rename(site / "posts/later.md")
    renamed = results("posts")
    prints = [[row["partialFingerprints"] for row in rows] for rows in (before, below, renamed)]
    assert prints[0] == prints[1] == prints[2] != []
    places = [rows[0]["locations"][0]["physicalLocation"] for rows in (before, below, renamed)]
    assert [place["region"]["startLine"] for place in places] == [5, 10, 10]
    assert [place["artifactLocation"]["uri"] for place in places] == ["posts/repairs.md"] * 2 + [
        "posts/later.md"
    ]


def test_what_a_case_misses_keeps_its_fingerprint_as_well(site, case):
    change(case / "article.html", "410 boats", "140 boats")
    before = results(case)
    change(case / "article.html", "</head>", "</head>\n\n\n<p>One more.</p>\n\n<p>And one more.</p>\n\n")
    after = results(case)
    assert [row["partialFingerprints"] for row in before] == [row["partialFingerprints"] for row in after]
    assert "EXP101" in {row["ruleId"] for row in before}


# --- Updating


def answered(*arguments, answer):
    """The command on a terminal on which somebody answers."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "provenance", "check", *map(str, arguments)],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "CI": "", "PYTHONUTF8": "1"},
        encoding="utf-8",
    ) as process:
        os.write(ours, f"{answer}\n".encode())
        out, complaints = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    return process.returncode, out + complaints


@pytest.mark.parametrize(("answer", "code"), [("n", 1), ("y", 0)])
def test_an_entry_is_written_anew_only_if_a_person_agrees(site, case, answer, code):
    change(case / "article.html", "410 boats", "140 boats")
    before = (case / "findings.toml").read_text("utf-8")
    returned, output = answered("--update", "cases", answer=answer)
    assert "- ALT303 excerpt “410” source “140”" in output
    assert "Write this entry anew? [y/N]" in output
    assert returned == code
    assert ((case / "findings.toml").read_text("utf-8") == before) is (answer == "n")


def test_a_case_without_expectations_gets_them_from_an_update_and_says_so(site, case):
    (case / "findings.toml").unlink()
    assert check("cases").return_value == 2
    outcome = check("--update", "cases")
    assert outcome.return_value == 0
    assert "wrote cases/figures/findings.toml" in outcome.output


def test_an_update_touches_nothing_outside_what_was_named(site, case):
    other = Path(shutil.copytree(CASE, site / "cases/other"))
    for folder in (case, other):
        (folder / "findings.toml").write_text("excerpt = []\n", "utf-8")
    check("--update", case)
    assert (other / "findings.toml").read_text("utf-8") == "excerpt = []\n"
