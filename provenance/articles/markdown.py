"""Reads Markdown: as it is rendered, with the lines of the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.article import Article, Format, Metadata
from provenance.articles.front_matter import front_metadata, split_front_matter, yaml_front_matter
from provenance.articles.html import assemble
from provenance.articles.notes.bibliography import bibliography
from provenance.articles.page import parse
from provenance.articles.rendering import render
from provenance.text.document import BlockKind
from provenance.text.language import guess_language

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.text.document import Document


def read_markdown(
    text: str, *, origin: str = "", url: str | None = None, folder: Path | None = None
) -> Article:
    """Read Markdown; the document's text is what a reader sees when it is rendered.

    Args:
        text: The file, with line feeds.
        origin: Where it came from, for people.
        url: Its own address, if it has one.
        folder: Of its file, if that is at hand: the bibliographies that it names are read from there.
    """
    fields, body = split_front_matter(text)
    stated = front_metadata(fields)
    base = url or (stated.url if stated.url and "://" in stated.url else None)
    article = assemble(parse(render(body)), origin=origin, base=base, masked=False)
    return replace(
        article,
        format=Format.MARKDOWN,
        metadata=_metadata(stated, article.document, base),
        references=bibliography(yaml_front_matter(text), folder),
        folder=folder,
    )


def _metadata(stated: Metadata, document: Document, url: str | None) -> Metadata:
    """What the front matter states; else the first heading and the language of the text."""
    return replace(
        stated,
        title=stated.title or _first_heading(document),
        language=stated.language or guess_language(document.text),
        url=url,
    )


def _first_heading(document: Document) -> str | None:
    spans = (block.span for block in document.blocks if block.kind is BlockKind.HEADING)
    return next((document.text[span.start : span.end] for span in spans), None)
