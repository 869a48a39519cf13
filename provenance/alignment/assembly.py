"""Assembly: from aligned strands to the Alignment of an excerpt."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from provenance.alignment.alignment import (
    Alignment,
    DeclaredKind,
    Disclosure,
    Placement,
    Variant,
    VariantKind,
)
from provenance.alignment.coding import PreparedSource
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.placing import place
from provenance.alignment.recording import cut_omission
from provenance.alignment.seeding import Stretch
from provenance.alignment.tiling import Tile, tile
from provenance.text.document import Passage
from provenance.text.span import Span


def assemble(strands: Sequence[Sequence[Stretch]], encoded: EncodedExcerpt) -> Alignment:
    """Place the strands and name every difference, in the excerpt's order."""
    return _Assembler(tile(strands, encoded), encoded).alignment()


class _Assembler:
    def __init__(self, tiles: Sequence[Tile], encoded: EncodedExcerpt) -> None:
        self.tiles = tiles
        self.encoded = encoded
        self.source = encoded.source
        self.inside: dict[int, list[Variant]] = {}
        self.placed = self._place()  # by the index of the tile

    def _place(self) -> dict[int, Placement]:
        placements: dict[int, Placement] = {}
        floor = last = 0
        for index, each in enumerate(self.tiles):
            if each.piece:
                follows = each.piece.stretches[0].place == last
                floor = floor if follows else 0
                placements[index], self.inside[index] = place(each.piece, self.encoded, floor=floor)
                floor, last = placements[index].source.span.end, each.piece.stretches[-1].until
        marked = _with_moved_marked(tuple(placements.values()))
        return dict(zip(placements, marked, strict=True))

    def alignment(self) -> Alignment:
        variants: list[Variant] = []
        placements = tuple(self.placed.values())
        for index, each in enumerate(self.tiles):
            placement = self.placed.get(index)
            if placement is None:
                variants.extend(self._outside(index, each))
                continue
            if placement.moved:
                variants.append(Variant(VariantKind.TRANSPOSITION, placement.excerpt, placement.source))
            variants.extend(self.inside[index])
            if not placement.moved and self._mark_after(index) is None:
                end = placement.excerpt.span.end
                variants.extend(self._omitted_after(index, Span(end, end), Disclosure.UNDECLARED))
        bits = sum(placement.bits for placement in placements)
        total = self.encoded.evidence_bits[-1]
        score = bits / total if total else 1.0
        return Alignment(placements, tuple(variants), min(1.0, score), bits)

    def _outside(self, index: int, each: Tile) -> list[Variant]:
        """What a tile that was not placed stands for."""
        if each.mark:
            before = self._kept_before(index)
            if before is not None and self._mark_after(before) == index:
                omitted = self._omitted_after(before, each.span, Disclosure.DECLARED)
                if omitted:
                    return omitted
        empty = self._place_of(index)
        following = min((at for at in self.placed if at > index), default=None)
        near = [empty.start, self.placed[following].source.span.start] if following else [empty.start]
        disclosure = self._disclosure(each, near)
        return [
            Variant(
                VariantKind.ADDITION,
                self._passage(each.span),
                Passage(self.source.document, empty),
                disclosure,
            )
        ]

    def _disclosure(self, each: Tile, near: Sequence[int]) -> Disclosure:
        if each.mark:
            return Disclosure.DECLARED
        covering = (p for p in self.encoded.declared if p.span.overlaps(each.span))
        if not each.words:
            return Disclosure.DECLARED if any(covering) else Disclosure.PERMITTED
        words = each.span.of(self.encoded.document.text)
        if any(self.source.has_apparatus(at, words) for at in near):
            return Disclosure.PERMITTED
        edits = [p.span for p in covering if p.kind is DeclaredKind.EDIT]
        starts = [s for s in self.encoded.starts if each.span.start <= s < each.span.end]
        inside = all(any(edit.start <= start < edit.end for edit in edits) for start in starts)
        return Disclosure.DECLARED if inside else Disclosure.UNDECLARED

    def _omitted_after(self, index: int, excerpt: Span, disclosure: Disclosure) -> list[Variant]:
        """What the source says between a placement and the next that stands in order."""
        following = self._kept_after(index)
        if following is None:
            return []
        one, two = self.placed[index], self.placed[following]
        variants: list[Variant] = []
        for span in _left_between(one, two, tuple(self.placed.values()), self.source):
            variants.extend(cut_omission(self._passage(excerpt), span, self.source, disclosure))
            excerpt = Span(excerpt.end, excerpt.end)
        return variants

    def _mark_after(self, index: int) -> int | None:
        """The first omission mark between a placement and the next that stands in order."""
        following = self._kept_after(index)
        between = range(index + 1, following if following is not None else len(self.tiles))
        return next((at for at in between if self.tiles[at].mark), None)

    def _kept_after(self, index: int) -> int | None:
        return next((at for at, placement in self.placed.items() if at > index and not placement.moved), None)

    def _kept_before(self, index: int) -> int | None:
        before = [at for at, placement in self.placed.items() if at < index and not placement.moved]
        return before[-1] if before else None

    def _place_of(self, index: int) -> Span:
        """The empty place of the source at which unplaced text would stand."""
        before = [placement for at, placement in self.placed.items() if at < index]
        after = [placement for at, placement in self.placed.items() if at > index]
        offset = before[-1].source.span.end if before else after[0].source.span.start
        return Span(offset, offset)

    def _passage(self, span: Span) -> Passage:
        return Passage(self.encoded.document, span)


def _with_moved_marked(placements: Sequence[Placement]) -> tuple[Placement, ...]:
    """Mark as moved what must be moved for the rest to stand in the source's order, as little as possible in bits."""
    kept = _heaviest_in_order(placements)
    return tuple(
        placement
        if index in kept
        else Placement(placement.excerpt, placement.source, placement.bits, moved=True)
        for index, placement in enumerate(placements)
    )


def _heaviest_in_order(placements: Sequence[Placement]) -> set[int]:
    """The indices of the placements that stand in the source's order and tell the most together."""
    if all(one.source.span.start <= two.source.span.start for one, two in pairwise(placements)):
        return set(range(len(placements)))
    weights: list[float] = []
    before: list[int] = []
    for index, placement in enumerate(placements):
        start = placement.source.span.start
        best = max(
            (other for other in range(index) if placements[other].source.span.start <= start),
            key=weights.__getitem__,
            default=-1,
        )
        weights.append(placement.bits + (weights[best] if best >= 0 else 0.0))
        before.append(best)
    index = max(range(len(weights)), key=weights.__getitem__)
    kept = set()
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def _left_between(
    one: Placement, two: Placement, placements: Sequence[Placement], source: PreparedSource
) -> Iterator[Span]:
    """The ranges of the source between two placements that hold words and were placed nowhere."""
    start, end = one.source.span.end, two.source.span.start
    taken = sorted(
        one.source.span for one in placements if one.moved and start <= one.source.span.start < end
    )
    for span in (*taken, Span(max(start, end), max(start, end))):
        if start < span.start and bisect_left(source.starts, start) < bisect_left(source.starts, span.start):
            yield Span(start, span.start)
        start = max(start, span.end)
