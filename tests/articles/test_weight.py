"""Pages that are made to cost time and memory are refused before anything reads them."""

import subprocess
import sys
from time import process_time

import pytest

from provenance.articles.article import Format
from provenance.articles.page import too_heavy
from provenance.articles.reading import read_bytes, read_text
from provenance.errors import ArticleError, SourceExtractionError
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import FoundBy, Reference, Via
from provenance.tracing.texts import compare
from tests.sources.pages import PARAGRAPHS, PIER, page

LARGEST = 9_900_000
HEAVY = {
    "elements": (b"<p>pier\n" * 110_000, "elements"),
    "nested elements": (b"<div>" * 110_000, "elements"),
    "attributes": (
        b"<html><p>pier</p><p " + b"".join(b"a%d='x' " % number for number in range(6_000)) + b">",
        "attributes",
    ),
    "attributes without values": (
        b"<html><p>pier</p><p " + b"".join(b"a%d " % number for number in range(9_000)) + b">",
        "attributes",
    ),
    "attributes whose values look like tags": (
        b"<html><p>pier</p><p " + b"".join(b"a%d='<b x=>' " % number for number in range(6_000)) + b">",
        "attributes",
    ),
    "one long paragraph": (b"<html><body><p>" + b"pier " * 700_000, "characters of text"),
    "lines": (b"pier\n\n" * 60_000, "lines"),
    "marks": (b"[a](https://b) " * 60_000, "Markdown"),
    "open brackets": (b"# Pier\n\n" + b"[" * 200_000, "Markdown"),
    "nested quotations": (b"> " * 200_000, "Markdown"),
    "references": (b"".join(b"[a%d]: /x\n" % number for number in range(35_000)), "Markdown"),
    "text after a script without end": (
        b"<p>" + b"pier " * 700_000 + b"<script>" * 90_000,
        "characters of text",
    ),
}
LIGHT = {
    "a page": page().encode(),
    "a page with its pictures in it": page().encode() + b"<img src='data:" + b"QUJD" * 2_000_000 + b"=='>",
    "a page with its styles and scripts in it": page().encode()
    + b"<style>"
    + b"a { b: c }" * 500_000
    + b"</style>",
    "a text of underlined headings": ("Chapter\n" + "=" * 70 + "\nIt was a long night.\n").encode() * 100,
    "a page that carries its data in an attribute": page().encode()
    + b"<p data-x='"
    + b"a > b, " * 90_000
    + b"'>",
    "a novel": b"It was a long night on the pier, and nobody who was there forgot it.\n" * 40_000,
}
UNENDED = [
    b"<style" * 90_000,
    b"<style x" * 90_000 + b"x" * 9_000_000,
    b"<" * LARGEST,
    b"<a " * 100 + b"=" * LARGEST,
    b"<a x='" * 90_000,
    b"<a x=\"'" * 90_000 + b"x" * 9_000_000,
]


@pytest.mark.parametrize(("data", "said"), HEAVY.values(), ids=HEAVY)
def test_a_page_that_would_cost_too_much_is_not_read(data, said):
    with pytest.raises(SourceExtractionError, match=f"{said}.*, so it is not read"):
        to_witness(Capture(data, "x"), Reference(PIER, FoundBy.LINK), Via.LIVE)


@pytest.mark.parametrize(("data", "said"), HEAVY.values(), ids=HEAVY)
def test_an_article_that_would_cost_too_much_is_not_read(data, said):
    name = "a.md" if said == "Markdown" else "a"
    with pytest.raises(ArticleError, match=f"a(?:.md)? .*{said}.*, so it is not read; give the part"):
        read_bytes(data, origin=name)


def test_a_text_that_would_cost_too_much_is_not_read():
    with pytest.raises(ArticleError, match="the text has more than 50,000 elements, so it is not read"):
        read_text("<p>" * 110_000)


def test_a_book_in_markdown_is_read():
    chapter = (
        "## The pier\n\n> *Nobody* was [there](https://a.example/b) that **night**, \n> or `so` they say.\n\n"
    )
    assert len(read_text(chapter * 3_000 + "It was a long night on the pier. " * 20_000).quotes) == 3_000


@pytest.mark.parametrize("data", LIGHT.values(), ids=LIGHT)
def test_a_page_that_is_only_large_is_read(data):
    kind = "text/html" if data.startswith(b"<") else "text/plain"
    found = to_witness(Capture(data, "x", content_type=kind), Reference(PIER, FoundBy.LINK), Via.LIVE)
    assert PARAGRAPHS[0] in found.document.text or kind == "text/plain"


def test_weighing_takes_time_in_proportion_to_length():
    begun = process_time()
    for data in UNENDED:
        too_heavy(data.decode(), markdown=True)
    assert process_time() - begun < 5


MEMORY = """
import sys
from provenance.sources.capture import Capture
from provenance.sources.loading.extraction import to_witness
from provenance.sources.source import FoundBy, Reference, Via
from provenance.errors import SourceError
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
def read(data):
    try:
        to_witness(Capture(data, "x"), Reference("x", FoundBy.LINK), Via.LIVE)
    except SourceError:
        pass
read(b"<html><body><article><p>The harbour board voted on Tuesday to close the old pier.</p></article></body></html>")
before = peak()
for data in (b"<p>pier " * 99_000, b"<a href=x>pier</a> " * 49_000, b"<p>" + b"pier word " * 290_000, b"<li>" * 99_000):
    read(data)
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from /proc")
def test_the_heaviest_pages_that_are_read_cost_less_than_100_megabytes():
    run = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < 100_000  # kilobytes


def test_plain_text_has_no_elements_and_may_be_more_than_markdown_could():
    said = "The ferry sails at noon and at six, says the notice at the pier."
    text = f"{said} A sign a <b is less than " + "and so on " * 3_000 + "and **never** more."
    assert read_text(text, format=Format.TEXT).document.text == text
    assert compare(said, text).verdict.value == "verbatim"
