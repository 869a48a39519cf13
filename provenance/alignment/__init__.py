"""Text against text: where an excerpt stands in a source, and every difference between the two. Pure; no I/O."""

from provenance.alignment.alignment import (
    Alignment,
    DeclaredKind,
    DeclaredPlace,
    Disclosure,
    Placement,
    Variant,
    VariantKind,
)
from provenance.alignment.coding import PreparedSource, prepare
from provenance.alignment.collation import collate

__all__ = [
    "Alignment",
    "DeclaredKind",
    "DeclaredPlace",
    "Disclosure",
    "Placement",
    "PreparedSource",
    "Variant",
    "VariantKind",
    "collate",
    "prepare",
]
