"""The parts of a page that are not its own text: where readers speak, and where somebody pays to speak."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from provenance.articles.class_names import names_advertising, names_comments

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


_MOST: Final = 0.4  # of a page's text; what holds more of it is no advertisement, whatever it is called


def advertising_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands in an advertisement."""
    named = [
        element.tag not in {"html", "body", "main", "article"}
        and names_advertising(element.get("id"), element.get("class"))
        for element in walked.containers
    ]
    if not any(named):
        return named
    sizes = [0] * len(named)
    for draft in walked.transcript.drafts:
        sizes[draft.container] += draft.end - draft.start
    for number in range(len(sizes) - 1, 0, -1):
        sizes[walked.parents[number]] += sizes[number]
    parts: list[bool] = []
    for number, parent in enumerate(walked.parents):
        around = parts[parent] if parts else False
        parts.append(around or (named[number] and sizes[number] <= _MOST * sizes[0]))
    return parts
