import os
from pathlib import Path

import pytest

from provenance.articles.article import Format
from provenance.articles.reading import READERS, read, read_bytes, read_text
from provenance.errors import ArticleError

HTML = "<html><body><p>The ferry sails at noon.</p></body></html>"


def test_a_path_that_exists_is_read(tmp_path):
    file = tmp_path / "a.html"
    file.write_text(HTML)
    for source in (file, str(file)):
        article = read(source)
        assert article.format is Format.HTML
        assert article.document.text == "The ferry sails at noon."
        assert article.document.origin == str(file)


def test_a_text_is_read_by_its_name():
    assert read(text="The ferry sails at noon.").document.text == "The ferry sails at noon."
    assert read(text=HTML).format is Format.HTML
    assert read("Two\nlines, which no file's name has.").format is Format.TEXT


@pytest.mark.parametrize("name", ["", "x" * 100_000, "a\0b", "missing.html", "The ferry sails at noon."])
def test_one_line_is_the_name_of_a_file_and_an_error_where_there_is_none(name):
    with pytest.raises(ArticleError, match="check the") as caught:
        read(name)
    assert len(str(caught.value)) < 300
    assert ("read(text=…)" in str(caught.value)) is (name.count(" ") > 2)


def test_either_a_path_or_a_text_is_given():
    for arguments in ({}, {"path": "a.html", "text": "words"}):
        with pytest.raises(TypeError):
            read(**arguments)


def test_a_missing_file_is_an_error_that_names_it(tmp_path):
    with pytest.raises(ArticleError, match=r"gone\.html does not exist; check the path"):
        read(tmp_path / "gone.html")


def test_a_folder_is_an_error(tmp_path):
    with pytest.raises(ArticleError, match="check the file"):
        read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_an_error(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x")
    file.chmod(0)
    with pytest.raises(ArticleError, match="check the file"):
        read(file)


def test_the_format_may_be_given(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("# Heading\n\n> quoted")
    assert read(file).format is Format.TEXT
    assert read(file, format="markdown").format is Format.MARKDOWN
    with pytest.raises(ValueError, match="docx"):
        read(file, format="docx")


@pytest.mark.parametrize(
    ("origin", "content_type", "expected"),
    [
        ("a.md", None, Format.MARKDOWN),
        ("a.txt", None, Format.TEXT),
        ("a.htm", None, Format.HTML),
        ("a.txt", "text/html; charset=utf-8", Format.HTML),
        ("https://x.example/a", "text/markdown", Format.MARKDOWN),
        ("https://x.example/a", None, Format.HTML),
    ],
)
def test_the_header_comes_first_then_the_name_then_the_text(origin, content_type, expected):
    assert read_bytes(HTML.encode(), origin=origin, content_type=content_type).format is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One</p>", Format.HTML),
        ("\n<!DOCTYPE html><html><body><p>One</p>", Format.HTML),
        ("# Title\n\nText", Format.MARKDOWN),
        ("Text\n\n> quoted\n", Format.MARKDOWN),
        ("See [it](https://x.example/)", Format.MARKDOWN),
        ("Plain text, 3 < 4 and 5 > 4.", Format.TEXT),
        ("<ann@x.example> wrote:\n\nHello", Format.TEXT),
    ],
)
def test_text_without_a_name_is_sniffed(text, expected):
    assert read_text(text).format is expected


@pytest.mark.parametrize("form", list(READERS))
@pytest.mark.parametrize(
    "text", ["", "\n", "x", "> ", "<", "---\n---\n", "\ufeff", "\0", "<!-- only a comment -->"]
)
def test_no_input_however_small_breaks_a_reader(form, text):
    article = read_text(text, format=form)
    assert all(article.document.text[block.span.start : block.span.end] for block in article.document.blocks)


def test_line_ends_of_any_kind_are_line_feeds():
    assert read_text("a\r\nb\rc", format=Format.TEXT).document.text == "a\nb\nc"


def test_an_article_remembers_where_it_came_from():
    article = read_bytes(HTML.encode(), origin="-", url="https://x.example/ferry")
    assert (article.document.origin, article.metadata.url) == ("-", "https://x.example/ferry")
    assert Path("-").suffix == ""
