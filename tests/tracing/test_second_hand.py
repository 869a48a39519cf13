import pytest

from provenance.articles.reading import read_text
from provenance.text.span import Span
from provenance.tracing.second_hand import quoted_from
from tests.sources.pages import PARAGRAPHS, PIER

OWN = "https://gazette.example/round-up"
WORDS = PARAGRAPHS[2]


def gazette(body):
    rest = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[3:])
    html = f"<!DOCTYPE html><html lang=en><head><title>Round-up</title></head><body><article>{rest}{body}{rest}</article></body></html>"
    return read_text(html, url=OWN)


def placed(page, words=WORDS):
    start = page.document.text.index(words)
    return [Span(start, start + len(words))]


def test_a_page_that_quotes_the_words_names_where_they_come_from():
    page = gazette(
        f'<p>The <a href="{PIER}">Harbour Ledger</a> reports:</p><blockquote><p>{WORDS}</p></blockquote>'
    )
    found = quoted_from(page, placed(page))
    assert found.link == PIER


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{WORDS}</p>",
        f"<blockquote><p>{WORDS}</p></blockquote>",
        f'<p>As <a href="{OWN}#above">we</a> reported:</p><blockquote><p>{WORDS}</p></blockquote>',
        f"<p>“Not before the autumn,” said Orla Venn, the chair. {WORDS}</p>",
    ],
)
def test_words_of_the_page_s_own_lead_nowhere(body):
    page = gazette(body)
    assert quoted_from(page, placed(page)) is None


def test_words_beside_a_quotation_are_not_taken_for_it():
    page = gazette(f'<p>The <a href="{PIER}">Ledger</a> reports:</p><blockquote><p>{WORDS}</p></blockquote>')
    assert quoted_from(page, placed(page, PARAGRAPHS[3])) is None
    assert quoted_from(page, []) is None
