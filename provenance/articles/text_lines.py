"""The lines of a text that say something, as apparatus and lists of references are found in them."""

from functools import lru_cache
from typing import NamedTuple

from provenance.text.document import BlockKind, Document
from provenance.text.span import Span


class TextLine(NamedTuple):
    """One line."""

    span: Span  # what it says, without the white space at its edges
    opens: bool  # whether it is the first of its block
    kind: BlockKind | None  # what its block is; None in a document without blocks


@lru_cache(maxsize=1)  # two look at the lines of each page
def text_lines(document: Document) -> tuple[TextLine, ...]:
    """The lines of a document that say something, in order."""
    lines = []
    for block in document.blocks:
        start, opens = block.span.start, True
        for piece in block.span.of(document.text).split("\n"):
            if bare := piece.strip():
                begin = start + piece.index(bare)
                lines.append(TextLine(Span(begin, begin + len(bare)), opens, block.kind))
                opens = False
            start += len(piece) + 1
    return tuple(lines)
