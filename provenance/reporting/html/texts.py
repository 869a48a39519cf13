"""The texts of a JSON report that was written with them, as documents and passages again; and the words that introduce an excerpt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from provenance.alignment.alignment import Disclosure, Placement, Variant, VariantKind
from provenance.findings.finding import Severity
from provenance.reporting.diff.clips import shown_variants
from provenance.reporting.diff.rows import ComparedTexts
from provenance.reporting.diff.setting import plain
from provenance.reporting.places import around
from provenance.reporting.records import Record
from provenance.text.document import Block, BlockKind, Document, Passage
from provenance.text.span import Span

_REACH = 160  # code points of the article shown on either side of the cue, inside its paragraph
_NEAR = 600  # code points between an excerpt and a link that is still shown as its own
_LINK_WORDS = 8
_LOOSE = " \n\t\u00a0,;，；、"  # what is left before a cue of the quotation that it follows
_MARK = re.compile('["“”„‟«»「」『』]')


@dataclass(slots=True)
class Library:
    """Makes each document once, however many excerpts are counted in it."""

    _documents: dict[tuple[str, str], Document] = field(default_factory=dict)

    def document(self, record: Record) -> Document:
        """The document of an article or a source. A damaged report, or one without texts, is some LookupError or ValueError."""
        text, origin = record["text"], record.get("origin") or ""
        known = self._documents.get((origin, text))
        if known is None:
            known = Document(
                text,
                origin,
                tuple(
                    Block(Span(*row["span"]), BlockKind(row["kind"]), row["line"], row["main"])
                    for row in record["blocks"]
                ),
            )
            self._documents[origin, text] = known
        return known

    def texts(self, excerpt: Record, article: Document) -> ComparedTexts:
        """The texts of an excerpt of ``article``, as above."""
        pieces = tuple(cut(article, piece) for piece in excerpt["pieces"])
        if excerpt["source"]["text"] is None:
            return ComparedTexts(pieces)
        source = self.document(excerpt["source"])
        placements = tuple(
            Placement(cut(article, row["excerpt"]), cut(source, row["source"]), moved=row["moved"])
            for row in excerpt["placements"]
        )
        variants = tuple(
            Variant(
                VariantKind(row["kind"]),
                cut(article, row["excerpt"]),
                cut(source, row["source"]),
                Disclosure(row["disclosure"]),
            )
            for row in excerpt["variants"]
        )
        faulted = (
            (cut(article, row["excerpt"]), cut(source, row["source"]))
            for row in excerpt["findings"]
            if row["severity"] != Severity.NOTE.label and row["excerpt"] and row["source"]
        )
        return ComparedTexts(pieces, placements, shown_variants(variants, placements, faulted), source)


def cut(document: Document, place: Record) -> Passage:
    """The passage that a place of a record names."""
    start, end = place["span"]
    return document.passage(start, end)


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
