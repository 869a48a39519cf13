"""What a page shows beside its running text is nothing that somebody who quotes the text leaves out."""

from time import process_time

import pytest

from provenance.articles.reading import read_text
from provenance.sources.loading.extraction import without_asides
from provenance.testing import StaticLoader
from provenance.tracing.tracer import Tracer
from tests.sources.pages import PARAGRAPHS

URL = "https://ledger.example/pier"
TWEET = (
    '<blockquote class="twitter-tweet"><p>Nobody asked the anglers, and nobody will.</p>— Orla Venn (@orlavenn)'
    ' <a href="https://twitter.com/orlavenn/status/1">March 2, 2026</a></blockquote>'
)
REPEATED = " ".join(PARAGRAPHS[1].split()[:12])
BESIDE = {
    "a heading in bold": "<p><strong>What the anglers say</strong></p>",
    "a heading in two pieces": "<p><b>What the</b> <b>anglers say?</b></p>",
    "a byline": "<p><i>By Orla Venn, harbour reporter</i></p>",
    "a post": TWEET,
    "a pull quote": f'<blockquote class="pullquote"><p>{REPEATED}</p></blockquote>',
    "a pull quote of any class": f'<div class="kr-hl"><p>“{REPEATED}”</p></div>',
    "a link to another page": '<p><strong>READ ALSO:</strong> <a href="/quay">The quay is dear, too</a></p>',
    "a table": "<table><tr><th>Pier</th><th>Anglers</th></tr><tr><td>North</td><td>41</td></tr></table>",
    "an advertisement": "<p>Advertisement: Never pay for paint again.</p>",
    "a call to readers": "<p>Sign up for our harbour letter, which never costs a penny.</p>",
    "code": "<pre>pier --close --months 4</pre>",
}
RUNNING = {
    "a short sentence in bold": "<p><b>Nobody asked the anglers.</b></p>",
    "bold words in a sentence": "<p>The <b>anglers</b> were not asked</p>",
    "a bold item of a list": "<ul><li><b>No anglers on the pier</b></li></ul>",
    "a short sentence that tells somebody to watch": "<p>Watch the anglers.</p>",
    "a quotation": "<blockquote><p>We were not asked, and we will not forget it.</p></blockquote>",
    "a label with words of its own": '<p>The chair said: <a href="/quay">the quay</a> is to be closed too.</p>',
}


def page(between):
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    return (
        "<!DOCTYPE html><html lang=en><title>Pier</title><body><main><article><h1>Pier to close</h1>"
        f"<p>{PARAGRAPHS[0]}</p>{between}{rest}</article></main></body></html>"
    )


def verdict(between):
    quoting = (
        f"The Ledger [reports]({URL}):\n\n> {PARAGRAPHS[0]}\n>\n> {PARAGRAPHS[1]}\n\nSo much for the pier.\n"
    )
    (item,) = Tracer(StaticLoader({URL: page(between)})).trace(quoting).excerpts
    return item.verdict


@pytest.mark.parametrize("between", BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_the_text_is_left_out_by_nobody(between):
    assert verdict(between) == "verbatim"


@pytest.mark.parametrize("between", RUNNING.values(), ids=RUNNING)
def test_what_belongs_to_the_text_is(between):
    assert verdict(between) == "altered"


def test_a_text_that_stands_in_cells_is_a_text():
    cells = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in PARAGRAPHS)
    read = read_text(f"<html><body><table>{cells}</table></body></html>")
    assert all(block.main for block in without_asides(read).document.blocks)


def test_nothing_but_the_mask_changes():
    read = read_text(page("".join(BESIDE.values())))
    found = without_asides(read)
    assert found.document.text == read.document.text
    assert [block.span for block in found.document.blocks] == [block.span for block in read.document.blocks]
    assert without_asides(found).document.blocks == found.document.blocks


def test_pages_that_are_made_to_cost_time_cost_little():
    begun = process_time()
    unlike = read_text("\n\n".join(f"Word {number} of the pier is this." for number in range(20_000)))
    alike = read_text("\n\n".join(["a a a a a a a a"] * 10_000 + ["a " * 50_000]))
    read = process_time() - begun
    for made in (unlike, alike):
        without_asides(made)
    assert process_time() - begun < 3 * read + 1
