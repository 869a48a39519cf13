import pytest

from provenance.findings.wording import quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (". The keeper, Anna", "“The keeper, Anna”"),
        ("! Later", "“Later”"),
        (".5 per cent", "“.5 per cent”"),
        ("…", "“…”"),
        (". ", "“.”"),
        (";", "“;”"),
        (", it said", "“it said”"),
    ],
)
def test_the_end_of_the_sentence_before_is_no_part_of_the_words(text, shown):
    assert quoted(text) == shown
