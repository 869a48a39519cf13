"""The script that reads the lines of a PDF in a process of its own: PDFium is native code. It imports nothing of this package.

Standard input: the PDF. Standard output, as JSON: ``{"error": why}``, or ``{"pages": [[[text, left, height, gap], …], …], "links":
[[words, address], …]}``.
"""

import ctypes
import json
import re
import sys
from array import array
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage  # type: ignore[import-untyped]

MAX_PAGES = 1000
_FIRST_NUMBER = re.compile(r"\d{1,3}[ ]?(?=[^\W\d])")
_NUMBER = re.compile(
    r"^\d{1,3}(?=[ ]?[^\W\d])|(?:(?<=[.,;:!?…)\]”»“’\"'])|(?<=[^\W\d_]{4}))\d{1,3}(?:[,–-]\d{1,3}){0,4}(?!\w)"
)
"""A number that may call a note: first in its line, behind a stop, or behind a word that is longer than a unit."""
# Of the lower of two characters: so much of it stands at the height of the other one on a line.
_OVERLAP = 0.5
_COLUMN_GAP = 1.5  # times a line's height: columns stand farther apart
_SMALL = 0.85  # times the height of the letter beside: superscripts have 0.6 to 0.75, figures of the line 1
MOST_CHARACTERS = 3_000_000  # of all pages; what weighs more is not read in any format
MOST_LINES = 100_000
MOST_LINKS = 5_000
LONGEST_ADDRESS = 2_000


def main() -> None:
    """Read a PDF."""
    import pypdfium2

    try:
        answer = _answer(pypdfium2.PdfDocument(sys.stdin.buffer.read()))
    except pypdfium2.PdfiumError as error:
        answer = {"error": f"cannot be opened ({error})"}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def _answer(document: Any) -> dict[str, Any]:  # noqa: ANN401 -- untyped
    pages: list[list[tuple[str, float, float, float]]] = []
    links: list[tuple[str, str]] = []
    characters = lines = 0
    for number in range(min(len(document), MAX_PAGES)):
        text = document[number].get_textpage()
        links.extend(islice(_links(document, document[number], text), MOST_LINKS - len(links)))
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            return {"error": f"holds more than {MOST_CHARACTERS:,} characters of text"}
        pages.append(list(_lines(text)))
        lines += len(pages[-1])
        if lines > MOST_LINES:
            return {"error": f"has more than {MOST_LINES:,} lines"}
        text.close()
    return {"pages": pages, "links": links}


def _links(document: Any, page: Any, text: "PdfTextPage") -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- untyped
    from pypdfium2 import raw

    at, link, place = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page.raw, ctypes.byref(at), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            length = min(raw.FPDFAction_GetURIPath(document.raw, action, None, 0), LONGEST_ADDRESS)
            address = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(document.raw, action, address, length)
            raw.FPDFLink_GetAnnotRect(link, ctypes.byref(place))
            words = text.get_text_bounded(place.left, place.bottom, place.right, place.top)
            yield words, address.value.decode("utf-8", "replace")


def _lines(page: "PdfTextPage") -> Iterator[tuple[str, float, float, float]]:
    """The lines of a page: the text, and in points the left edge, the height and the distance to the line above."""
    text = page.get_text_range()
    if len(text) != page.count_chars():  # the places of characters cannot be told
        yield from ((words, 0, 1, 1) for words in map(str.strip, text.splitlines()) if words)
        return
    above = 0.0
    for words, places in _rows(page, text):
        left = page.get_charbox(places[0], loose=True)[0]
        _, bottom, _, top = page.get_charbox(places[_size_at(words)], loose=True)
        yield _with_calls(page, words, places), left, top - bottom, above - bottom
        above = bottom


def _rows(page: "PdfTextPage", text: str) -> "Iterator[tuple[str, array[int]]]":
    """The lines of a page, each with the numbers of its characters: PDFium begins a new one behind a raised number."""
    row: tuple[str, array[int]] = ("", array("I"))
    start = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            first = start + raw.index(words[0])
            places = array("I", range(first, first + len(words)))
            gap = " " * raw[0].isspace()
            if row[0] and _stands_beside(page, row[1][-1], first):
                row = (row[0] + gap + words, row[1] + array("I", [first] * len(gap)) + places)
            else:
                yield from [row] * bool(row[0])
                row = (words, places)
        start += len(raw)
    yield from [row] * bool(row[0])


def _stands_beside(page: "PdfTextPage", last: int, first: int) -> bool:
    """Whether a character stands right behind another one, on the same line and not in the next column."""
    _, bottom, right, top = page.get_charbox(last, loose=True)
    left, low, _, high = page.get_charbox(first, loose=True)
    overlap = min(top, high) - max(bottom, low)
    lesser, larger = sorted((top - bottom, high - low))
    return bool(overlap > _OVERLAP * lesser and -_OVERLAP * larger < left - right < _COLUMN_GAP * larger)


def _size_at(words: str) -> int:
    """Where the size of a line's letters can be told: behind a number that may be raised."""
    number = _FIRST_NUMBER.match(words)
    return number.end() if number else 0


def _with_calls(page: "PdfTextPage", words: str, places: "array[int]") -> str:
    """A line with its raised numbers in square brackets, as calls of notes are written where there are no superscripts."""

    def bracketed(found: re.Match[str]) -> str:
        beside = found.start() - 1 if found.start() else _size_at(words)
        _, low, _, high = page.get_charbox(places[found.start()], loose=True)
        _, bottom, _, top = page.get_charbox(places[beside], loose=True)
        is_raised = high - low < _SMALL * (top - bottom) and low > bottom
        space = " " * (not found.start() and words[found.end()] != " ")
        return f"[{found[0]}]{space}" if is_raised else found[0]

    return _NUMBER.sub(bracketed, words)


if __name__ == "__main__":
    main()
