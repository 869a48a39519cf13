"""Where a page's readers speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.class_names import names_comments, names_of

if TYPE_CHECKING:
    from provenance.articles.walk import Walk


def comment_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands where readers comment."""
    parts: list[bool] = []
    for element, parent in zip(walked.containers, walked.parents, strict=True):
        around = parts[parent] if parts else False
        parts.append(around or names_comments(names_of(element)))
    return parts
