"""TraceMemory: what is remembered of the version before is what tracing anew would say, at the new places."""

import pytest

from provenance.articles.reading import read_text
from provenance.reporting.json import to_dict
from provenance.tracing.reuse import TraceMemory
from provenance.tracing.tracer import Tracer

WORDS = (
    "The board voted on Monday to close the old pier for four months, and the chair said that it will not reopen before May.",
    "Nobody on the council asked who would pay for the repairs, although the estimate had grown to nine million in a year.",
    "Merchants along the quay expect to lose the summer, she wrote, and some of them have let their shops to others already.",
)
OWN = "\n\n".join(
    f"Own words number {number}, of which there are enough to part the quotations." for number in range(4)
)
ARTICLE = OWN.join(
    f"\n\nThe Courier [reports](https://courier.example/{number}):\n\n> {words}\n\n"
    for number, words in enumerate((WORDS[0].replace("not ", ""), WORDS[1], WORDS[2].replace("some", "most")))
)


@pytest.fixture
def tracer(tmp_path):
    for number, words in enumerate(WORDS):
        page = f"<html><head><link rel='canonical' href='https://courier.example/{number}'></head><body><p>{words}</p></body></html>"
        (tmp_path / f"{number}.html").write_text(page, "utf-8")
    with Tracer(saved=[tmp_path], offline=True) as made:
        yield made


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [
        ("Own words number 1", "Quite a few own words number 1", 0),
        ("asked who would pay", "asked who could pay", 1),
        ("> Nobody", "> *Nobody*", 1),
        ("https://courier.example/1", "https://courier.example/2", 3),
        (f"\n\n> {WORDS[1]}", "", 1),
        ("Own words number 3", f"“{WORDS[1]}”, the Courier wrote. Own words number 3", 2),
        ("\n\nThe Courier", "---\nlanguage: en\n---\n\nThe Courier", 3),
    ],
)
def test_what_is_remembered_is_what_tracing_anew_would_say(tracer, old, new, most):
    memory, traced = TraceMemory(), []
    first = read_text(ARTICLE, origin="post.md")
    tracer.trace(first, each=memory.each(first))
    assert ARTICLE.count(old) > 0
    article = read_text(ARTICLE.replace(old, new, 1), origin="post.md")

    def each(excerpts, trace):
        return memory.each(article)(excerpts, lambda excerpt: traced.append(excerpt) or trace(excerpt))

    remembered = tracer.trace(article, each=each)
    assert to_dict(remembered) == to_dict(tracer.trace(article))
    assert len(traced) <= most
