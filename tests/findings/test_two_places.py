"""Words that stand in two places of a source: they are judged where nothing is cut off from them."""

import pytest

from provenance import compare

SHORT = "The bridge will reopen to carts in May."
LONG = "The bridge will reopen to carts in May if the council accepts the budget, the surveyor said."
BETWEEN = "Nobody in the hall had expected a vote before the winter."


def page(*paragraphs):
    return f"<html><body><article>{''.join(f'<p>{text}</p>' for text in paragraphs)}</article></body></html>"


@pytest.mark.parametrize("source", [(SHORT, BETWEEN, LONG), (LONG, BETWEEN, SHORT)], ids=["first", "last"])
def test_a_whole_paragraph_is_verbatim_though_a_longer_one_has_its_words_too(source):
    comparison = compare(SHORT, page(*source))
    assert (comparison.verdict, comparison.findings) == ("verbatim", ())
    assert comparison.alignment.placements[0].source.text == SHORT


def test_words_that_stand_in_the_longer_one_alone_are_clipped():
    assert [finding.rule.code for finding in compare(SHORT, page(BETWEEN, LONG)).findings] == [
        "DEC702",
        "OMI204",
    ]


def test_a_heading_that_says_as_much_excuses_no_clip():
    source = f"<html><body><article><h2>{SHORT}</h2><p>{BETWEEN}</p><p>{LONG}</p></article></body></html>"
    assert "OMI204" in [finding.rule.code for finding in compare(SHORT, source).findings]
