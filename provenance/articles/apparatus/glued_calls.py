"""The calls of notes that a text without raised figures glues to a word or its stop: "the keeper12", "in oil.3,4"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from provenance.articles.text_lines import TextLine
from provenance.text.document import Apparatus, ApparatusKind
from provenance.text.span import Span

# Behind a word of three letters ("hm3" is a unit), there in brackets too, or behind a stop that no figure precedes but a year's.
# What stands before is asked for behind the first sign, which is searched for fast.
_CALL: Final = (
    r"[(\d](?:(?<=[^\W\d_]{3}\()\d{1,3}\)|(?:(?<=[^\W\d_]{3}\d)|(?<=[^\W\d_][.,;:!?»”\"’)]\d)|(?<=[\u064b-\u0655\u0900-\u0963]\d)|(?<=[12]\d{3}[.,;:]\d))"
    r"\d{0,2}(?:[,–-]\d{1,3}){0,4}(?![\w%°]|[.,]\d))"
)
_NOTE: Final = re.compile(r"[\[(]?(\d{1,3})[.)\]:]{0,2}\s{1,4}[\"“„«‘]?[^\W\d_]")
_FIGURE: Final = re.compile(r"\d+")


def glued_calls(text: str, lines: Sequence[TextLine]) -> Iterator[Apparatus]:
    """The figures behind words of which a line below begins with the same number, as the notes of a page do."""
    found = (_NOTE.match(text, line.span.start, line.span.end) for line in lines)
    notes = {int(match[1]): match.start() for match in found if match}  # the last of each number
    for call in re.finditer(_CALL, text) if notes else ():
        numbers = [int(figure) for figure in _FIGURE.findall(call[0])]
        capital = text[call.start() - 1].isupper()  # "the B12", "ISO9"
        if not capital and all(notes.get(number, 0) > _line_end(call.start(), lines) for number in numbers):
            yield Apparatus(Span(*call.span()), ApparatusKind.NOTE_CALL)


def _line_end(offset: int, lines: Sequence[TextLine]) -> int:
    return lines[max(0, bisect_right(lines, offset, key=lambda line: line.span.start) - 1)].span.end
