"""A quotation's passages: one a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.text.document import Document, Passage
from provenance.text.span import Span


def passages_of(document: Document, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Cut ``spans`` where one block of ``document`` ends and the next begins.

    Returns:
        The pieces that hold any text, without white space at their edges, in order.
    """
    return tuple(Passage(document, piece) for span in spans for piece in _pieces(document, span))


def _pieces(document: Document, span: Span) -> Iterator[Span]:
    first = max(0, document.block_index_at(span.start))
    for block in document.blocks[first:]:
        if block.span.start >= span.end:
            return
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        text = document.text[start:end] if start < end else ""
        if text.strip():
            yield Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
