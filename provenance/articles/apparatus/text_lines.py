"""The lines of a document: those of its blocks, for in plain text one block may hold many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.text.document import BlockKind, Document


class TextLine(NamedTuple):
    """One line.

    Attributes:
        span: What it says, without the white space at its edges.
        opens: Whether it is the first of its block.
        kind: What its block is; None in a document without blocks.
    """

    span: Span
    opens: bool
    kind: BlockKind | None


def text_lines(document: Document) -> list[TextLine]:
    """The lines of a document that say something, in order."""
    lines = []
    for block in document.blocks:
        start, opens = block.span.start, True
        for piece in document.text[block.span.start : block.span.end].split("\n"):
            span = Span(start, start + len(piece)).stripped(document.text)
            if len(span):
                lines.append(TextLine(span, opens, block.kind))
                opens = False
            start += len(piece) + 1
    return lines
