"""Reads Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.html import read_html

if TYPE_CHECKING:
    from provenance.articles.article import Article


def read_markdown(text: str, *, origin: str = "", url: str | None = None) -> Article:
    """Read Markdown as it is rendered."""
    from markdown_it import MarkdownIt

    return read_html(MarkdownIt("commonmark").render(text), origin=origin, url=url)
