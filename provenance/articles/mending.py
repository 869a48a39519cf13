"""Mending: blockquotes that a parser would close too early, at an end tag of something that was opened before them.

``<em><blockquote><p>One.</p></em><p>Two.</p></blockquote>``: parsers close the quotation at ``</em>``, and its second
paragraph becomes the author's. The stray end tag is put behind the quotation, where its author meant it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTATION = re.compile(r"<(/?)(?:blockquote|BLOCKQUOTE)\b[^<>]{0,2000}>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]{0,2000}>")
_MOVED = frozenset(
    "a abbr b big center cite div em font i ins li mark ol q s section small span strong sub sup u ul".split()
)
"""Elements whose stray end tags are moved. Not paragraphs: their ends are implied, and the parser gets them right."""

_PARTS = frozenset("article aside body footer form h1 h2 h3 head header html main nav table td tr".split())
"""Parts of a page: where one begins or ends, the end tag of the quotation is not the one that was meant."""

_LONGEST = 20_000  # characters between the two tags of a quotation


def mended(markup: str) -> str:
    """A page in which quotations end where their end tags stand; its lines keep their numbers.

    Args:
        markup: The page.
    """
    if "<blockquote" not in markup and "<BLOCKQUOTE" not in markup:
        return markup
    moves = [move for start, end in _quotations(markup) for move in _moves(markup, start, end)]
    if not moves:
        return markup
    edges = [(0, 0, ""), *moves, (len(markup), len(markup), "")]
    return "".join(put + markup[after:before] for (_, after, put), (before, _, _) in pairwise(edges))


def _quotations(markup: str) -> Iterator[tuple[int, int]]:
    """The outermost quotations that are closed: where each one's content begins, and where its end tag ends."""
    opened: list[int] = []
    for tag in _QUOTATION.finditer(markup):
        if not tag[1]:
            opened.append(tag.end())
        elif opened:
            start = opened.pop()
            if not opened and tag.end() - start <= _LONGEST:
                yield start, tag.end()


def _moves(markup: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """What to change in a quotation: spans, in order, with what comes in their place."""
    strays: list[re.Match[str]] = []
    opened: list[str] = []
    counts: Counter[str] = Counter()
    for tag in _TAG.finditer(markup, start, end):
        name = tag[2].lower()
        if name in _PARTS:
            return []
        if name not in _MOVED:
            continue
        if not tag[1]:
            opened.append(name)
            counts[name] += 1
        elif counts[name]:
            counts.subtract(_elements_ended_by(opened, name))
        else:
            strays.append(tag)
    if not strays:
        return []
    taken = [(stray.start(), stray.end(), "\n" * stray[0].count("\n")) for stray in strays]
    return [*taken, (end, end, "".join(f"</{stray[2]}>" for stray in strays))]


def _elements_ended_by(opened: list[str], name: str) -> Iterator[str]:
    """The elements that end with the last one of a name; they are taken off the list."""
    while True:
        last = opened.pop()
        yield last
        if last == name:
            return
