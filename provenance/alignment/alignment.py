"""Alignment and Variant: the result of comparing an excerpt with a source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.text.document import Passage
    from provenance.text.span import Span


class VariantKind(StrEnum):
    """The kinds of difference, seen from the source (the terms of textual criticism)."""

    ADDITION = "addition"
    OMISSION = "omission"
    SUBSTITUTION = "substitution"
    TRANSPOSITION = "transposition"


class Disclosure(StrEnum):
    """Whether the reader is told of a difference (the distinction is Chicago's, 13.7 and 13.50-13.62)."""

    UNDECLARED = "undeclared"
    DECLARED = "declared"  # under an ellipsis, brackets, [sic] …
    PERMITTED = "permitted"  # typography, layout, spelling: what any copy desk may change without a word


class DeclaredKind(StrEnum):
    """What an editorial mark declares, as far as comparing texts goes."""

    GAP = "gap"  # an ellipsis: anything may be missing here, and the mark itself is no word
    EDIT = "edit"  # brackets: these words may differ from the source, or stand for some of its words
    ASIDE = "aside"  # [sic], (emphasis added): not part of the quoted words


@dataclass(frozen=True, slots=True)
class DeclaredPlace:
    """A place of the excerpt where the article declares a change, as a span of the article's document."""

    kind: DeclaredKind
    span: Span


@dataclass(frozen=True, slots=True)
class Variant:
    """One place of difference. Either passage may be empty: then it is the place between two characters.

    Attributes:
        kind: What happened, seen from the source.
        excerpt: The words in the excerpt.
        source: The words in the source.
        disclosure: Whether the reader is told.
    """

    kind: VariantKind
    excerpt: Passage
    source: Passage
    disclosure: Disclosure = Disclosure.UNDECLARED


@dataclass(frozen=True, slots=True)
class Placement:
    """A run of the excerpt and the passage of the source that it was placed at. Runs follow the excerpt's order."""

    excerpt: Passage
    source: Passage


@dataclass(frozen=True, slots=True)
class Alignment:
    """An excerpt laid against a source.

    Attributes:
        placements: What was placed where, in the excerpt's order. Empty if nothing was found.
        variants: The differences inside and between placements, in the excerpt's order, disjoint in the excerpt.
        score: The share of the excerpt's information, in bits, that the source accounts for: 0 to 1.
        bits: That information itself.
    """

    placements: tuple[Placement, ...]
    variants: tuple[Variant, ...]
    score: float
    bits: float = 0.0

    @property
    def found(self) -> bool:
        """Whether the excerpt was placed at all."""
        return bool(self.placements)
