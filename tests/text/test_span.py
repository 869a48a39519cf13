"""Spans."""

import pytest

from provenance.text.span import Span


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
