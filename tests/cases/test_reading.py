from pathlib import Path

import pytest

from provenance.cases.reading import find_cases, read_case
from provenance.errors import ConfigurationError
from provenance.excerpts.model import Boundary, Markup
from provenance.findings.finding import Profile, Severity
from provenance.findings.trace import Verdict

ABOUT = 'title = "A pier"\nwhy = "It shows a pier."\ntexts = "written for this project, Apache-2.0"\n'
FINDINGS = """
[[excerpt]]
begins = "The pier"
ends = "in May."
verdict = "altered"
markup = "inline"
boundary = "unclear"
[[excerpt.finding]]
code = "OMI202"
excerpt = ""
source = "not"
severity = "critical"
"""


@pytest.fixture
def folder(tmp_path):
    case = tmp_path / "family" / "slug"
    (case / "sources").mkdir(parents=True)
    (case / "case.toml").write_text(ABOUT, "utf-8")
    (case / "article.md").write_text("# A pier\n", "utf-8")
    (case / "findings.toml").write_text(FINDINGS, "utf-8")
    return case


def test_a_case_is_read_whole(folder):
    case = read_case(folder)
    assert case.name == "family/slug"
    assert case.title == "A pier"
    assert case.article == folder / "article.md"
    assert case.sources == folder / "sources"
    excerpt = case.excerpts[0]
    assert (excerpt.verdict, excerpt.markup, excerpt.boundary) == (
        Verdict.ALTERED,
        Markup.INLINE,
        Boundary.UNCLEAR,
    )
    assert excerpt.outlet is None
    assert excerpt.findings[0].severity is Severity.CRITICAL


def test_settings_are_those_of_the_command_line(folder):
    (folder / "case.toml").write_text(
        ABOUT
        + '[settings]\nlang = "de"\nprofile = "strict"\ngiven = ["sources/a.txt"]\n'
        + '[settings.mapping]\n"https://pier.example/a" = "sources/b.html"\n'
        + '[settings.outlets]\n"The Pier" = ["pier.example"]\n',
        "utf-8",
    )
    case = read_case(folder)
    assert case.language == "de"
    assert case.settings.profile is Profile.STRICT
    assert case.settings.outlets == (("The Pier", ("pier.example",)),)
    assert case.given == (
        str(folder / "sources/a.txt"),
        f"https://pier.example/a={folder / 'sources/b.html'}",
    )


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("case.toml", 'titel = "A pier"\n', "did you mean 'title'"),
        ("case.toml", 'why = "x"\ntexts = "x"\n', "title is missing"),
        ("case.toml", 'title = "x"\nwhy = "x"\n', "texts must say"),
        ("case.toml", ABOUT + '[settings]\nprofil = "news"\n', "did you mean 'profile'"),
        ("case.toml", ABOUT + '[settings]\nprofile = "new"\n', "did you mean 'news'"),
        ("case.toml", ABOUT + '[settings]\ngiven = "sources/a.txt"\n', "list of strings"),
        ("case.toml", "title = ", "cannot be read"),
        ("findings.toml", "", "lists no excerpt"),
        ("findings.toml", FINDINGS.replace("altered", "changed"), "excerpt 1: verdict is 'changed'"),
        ("findings.toml", FINDINGS.replace("OMI202", "OMI222"), "excerpt 1: finding 1: there is no finding"),
        ("findings.toml", FINDINGS.replace("inline", "line"), "did you mean 'inline'"),
        ("findings.toml", FINDINGS.replace("critical", "grave"), "which is no severity"),
        ("findings.toml", FINDINGS.replace("begins", "begin"), "did you mean 'begins'"),
        ("findings.toml", 'excerpt = "all"\n', "list of tables"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(folder, file, text, message):
    (folder / file).write_text(text, "utf-8")
    with pytest.raises(ConfigurationError, match=message) as caught:
        read_case(folder)
    assert str(folder / file) in str(caught.value)


def test_a_case_has_one_article(folder):
    (folder / "article.txt").write_text("A pier", "utf-8")
    with pytest.raises(ConfigurationError, match="holds 2 articles"):
        read_case(folder)


def test_an_article_may_quote_nobody(folder):
    (folder / "findings.toml").write_text("excerpt = []\n", "utf-8")
    assert read_case(folder).excerpts == ()


def test_cases_are_found_below_any_folder(folder):
    assert find_cases(folder.parent.parent) == (folder,)
    assert find_cases(folder) == (folder,)
    assert find_cases(folder / "case.toml") == (folder,)
    assert find_cases(Path(folder / "sources")) == ()
