"""An excerpt laid beside its source, row by row: the one model of which every view of a difference is a projection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.alignment.alignment import Placement, Variant
from provenance.text.document import Document, Passage


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """Two texts and how they are aligned."""

    passages: tuple[Passage, ...]  # the quoted words
    placements: tuple[Placement, ...] = ()  # which run stands where in the source; empty without a comparison
    variants: tuple[Variant, ...] = ()  # what is shown as a difference, in the excerpt's order
    source: Document | None = None  # the text that the excerpt was compared with, or None


class RowKind(StrEnum):
    """What both sides of a row are to each other."""

    EQUAL = "equal"
    CHANGED = "changed"  # and no reader is told
    DECLARED = "declared"  # the article says that it changed something here
    BETWEEN = "between"  # what the article has between two quoted passages


@dataclass(frozen=True, slots=True)
class DiffRow:
    """A run of the article and what the source has for it."""

    kind: RowKind  # what both are to each other
    quoted: Passage  # the article's words; empty where it has none
    source: tuple[Passage, ...] = ()  # the source's; several where a heading parts them, or none
    moved: int = 0  # the number of the moved passage that it belongs to; 0 for none


Diff = tuple[DiffRow, ...]  # the rows of an excerpt in the article's order


class SegmentKind(StrEnum):
    """What a run of text is to the reader."""

    EQUAL = "equal"
    ADDED = "added"
    OMITTED = "omitted"
    MARK = "mark"  # what the article puts in the place of words, and says so: "[…]", "[the council]"
    DECLARED = "declared"  # the words of the source that stand under such a mark
    MOVED = "moved"  # words of the excerpt that stand elsewhere in the source
    GAP = "gap"  # the place of the article where words of the source were left out
    CONTEXT = "context"  # words around, no part of the quotation
    SKIP = "skip"  # what the source has in between and the comparison passes over


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text of one kind, in one view."""

    kind: SegmentKind  # what it is
    text: str  # its words
    link_id: int = 0  # its row's number: segments of both columns with the same one fold together
    moved: int = 0  # the number of the moved passage that it belongs to; 0 for none
    markers: tuple[str, ...] = ()  # the letters of the findings that are about it
    covers: str = ""  # for a mark, the words of the source that it stands for
    spaced: bool = False  # whether a space stands before it in its paragraph
    folded: str = ""  # what stands there while it is folded away, as `24 words`; empty where it is shown


Paragraph = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class DiffColumn:
    """One text of a difference."""

    segments: tuple[Segment, ...]  # in reading order, their white space as it stands in the document
    moved: int = 0  # for a moved passage of the source, its number; else 0
    passage: Passage | None = None  # from where to where it stands in the source; None for the article's


@dataclass(frozen=True, slots=True)
class SideBySideDiff:
    """The article's column, and those of the source: its own order first, then each moved passage by itself."""

    article: DiffColumn
    sources: tuple[DiffColumn, ...] = ()
