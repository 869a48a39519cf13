from time import process_time

import pytest

from provenance.errors import ConfigurationError
from provenance.findings.suppression import (
    idle_remark,
    inline_acceptances,
    read_acceptances,
    unused_acceptances,
)


def test_a_comment_accepts_a_code_with_a_reason():
    found = inline_acceptances("one\n<!-- provenance: accept OMI201 it is an aside -->\n", origin="a.md")
    assert [(each.line, each.name, each.reason) for each in found] == [(2, "OMI201", "it is an aside")]


def test_a_comment_without_a_reason_is_an_error():
    with pytest.raises(ConfigurationError, match="accepted without a reason") as caught:
        inline_acceptances("\n\n<!-- provenance: accept OMI201 -->", origin="a.md")
    assert "a.md, line 3" in str(caught.value)


@pytest.mark.parametrize("name", ["OMI202", "omi202", "dropped-negation", "Dropped-Negation"])
def test_a_finding_is_accepted_by_its_code_or_its_name_in_capitals_or_not(name):
    (comment,) = inline_acceptances(f"<!-- provenance: accept {name} it is an aside -->", origin="a.md")
    assert comment.code == "OMI202"


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("OMI202", "ACC801", "OMI202 is accepted and not found here; take it out"),
        (
            "droped-negation",
            "ACC802",
            "no finding is called 'droped-negation': did you mean dropped-negation?",
        ),
    ],
)
def test_what_an_acceptance_does_not_cover_is_remarked_with_what_to_do(name, code, message):
    remark = idle_remark(name, "a.md", 4)
    assert (remark.rule.code, remark.path, remark.line, remark.message) == (code, "a.md", 4, message)


def test_an_entry_of_an_accept_file_knows_its_line(tmp_path):
    path = tmp_path / "accepted.toml"
    row = '[[accept]]\ncode = "OMI201"\nsource = "x"\nreason = "y"\n'
    path.write_text(f"# ours\n{row}\n{row}", "utf-8")
    entries = read_acceptances(path)
    assert [entry.line for entry in entries] == [2, 7]
    assert [remark.line for remark in unused_acceptances(entries, (), path)] == [2, 7]


def test_other_comments_are_left_alone():
    assert inline_acceptances("<!-- accept this --> <!-- provenance: OMI201 -->", origin="a.md") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[accept]]\ncode = "OMI201"\nexcerpt = ""\nsource = "x"\n', "without a reason"),
        ('[[accept]]\nreason = "x"\n', "code is missing"),
        ('[[accept]]\ncode = "OMI201"\nline = "3"\nreason = "x"\n', "there is no key 'line'"),
        ("accept = 3\n", "list of tables"),
        ("[[accept", "cannot be read"),
    ],
)
def test_an_accept_file_says_what_is_wrong_with_it(tmp_path, text, message):
    path = tmp_path / "accepted.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError, match=message):
        read_acceptances(path)


def test_attack_strings_are_read_in_linear_time():
    assert inline_acceptances("<!-- provenance: accept OMI201 " * 50_000, origin="a.md") == ()


def test_many_comments_are_read_in_linear_time():
    begun = process_time()
    found = inline_acceptances("<!-- provenance: accept OMI201 so -->\n" * 40_000, origin="a.md")
    assert found[-1].line == 40_000
    assert process_time() - begun < 3
