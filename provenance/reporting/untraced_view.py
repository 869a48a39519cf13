"""What a report says of quotations that were seen and not traced, so that nobody takes them for checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from provenance.reporting.places import line_in_file, place_in_words
from provenance.reporting.summary import counted
from provenance.reporting.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.article import Article
    from provenance.text.document import Passage

_MOST_PLACES = 8  # that are listed


def untraced_lines(article: Article, passages: Sequence[Passage], width: int) -> list[Text]:
    """One dim sentence with the line numbers; nothing where there are none."""
    said = untraced_told(places_told(article, passages))
    return wrapped(Text(said, "dim"), width) if said else []


def untraced_told(places: Sequence[str]) -> str:
    """The sentence for quotations that begin at these places, one for each; empty where there are none."""
    if not places:
        return ""
    were = "was" if len(places) == 1 else "were"
    said = f"{counted(len(places), 'quotation')} {were} not traced ({listed_places(places)})"
    return f"{said}: without a speaker or source, or too short"


def places_told(article: Article, passages: Sequence[Passage]) -> list[str]:
    """For each passage its line, or its place in words in a file without lines."""
    return [place_in_words(article, passage) or str(line_in_file(article, passage)) for passage in passages]


def listed_places(places: Sequence[str]) -> str:
    """``line 3``; ``lines 3, 8, 9``; ``page 2, page 5``; the first few of many."""
    different = list(dict.fromkeys(places))
    shown = ", ".join(different[:_MOST_PLACES]) + (" …" if len(different) > _MOST_PLACES else "")
    if not different[0].isdecimal():
        return shown
    return f"{'line' if len(different) == 1 else 'lines'} {shown}"
