"""Applying: an excerpt rebuilt from the source and the variants. That this gives the excerpt back is the collation's law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.alignment.alignment import VariantKind

if TYPE_CHECKING:
    from provenance.alignment.alignment import Alignment, Placement, Variant
    from provenance.text.document import Passage


def apply_variants(alignment: Alignment, passage: Passage) -> str:
    """The text of one of the excerpt's passages, made from the source's placed passages and the variants alone.

    Args:
        alignment: The excerpt's alignment; found.
        passage: One of the excerpt's passages.
    """
    inside = [placement for placement in alignment.placements if passage.span.covers(placement.excerpt.span)]
    edits = [variant for variant in alignment.variants if variant.kind is not VariantKind.TRANSPOSITION]
    between = [
        variant.excerpt
        for variant in edits
        if passage.span.covers(variant.excerpt.span)
        and len(variant.excerpt.span)
        and not any(placement.excerpt.span.covers(variant.excerpt.span) for placement in inside)
    ]
    parts = [(placement.excerpt.span, _source_with_edits(placement, edits)) for placement in inside]
    parts += [(excerpt.span, excerpt.text) for excerpt in between]
    return "".join(text for _, text in sorted(parts))


def _source_with_edits(placement: Placement, edits: list[Variant]) -> str:
    """A placement's source passage with every variant's source replaced by its excerpt."""
    source = placement.source
    text, reached = "", source.span.start
    for variant in edits:
        within = placement.excerpt.span.covers(variant.excerpt.span) and source.span.covers(
            variant.source.span
        )
        if within and variant.source.span.start >= reached:
            text += source.document.text[reached : variant.source.span.start] + variant.excerpt.text
            reached = variant.source.span.end
    return text + source.document.text[reached : source.span.end]
