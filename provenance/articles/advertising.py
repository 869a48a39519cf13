"""Where somebody pays to speak on a page, or the page promotes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.articles.class_names import names_advertising

if TYPE_CHECKING:
    from provenance.articles.walk import Walk

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
