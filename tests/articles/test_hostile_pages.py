"""Hostile pages: reading takes time that grows no faster than the page, and never breaks."""

import pytest

from provenance.articles import main_content
from provenance.articles.article import Format
from provenance.articles.reading import read_text
from tests.excerpts.quoting import detect
from tests.growing import grows_in_proportion

ATTACKS = {
    "spaces": (Format.HTML, "<p>", " "),
    "quotation marks": (Format.HTML, "<blockquote>", "“"),
    "colons": (Format.HTML, "<blockquote>", ":"),
    "dashes": (Format.HTML, "<blockquote>", "—"),
    "handles": (Format.HTML, "<blockquote>", "(@a"),
    "brackets": (Format.HTML, "<blockquote>", "["),
    "nested quotations": (Format.HTML, "", "<blockquote>a"),
    "many quotations": (Format.HTML, "", "<blockquote>Ada wrote more.</blockquote>"),
    "unclosed paragraphs": (Format.HTML, "", "<p>abc "),
    "unclosed links": (Format.HTML, "", "<a href=x>abc "),
    "line breaks": (Format.HTML, "<p>", "x<br>"),
    "cites": (Format.HTML, "<blockquote>", "<cite>a</cite> "),
    "links and spans": (Format.HTML, "<p>", "<a href=/x>a</a><span>"),
    "figures": (Format.HTML, "<figure>" * 100, "<blockquote>a b c</blockquote>"),
    "addresses": (Format.HTML, "<p>", "http://"),
    "ampersands": (Format.HTML, "<p>", "&"),
    "quoted lines": (Format.TEXT, "", "> a\n"),
    "indented lines": (Format.TEXT, "", "x\n\n    y\n\n"),
    "signs": (Format.TEXT, "", ">"),
    "quoted markdown": (Format.MARKDOWN, "", "> a\n"),
    "open brackets": (Format.MARKDOWN, "", "[a "),
    "pictures": (Format.MARKDOWN, "", "![a "),
    "brackets in markdown": (Format.MARKDOWN, "", "[a]("),
    "backticks": (Format.MARKDOWN, "", "`a``b"),
    "nested items": (Format.MARKDOWN, "", "- "),
    "nested lines": (Format.MARKDOWN, "", "> "),
    "entities": (Format.MARKDOWN, "", "&#"),
    "nested elements": (Format.HTML, "", "<div><span>a"),
    "stars": (Format.MARKDOWN, "", "*a "),
    "callouts": (Format.MARKDOWN, "[^1]: https://a.example/\n\n", "a[^1]"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_time_grows_no_faster_than_the_page(name):
    form, start, piece = ATTACKS[name]
    count = 12_000 if len(piece) < 3 else 1_500
    assert grows_in_proportion(
        lambda text: detect(read_text(text, format=form), language="en"),
        lambda number: start + piece * number,
        count,
        floor=0.01,
    )


def test_a_page_of_70_000_paragraphs_is_read_whole_says_so_and_has_its_lines_past_the_parser_s_limit():
    article = read_text("<html><body>" + "<p>The ferry sailed.\n" * 70_000, format=Format.HTML)
    assert len(article.document.blocks) == 70_000
    assert article.document.blocks[-1].line == 70_000
    assert all(block.main for block in article.document.blocks)
    assert any("50,000 elements" in doubt for doubt in article.doubts)


def test_trafilatura_is_not_given_what_it_cannot_finish(monkeypatch):
    def refuse(*_):
        raise AssertionError("too large a page was handed over")

    monkeypatch.setattr(main_content, "_extracted", refuse)
    assert read_text("<p>" + "x<br>" * 90_000, format=Format.HTML).document.blocks


def test_a_failure_of_trafilatura_makes_every_block_main(monkeypatch):
    def fail(*_, **__):
        raise RuntimeError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert all(block.main for block in read_text("<p>One</p><p>two</p>", format=Format.HTML).document.blocks)


@pytest.mark.parametrize("character", [*map(chr, range(0x20)), "\ufffe", "\uffff", "\ud800"])
def test_a_control_character_anywhere_in_a_page_stops_no_reading(character):
    page = (
        f"<title>{character}</title><p{character}>A{character}<script>b</script>{character}<svg></svg>{character}"
        f"<span hidden>c</span>{character} pier stands{character} here.</p>{character}"
    )
    assert "pier stands" in read_text(page, format=Format.HTML).document.text
