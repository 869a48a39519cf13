"""`provenance corpus summary`: one page on the tables; tests/browser looks at it in a browser."""

import re

import pytest

pytest.importorskip("daft", reason="the extra is not installed: pip install -e '.[corpus]'")

from provenance.corpus.summary import summary_page
from provenance.corpus.tables import write_tables
from provenance.errors import ConfigurationError


def quote(article, passage, verdict="verbatim", source="https://harbour.example/pier"):
    row = {"article": article, "article_outlet": "<b>A Blog", "source_outlet": "The Harbour Post"}
    return ("quotes", {**row, "source": source, "passage": passage, "verdict": verdict, "position": 1})


def test_the_page_tells_of_outlets_changes_and_passages(traced):
    page = summary_page(traced.out)
    for told in ("A Blog", "The Harbour Post", "OMI202 dropped-negation", "The most quoted passages"):
        assert told in page
    assert page.count("<svg") > 5
    assert not re.search(r"(?:src|href)=\"(?!https://harbour)", page)


def test_page_text_is_never_markup(tmp_path):
    evil = "<script>alert(1)</script>"
    write_tables(
        tmp_path,
        [[quote("a", evil), quote("b", evil, "altered", source="javascript:alert(1)"), quote("c", evil)]],
    )
    page = summary_page(tmp_path)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert 'href="javascript' not in page


def test_a_passage_is_counted_by_the_articles_that_quote_it(tmp_path):
    write_tables(
        tmp_path,
        [
            [
                quote("a", "So it was."),
                quote("a", "So it was."),
                quote("b", "So it was.", "altered"),
                quote("b", "Once."),
            ]
        ],
    )
    page = summary_page(tmp_path)
    assert "2 articles, altered 1 time ·" in page
    assert "Once." not in page


def test_a_folder_without_tables_is_refused(tmp_path):
    with pytest.raises(ConfigurationError, match=r"holds no excerpts\.parquet"):
        summary_page(tmp_path)
