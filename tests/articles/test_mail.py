"""Letters in the archives of mailing lists: one preformatted element, with what it quotes behind ``>`` or set in."""

from provenance.articles.article import Format
from provenance.articles.reading import read_text

LETTER = """On Monday Ann Lee wrote:

&gt; The lamp on the mole went out at three in the morning,
&gt; and nobody rang the bell before the boats came in.

I rang it. The rule book of the harbour says on page nine:

    Whoever sees a lamp go out rings the bell, whatever
    the hour, and goes on until he is told to stop.

| The board has read both letters and thanks the two
| keepers for them, and for the bell.

Tove
"""


def read(letter):
    return read_text(f"<html><body><h1>The lamp</h1><pre>{letter}</pre></body></html>", format=Format.HTML)


def quoted(article):
    text = article.document.text
    return [
        " ".join(text[one.start : one.end] for one in quote.spans).split()[:3] for quote in article.quotes
    ]


def test_letter_is_read_as_its_paragraphs_and_what_it_quotes():
    article = read(LETTER)
    assert quoted(article) == [["The", "lamp", "on"], ["Whoever", "sees", "a"], ["The", "board", "has"]]
    blocks = [article.document.text[one.span.start : one.span.end] for one in article.document.blocks]
    assert "I rang it. The rule book of the harbour says on page nine:" in blocks
    assert blocks[-1] == "Tove"


def test_lines_of_a_program_or_a_table_are_no_letter():
    assert quoted(read("&gt; npm install\n&gt; npm run build\nadded 14 packages")) == []
    assert quoted(read("| Lamp | Hours | Lit |\n| Mole | 14 | yes |")) == []
    assert len(read("&gt; npm install\n&gt; npm run build").document.blocks) == 2
