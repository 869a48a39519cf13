"""An excerpt laid beside its source, row by row: the one model of which every view of a difference is a projection."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from provenance.alignment.alignment import Disclosure, Placement, Variant, VariantKind
from provenance.findings.trace import ExcerptTrace
from provenance.reporting.diff.clips import shown_variants
from provenance.text.document import Document, Passage


class ComparedTexts(NamedTuple):
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


class DiffRow(NamedTuple):
    """A run of the article and what the source has for it."""

    kind: RowKind  # what both are to each other
    quoted: Passage  # the article's words; empty where it has none
    source: tuple[Passage, ...] = ()  # the source's; several where a heading parts them, or none
    moved: int = 0  # the number of the moved passage that it belongs to; 0 for none


Diff = tuple[DiffRow, ...]  # the rows of an excerpt in the article's order


def diff_of(item: ExcerptTrace) -> Diff:
    """The rows of a traced excerpt; without a comparison everything is equal."""
    if item.comparison is None:
        return diff_rows(ComparedTexts(item.excerpt.passages))
    graver = (finding for finding in item.findings if not finding.is_note)
    faulted = ((each.excerpt, each.source) for each in graver if each.excerpt and each.source)
    alignment = item.comparison.alignment
    variants = shown_variants(alignment.variants, alignment.placements, faulted)
    return diff_rows(ComparedTexts(item.excerpt.passages, alignment.placements, variants))


def diff_rows(texts: ComparedTexts) -> Diff:
    """The rows of two texts. What is permitted reads as each text has it, and is no difference."""
    builder = _RowBuilder(texts)
    for variant in texts.variants:
        if variant.disclosure is Disclosure.PERMITTED or variant.kind is VariantKind.TRANSPOSITION:
            continue  # the rows of a moved placement have its number
        builder.equal_up_to(variant.excerpt.span.start, variant)
        builder.add(_row_kind(variant), variant.excerpt.span.end, variant.source)
    builder.equal_up_to(texts.passages[-1].span.end)
    return tuple(builder.rows)


def differs(rows: Diff) -> bool:
    """Whether there is anything to show but the article's own text."""
    return any(
        row.kind is RowKind.CHANGED or (row.kind is RowKind.DECLARED and row.source) or row.moved
        for row in rows
    )


def _row_kind(variant: Variant) -> RowKind:
    """A mark that shows the very words that it stands for is no difference: [T]he for the."""
    if variant.disclosure is Disclosure.UNDECLARED:
        return RowKind.CHANGED
    same = _letters(variant.source) == _letters(variant.excerpt)
    return RowKind.EQUAL if same else RowKind.DECLARED


def _letters(passage: Passage) -> str:
    return "".join(filter(str.isalnum, passage.text.casefold()))


@dataclass(slots=True)
class _RowBuilder:
    """Walks through the quoted passages, and through the source beside them."""

    texts: ComparedTexts
    rows: list[DiffRow] = field(default_factory=list)
    at: int = 0  # how far the excerpt is in rows
    cursor: int = -1  # how far the source is, inside the placement; -1 before it
    _passage: int = 0
    _placement: int = 0
    _moved: int = 0

    def __post_init__(self) -> None:
        self.at = self.texts.passages[0].span.start

    def equal_up_to(self, end: int, variant: Variant | None = None) -> None:
        """Add what is equal up to ``end``, where ``variant`` stands."""
        while placement := self._current():
            inside = variant is not None and _holds(placement, variant)
            if placement.excerpt.span.start >= end and not inside:
                break
            self._enter(placement)
            if placement.excerpt.span.end > end and not inside:
                break  # a difference that begins here and reaches beyond the placement
            stop = variant.source.span.start if variant and inside else placement.source.span.end
            source = placement.source.document.passage(self.cursor, max(self.cursor, stop))
            self.add(RowKind.EQUAL, min(end, placement.excerpt.span.end), source)
            if inside:
                return
            self._placement += 1
            self.cursor = -1
        self.add(RowKind.EQUAL, end)

    def add(self, kind: RowKind, end: int, source: Passage | None = None) -> None:
        """Add the excerpt up to ``end`` beside a passage of the source."""
        moved, beside = self._moved_here(), _worth_showing(kind, source)
        for index in range(self._passage, len(self.texts.passages)):
            passage = self.texts.passages[index]
            start, stop = max(self.at, passage.span.start), min(end, passage.span.end)
            if start < stop:
                self._go_to_passage(index)
                self.rows.append(DiffRow(kind, passage.document.passage(start, stop), beside, moved))
                beside = ()
        self.at = max(self.at, end)
        if beside:
            self._add_source(kind, beside, moved)
        placement = self._current()
        if source and placement and self.cursor >= 0 and placement.source.span.covers(source.span):
            self.cursor = max(self.cursor, source.span.end)

    def _add_source(self, kind: RowKind, beside: tuple[Passage, ...], moved: int) -> None:
        """Add what only the source has: to the row before, where a heading in between made two differences of one."""
        last = self.rows[-1] if self.rows else None
        if last and last.source and last.kind is kind is not RowKind.EQUAL and last.moved == moved:
            self.rows[-1] = last._replace(source=(*last.source, *beside))
            return
        document = self.texts.passages[0].document
        self.rows.append(DiffRow(kind, document.passage(self.at, self.at), beside, moved))

    def _go_to_passage(self, index: int) -> None:
        for before, after in pairwise(self.texts.passages[self._passage : index + 1]):
            between = before.document.passage(before.span.end, after.span.start)
            self.rows.append(DiffRow(RowKind.BETWEEN, between))
        self._passage = index

    def _current(self) -> Placement | None:
        placements = self.texts.placements
        return placements[self._placement] if self._placement < len(placements) else None

    def _enter(self, placement: Placement) -> None:
        """Go to the beginning of a placement, past what was placed nowhere."""
        if self.cursor < 0:
            self.add(RowKind.EQUAL, placement.excerpt.span.start)
            self._moved += placement.moved
            self.cursor = placement.source.span.start

    def _moved_here(self) -> int:
        placement = self._current()
        return self._moved if placement and placement.moved and self.cursor >= 0 else 0


def _worth_showing(kind: RowKind, source: Passage | None) -> tuple[Passage, ...]:
    """The passage, unless it is empty, or nothing but signs under a mark."""
    if source is None or not source.text or (kind is RowKind.DECLARED and not _letters(source)):
        return ()
    return (source,)


def _holds(placement: Placement, variant: Variant) -> bool:
    quoted, source = placement.excerpt.span, placement.source.span
    return quoted.covers(variant.excerpt.span) and source.covers(variant.source.span)
