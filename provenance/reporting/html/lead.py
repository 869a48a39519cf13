"""The words that introduce an excerpt, or follow it, with its cue and its link."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from provenance.reporting.diff.setting import plain
from provenance.reporting.html.texts import cut
from provenance.reporting.places import around
from provenance.reporting.records import Record
from provenance.text.document import Document, Passage
from provenance.text.span import Span

_REACH = 160  # code points of the article shown on either side of the cue, inside its paragraph
_NEAR = 600  # code points between an excerpt and a link that is still shown as its own
_LINK_WORDS = 8
_LOOSE = " \n\t\u00a0,;，；、"  # what is left before a cue of the quotation that it follows
_MARK = re.compile('["“”„‟«»「」『』]')


class LeadPart(NamedTuple):
    """A run of the lead's words."""

    text: str  # the words
    cue: bool = False  # whether they are the cue
    url: str | None = None  # the address that the article links them to, or None


class Lead(NamedTuple):
    """What leads up to an excerpt, or follows it."""

    parts: tuple[LeadPart, ...] = ()  # its words; empty where the article names nobody
    follows: bool = False  # whether it stands behind the excerpt


def lead(article: Document, excerpt: Record, links: Sequence[Record]) -> Lead:
    """The lead of an excerpt, its cue and its link marked, without quotation marks around it."""
    attribution = excerpt["attribution"] or {}
    span, near = cut(article, excerpt).span, [cut(article, link) for link in links]
    cue = cut(article, {"span": attribution["cue_span"]}) if attribution.get("cue_span") else None
    named = cue or _nearest(near, span)
    if named is None:
        return Lead()
    shown = _outside(_around_cue(cue) if cue else around(named, words=_LINK_WORDS), named.span, span)
    marks = [(cue.span, True, None)] if cue else []
    marks += [(link.span, False, attribution["link"]) for link in near]
    return Lead(tuple(_parts(shown, marks)), follows=named.span.start >= span.end)


def _around_cue(cue: Passage) -> Passage:
    document = cue.document
    block = document.block_at(cue.span.start)
    first, last = (block.span.start, block.span.end) if block else (0, len(document.text))
    start, end = max(first, cue.span.start - _REACH), min(last, cue.span.end + _REACH)
    return document.passage(min(start, cue.span.start), max(end, cue.span.end))


def _outside(shown: Passage, named: Span, span: Span) -> Passage:
    """The passage as far as it belongs to no quotation: up to the marks of this one, and of any other beside it."""
    document, start, end = shown.document, shown.span.start, shown.span.end
    if named.start < span.start:
        end = max(named.end, min(end, span.start))
    else:
        start = min(named.start, max(start, span.end))
    before, after = document.text[start : named.start], document.text[named.end : end]
    if marks := list(_MARK.finditer(before)):
        before = before[marks[-1].end() :]
    after = _MARK.split(after, maxsplit=1)[0].rstrip() if _MARK.search(after) else after.rstrip()
    return document.passage(named.start - len(before.lstrip(_LOOSE)), named.end + len(after))


def _nearest(links: Sequence[Passage], span: Span) -> Passage | None:
    distances = [(max(span.start - link.span.end, link.span.start - span.end), link) for link in links]
    distance, link = min(distances, key=lambda pair: pair[0], default=(_NEAR, None))
    return link if distance < _NEAR else None


def _parts(shown: Passage, marks: Sequence[tuple[Span, bool, str | None]]) -> Iterator[LeadPart]:
    """The passage cut at the edges of the marks, and at words where it begins or ends inside a paragraph."""
    text = shown.document.text
    start, end = _at_words(shown, marks)
    edges = sorted({start, end, *(edge for span, _, _ in marks for edge in (span.start, span.end))})
    edges = [edge for edge in edges if start <= edge <= end]
    if text[max(0, start - 2) : start].rstrip(" ")[-1:].isalnum():
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
        start = next((at + 1 for at in range(start, first) if text[at].isspace()), first)
    if end < len(text) and text[end].isalnum():
        end = next((at for at in range(end, last, -1) if text[at - 1].isspace()), last)
    return start, max(start, end)
