import pytest

from provenance.findings.codes import RULES


@pytest.mark.parametrize("named", ["OMI202", "omi202", "dropped-negation"])
def test_a_finding_is_explained_by_code_or_name(provenance, named):
    run = provenance("explain", named)
    assert run.returncode == 0
    assert run.stdout.startswith("# OMI202 dropped-negation\n")


def test_the_beginning_of_codes_lists_them(provenance):
    run = provenance("explain", "DEC")
    assert run.stdout.count("\n") == sum(code.startswith("DEC") for code in RULES)


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("OMI999", "`provenance explain OMI` lists those of its group."),
        ("dropped-negatoin", "did you mean dropped-negation?"),
        ("", "write a code like OMI202."),
        ("../../etc/passwd", "write a code like OMI202."),
    ],
)
def test_what_is_no_finding_is_told_with_what_to_write(provenance, named, hint):
    run = provenance("explain", named)
    assert run.returncode == 2
    assert run.stderr == f"provenance: no finding is called {named!r}: {hint}\n"


def test_with_colours_the_page_is_drawn(provenance):
    run = provenance("explain", "OMI202", env={"FORCE_COLOR": "1", "COLUMNS": "70"})
    assert "\x1b[" in run.stdout
    assert "# OMI202" not in run.stdout
