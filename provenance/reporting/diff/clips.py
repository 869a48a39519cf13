"""Words of the source that an edge of an excerpt cuts off: no difference inside it, but shown where it was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.alignment.alignment import Variant, VariantKind
from provenance.reporting.diff.widening import widened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.alignment.alignment import Placement
    from provenance.text.document import Passage


def shown_variants(
    variants: Sequence[Variant], placements: Sequence[Placement], faulted: Iterable[tuple[Passage, Passage]]
) -> tuple[Variant, ...]:
    """Everything that a picture of an excerpt shows, in the excerpt's order: its variants at whole words, and its clips.

    Args:
        variants: The alignment's.
        placements: The alignment's.
        faulted: What findings graver than a note are about, in the excerpt and in the source.
    """
    inside = widened(variants)
    if not placements:
        return inside
    clipped = [pair for pair in faulted if not pair[0].text and pair[1].text]
    heads = (_before(placements[0], source) for place, source in clipped if _begins(placements[0], place))
    tails = (_after(placements[-1], source) for place, source in clipped if _ends(placements[-1], place))
    return (*filter(None, heads), *inside, *filter(None, tails))


def _begins(first: Placement, place: Passage) -> bool:
    return place.span.end == first.excerpt.span.start


def _ends(last: Placement, place: Passage) -> bool:
    return place.span.start == last.excerpt.span.end


def _before(first: Placement, source: Passage) -> Variant | None:
    """What was cut off before the first words, with the signs that part both; None if it stands elsewhere."""
    start, end = source.span.start, first.source.span.start
    return _clip(first.excerpt.span.start, first, (start, end), (source.span.end, end))


def _after(last: Placement, source: Passage) -> Variant | None:
    start, end = last.source.span.end, source.span.end
    return _clip(last.excerpt.span.end, last, (start, end), (start, source.span.start))


def _clip(at: int, edge: Placement, cut: tuple[int, int], between: tuple[int, int]) -> Variant | None:
    (start, end), text = between, edge.source.document.text
    if start > end or any(map(str.isalnum, text[start:end])):
        return None
    place = edge.excerpt.document.passage(at, at)
    return Variant(VariantKind.OMISSION, place, edge.source.document.passage(*cut))
