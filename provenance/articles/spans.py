"""Spans of a page's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def without(span: Span, cuts: Iterable[Span]) -> Iterator[Span]:
    """What is left of ``span`` when ``cuts`` are taken out, in order."""
    start = span.start
    for cut in sorted(cuts):
        if cut.end <= start or cut.start >= span.end:
            continue
        if start < cut.start:
            yield Span(start, cut.start)
        start = max(start, cut.end)
    if start < span.end:
        yield Span(start, span.end)
