import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from provenance.configuration.grading import regraded
from provenance.configuration.keys import KEYS, json_schema
from provenance.configuration.settings import (
    DEFAULT_ARTICLES,
    NEVER,
    SEVERITIES,
    Settings,
    read_settings,
    settings_for,
)
from provenance.errors import ConfigurationError
from provenance.findings.finding import Profile, Severity
from provenance.languages.lexicon_files import EXTENSIBLE
from provenance.tracing.texts import compare
from tests.reporting.conftest import traced

SCHEMA = json.loads(json_schema())
EVERYTHING = """
articles = ["posts/**/*.md"]
exclude = ["posts/drafts"]
sources = "saved"
fail-on = "minor"
profile = "strict"
select = ["OMI", "ALT303"]
ignore = ["silent-omission"]
labels = ["so-called"]
languages = ["en", "de"]
accept = "accepted.toml"
baseline = "baseline.json"
archives = ["https://archive.example"]

[severities."opinion/**"]
ADD103 = "note"

[words]
hedges = ["mayhap"]

[outlets]
"The Lowland Courier" = ["lowland-courier.example"]
"""


def settings_of(tmp_path, text, name="provenance.toml"):
    (tmp_path / name).write_text(text, "utf-8")
    return read_settings(tmp_path / name)


def test_every_key_is_read(tmp_path):
    settings = settings_of(tmp_path, EVERYTHING)
    assert set(settings.origins) == set(KEYS)
    assert settings.articles == ("posts/**/*.md",)
    assert settings.sources == tmp_path / "saved"
    assert settings.fail_on is Severity.MINOR
    assert settings.profile is Profile.STRICT
    assert settings.outlets == (("The Lowland Courier", ("lowland-courier.example",)),)
    assert settings.severities[0][1] == {"ADD103": Severity.NOTE}


def test_nothing_set_means_the_defaults(tmp_path):
    settings = settings_of(tmp_path, "")
    assert settings.articles == DEFAULT_ARTICLES
    assert settings.fail_on is Severity.MAJOR


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('sorces = "x"', "did you mean 'sources'?"),
        ('fail_on = "major"', "did you mean 'fail-on'?"),
        ("zzzzzz = 1", "use one of articles, exclude, sources"),
        ('fail-on = "huge"', "use one of note, minor"),
        ("fail-on = 3", "no severity"),
        ('profile = "newz"', "did you mean 'news'?"),
        ('articles = "x"', "must be a list of strings"),
        ("sources = []", "must be a path"),
        ('sources = "\\u0000"', "must be a path"),
        ('articles = ["/etc/*.conf"]', "'/etc/*.conf' is no glob below a folder"),
        ('articles = ["***"]', "'***' is no glob below a folder"),
        ('exclude = [""]', "'' is no glob below a folder"),
        ('select = ["OMI999"]', "OMI"),
        ('[severities."a/*"]\nADD103 = "grave"', "no severity"),
        ("severities = 1", "must be a table"),
        ('[severities]\n"posts/*.md" = "minor"', 'write "posts/*.md" = { OMI201 = "minor" }'),
        ('[severities]\nADD103 = "note"', 'write "**/*.md" = { ADD103 = "note" }'),
        ('[words]\nnegator = ["nary"]', "did you mean 'negators'?"),
        ('[outlets]\nCourier = "courier.example"', "outlets.Courier must be a list"),
        ("fail-on =", "cannot be read"),
        ('languages = ["klingon"]', "'klingon' is no language; write its code"),
        ('archives = ["ftp://archive.example"]', "'ftp://archive.example' is no address of http or https"),
        ('archives = [""]', "'' is no address of http or https"),
        ('[outlets]\n"" = ["courier.example"]', "outlets holds an empty name"),
    ],
)
def test_a_wrong_line_is_named_with_its_file_and_what_is_right(tmp_path, text, hint):
    with pytest.raises(ConfigurationError) as caught:
        settings_of(tmp_path, text)
    assert hint in str(caught.value)
    assert "provenance.toml" in str(caught.value)


def test_the_nearest_configuration_above_holds(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.provenance]\nfail-on = "never"\n')
    deep = tmp_path / "content" / "posts"
    deep.mkdir(parents=True)
    assert settings_for(deep).fail_on is None
    (tmp_path / "content" / "provenance.toml").write_text('fail-on = "note"\n')
    assert settings_for(deep).fail_on is Severity.NOTE


