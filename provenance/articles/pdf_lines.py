"""The script that reads the lines of a PDF in a process of its own: PDFium is native code. It imports nothing of this package.

Standard input: the PDF. Standard output, as JSON: ``{"error": why}``, or ``{"pages": [[[text, left, height, gap], …], …]}``.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfTextPage  # type: ignore[import-untyped]

MAX_PAGES = 1000
MOST_CHARACTERS = 3_000_000  # of all pages; what weighs more is not read in any format
MOST_LINES = 100_000


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
    characters = lines = 0
    for number in range(min(len(document), MAX_PAGES)):
        text = document[number].get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            return {"error": f"holds more than {MOST_CHARACTERS:,} characters of text"}
        pages.append(list(_lines(text)))
        lines += len(pages[-1])
        if lines > MOST_LINES:
            return {"error": f"has more than {MOST_LINES:,} lines"}
        text.close()
    return {"pages": pages}


def _lines(page: PdfTextPage) -> Iterator[tuple[str, float, float, float]]:
    """The lines of a page: the text, and in points the left edge, the height and the distance to the line above."""
    text = page.get_text_range()
    placed = len(text) == page.count_chars()  # else the places of characters cannot be told
    above = 0.0
    start = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words and placed:
            first = start + raw.index(words[0])
            left, bottom, _, top = page.get_charbox(first, loose=True)
            yield words, left, top - bottom, above - bottom
            above = page.get_charbox(first + len(words) - 1, loose=True)[1]
        elif words:
            yield words, 0, 1, 1
        start += len(raw)


if __name__ == "__main__":
    main()
