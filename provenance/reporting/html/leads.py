"""The words by which the article introduces an excerpt, with the link, as they stand there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.reporting.html.texts import cut
from provenance.reporting.html.typesetting import plain
from provenance.reporting.placing import around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.reporting.records import Record
    from provenance.text.document import Document, Passage
    from provenance.text.span import Span

_REACH = 160  # code points of the article shown on either side of the cue, inside its paragraph
_NEAR = 600  # code points between an excerpt and a link that is still shown as its own
_LINK_WORDS = 8


@dataclass(frozen=True, slots=True)
class LeadPart:
    """A run of the lead's words.

    Attributes:
        text: The words.
        cue: Whether they are the cue.
        url: The address that the article links them to, or None.
    """

    text: str
    cue: bool = False
    url: str | None = None


def lead(article: Document, excerpt: Record, links: Sequence[Record]) -> tuple[LeadPart, ...]:
    """The lead of an excerpt, its cue and its link marked; empty where the article names nobody.

    Args:
        article: The article.
        excerpt: The record of the excerpt.
        links: The records of those links of the article that lead to the excerpt's source.
    """
    attribution = excerpt["attribution"] or {}
    span, near = cut(article, excerpt).span, [cut(article, link) for link in links]
    cue = cut(article, {"span": attribution["cue_span"]}) if attribution.get("cue_span") else None
    shown = _around_cue(cue, span) if cue else _around_link(near, span)
    if shown is None:
        return ()
    marks = [(cue.span, True, None)] if cue else []
    marks += [(link.span, False, attribution["link"]) for link in near]
    return tuple(_parts(shown, marks))


def _around_cue(cue: Passage, span: Span) -> Passage | None:
    """The cue and what its paragraph says around it, up to the excerpt's own words."""
    document = cue.document
    block = document.block_at(cue.span.start)
    first, last = (block.span.start, block.span.end) if block else (0, len(document.text))
    start, end = max(first, cue.span.start - _REACH), min(last, cue.span.end + _REACH)
    if cue.span.start < span.start:
        end = max(cue.span.end, min(end, span.start))
    else:
        start = min(cue.span.start, max(start, span.end))
    return document.passage(min(start, cue.span.start), max(end, cue.span.end))


def _around_link(links: Sequence[Passage], span: Span) -> Passage | None:
    distances = [(max(span.start - link.span.end, link.span.start - span.end), link) for link in links]
    distance, link = min(distances, key=lambda pair: pair[0], default=(_NEAR, None))
    return around(link, words=_LINK_WORDS) if link and distance < _NEAR else None


def _parts(shown: Passage, marks: Sequence[tuple[Span, bool, str | None]]) -> Iterator[LeadPart]:
    """The passage cut at the edges of the marks, and at words where it begins or ends inside a paragraph."""
    text = shown.document.text
    start, end = _at_words(shown, marks)
    edges = sorted({start, end, *(edge for span, _, _ in marks for edge in (span.start, span.end))})
    edges = [edge for edge in edges if start <= edge <= end]
    if start > shown.span.start:
        yield LeadPart("… ")
    for one, other in pairwise(edges):
        over = [mark for mark in marks if mark[0].start <= one and other <= mark[0].end]
        url = next((url for _, _, url in over if url), None)
        yield LeadPart(plain(text[one:other]), any(cue for _, cue, _ in over), url)
    if end < shown.span.end:
        yield LeadPart(" …")


def _at_words(shown: Passage, marks: Sequence[tuple[Span, bool, str | None]]) -> tuple[int, int]:
    """The passage's edges, moved inwards to the next space, but never into a mark."""
    text, start, end = shown.document.text, shown.span.start, shown.span.end
    first = min((span.start for span, _, _ in marks if span.start >= start), default=end)
    last = max((span.end for span, _, _ in marks if span.end <= end), default=start)
    if start and text[start - 1].isalnum():
        start = next((at for at in range(start, first) if text[at].isspace()), first)
    if end < len(text) and text[end].isalnum():
        end = next((at for at in range(end, last, -1) if text[at - 1].isspace()), last)
    return start, max(start, end)
