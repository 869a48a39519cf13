"""What a checked repository says is not read outside of it, unless the command line names the place."""

import os

import pytest

from provenance.cases.reading import read_case
from provenance.errors import ConfigurationError
from tests.cli.conftest import QUOTED, SOURCE
from tests.cli.test_one_input import MANIFEST, QUOTING

ACCEPTED = '[[accept]]\ncode = "OMI201"\nreason = "an aside"\n'


@pytest.fixture
def site(tmp_path):
    """A repository with an article, and beside it a folder of pages that are nobody's business."""
    for name in ("site/posts", "secret"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "site/posts/a.html").write_text(QUOTING, "utf-8")
    (tmp_path / "secret/source.html").write_text(SOURCE, "utf-8")
    (tmp_path / "secret/sources.toml").write_text(MANIFEST, "utf-8")
    (tmp_path / "secret/accepted.toml").write_text(ACCEPTED, "utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize("command", ["check", "trace", "save"])
@pytest.mark.parametrize("how", ["a path", "a link"])
def test_the_folder_of_sources_leads_out_only_where_the_command_line_says_so(provenance, site, command, how):
    (site / "link").symlink_to("../secret")
    (site / "provenance.toml").write_text(
        f'sources = "{"../secret" if how == "a path" else "link"}"\n', "utf-8"
    )
    options = ["--offline"] * (command == "trace")
    run = provenance(command, "posts", *options, cwd=site)
    assert run.returncode == 2
    assert "sources leads to" in run.stderr
    assert "name it on the command line" in run.stderr
    assert provenance(command, "posts", "--sources", "../secret", *options, cwd=site).returncode == 0


def test_the_usual_folder_of_sources_is_no_link_out(provenance, site):
    (site / "sources").symlink_to("../secret")
    run = provenance("check", "posts", cwd=site)
    assert run.returncode == 3
    assert QUOTED not in run.stdout.replace("\n", " ")


def test_a_repository_may_keep_its_sources_beside_its_configuration(provenance, site):
    (site / ".git").mkdir()
    (site.parent / "secret").rename(site / "saved")
    (site / "posts/provenance.toml").write_text('sources = "../saved"\n', "utf-8")
    assert provenance("check", ".", cwd=site / "posts").returncode == 0


@pytest.mark.parametrize("command", ["check", "trace"])
def test_the_file_of_accepted_findings_lies_inside(provenance, site, command):
    (site / "provenance.toml").write_text('accept = "../secret/accepted.toml"\n', "utf-8")
    run = provenance(
        command, "posts", "--sources", "../secret", *["--offline"] * (command == "trace"), cwd=site
    )
    assert run.returncode == 2
    assert "accept leads to" in run.stderr


@pytest.mark.parametrize("command", ["check", "trace", "save", "detect"])
def test_a_link_out_of_a_folder_of_articles_is_not_followed(provenance, site, command):
    (site.parent / "other.html").write_text(SOURCE, "utf-8")
    (site / "posts/b.html").symlink_to("../../other.html")
    options = {"trace": ["--offline", "--sources", "../secret"], "detect": []}.get(
        command, ["--sources", "../secret"]
    )
    run = provenance(command, "posts", *options, cwd=site)
    assert run.returncode == 2
    assert "posts/b.html is a link out of its folder" in run.stderr
    named = provenance(command, "posts/a.html", "posts/b.html", *options, cwd=site)
    assert "link out" not in named.stderr


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "case"
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text('title = "A"\nwhy = "B"\ntexts = "ours"\n', "utf-8")
    (folder / "findings.toml").write_text("excerpt = []\n", "utf-8")
    (folder / "article.txt").write_text("Nobody is quoted.", "utf-8")
    (tmp_path / "secret.html").write_text(SOURCE, "utf-8")
    assert read_case(folder)
    return folder


@pytest.mark.parametrize(
    "name", ["../secret.html", "/etc/hostname", "sources/../../secret.html", "a\\u0000b", "link.html"]
)
@pytest.mark.parametrize("setting", ['given = ["{}"]', 'mapping = {{ "https://a.example/b" = "{}" }}'])
def test_a_case_names_nothing_outside_of_it(case, name, setting):
    (case / "link.html").symlink_to("../secret.html")
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write(f"[settings]\n{setting.format(name)}\n")
    with pytest.raises(ConfigurationError, match="leads out of its repository"):
        read_case(case)


@pytest.mark.parametrize("name", ["case.toml", "findings.toml", "article.txt", "sources"])
def test_no_file_of_a_case_is_a_link_out_of_it(case, name):
    (case / name).rename(case.parent / name)
    (case / name).symlink_to(case.parent / name)
    with pytest.raises(ConfigurationError, match="leads out of its repository"):
        read_case(case)


@pytest.mark.parametrize("name", ["case.toml", "findings.toml"])
def test_no_file_of_a_case_is_a_pipe_that_is_waited_for(case, name):
    (case / name).unlink()
    os.mkfifo(case / name)
    with pytest.raises(ConfigurationError, match="no regular file"):
        read_case(case)


def test_expectations_are_not_begun_through_a_link(provenance, case):
    (case / "findings.toml").unlink()
    (case / "findings.toml").symlink_to("../new.toml")
    assert provenance("check", "--update", str(case)).returncode == 2
    assert not (case.parent / "new.toml").exists()
