"""Text against text: where an excerpt stands in a source, and every difference between the two. Pure; no I/O."""

from provenance.alignment.alignment import (
    Alignment,
    DeclaredKind,
    DeclaredPlace,
    Disclosure,
    Join,
    Placement,
    Variant,
    VariantKind,
)
from provenance.alignment.applying import apply_variants
from provenance.alignment.coding import PreparedSource, prepare
from provenance.alignment.collation import collate
from provenance.alignment.locating import Location, locate

__all__ = [
    "Alignment",
    "DeclaredKind",
    "DeclaredPlace",
    "Disclosure",
    "Join",
    "Location",
    "Placement",
    "PreparedSource",
    "Variant",
    "VariantKind",
    "apply_variants",
    "collate",
    "locate",
    "prepare",
]
