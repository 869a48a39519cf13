"""Page breaks in running text: a line that is nothing but a page's number, and the running heads beside it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from provenance.articles.apparatus.vocabulary import vocabulary
from provenance.text.apparatus import Apparatus, ApparatusKind
from provenance.text.document import BlockKind
from provenance.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.apparatus.text_lines import TextLine
    from provenance.text.document import Document

_NUMBER = re.compile(
    r"[-–—\[(|*\s]{0,4}(?:(?P<word>[^\W\d_]{1,10})\.?\s?)?(?P<number>\d{1,4})(?:\s?(?:/|[^\W\d_]{1,4})\s?\d{1,4})?[-–—\])|*\s]{0,4}"
)
_LONGEST: Final = 90  # characters of a running head
_RETURNING: Final = 3  # times that it stands beside a page's number
_UNNUMBERED: Final = frozenset((BlockKind.CELL, BlockKind.LIST_ITEM, BlockKind.HEADING))


def page_breaks(document: Document, lines: Sequence[TextLine]) -> Iterator[Apparatus]:
    """The lines that number the pages of a text, and the running heads that return beside them.

    Args:
        document: The text.
        lines: Its lines.
    """
    numbered = _numbered(document, lines)
    beside = [
        index
        for at in numbered
        for index in (at - 1, at + 1)
        if 0 <= index < len(lines) and index not in numbered and len(lines[index].span) <= _LONGEST
    ]
    shapes = Counter(_shape(document, lines[index]) for index in beside)
    heads = [index for index in beside if shapes[_shape(document, lines[index])] >= _RETURNING]
    for index in sorted({*numbered, *heads}):
        yield Apparatus(lines[index].span, ApparatusKind.PAGE_BREAK)


def _numbered(document: Document, lines: Sequence[TextLine]) -> set[int]:
    """The lines that are a page's number: they say so, or go up one by one."""
    named: set[int] = set()
    bare: dict[int, int] = {}
    for index, line in enumerate(lines):
        found = _NUMBER.fullmatch(document.text, line.span.start, line.span.end)
        if found is None or line.kind in _UNNUMBERED:
            continue
        if found["word"] is None:
            bare[index] = int(found["number"])
        elif fold_word(found["word"]) in vocabulary("pages"):
            named.add(index)
    values = {number: index for index, number in bare.items()}
    return named | {
        index
        for index, number in bare.items()
        if _follows(index, values.get(number - 1)) or _follows(values.get(number + 1), index)
    }


def _follows(later: int | None, earlier: int | None) -> bool:
    """Whether one numbered line stands behind another with text between them."""
    return later is not None and earlier is not None and later - earlier > 1


def _shape(document: Document, line: TextLine) -> str:
    return re.sub(r"\d{1,9}", "0", document.text[line.span.start : line.span.end])
