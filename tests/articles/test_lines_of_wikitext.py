import pytest

from provenance.articles.article import Format
from provenance.articles.formats import wikitext
from provenance.articles.formats.wikitext_html import html_of
from provenance.articles.reading import read_text
from provenance.errors import ArticleError
from provenance.files.child import Limits

PAGE = """== The lock ==

The '''gates''' had not been [[lift|lifted]] for years.<ref>{{cite news |title=The gates |date=4 May 2029 |url=https://courier.example/gates}}</ref>

=== Its bolts ===
* Not one of them had to be cut.

The town was glad.
"""


def test_a_block_has_the_line_of_the_wikitext_in_which_its_first_words_stand_and_a_citation_its_own():
    article = read_text(PAGE, origin="lock.wiki", format=Format.WIKITEXT)
    lines = {article.document.text[b.span.start : b.span.end][:8]: b.line for b in article.document.blocks}
    assert lines == {"The lock": 1, "The gate": 3, "Its bolt": 5, "Not one ": 6, "The town": 8, "“The gat": 3}


def test_the_date_of_a_citation_without_an_author_stands_behind_its_title():
    text = read_text(PAGE, origin="lock.wiki", format=Format.WIKITEXT).document.text
    assert text.rstrip().endswith("“The gates”. 4 May 2029.")


@pytest.mark.parametrize("opening", ["{{harv|", "{{sfn|", "{{cite web|title=x|last="])
def test_templates_in_templates_are_written_as_long_as_they_are(opening):
    depth = 18
    assert len(html_of(opening * depth + "Lee" + "}}" * depth)) < 1000 * depth


def test_wikitext_that_its_parser_cannot_end_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(wikitext, "Limits", lambda: Limits(processor=1, clock=5))
    with pytest.raises(ArticleError, match=r"x\.wiki is wikitext that takes .*; give its text\.$"):
        read_text("[http://pier.example " * 20_000, origin="x.wiki", format=Format.WIKITEXT)
