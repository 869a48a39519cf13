"""Spans."""

import pytest

from provenance.text.span import Span, merged


@pytest.mark.parametrize(
    ("text", "span", "characters", "kept"),
    [
        ("  salt \n", Span(0, 8), None, Span(2, 6)),
        ("“salt”, oil", Span(0, 7), "“”,", Span(1, 5)),
        ("oil   ", Span(3, 6), None, Span(6, 6)),
        ("salt", Span(2, 2), None, Span(2, 2)),
    ],
)
def test_a_stripped_span_keeps_its_place(text, span, characters, kept):
    assert span.stripped(text, characters) == kept


def test_a_span_of_words_has_no_signs_at_its_edges():
    assert Span(0, 9).worded("“salt”, …") == Span(1, 5)
    assert Span(0, 3).worded("“…”") == Span(3, 3)


def test_merged_spans_are_in_order_and_apart():
    assert merged([Span(7, 9), Span(0, 3), Span(3, 5), Span(1, 2)]) == [Span(0, 5), Span(7, 9)]
