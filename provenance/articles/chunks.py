"""Chunks: an article that its site system cuts into several boxes of one kind, with advertisements between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.main_content import inside
from provenance.text.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.articles.walk import Walk

_BOXES = frozenset(("div", "section"))
_PARAGRAPH = 80  # characters; a box of teasers holds no paragraph that is longer
_LINKED = 0.5  # of a paragraph's characters; more are a menu's or a teaser's


def other_chunks(walked: Walk, container: int) -> list[bool] | None:
    """Where the rest of an article stands that is cut into chunks.

    Args:
        walked: What the walk over the page brought home.
        container: The number of the element that the search for main content found.

    Returns:
        For each block element, whether it is or stands in another box of the same tag and the same class names, which holds
        paragraphs, inside the same ``<article>``; None where there is none.
    """
    element = walked.containers[container]
    names = element.get("class")
    around = _article(walked, container)
    if not names or element.tag not in _BOXES or around is None:
        return None
    within, own = inside(walked.parents, around), inside(walked.parents, container)
    alike = [
        within[number] and not own[number] and other.tag == element.tag and other.get("class") == names
        for number, other in enumerate(walked.containers)
    ]
    if not any(alike):
        return None
    reached = _below(walked.parents, alike)
    return reached if any(reached[draft] for draft in _paragraphs(walked)) else None


def _article(walked: Walk, number: int) -> int | None:
    """The ``<article>`` around an element, if there is one."""
    while number > 0:
        number = walked.parents[number]
        if walked.containers[number].tag == "article":
            return number
    return None


def _below(parents: Sequence[int], chosen: Sequence[bool]) -> list[bool]:
    """For each element, whether it is one of the chosen or stands in one."""
    reached = list(chosen)
    for number in range(1, len(parents)):
        reached[number] = reached[number] or reached[parents[number]]
    return reached


def _paragraphs(walked: Walk) -> list[int]:
    """The elements that hold paragraphs of running text."""
    return [
        draft.container
        for draft in walked.transcript.drafts
        if draft.kind is BlockKind.PARAGRAPH
        and draft.end - draft.start > _PARAGRAPH
        and draft.linked <= _LINKED * (draft.end - draft.start)
    ]
