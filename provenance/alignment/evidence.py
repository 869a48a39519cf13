"""Evidence: whether what was placed is more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log2

from provenance.alignment.alignment import Alignment
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.information import distance_cost, gap_cost
from provenance.alignment.seeding import Stretch

# All costs are in bits, and those with log2 of the source's words go with the places that chance may choose from, as
# in BLAST's expectation values.
_FOUND = 14.0  # above that: so much must be left when the way is paid
_UNCOMMON_SHARE = 60.0  # the more of the excerpt is not accounted for, the more the rest must prove …
_COMMON_SHARE = 0.7  # … below this share
_LEAST_SHARE = 0.2
_JUMP = 8.0  # above that: what it costs to go on at another place
_DECLARED_JUMP = 2.0
# A part of an excerpt was found if one dense placement proves so much, above that: a dozen quoted words among hundreds
# of one's own. The name of a university, or "life, liberty and the pursuit of happiness", proves less.
_PART, _DENSE = 68.0, 0.5


def is_found(alignment: Alignment, strands: Sequence[Sequence[Stretch]], encoded: EncodedExcerpt) -> bool:
    """Whether its source holds an excerpt, and does not only share a few phrases with it."""
    places = log2(max(2, len(encoded.source)))
    if alignment.score >= _LEAST_SHARE:
        needed = _FOUND + places + _UNCOMMON_SHARE * max(0.0, _COMMON_SHARE - alignment.score)
        if alignment.bits - _total_gap_cost(strands, encoded, places) >= needed:
            return True
    return any(
        placement.bits >= _PART + places
        and placement.bits >= _DENSE * encoded.evidence_in(placement.excerpt.span)
        for placement in alignment.placements
    )


def _total_gap_cost(strands: Sequence[Sequence[Stretch]], encoded: EncodedExcerpt, places: float) -> float:
    """What it costs to get from kept word to kept word; less where the reader is told that words are missing."""
    steps = [_gap_cost_of(part, encoded) for strand in strands for part in strand if not part.equal]
    jumps = [_jump_cost(one[-1], two[0], encoded, places) for one, two in pairwise(strands)]
    return sum(steps) + sum(jumps)


def _gap_cost_of(part: Stretch, encoded: EncodedExcerpt) -> float:
    if not part.ahead and part.first in encoded.gaps:
        return distance_cost(part.over)
    return gap_cost(part.ahead, part.over)


def _jump_cost(last: Stretch, first: Stretch, encoded: EncodedExcerpt, places: float) -> float:
    over = first.place - last.until
    if over >= 0 and any(last.last <= gap <= first.first for gap in encoded.gaps):
        return _DECLARED_JUMP + distance_cost(over)
    return _JUMP + places
