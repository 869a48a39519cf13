"""Pieces: the stretches of a block that stand in marks or behind a dash, cut where the source breaks in to say who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.excerpts.annotation.quotation_marks import Quotation
    from provenance.findings.voices.tags import TagReader

_OPENING_DASH: Final = r"[ \t]{0,8}[—–―-]{1,2}[ \u00a0]?(?=[^\s—–―-])"
_INCISE = re.compile(r"[,.!?…]?[ \u00a0]?[—–―][ \u00a0]?(?=\w)|[,!?…][ \u00a0](?=\w)")
_RESUMED = re.compile(
    r"[,.:;]?[ \u00a0]?[—–―][,.:;]?[ \u00a0]?(?=[\w¿¡«„“])|(?<=[.!?…])[ \u00a0]+[—–-][ \u00a0]"
)
_COMMAS: Final = frozenset(",،，")
_SENTENCE = re.compile(r"[.!?…]\s")
_LONGEST_INCISE: Final = 260  # code points


class Piece(NamedTuple):
    """A stretch of speech.

    Attributes:
        inner: The words, without the marks.
        outer: With them.
        closed: Whether a mark closes it; without one it may go on in the next block.
        joined: Whether it goes on with the piece before, across what the source breaks in with.
    """

    inner: Span
    outer: Span
    closed: bool = True
    joined: bool = False


def pieces_of(reader: TagReader, block: Span, known: Sequence[Span]) -> list[Piece]:
    """The pieces of speech in a block.

    Args:
        reader: The text and its language.
        block: The block.
        known: The stretches that detection takes for quoted speech, in order.
    """
    from provenance.excerpts.annotation.quotation_marks import quotations

    marked = quotations(reader.text, block.start, block.end)
    if marked:
        resumed = [False, *(_resumes(reader.text, one, other, block) for one, other in pairwise(marked))]
        return [
            piece._replace(joined=piece.joined or (goes_on and piece.outer.start == quotation.outer.start))
            for quotation, goes_on in zip(marked, resumed, strict=True)
            for piece in _inside(reader, quotation, known)
        ]
    return [piece for line in _lines(reader.text, block) for piece in _dashed(reader, line, known)]


def _resumes(text: str, one: Quotation, other: Quotation, block: Span) -> bool:
    """Whether a quotation goes on with the one before: that opens a sentence, and a tag stands between them in commas."""
    before = text[block.start : one.outer.start].rstrip()[-1:]
    gap = text[one.outer.end : other.outer.start].strip()
    led = text[one.inner.end - 1] in _COMMAS or gap[:1] in _COMMAS
    opens = not before or before in ".!?…:”»“"
    return opens and led and gap[-1:] in _COMMAS and any(map(str.isalpha, gap)) and not _SENTENCE.search(gap)


def _inside(reader: TagReader, quotation: Quotation, known: Sequence[Span]) -> Iterator[Piece]:
    """A quotation, cut where its source breaks in inside the marks."""
    inner = quotation.inner
    parts = _known_within(known, inner) or _around_incises(reader, inner, dashes_only=True)
    for number, part in enumerate(parts):
        start = part.start if number else quotation.outer.start
        last = number == len(parts) - 1
        end = quotation.outer.end if last and part.end >= inner.end - 1 else part.end
        yield Piece(part, Span(start, max(end, part.end)), quotation.closed, joined=number > 0)


def _known_within(known: Sequence[Span], inner: Span) -> list[Span]:
    """What detection found inside a quotation, if that is several pieces, or leaves out a part of it."""
    first = bisect_left(known, inner.start, key=lambda span: span.start)
    found = []
    for span in known[first:]:
        if span.end > inner.end:
            break
        found.append(span)
    return found if len(found) > 1 or (found and len(found[0]) < len(inner) - 2) else []


def _lines(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        if line.strip():
            yield Span(start, start + len(line.rstrip()))
        start += len(line) + 1


def _dashed(reader: TagReader, line: Span, known: Sequence[Span]) -> Iterator[Piece]:
    """The speech of a line that opens with a dash."""
    opening = re.compile(_OPENING_DASH).match(reader.text, line.start, line.end)
    if opening is None:
        first = bisect_left(known, line.start, key=lambda span: span.start)
        inside = [span for span in known[first : first + 8] if span.end <= line.end]
        yield from (Piece(span, span, joined=number > 0) for number, span in enumerate(inside))
        return
    parts = _around_incises(reader, Span(opening.end(), line.end), dashes_only=False)
    for number, part in enumerate(parts):
        yield Piece(part, Span(line.start, part.end) if not number else part, joined=number > 0)


def _around_incises(reader: TagReader, span: Span, *, dashes_only: bool) -> list[Span]:
    """A stretch of speech without the tags that break in between dashes or commas: "…, — said Lee. — …"."""
    text, parts, start = reader.text, [], span.start
    for sign in _INCISE.finditer(text, span.start, span.end):
        dashed = any(dash in sign[0] for dash in "—–―")
        if sign.start() < start or (dashes_only and not dashed):
            continue
        limit = min(span.end, sign.end() + _LONGEST_INCISE)
        resumed = _RESUMED.search(text, sign.end(), limit)
        named = dashed and not dashes_only and resumed and _names_somebody(text[sign.end() : resumed.start()])
        if not named and not reader.opens_incise(sign.end(), limit):
            continue
        parts.append(Span(start, sign.start() + (text[sign.start()] in "!?…")))
        if resumed is None:
            return [part for part in parts if len(part)]
        start = resumed.end()
    if start < span.end:
        parts.append(Span(start, span.end))
    return [part for part in parts if len(part)]


def _names_somebody(words: str) -> bool:
    """Whether what stands between two dashes begins small and has a name in it: "– sighed the ferryman, Piet Halvar –"."""
    return words[:1].islower() and any(word[:1].isupper() for word in words.split())
