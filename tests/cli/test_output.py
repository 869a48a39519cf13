import json

import pytest

from provenance.cli.environment import takes_hyperlinks, wants_colour


@pytest.mark.parametrize(
    ("choice", "environment", "to_terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_who_decides_on_colour(choice, environment, to_terminal, expected):
    assert wants_colour(choice, environment, to_terminal=to_terminal) is expected


@pytest.mark.parametrize(
    ("environment", "to_terminal", "expected"),
    [
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, True, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4100"}, True, False),
        ({"TERM": "xterm-kitty"}, True, True),
        ({"TERM": "xterm-kitty"}, False, False),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/a", "VTE_VERSION": "7200"}, True, False),
        ({"TERM_PROGRAM": "WezTerm"}, True, True),
        ({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, False, True),
        ({"TERM_PROGRAM": "WezTerm", "FORCE_HYPERLINK": "0"}, True, False),
    ],
)
def test_an_address_is_hidden_behind_words_only_where_the_terminal_opens_it(
    environment, to_terminal, expected
):
    assert takes_hyperlinks(environment, to_terminal=to_terminal) is expected


@pytest.mark.parametrize(
    ("quotation", "code", "verdict"), [("faithful.txt", 0, "verbatim"), ("altered.txt", 1, "altered")]
)
def test_compare_judges_and_exits(provenance, desk, quotation, code, verdict):
    run = provenance("compare", quotation, "source.html", "--format", "json", cwd=desk)
    assert run.returncode == code, run.stderr
    (article,) = json.loads(run.stdout)["articles"]
    assert [excerpt["verdict"] for excerpt in article["excerpts"]] == [verdict]


def test_a_change_before_a_last_line_that_is_an_ellipsis_is_reported(provenance, tmp_path):
    (tmp_path / "quotation.txt").write_text(
        "The mill was sold in March. Its owner keeps the old wheal\n\n……\n", "utf-8"
    )
    (tmp_path / "source.txt").write_text(
        "The mill was sold in March. Its owner keeps the old wheel\n", "utf-8"
    )
    run = provenance("compare", "quotation.txt", "source.txt", "--format", "json", cwd=tmp_path)
    (excerpt,) = json.loads(run.stdout)["articles"][0]["excerpts"]
    assert [finding["code"] for finding in excerpt["findings"]] == ["ALT301", "DEC703"]


def test_several_formats_at_once_agree(provenance, desk):
    run = provenance(
        "compare", "altered.txt", "source.html", "--format", "text", "--format", "json:out.json", cwd=desk
    )
    assert "[-not-]" in run.stdout
    assert json.loads((desk / "out.json").read_text("utf-8"))["summary"]["exit_code"] == run.returncode == 1


def test_o_takes_the_report_off_standard_output(provenance, desk):
    run = provenance("compare", "altered.txt", "source.html", "-o", "out.txt", cwd=desk)
    assert run.stdout == ""
    assert "[-not-]" in (desk / "out.txt").read_text("utf-8")


def test_standard_input_is_a_quotation(provenance, desk):
    text = (desk / "altered.txt").read_text("utf-8")
    run = provenance("compare", "-", "source.html", cwd=desk, stdin=text)
    assert run.returncode == 1
    assert run.stdout.startswith("-:1:1 ")


@pytest.mark.parametrize(
    ("flags", "code"), [(["--fail-on", "never"], 0), (["--ignore", "OMI"], 0), (["--select", "ALT"], 0)]
)
def test_what_fails_a_run_can_be_chosen(provenance, desk, flags, code):
    assert provenance("compare", "altered.txt", "source.html", *flags, cwd=desk).returncode == code


def test_the_configuration_of_the_folder_holds_and_the_command_line_outranks_it(provenance, desk):
    (desk / "provenance.toml").write_text('fail-on = "never"\n')
    assert provenance("compare", "altered.txt", "source.html", cwd=desk).returncode == 0
    assert provenance("compare", "altered.txt", "source.html", "--fail-on", "major", cwd=desk).returncode == 1


def test_a_wrong_setting_stops_the_run_with_its_right_name(provenance, desk):
    (desk / "provenance.toml").write_text('fail-om = "never"\n')
    run = provenance("compare", "altered.txt", "source.html", cwd=desk)
    assert run.returncode == 2
    assert "there is no setting 'fail-om'; did you mean 'fail-on'?" in run.stderr


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_report_is_as_wide_as_the_terminal(provenance, desk, columns):
    run = provenance("compare", "altered.txt", "source.html", cwd=desk, env={"COLUMNS": str(columns)})
    assert max(map(len, run.stdout.splitlines())) <= columns


@pytest.mark.parametrize(
    ("columns", "complaint"),
    [
        (99, "provenance: --side-by-side needs 100 columns, here are 99; COLUMNS=120 sets more.\n"),
        (100, ""),
    ],
)
def test_side_by_side_is_never_dropped_in_silence(provenance, desk, columns, complaint):
    run = provenance(
        "compare", "altered.txt", "source.html", "--side-by-side", cwd=desk, env={"COLUMNS": str(columns)}
    )
    assert ("│" in run.stdout) is (complaint == "")
    assert run.stderr == complaint


def test_annotations_come_with_the_job_summary(provenance, desk):
    summary = desk / "summary.md"
    summary.write_text("# Before\n", "utf-8")
    run = provenance(
        "compare",
        "altered.txt",
        "source.html",
        "--format",
        "github",
        cwd=desk,
        env={"GITHUB_STEP_SUMMARY": str(summary)},
    )
    assert run.stdout.startswith("::error file=altered.txt,line=1,")
    assert summary.read_text("utf-8").startswith("# Before\n**provenance** — 1 article")


def test_detect_shows_each_excerpt_whole_with_its_link(provenance, desk):
    words = "The pier will close on Monday for four months, and nobody was asked about it beforehand."
    (desk / "article.md").write_text(
        f"[The Courier](https://courier.example/pier) reports:\n\n> {words}\n", "utf-8"
    )
    run = provenance("detect", "article.md", cwd=desk, env={"COLUMNS": "100"})
    assert run.returncode == 0
    assert f"    {words}\n" in run.stdout
    assert "  link     https://courier.example/pier\n" in run.stdout
    assert run.stdout.endswith("1 excerpt\n")
