"""Where a page's readers speak."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.articles.class_names import names_comments

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from provenance.articles.walk import Walk

# Names are read word by word only where one of these stands in them.
_STEMS = ("omment", "omentario", "disqus", "respond", "usertext")


def comment_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands where readers comment."""
    parts: list[bool] = []
    for element, parent in zip(walked.containers, walked.parents, strict=True):
        around = parts[parent] if parts else False
        parts.append(around or _speaks_of_comments(element))
    return parts


def _speaks_of_comments(element: HtmlElement) -> bool:
    """Whether an element's names say that it holds comments; a page's own root says what it has, not what it is."""
    name, classes = element.get("id"), element.get("class")
    if not (name and _is_suspect(name)) and not (classes and _is_suspect(classes)):
        return False
    return element.tag not in {"html", "body", "main"} and names_comments(name, classes)


@lru_cache(maxsize=4096)
def _is_suspect(names: str) -> bool:
    return any(stem in names for stem in _STEMS)
