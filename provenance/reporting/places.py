"""Where something stands in an article's file: line and column, or paragraph, note, page or time where it has no lines."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from provenance.articles.article import Landmark, LandmarkKind
from provenance.text.document import whole

if TYPE_CHECKING:
    from provenance.articles.article import Article
    from provenance.articles.source_map import Place
    from provenance.findings.finding import Finding
    from provenance.findings.trace import ExcerptTrace
    from provenance.text.document import Passage

_LINE_ONLY = "Only the line is known, not the column."
_NO_LANDMARK = Landmark(0, LandmarkKind.SECTION, 0)


def place_in_file(article: Article, passage: Passage) -> Place | None:
    """The place of a passage of the article; None where the way back to the file is not certain."""
    return article.source_map.place(passage.span) if article.source_map else None


def utf16_place_in_file(article: Article, passage: Passage) -> Place | None:
    """The same with columns in UTF-16 code units."""
    return article.source_map.utf16_place(passage.span) if article.source_map else None


def passage_of(finding: Finding, item: ExcerptTrace) -> Passage:
    """The words of the article that a finding is about: the whole excerpt where it names none."""
    return finding.excerpt or whole(item.excerpt.passages)


def line_in_file(article: Article, passage: Passage) -> int:
    """The line on which a passage begins; that of its paragraph where the way back to the file is not certain."""
    place = place_in_file(article, passage)
    return place.line if place else passage.line


def place_told(article: Article, passage: Passage) -> str:
    """``14:25`` as editors take it behind a path; ``14`` where the column is not known; ``page 3`` of a file without lines."""
    place = place_in_file(article, passage)
    return f"{place.line}:{place.column}" if place else place_in_words(article, passage) or str(passage.line)


def place_in_words(article: Article, passage: Passage) -> str | None:
    """``paragraph 12``, ``note 3``, ``section 2, paragraph 5``, ``page 4``, ``at 1:23``; None where the file has lines.

    Paragraphs are counted as word processors do, headings and cells included.
    """
    if article.format.has_lines:
        return None
    start, document = passage.span.start, passage.document
    numbered = enumerate(article.notes, start=1)
    note = next((number for number, note in numbered if note.span.start <= start < note.span.end), 0)
    mark = landmark_at(article, start)
    if mark.kind is not LandmarkKind.SECTION:
        return landmark_told(mark)
    first = document.block_index_at(mark.start) if mark.number else 0
    paragraph = document.block_index_at(start) - first + 1
    section = f"section {mark.number}, " if mark.number and not note else ""
    return f"note {note}" if note else f"{section}paragraph {paragraph}"


def remark_on_place(article: Article, passage: Passage) -> str:
    """A sentence for formats that need a line, where no more than that or something else is known."""
    words = place_in_words(article, passage)
    return f"It stands {'' if words.startswith('at ') else 'in '}{words}." if words else _LINE_ONLY


def landmark_at(article: Article, offset: int) -> Landmark:
    """The last landmark that begins at or before an offset; one of the number 0 where there is none."""
    index = bisect_right(article.landmarks, offset, key=lambda mark: mark.start)
    return article.landmarks[index - 1] if index else _NO_LANDMARK


def landmark_told(mark: Landmark) -> str:
    """``page 4``, ``section 2``, ``at 1:02:03``."""
    return second_told(mark.number) if mark.kind is LandmarkKind.SECOND else f"{mark.kind} {mark.number}"


def second_told(second: int) -> str:
    """``at 1:02:03`` for a second from the beginning."""
    minutes, seconds = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"at {hours}:{minutes:02}:{seconds:02}" if hours else f"at {minutes}:{seconds:02}"
