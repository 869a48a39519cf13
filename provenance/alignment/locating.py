"""Locating: where in a source an excerpt stands, without naming the differences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.alignment.collation import collate, readied
from provenance.alignment.encoding import encode_excerpt
from provenance.alignment.seeding import whole_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.alignment.alignment import DeclaredPlace
    from provenance.alignment.coding import PreparedSource
    from provenance.text.document import Document, Passage


class Location(NamedTuple):
    """A passage of the source at which an excerpt, or a part of it, stands.

    Attributes:
        source: The passage.
        bits: How much the words tell that both share.
        score: The share of the excerpt's information that they are: 0 to 1.
    """

    source: Passage
    bits: float
    score: float


def locate(
    excerpt: Sequence[Passage],
    source: Document | PreparedSource,
    *,
    declared: Sequence[DeclaredPlace] = (),
    limit: int = 10,
) -> tuple[Location, ...]:
    """Where an excerpt stands in a source: every place that holds all its words, or else its collation's passages.

    Args:
        excerpt: Its passages, in order, of one document.
        source: The source; prepared, if many excerpts are laid against it.
        declared: The places where the article declares a change.
        limit: How many locations to return.

    Returns:
        The locations, the most telling first, then in the source's order; none if the source does not hold the excerpt.

    Raises:
        ValueError: If there is no passage.
    """
    prepared = readied(source)
    encoded = encode_excerpt(excerpt, prepared, declared)
    size, total = len(encoded), encoded.information_sums[-1]
    if size:
        places = list(whole_places(encoded.codes, prepared.codes))[:limit]
        if places:
            document = prepared.document
            spans = [(prepared.starts[place], prepared.ends[place + size - 1]) for place in places]
            return tuple(Location(document.passage(*span), total, 1.0) for span in spans)
    placements = collate(excerpt, prepared, declared=declared).placements
    found = [
        Location(placement.source, placement.bits, min(1.0, placement.bits / total))
        for placement in placements
        if total
    ]
    return tuple(sorted(found, key=lambda location: (-location.bits, location.source.span)))[:limit]
