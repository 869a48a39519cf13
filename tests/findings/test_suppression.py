import pytest

from provenance.errors import ConfigurationError
from provenance.findings.suppression import inline_acceptances, read_acceptances


def test_a_comment_accepts_a_code_with_a_reason():
    found = inline_acceptances("one\n<!-- provenance: accept OMI201 it is an aside -->\n", origin="a.md")
    assert [(each.line, each.code, each.reason) for each in found] == [(2, "OMI201", "it is an aside")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!-- provenance: accept OMI201 -->", "accepted without a reason"),
        ("<!-- provenance: accept OMI999 because -->", "there is no finding 'OMI999'"),
    ],
)
def test_a_comment_that_accepts_nothing_in_particular_is_an_error(text, message):
    with pytest.raises(ConfigurationError, match=message) as caught:
        inline_acceptances(f"\n\n{text}", origin="a.md")
    assert "a.md, line 3" in str(caught.value)


def test_other_comments_are_left_alone():
    assert inline_acceptances("<!-- accept this --> <!-- provenance: OMI201 -->", origin="a.md") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[accept]]\ncode = "OMI201"\nexcerpt = ""\nsource = "x"\n', "without a reason"),
        ('[[accept]]\ncode = "OMI2"\nreason = "x"\n', "there is no finding"),
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
