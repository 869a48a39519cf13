"""``check --write-baseline`` and ``--baseline``: what is known passes, what is new does not, what is gone is named."""

import json
from pathlib import Path

import pytest

from tests.cases.test_check import SOURCE, write
from tests.cli.test_check_of_a_site import change, check

OLD = {"month": "June"}


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site with one alteration, which is known."""
    for folder in ("posts", "sources"):
        (tmp_path / folder).mkdir()
    (tmp_path / "sources/a.html").write_text(SOURCE, "utf-8")
    (tmp_path / "provenance.toml").write_text(
        'articles = ["posts/*.md"]\nbaseline = "baseline.json"\n', "utf-8"
    )
    (tmp_path / "baseline.json").write_text('{"schema": "provenance-baseline/1", "findings": []}', "utf-8")
    write(tmp_path, **OLD)
    monkeypatch.chdir(tmp_path)
    assert check().return_value == 1
    assert check("--write-baseline", "baseline.json").return_value == 0
    return tmp_path


def test_what_the_baseline_has_is_counted_and_fails_nothing(site):
    outcome = check()
    assert outcome.return_value == 0
    assert "1 known" in outcome.output
    assert "ALT304" not in outcome.output
    assert "(known, by the baseline)" in " ".join(check("-v").output.split())


def test_it_holds_when_lines_move_and_files_are_renamed(site):
    write(site, above="One line.\n\nAnother line.\n\n", **OLD)
    assert check().return_value == 0
    Path("posts/repairs.md").rename("posts/renamed.md")
    outcome = check()
    assert (outcome.return_value, "ACC803" in outcome.output) == (0, False)


def test_it_holds_when_another_finding_comes_and_lets_that_one_not_through(site):
    change(Path("posts/repairs.md"), "will close", "will never close")
    outcome = check("--format", "json:out.json")
    assert outcome.return_value == 1
    (excerpt,) = json.loads(Path("out.json").read_text("utf-8"))["articles"][0]["excerpts"]
    graver = [finding for finding in excerpt["findings"] if finding["severity"] != "note"]
    assert sorted(finding["known"] for finding in graver) == [False, True]
    assert [finding["code"] for finding in graver if finding["known"]] == ["ALT304"]


def test_the_same_alteration_once_more_is_new(site):
    Path("posts/copy.md").write_text(Path("posts/repairs.md").read_text("utf-8"), "utf-8")
    assert check().return_value == 1


def test_what_is_gone_is_named_with_what_to_do(site):
    write(site)
    outcome = check("--format", "concise")
    assert outcome.return_value == 0
    assert (
        "baseline.json:1: note ACC803 gone-from-baseline: ALT304 in posts/repairs.md is gone"
        in outcome.output
    )
    assert "write the baseline anew" in outcome.output
    assert check("--fail-on", "note").return_value == 1
    Path("posts/repairs.md").unlink()
    assert "ACC803" in check("--allow-empty").output


def test_what_was_not_checked_is_not_said_to_be_gone(site):
    Path("posts/other.md").write_text("> [Elsewhere](https://elsewhere.example/a) says so.\n", "utf-8")
    assert "ACC803" not in check("posts/other.md").output


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[", "is no baseline"),
        ('{"schema": "other"}', "is no baseline of schema"),
        ('{"schema": "provenance-baseline/1", "findings": [1]}', "is no baseline"),
    ],
)
def test_a_baseline_that_is_none_is_an_error_that_says_how_to_make_one(site, text, message):
    path = Path("baseline.json")
    path.write_text(text, "utf-8")
    outcome = check()
    assert message in str(outcome.exception)
    assert "--write-baseline" in str(outcome.exception)


def test_an_acceptance_that_covers_nothing_is_a_note(site):
    (site / "accepted.toml").write_text('[[accept]]\ncode = "omi202"\nreason = "x"\n', "utf-8")
    (site / "provenance.toml").write_text('articles = ["posts/*.md"]\naccept = "accepted.toml"\n', "utf-8")
    write(site, above="<!-- provenance: accept dropped-hedge we asked -->\n\n")
    outcome = check("--format", "concise")
    assert outcome.return_value == 0
    assert "posts/repairs.md:3: note ACC801 unused-acceptance: OMI203 is accepted" in outcome.output
    assert "accepted.toml:1: note ACC801 unused-acceptance: OMI202 is accepted" in outcome.output
    assert "accepted.toml" not in check("posts", "--format", "concise").output  # it may be for other articles
    assert "ACC801" not in check("--ignore", "ACC801", "--format", "concise").output


def test_an_unchecked_excerpt_that_the_baseline_has_does_not_end_the_run_with_3(site):
    with Path("posts/repairs.md").open("a", encoding="utf-8") as post:
        post.write(
            "\nThe [Ledger](https://ledger.example/gone) says: “The tide tables were never sent to the crews.”\n"
        )
    assert check().return_value == 3
    assert check("--write-baseline", "baseline.json").return_value == 0
    assert check().return_value == 0


def test_a_configured_baseline_that_is_not_written_yet_knows_nothing(site):
    Path("baseline.json").unlink()
    outcome = check()
    assert (outcome.return_value, "--write-baseline baseline.json writes it" in outcome.output) == (1, True)