def test_a_project_without_our_table_is_passed_over(tmp_path):
    (tmp_path / "provenance.toml").write_text('fail-on = "never"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\n")
    assert settings_for(inner).fail_on is None


@pytest.mark.parametrize("text", ["tool = 1\n", "[tool]\nother = 1\n", "[[tool]]\nname = 1\n", ""])
def test_a_project_file_of_another_form_is_passed_over(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/pyproject.toml").write_text(text)
    assert settings_for(tmp_path / "posts").origins == {}


def test_a_file_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(
        ConfigurationError, match=r"missing\.toml cannot be read \(No such file or directory\)"
    ):
        read_settings(tmp_path / "missing.toml")


def test_a_table_of_ours_that_is_none_is_an_error(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\nprovenance = 1\n")
    with pytest.raises(ConfigurationError, match="must be a table"):
        settings_for(tmp_path)


def test_the_schema_knows_the_keys_and_words_that_are_read():
    properties = SCHEMA["properties"]
    assert list(properties) == list(KEYS)
    assert properties["fail-on"]["enum"] == [*SEVERITIES, NEVER]
    assert properties["profile"]["enum"] == list(Profile)
    assert properties["severities"]["additionalProperties"]["additionalProperties"]["enum"] == list(
        SEVERITIES
    )
    assert list(properties["words"]["properties"]) == list(EXTENSIBLE)


def test_the_schema_agrees_with_the_reader():
    import tomllib

    validator = Draft202012Validator(SCHEMA)
    validator.validate(tomllib.loads(EVERYTHING))
    assert not validator.is_valid(tomllib.loads('sorces = "x"'))
    assert not validator.is_valid(tomllib.loads('fail-on = "huge"'))
    assert not validator.is_valid(tomllib.loads('languages = ["klingon"]'))
    assert not validator.is_valid(tomllib.loads('archives = ["ftp://archive.example"]'))


def codes(trace):
    return {finding.rule.code: finding.severity for finding in trace.excerpts[0].findings}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), {"ADD103", "ALT301"}),
        (Settings(select=("ADD",)), {"ADD103"}),
        (Settings(ignore=("loaded-insertion",)), {"ALT301"}),
        (Settings(select=("ADD103",), ignore=("ADD",)), set()),
    ],
)
def test_only_what_is_selected_is_reported(settings, expected):
    trace = traced("A {+corrupt +}[-board-]{+council+}.", codes=["ADD103", "ALT301"])
    chosen = regraded(trace, settings)
    assert set(codes(chosen)) == expected
    assert {finding.rule.code for finding in chosen.excerpts[0].comparison.findings} == expected
    assert chosen.excerpts[0].verdict is trace.excerpts[0].verdict


@pytest.mark.parametrize(
    ("origin", "expected"), [("opinion/pier.md", Severity.NOTE), ("news/pier.md", Severity.MAJOR)]
)
def test_severities_follow_the_path(tmp_path, monkeypatch, origin, expected):
    settings = settings_of(tmp_path, EVERYTHING.replace('select = ["OMI", "ALT303"]', ""))
    (tmp_path / "accepted.toml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    trace = regraded(traced("A {+corrupt +}board.", codes=["ADD103"], origin=origin), settings)
    assert codes(trace) == {"ADD103": expected}


def test_config_prints_what_holds_and_where_from(tmp_path, monkeypatch, capsysbinary):
    from provenance.cli.entry import commands

    (tmp_path / "provenance.toml").write_text(EVERYTHING, "utf-8")
    monkeypatch.chdir(tmp_path)
    commands.main(["config"], standalone_mode=False)
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert len(lines) == len(KEYS)
    assert f"fail-on     minor   # {Path('provenance.toml')}" in lines
    assert any("ADD103 note" in line for line in lines)


def test_a_configuration_steers_no_terminal(tmp_path, monkeypatch, capsysbinary):
    from provenance.cli.entry import commands

    (tmp_path / "provenance.toml").write_text('labels = ["\\u001b[31mred", "\\u202edeb"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    commands.main(["config"], standalone_mode=False)
    assert (
        "labels      \ufffd[31mred, \ufffddeb   # provenance.toml\n" in capsysbinary.readouterr().out.decode()
    )


def test_words_of_the_configuration_name_what_the_lists_do_not_know(tmp_path):
    source = "The well is mayhap safe to drink from since the second repair in May."
    quotation = "The well is safe to drink from since the second repair in May."
    settings = settings_of(tmp_path, '[words]\nhedges = ["mayhap"]')
    found = {rule.code for f in compare(quotation, source, settings=settings).findings if (rule := f.rule)}
    assert "OMI203" in found
    assert "OMI203" not in {f.rule.code for f in compare(quotation, source).findings}
