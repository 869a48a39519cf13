"""Attack strings, 50,000 times each, through reading and every detector: the time grows no faster than the text."""

import time
from contextlib import suppress

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import read_text
from provenance.errors import ArticleError
from tests.excerpts.quoting import detect

COUNT, FACTOR = 12_500, 4  # 50,000 in all
SLACK = 2.25  # a slow moment of the machine; what grows with the square takes four times as long as this allows for
FLOOR = 0.03  # seconds: below it the clock says nothing

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


def seconds(form, unit, count):
    head, tail = FRAMES[form]
    text = f"{head}{unit * count}{tail}"
    start = time.process_time()
    with suppress(ArticleError):  # what is refused for its weight costs no more
        detect(read_text(text, format=form))
    return time.process_time() - start


@pytest.mark.parametrize(("form", "unit"), CASES)
def test_time_grows_no_faster_than_the_text(form, unit):
    most = SLACK * FACTOR * max(seconds(form, unit, COUNT), FLOOR)
    assert any(
        seconds(form, unit, COUNT * FACTOR) <= most for _ in range(2)
    )  # once more if the machine was busy
