"""Alignment and Variant: the result of comparing an excerpt with a source."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

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


class DeclaredPlace(NamedTuple):
    """A place of the excerpt where the article declares a change, as a span of the article's document."""

    kind: DeclaredKind
    span: Span


@dataclass(frozen=True, slots=True)
class Variant:
    """One place of difference. Either passage may be empty: then it is the place between two characters.

    An OMISSION's excerpt is the mark that stands for it, where there is one. A TRANSPOSITION covers a whole moved
    placement and says nothing of its words: the variants inside the placement follow it.

    Attributes:
        kind: What happened, seen from the source.
        excerpt: The words in the excerpt.
        source: The words in the source.
        disclosure: Whether the reader is told. From the alignment this is what can be told from the texts and the declared
            places alone; typography, layout and text outside the source's main content are PERMITTED.
    """

    kind: VariantKind
    excerpt: Passage
    source: Passage
    disclosure: Disclosure = Disclosure.UNDECLARED


@dataclass(frozen=True, slots=True)
class Placement:
    """A run of the excerpt, inside one of its passages, and the passage of the source that it was placed at.

    Runs follow the excerpt's order. Each begins and ends with a word that has its place in the source.
    """

    excerpt: Passage  # the run, with the punctuation around it
    source: Passage  # where it stands
    bits: float = 0.0  # how much the words tell that both share
    moved: bool = False  # whether it stands out of order: it has a TRANSPOSITION


@dataclass(frozen=True, slots=True)
class Alignment:
    """An excerpt laid against a source.

    The excerpt's passages are covered by placements and by the variants between them, without overlap. Replacing, in each
    placement's source passage, every variant's source by its excerpt gives the placement's excerpt back, to the
    character. Between placements stand ADDITIONs (text that was placed nowhere: its source is the empty place where it
    would stand), omission marks, and OMISSIONs: what the source says between two placements that follow each other in
    the source, however long it is. Such an OMISSION's excerpt is the mark, or the empty place at which the earlier
    placement ends; text outside the main content, and headings, are cut off from it as PERMITTED. Of a placement that was
    moved, the text around it in the source is no omission.

    Attributes:
        placements: What was placed where, in the excerpt's order. Empty if nothing was found.
        variants: The differences inside and between placements, in the excerpt's order and, TRANSPOSITIONs apart,
            disjoint in the excerpt. Empty if nothing was found.
        score: The share of the excerpt's information, in bits, that the source accounts for: 0 to 1.
        bits: That information itself.
    """

    placements: tuple[Placement, ...]
    variants: tuple[Variant, ...]
    score: float
    bits: float = 0.0

    def __repr__(self) -> str:
        return f"<Alignment: {len(self.placements)} placements, {len(self.variants)} variants>"

    @property
    def found(self) -> bool:
        """Whether the excerpt was placed at all."""
        return bool(self.placements)
