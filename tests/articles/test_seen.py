"""What a reader sees is what is read: struck words, hidden ones, what an override turns round, labels inside sentences."""

import pytest

from provenance.articles.article import Format
from provenance.articles.decoding import cleaned
from provenance.articles.hiding import hides, strikes
from provenance.articles.reading import read_text
from tests.growing import grows_in_proportion

CLOSE = "We will {} close the old school."
READ = "We will close the old school."


def shown(body, format_=Format.HTML, head=""):
    page = f"<html><head>{head}</head><body><p>{body}</p></body></html>" if format_ is Format.HTML else body
    return read_text(page, format=format_).document.text


STRUCK = [
    "<del>not</del>",
    "<s>not</s>",
    "<strike>not</strike>",
    '<span style="text-decoration: line-through red">not</span>',
]


@pytest.mark.parametrize("struck", STRUCK)
def test_struck_words_are_none_of_a_page_s_and_are_remembered(struck):
    article = read_text(f"<p>{CLOSE.format(struck)}</p>", format=Format.HTML)
    assert article.document.text == READ
    assert [(one.at, one.text) for one in article.struck] == [(len("We will"), "not")]


def test_inserted_words_are_read():
    assert shown("cost <del>24,000</del><ins>42,000</ins> crowns") == "cost 42,000 crowns"


def test_markdown_strikes_through_too():
    assert shown(CLOSE.format("~~not~~"), Format.MARKDOWN).strip() == READ


@pytest.mark.parametrize(
    "kept", ["<u>not</u>", '<span style="text-decoration:underline">not</span>', "<ins>not</ins>"]
)
def test_underlined_words_are_read(kept):
    assert shown(CLOSE.format(kept)) == CLOSE.format("not")


def test_a_strike_that_is_never_closed_takes_no_page_away():
    text = "The ferry sails at noon and comes back at six. " * 200
    assert len(shown(f"<s>Old price. {text}")) > len(text)


HIDING = [
    "font-size:0",
    "FONT-SIZE : 0px !important",
    "opacity:0.0",
    "position:absolute;left:-9999px",
    "position:absolute; clip: rect(0, 0, 0, 0)",
    "clip-path:inset(50%)",
    "text-indent:-9999px",
    "color:transparent",
    "color: rgba(0, 0, 0, 0)",
    "display:inline-block;max-height:0;overflow:hidden",
    "display:inline-block;width:0;overflow:hidden",
    "transform: scale(0)",
    "d\\69splay:none",
    "display:/* seen */none",
    "visibility:collapse",
]
SHOWING = [
    "font-size:0.9em",
    "opacity:0.05",
    "opacity:1",
    "line-height:0",
    "min-width:0;overflow:hidden",
    "left:-10px",
    "color:#000",
    "background-color:transparent",
    "margin-left:0",
    "transform:scale(0.9)",
    "width:0",
]


@pytest.mark.parametrize("style", HIDING)
def test_the_usual_ways_to_hide_words_inside_a_sentence(style):
    assert shown(CLOSE.format(f'<span style="{style}">not</span>')) == READ


@pytest.mark.parametrize("style", SHOWING)
def test_other_styles_hide_nothing(style):
    assert shown(CLOSE.format(f'<span style="{style}">not</span>')) == CLOSE.format("not")


@pytest.mark.parametrize("style", ["opacity:0", "max-height:0;overflow:hidden", "font-size:0"])
def test_blocks_that_a_script_opens_are_read(style):
    page = f'<div style="{style}"><p>{READ}</p></div>'
    assert READ in read_text(page, format=Format.HTML).document.text


SHEETS = {
    ".z{display:none}": READ,
    "a b { color: red } p, span.z { font-size: 0 } /* } */": READ,
    "@import url(x); .z{opacity:0}": READ,
    "@media print{.z{display:none}}": CLOSE.format("not"),
    ".y .z{display:none}": CLOSE.format("not"),
    ".z:hover{display:none}": CLOSE.format("not"),
    ".zz{display:none}": CLOSE.format("not"),
    "@media screen{.y{color:red}} .z{display:none}": READ,
    "}}}{{{": CLOSE.format("not"),
}


@pytest.mark.parametrize(("sheet", "text"), SHEETS.items())
def test_a_class_that_the_page_s_own_sheet_hides(sheet, text):
    assert shown(CLOSE.format('<span class="z">not</span>'), head=f"<style>{sheet}</style>") == text


def test_a_block_of_a_class_that_hides_is_read():
    page = f'<style>.fold{{display:none}}</style><div class="fold"><p>{READ}</p></div>'
    assert READ in read_text(page, format=Format.HTML).document.text


PIECES = ["{", "}", "/*", "@media{", ".a{display:none}", "\\", "clip:", "0", "text-decoration:"]


@pytest.mark.parametrize("piece", PIECES)
def test_sheets_and_styles_are_read_in_linear_time(piece):
    head = "<style>{}</style>".format
    assert grows_in_proportion(lambda sheet: shown("x", head=sheet), lambda n: head(piece * n), 20_000)

    def decide(style):
        return hides.__wrapped__(style, inline=True), strikes.__wrapped__(style)

    assert grows_in_proportion(decide, lambda n: f"line-through;font-size:{piece * n}1", 20_000)


@pytest.mark.parametrize(
    ("text", "as_shown"),
    [
        ("cost \u202e2.4\u202c million", "cost 4.2 million"),
        ("we will \u202eton\u202c close", "we will not close"),
        ("\u202d42\u202c", "42"),  # what runs rightwards anyway
        ("\u202eשלום\u202c", "שלום"),  # what runs leftwards anyway
        ("\u202dשלום\u202c", "םולש"),
    ],
)
def test_what_an_override_turns_round_is_read_as_it_is_shown(text, as_shown):
    assert cleaned(text).replace("\ufffd", "") == as_shown
    assert len(cleaned(text)) == len(text)


def test_blanks_of_other_scripts_are_spaces():
    assert cleaned("We\u2800have\u3164a plan") == "We have a plan"


LABELS = [
    '<span class="pageno">12</span>',
    '<span class="page-number">[12]</span>',
    '<a id="p12" class="pagenum">xii</a>',
    '<span role="doc-pagebreak">12</span>',
    '<span epub:type="pagebreak">12</span>',
]


@pytest.mark.parametrize("label", LABELS)
def test_the_number_of_a_printed_page_is_none_of_its_words(label):
    assert shown(f"We will close the {label}old school.") == READ


@pytest.mark.parametrize("words", ['<span class="pageno">not</span>', '<span class="page">not</span>'])
def test_words_are_no_number_of_a_page(words):
    assert shown(CLOSE.format(words)) == CLOSE.format("not")


@pytest.mark.parametrize(
    "word",
    [
        'not<span role="tooltip">Explain</span>',
        '<span class="tooltip">not<span class="tooltiptext">Explain</span></span>',
        '<span class="tooltip">not</span>',
    ],
)
def test_a_tooltip_that_is_glued_to_a_word_is_none(word):
    assert shown(CLOSE.format(word)) == CLOSE.format("not")


def test_brackets_around_a_reading_stay_and_words_in_their_place_do_not():
    assert shown("<ruby>目<rp>（</rp><rt>め</rt><rp>）</rp></ruby>") == "目（め）"
    assert shown(CLOSE.format("<rp>not</rp>")) == READ
