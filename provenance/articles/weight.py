"""Pages that are made to cost time and memory: what is refused before anything parses it, article or source.

The largest of 1,213 saved news pages had 1.6 MB and 10,112 elements.
"""

from __future__ import annotations

import re
from typing import Final

MOST_TAGS = 100_000
MOST_ATTRIBUTES = 5_000  # of one element; libxml2 compares each with all before it
MOST_LINES = 100_000  # of a plain text; long novels have fewer
MOST_MARKDOWN_LINES = 50_000  # each of which may be a paragraph with marks in it, that is a dozen objects
MOST_TEXT = 3_000_000  # characters beside tags, scripts and styles
MOST_MARKS = 60_000  # of Markdown, each of which may open what another one closes; a book has half of it
_PROSE = 1000  # fewer tags make no web page
_UNSEEN = ("script", "style")
_MARKS = "[]*_`!|&<>~\\"
_LEAST = 3 * MOST_ATTRIBUTES  # characters of a tag with so many attributes

# A tag up to its end, as parsers see it: what stands in quotation marks behind an equals sign ends none.
_TAG: Final = r"<[a-zA-Z][^>=]*+(?:=(?:\"[^\"]*+\"?+|'[^']*+'?+|\s++\"[^\"]*+\"?+|\s++'[^']*+'?+|)[^>=]*+)*+"
_VALUE: Final = r"=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>]*+)"


def too_heavy(text: str, *, markdown: bool = False) -> str | None:
    """Why a page is not read, as a sentence goes on after its name; None if it may be.

    Args:
        text: The page, decoded.
        markdown: Whether it would be read as Markdown.
    """
    tags = text.count("<")
    if tags > MOST_TAGS:
        return f"has more than {MOST_TAGS // 2:,} elements"
    if len(text) > _LEAST and _most_attributes(text) > MOST_ATTRIBUTES:
        return f"has an element with more than {MOST_ATTRIBUTES:,} attributes"
    most_lines = MOST_MARKDOWN_LINES if markdown else MOST_LINES
    if (tags < _PROSE or markdown) and (lines := text.count("\n")) > most_lines:
        return f"has {lines:,} lines"
    if markdown and len(text) > MOST_MARKS and sum(map(text.count, _MARKS)) > MOST_MARKS:
        return f"holds more than {MOST_MARKS:,} marks of Markdown"
    if len(text) > MOST_TEXT and _text_size(text) > MOST_TEXT:
        return f"holds more than {MOST_TEXT:,} characters of text"
    return None


def _most_attributes(text: str) -> int:
    """The attributes of the element that has most, as far as they are many: with values, or words without any."""
    tags = re.findall(_TAG, text)
    return max((len(re.sub(_VALUE, " = ", tag).split()) for tag in tags if len(tag) > _LEAST), default=0)


def _text_size(text: str) -> int:
    """The characters that stand outside tags, scripts and styles: about what there is to read."""
    lowered = text.lower()
    size = at = 0
    while (tag := lowered.find("<", at)) >= 0:
        size += tag - at
        unseen = next((name for name in _UNSEEN if lowered.startswith(name, tag + 1)), None)
        end = lowered.find("</" + unseen, tag) if unseen else lowered.find(">", tag)
        if end < 0:
            return size
        at = end + 1
    return size + len(lowered) - at
