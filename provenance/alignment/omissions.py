"""Omissions: what of the words left out belongs to the source's text, and what only stands on its page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, pairwise

from provenance.alignment.alignment import Disclosure, Variant, VariantKind
from provenance.alignment.coding import PreparedSource
from provenance.text.document import Block, BlockKind, Passage
from provenance.text.span import Span


def cut_omission(
    excerpt: Passage, span: Span, source: PreparedSource, disclosure: Disclosure
) -> Iterator[Variant]:
    """The variants for a range of the source that the excerpt leaves out: what lies outside its running text is PERMITTED.

    Args:
        excerpt: The mark that stands for it, or an empty place.
        span: The range.
        source: The source.
        disclosure: Of what belongs to the running text.

    Yields:
        Variants whose source passages tile the range; the first has the mark.
    """
    for running, part in _parts(span, source):
        permitted = not running and disclosure is Disclosure.UNDECLARED
        told = Disclosure.PERMITTED if permitted else disclosure
        yield Variant(VariantKind.OMISSION, excerpt, Passage(source.document, part), told)
        excerpt = Passage(excerpt.document, Span(excerpt.span.end, excerpt.span.end))


def _parts(span: Span, source: PreparedSource) -> Iterator[tuple[bool, Span]]:
    """The range, cut where running text turns into other blocks or back; parts without words go with what precedes them."""
    blocks = source.document.blocks
    first = max(0, source.document.block_index_at(span.start))
    last = source.document.block_index_at(max(span.start, span.end - 1))
    worded = [block for block in blocks[first : last + 1] if _words_in(block.span, span, source)]
    if blocks and not worded:  # apparatus alone
        yield False, span
        return
    groups = [(running, list(group)) for running, group in groupby(worded, key=_is_running)]
    if len(groups) < 2:
        yield (groups[0][0] if groups else True), span
        return
    start = span.start
    for (running, _), (_, following) in pairwise(groups):
        end = following[0].span.start
        yield running, Span(start, end)
        start = end
    yield groups[-1][0], Span(start, span.end)


def _is_running(block: Block) -> bool:
    return block.main and block.kind is not BlockKind.HEADING and block.kind is not BlockKind.CAPTION


def _words_in(block: Span, span: Span, source: PreparedSource) -> bool:
    start, end = max(block.start, span.start), min(block.end, span.end)
    return start < end and bisect_left(source.starts, start) < bisect_left(source.starts, end)
