"""Signing: finds the signatures in a quotation, and parts one that holds several signed quotations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.articles.signatures import bracket_in, is_signature, signature_in
from provenance.articles.spans import without
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.articles.candidates import Candidate, Surroundings


def signed(candidate: Candidate, page: Surroundings) -> Iterator[Candidate]:
    """The candidate with its signatures among its attributions; as many candidates as there are signed quotations.

    Args:
        candidate: An element that is dressed as a quotation.
        page: The page around it.
    """
    signatures = list(_signatures(candidate, page))
    known = [*candidate.attributions, *signatures]
    within = Span(candidate.start, candidate.end)
    ends = sorted({span.end for span in known if within.covers(span) and _ends_block(span, page)})
    if len(ends) < 2 or ends[-1] < candidate.end:
        last = [span for span in signatures if span.end == candidate.end]
        yield replace(candidate, attributions=[*candidate.attributions, *last])
        return
    start = candidate.start
    for end in ends:
        own = [span for span in known if start <= span.start and span.end <= end]
        begin = Span(start, end).stripped(page.text).start
        yield replace(candidate, start=begin, end=end, attributions=own)
        start = end


def _signatures(candidate: Candidate, page: Surroundings) -> Iterator[Span]:
    """The signature at the end of each block of the quotation, where there is one."""
    for block in page.blocks(candidate.start, candidate.end):
        end = min(block.span.end, candidate.end)
        body = list(without(Span(block.span.start, end), candidate.attributions))
        if not body:
            continue
        last = Span(body[-1].start, body[-1].end).stripped(page.text)
        start = max([last.start, *page.breaks(last.start + 1, last.end)])
        line = page.text[start : last.end]
        place = (
            0 if is_signature(line) and start > candidate.start else signature_in(line) or bracket_in(line)
        )
        if place is not None:
            yield Span(start + place, last.end)


def _ends_block(span: Span, page: Surroundings) -> bool:
    block = page.document.block_at(span.start)
    return block is not None and span.end >= block.span.end
