"""Apparatus, recognised once when a page is read, so that nobody who compares takes it for words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from provenance.articles.article import Article
from provenance.text.document import Apparatus, ApparatusKind

_MAY_HAVE_SOME = re.compile(
    r"[\d\[():—–―§¶]|[ \t]{2}|^\s{0,9}(?:[^\W\d_]|[ivxIVX]{2,5})[.)\]ªº]?\s", re.MULTILINE
)
_EAST_ASIAN = "\u3000"  # from here on names and brackets stand without any of these


def with_apparatus(article: Article) -> Article:
    """The article with the apparatus of its text: labels, stage directions, time codes, numbers, section labels, note calls."""
    document, text = article.document, article.document.text
    likely = _MAY_HAVE_SOME.search(text) or max(text, default="") > _EAST_ASIAN
    if not (document.apparatus or article.notes or likely):
        return article
    from provenance.articles.apparatus.annotations import page_annotations
    from provenance.articles.apparatus.labels import turn_labels
    from provenance.articles.apparatus.numbering import numbering, page_breaks, text_lines

    lines = text_lines(document)
    numbers = [
        *page_breaks(document, lines),
        *numbering(document.text, lines),
    ]
    labels = turn_labels(document.text, lines, numbers=numbers, emphasis=article.emphasis or ())
    told = [
        *document.apparatus,
        *numbers,
        *labels,
        *page_annotations(document.text, lines, spoken=bool(labels)),
        *_inserted_notes(article),
    ]
    if not told:
        return article
    return replace(article, document=replace(document, apparatus=tuple(_disjoint(told))))


def _inserted_notes(article: Article) -> Iterator[Apparatus]:
    """The notes that stand in the paragraph that calls them."""
    called = {call.key: call.span.start for call in article.calls}
    for note in article.notes:
        block = article.document.block_at(note.span.start)
        if block is not None and block.span.start <= called.get(note.key, -1) <= note.span.start:
            yield Apparatus(note.span, ApparatusKind.NOTE_CALL)


def _disjoint(pieces: Iterable[Apparatus]) -> Iterator[Apparatus]:
    """The pieces in order; of two that overlap, the one that begins first, and of those the longer one."""
    reached = 0
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.end)):
        if piece.span.start >= reached:
            yield piece
            reached = piece.span.end
