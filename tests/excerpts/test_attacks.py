"""Attack strings, up to 50,000 times each, through reading and every detector: the time grows no faster than the text."""

from contextlib import suppress
from functools import partial

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.errors import ArticleError
from tests.excerpts.quoting import detect
from tests.growing import grows_in_proportion

COUNT = 12_500  # and four times as many, 50,000; fewer of what takes long

UNITS = {
    "spaces": " ",
    "straight marks": '"',
    "opening marks": "“",
    "closing marks": "”",
    "apostrophes": "’",
    "colons": ":",
    "nested blockquotes": "<blockquote>",
    "nested blockquotes with text": "<blockquote>a ",
    "nested quoted lines": "> ",
    "unclosed paragraphs": "<p>",
    "unclosed boxes": "<div>a ",
    "unclosed links": "<a href=x>a ",
    "unclosed emphasis": "<i>“a ",
    "broken tags": "< p>a ",
    "stray end tags": "</div>",
}
FRAMES = {
    Format.HTML: (
        "<html lang=en><body><p>Mayor Ann Lee said:</p><p>",
        "</p><p>“So it is,” she said.</p></body></html>",
    ),
    Format.MARKDOWN: ("Mayor Ann Lee said:\n\n", "\n\n“So it is,” she said.\n"),
    Format.TEXT: ("Mayor Ann Lee said:\n\n", "\n\n“So it is,” she said.\n"),
}


CASES = [
    pytest.param(form, unit, id=f"{name}-{form}")
    for name, unit in UNITS.items()
    for form in FRAMES
    if form is Format.HTML
    or not unit.startswith("<")
    or "“" in unit  # elsewhere a tag is a word as any other
]


def read_and_detected(form, text):
    with suppress(ArticleError):  # what is refused for its weight costs no more
        detect(read_text(text, format=form))


@pytest.mark.parametrize(("form", "unit"), CASES)
def test_time_grows_no_faster_than_the_text(form, unit):
    head, tail = FRAMES[form]
    assert grows_in_proportion(
        partial(read_and_detected, form), lambda count: f"{head}{unit * count}{tail}", COUNT
    )
