"""Sentences, as far as judging needs them: from where to where does the one run that holds a place?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.text.span import Span
from provenance.text.stops import is_abbreviation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.text.document import Document

# A sentence is looked for this far on either side, in code points: longer ones are no sentences.
_REACH = 1500
# The calls of notes stand behind a sentence's end: "… in 1961.[2][3]".
_END = re.compile(
    r"[.!?…]{1,4}['\"’”»)\]]{0,3}(?:\[[^\]\s]{1,8}\]|[¹²³⁰-⁹]){0,6}(?=\s|\Z)|[。！？]|\n[^\S\n]{0,20}\n"
)


def sentence_at(document: Document, offset: int) -> Span:
    """The sentence that holds the character at an offset, its final sign included and the white space after it not.

    Args:
        document: The text.
        offset: A place in it, in code points. Between two sentences it belongs to the later one.
    """
    low, high = _limits(document, offset)
    start = low
    for end in _ends(document.text, low, high):
        if end > offset:
            return Span(min(_skipped(document.text, start, offset), end), end)
        start = end
    return Span(min(_skipped(document.text, start, offset), high), high)


def ends_sentence(document: Document, offset: int) -> bool:
    """Whether a sentence, a block or the text ends at ``offset``, punctuation and white space aside."""
    low, high = _limits(document, max(0, offset - 1))
    rest = document.text[offset:high]
    return not rest.strip(" \t\n\r\u00a0.!?…'\"’”»)]") or any(
        end <= offset + 6 and not any(c.isalnum() for c in document.text[offset:end])
        for end in _ends(document.text, low, high)
        if end >= offset
    )


def begins_sentence(document: Document, offset: int) -> bool:
    """Whether a sentence, a block or the text begins at ``offset``, opening marks and white space aside."""
    start = sentence_at(document, min(offset, max(0, len(document.text) - 1))).start
    return not any(character.isalnum() for character in document.text[start:offset])


def _limits(document: Document, offset: int) -> tuple[int, int]:
    block = document.block_at(offset)
    low, high = (
        (block.span.start, block.span.end) if block and offset < block.span.end else (0, len(document.text))
    )
    return max(low, offset - _REACH), min(high, offset + _REACH)


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    for found in _END.finditer(text, low, high):
        following = text[found.end() : found.end() + 2].strip()
        abbreviated = found[0] == "." and is_abbreviation(text, found.start(), following)
        if not abbreviated and not following[:1].islower():
            yield found.end()


def _skipped(text: str, start: int, limit: int) -> int:
    while start < limit and text[start].isspace():
        start += 1
    return start
