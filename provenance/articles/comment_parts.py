"""Where a page's readers speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.class_names import names_comments

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from provenance.articles.walk import Walk

# One pass in C finds the few elements whose names are worth reading.
_STEMS = ("omment", "omentario", "disqus", "respond", "usertext")
_SUSPECT = (
    "//*[" + " or ".join(f"contains(@{name}, '{stem}')" for name in ("id", "class") for stem in _STEMS) + "]"
)


def comment_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands where readers comment."""
    suspects = set(walked.containers[0].xpath(_SUSPECT))
    parts: list[bool] = []
    for element, parent in zip(walked.containers, walked.parents, strict=True):
        around = parts[parent] if parts else False
        parts.append(around or (element in suspects and _speaks_of_comments(element)))
    return parts


def _speaks_of_comments(element: HtmlElement) -> bool:
    """A page's own root says what it has, not what it is."""
    return element.tag not in {"html", "body", "main"} and names_comments(
        element.get("id"), element.get("class")
    )
