"""How far announced paragraphs go without any markup, as far as the article alone can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.model import Attribution, Candidate
from provenance.text.document import Passage

if TYPE_CHECKING:
    from provenance.excerpts.annotation.article import AnnotatedArticle

_MOST_UNENDED = 4  # paragraphs of a run behind which nothing shows that the author goes on


def announced_extent(annotated: AnnotatedArticle, candidate: Candidate, told: Attribution) -> int:
    """How many of the paragraphs within reach are quoted: up to the one in which the author goes on.

    Args:
        annotated: The article.
        candidate: Announced paragraphs.
        told: Whose words they are.

    Returns:
        At least 1. Of a long run in which nothing shows the author's own voice, only the first paragraph counts: the
        alignment with the source decides on the rest.
    """
    reach = candidate.reach
    for position, passage in enumerate(reach[1:], start=1):
        if _is_authors(annotated, passage, told):
            return position
    return len(reach) if len(reach) <= _MOST_UNENDED else 1


def _is_authors(annotated: AnnotatedArticle, passage: Passage, told: Attribution) -> bool:
    """Whether a paragraph quotes or links something itself, or speaks of whoever is quoted before it."""
    index = annotated.block_at(passage.span.start)
    if annotated.quotations_in(index) or annotated.links_in(passage.span):
        return True
    surname = (told.speaker or "").rsplit(maxsplit=1)[-1:]
    return any(name in passage.text for name in (told.outlet, *surname) if name)
