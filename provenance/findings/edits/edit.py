"""Edits: variants on their way to a change, and the two rows of tokens that they stand between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from provenance.alignment.alignment import Variant
    from provenance.findings.edits.correspondence import Correspondence
    from provenance.findings.normalization.tokens import Tokens
    from provenance.languages.lexicon import Lexicon


class AlignedTokens(NamedTuple):
    """Excerpt and source, read into units, and which place of the one stands for which of the other."""

    excerpt: Tokens
    source: Tokens
    places: Correspondence
    lexicon: Lexicon


class Edit(NamedTuple):
    """Variants on their way to a change: the units that they touch, as ranges of indices."""

    variants: tuple[Variant, ...]
    quoted: tuple[int, int]
    source: tuple[int, int]
