"""Tiling: each passage of the excerpt as placed pieces, marks and unplaced text, in order and without overlap."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provenance.alignment.alignment import DeclaredKind
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.placing import Piece
from provenance.alignment.seeding import Stretch
from provenance.text.span import Span

_CUT = re.compile(r"\s+|(?=[“‘«„‹(\[{])")


class Tile(NamedTuple):
    """A part of a passage: a placed piece, an omission mark between pieces, or unplaced text."""

    span: Span  # where it stands in the article
    piece: Piece | None = None  # what was placed, or None
    mark: bool = False  # whether it is an omission mark
    words: int = 0  # how many words of the excerpt it holds


def tile(strands: Sequence[Sequence[Stretch]], encoded: EncodedExcerpt) -> list[Tile]:
    """Cut an excerpt's passages into tiles."""
    tiles: list[Tile] = []
    for passage in range(len(encoded.passages)):
        first, last = encoded.firsts[passage], encoded.firsts[passage + 1]
        pieces = [piece for strand in strands if (piece := _within(strand, first, last))]
        tiles.extend(_passage_tiles(passage, pieces, encoded))
    return tiles


def _within(strand: Sequence[Stretch], first: int, last: int) -> tuple[Stretch, ...]:
    """The part of a strand that lies in a range of words, from its first placed word to its last."""
    near = [stretch for stretch in strand if stretch.first <= last and first <= stretch.last]
    parts = [part for stretch in near if (part := _cropped(stretch, first, last))]
    placed = [index for index, part in enumerate(parts) if part.ahead and part.over]
    return tuple(parts[placed[0] : placed[-1] + 1]) if placed else ()


def _cropped(stretch: Stretch, first: int, last: int) -> Stretch | None:
    """What of a stretch lies in a range of words; a replacement across its border is shared out word by word."""
    start, end = max(stretch.first, first), min(stretch.last, last)
    if start > end or (start == end and stretch.ahead):
        return None
    place = min(stretch.until, stretch.place + start - stretch.first)
    until = stretch.until if end == stretch.last else min(stretch.until, stretch.place + end - stretch.first)
    return Stretch(start, end, place, until, stretch.equal)


class _Item(NamedTuple):
    """Something that will be a tile: a range of words, or a mark between two words."""

    first: int
    last: int
    stretches: tuple[Stretch, ...] = ()
    mark: Span | None = None


def _passage_tiles(
    passage: int, pieces: Sequence[tuple[Stretch, ...]], encoded: EncodedExcerpt
) -> Iterator[Tile]:
    span = encoded.passages[passage]
    items = list(_items(passage, pieces, encoded))
    if not items:
        if len(span):
            yield Tile(span)
        return
    start = span.start
    for item, following in zip(items, [*items[1:], None], strict=True):
        end = _border(item, following, encoded) if following else span.end
        if item.mark and item.mark.start > start and item is items[0]:
            yield Tile(Span(start, item.mark.start))
            start = item.mark.start
        piece = Piece(item.stretches, start, end) if item.stretches else None
        yield Tile(Span(start, end), piece, mark=item.mark is not None, words=item.last - item.first)
        start = end


def _items(passage: int, pieces: Sequence[tuple[Stretch, ...]], encoded: EncodedExcerpt) -> Iterator[_Item]:
    first, last = encoded.firsts[passage], encoded.firsts[passage + 1]
    marks = [
        place.span
        for place in encoded.declared
        if place.kind is DeclaredKind.GAP and encoded.passages[passage].covers(place.span)
    ]
    reached = first
    for stretches in (*pieces, ()):
        begins = stretches[0].first if stretches else last
        yield from _unplaced(reached, begins, marks, encoded)
        if stretches:
            yield _Item(begins, stretches[-1].last, stretches)
            reached = stretches[-1].last


def _unplaced(first: int, last: int, marks: Sequence[Span], encoded: EncodedExcerpt) -> Iterator[_Item]:
    """The words of a range that was not placed, and the marks before, between and after them."""
    reached = first
    for mark in marks:
        before = bisect_left(encoded.starts, mark.start)
        if not first <= before <= last:
            continue
        if reached < before:
            yield _Item(reached, before)
        yield _Item(before, before, mark=mark)
        reached = before
    if reached < last:
        yield _Item(reached, last)


def _border(item: _Item, following: _Item, encoded: EncodedExcerpt) -> int:
    if following.mark:
        return following.mark.start
    if item.mark:
        return item.mark.end
    start, end = encoded.ends[item.last - 1], encoded.starts[following.first]
    cut = _CUT.search(encoded.document.text, start, end)
    return cut.end() if cut else end
