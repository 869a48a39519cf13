"""The parts of a page that are not its own text: where readers speak, and where somebody pays to speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.articles.class_names import names_advertising, names_comments, names_of
from provenance.articles.main_content import standing_in

if TYPE_CHECKING:
    from provenance.articles.walk import Walk

_MOST: Final = 0.4  # of a page's text; what holds more of it is no advertisement, whatever it is called


def comment_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands where readers comment."""
    named = [any(map(names_comments, names_of(element))) for element in walked.containers]
    return standing_in(walked.parents, named)


def advertising_parts(walked: Walk) -> list[bool]:
    """For each block element of the walk, whether it stands in an advertisement."""
    named = [
        element.tag != "article" and any(map(names_advertising, names_of(element)))
        for element in walked.containers
    ]
    if not any(named):
        return named
    sizes = [0] * len(named)
    for draft in walked.transcript.drafts:
        sizes[draft.container] += draft.end - draft.start
    for number in range(len(sizes) - 1, 0, -1):
        sizes[walked.parents[number]] += sizes[number]
    small = [size <= _MOST * sizes[0] for size in sizes]
    return standing_in(walked.parents, [name and few for name, few in zip(named, small, strict=True)])
