"""Where something stands in an article's file: its line and column, or its line alone where no more is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.text.document import whole

if TYPE_CHECKING:
    from provenance.articles.article import Article
    from provenance.articles.source_map import Place
    from provenance.findings.finding import Finding
    from provenance.findings.trace import ExcerptTrace
    from provenance.text.document import Passage

LINE_ONLY = "Only the line is known, not the column."


def place_in_file(article: Article, passage: Passage) -> Place | None:
    """The place of a passage of the article; None where the way back to the file is not certain."""
    return article.source_map.place(passage.span) if article.source_map else None


def utf16_place_in_file(article: Article, passage: Passage) -> Place | None:
    """The same with columns in UTF-16 code units."""
    return article.source_map.utf16_place(passage.span) if article.source_map else None


def passage_of(finding: Finding, item: ExcerptTrace) -> Passage:
    """The words of the article that a finding is about: the whole excerpt where it names none."""
    return finding.excerpt or whole(item.excerpt.passages)


def line_and_column(article: Article, passage: Passage) -> str:
    """``14:25`` as editors take it behind a path; ``14`` where the column is not known."""
    place = place_in_file(article, passage)
    return f"{place.line}:{place.column}" if place else str(passage.line)
