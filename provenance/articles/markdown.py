"""Reads Markdown."""

from __future__ import annotations

from provenance.articles.article import Article
from provenance.articles.html import read_html


def read_markdown(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read Markdown as it is rendered."""
    from markdown_it import MarkdownIt

    return read_html(MarkdownIt("commonmark").render(text), origin=origin, url=url)
