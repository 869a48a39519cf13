"""Where an excerpt without markup ends: the alignment with its source decides.

An article whose markup was lost shows where an excerpt begins (after its cue) and not where it ends. Paragraph by
paragraph, what the source holds belongs to the excerpt; a trailing paragraph that the source lacks is the author's
own voice; one between two paragraphs that the source holds was put in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.alignment.collation import collate
from provenance.excerpts.marks import find_marks
from provenance.excerpts.model import Boundary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.alignment.coding import PreparedSource
    from provenance.excerpts.model import Excerpt
    from provenance.text.document import Passage

# A paragraph belongs to the excerpt if the source accounts for this share of its information. An author's own
# paragraph on the same subject reaches about a quarter, a heavily edited one of the source keeps more than half.
MIN_SUPPORT = 0.45

# This many paragraphs in a row that the source lacks are no insertion: the author has taken over.
OWN_VOICE = 2


def resolve_boundary(excerpt: Excerpt, source: PreparedSource) -> Excerpt:
    """The excerpt with the extent that its source shows.

    Args:
        excerpt: As detected. If its boundary is clear it is returned as it is.
        source: The text that it is said to come from.

    Returns:
        An excerpt whose passages run from the first paragraph of the reach to the last one that the source holds,
        or the excerpt itself if the source holds none of them. Its boundary stays ``UNCLEAR``: the article still
        does not show it.
    """
    if excerpt.boundary is Boundary.CLEAR or not excerpt.reach:
        return excerpt
    held = _held(excerpt.reach, source)
    if not held:
        return excerpt
    first = held[0] if held[0] >= OWN_VOICE else 0
    passages = excerpt.reach[first : held[-1] + 1]
    return replace(excerpt, passages=passages, marks=find_marks(passages))


def _held(reach: Sequence[Passage], source: PreparedSource) -> tuple[int, ...]:
    """The indices of the paragraphs that the source holds, up to where the author takes over."""
    return tuple(index for index, held in enumerate(_until_own_voice(reach, source)) if held)


def _until_own_voice(reach: Sequence[Passage], source: PreparedSource) -> Iterator[bool]:
    missing = 0
    for paragraph in reach:
        held = holds(source, paragraph)
        missing = 0 if held else missing + 1
        if missing > OWN_VOICE:
            return
        yield held


def holds(source: PreparedSource, paragraph: Passage) -> bool:
    """Whether the source holds most of a paragraph."""
    alignment = collate((paragraph,), source)
    return alignment.found and alignment.score >= MIN_SUPPORT
