"""Pages that are made to cost time and memory: what is refused before anything reads it.

The largest of 1,213 saved news pages had 1.6 MB and 10,112 elements.
"""

from __future__ import annotations

MOST_TAGS = 100_000
MOST_ATTRIBUTES = 5_000  # of one element; libxml2 compares each with all before it
MOST_LINES = 100_000  # of a plain text; long novels have fewer
MOST_TEXT = 3_000_000  # bytes beside tags, scripts and styles
MOST_MARKDOWN = 300_000  # bytes, of which each may be a mark
_PROSE = 1000  # fewer tags make no web page
_UNSEEN = (b"script", b"style")


def too_heavy(data: bytes, *, markdown: bool = False) -> str | None:
    """Why a page is not read, as a sentence goes on after its name; None if it may be.

    Args:
        data: Its bytes.
        markdown: Whether it may be Markdown.
    """
    tags, lines = data.count(b"<"), data.count(b"\n")
    if tags > MOST_TAGS:
        return f"has more than {MOST_TAGS // 2:,} elements"
    if _most_attributes(data) > MOST_ATTRIBUTES:
        return f"has an element with more than {MOST_ATTRIBUTES:,} attributes"
    if tags < _PROSE and lines > MOST_LINES:
        return f"has {lines:,} lines"
    if tags < _PROSE and markdown and len(data) > MOST_MARKDOWN:
        return f"holds more than {MOST_MARKDOWN:,} bytes of Markdown"
    if len(data) > MOST_TEXT and _text_size(data) > MOST_TEXT:
        return f"holds more than {MOST_TEXT:,} bytes of text"
    return None


def _most_attributes(data: bytes) -> int:
    if data.count(b"=") <= MOST_ATTRIBUTES:
        return 0
    return max((tag.partition(b">")[0].count(b"=") for tag in data.split(b"<")[1:]), default=0)


def _text_size(data: bytes) -> int:
    """The bytes that stand outside tags, scripts and styles: about what there is to read."""
    lowered = data.lower()
    size = at = 0
    while (tag := lowered.find(b"<", at)) >= 0:
        size += tag - at
        unseen = next((name for name in _UNSEEN if lowered.startswith(name, tag + 1)), None)
        end = lowered.find(b"</" + unseen, tag) if unseen else lowered.find(b">", tag)
        if end < 0:
            return size
        at = end + 1
    return size + len(data) - at
