"""What the notes say: each remark is named as what it is, and an ellipsis by what it stands for."""

import pytest

from provenance.tracing.texts import compare

SPEECH = "She said: “The old dam was safe in winter.” Nobody left the valley."


def messages(quotation, source):
    return [finding.message for finding in compare(quotation, source).findings]


@pytest.mark.parametrize(
    "remark",
    [
        "(Emphasis added.)",
        "” (Emphasis added.)",
        "”(Emphasis added.)",
        "(Emphasis added.)”",
        "[emphasis added]",
    ],
)
def test_a_remark_in_the_place_of_a_sign_is_named_once(remark):
    found = messages(
        f"She said: “The old dam was **safe** in winter {remark} Nobody left the valley.", SPEECH
    )
    assert sum("mphasis" in message for message in found) == 1
    assert not any("“”" in message for message in found)


def test_a_bracket_in_the_place_of_a_sign_is_put_in():
    found = messages("She said: “The old dam was safe in winter [of 1961] Nobody left the valley.", SPEECH)
    assert "declared: puts in “[of 1961]”" in found


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("The dam was safe … in winter nobody left the valley.", "the source has the same ellipsis"),
        ("The dam was safe. In winter nobody left the valley.", "nothing was left out under the ellipsis"),
        ("The dam was safe, in winter nobody left the valley.", "nothing was left out under the ellipsis"),
    ],
)
def test_an_ellipsis_is_the_source_s_only_where_the_source_has_one(source, message):
    assert messages("The dam was safe [...] in winter nobody left the valley.", source)[0].startswith(message)
