"""Where a candidate stands on its page: inside the main content or behind it, among links, in a row of others like it."""

from __future__ import annotations

from bisect import bisect_left

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import Candidate
from provenance.excerpts.quotation.page import Page
from provenance.excerpts.quotation.words import capitals_in
from provenance.text.span import Span

_NEAR_LINKS = 2  # blocks before and behind that are read for links
_NEAR_MAIN = 3  # the same, for whether they belong to the main content
_LONGEST_ROW = 4  # passages that make a row as well as more do


def is_inside(page: Page, candidate: Candidate) -> bool:
    """Whether a passage stands inside the element that holds the main content."""
    return any(page.annotated.blocks[index].inside for index in candidate.blocks)


def share_outside(page: Page, candidate: Candidate) -> float:
    """The share of the blocks around a passage, its own included, that do not belong to the main content."""
    near = _around(page, candidate, _NEAR_MAIN)
    return sum(not page.annotated.is_main(index) for index in near) / len(near)


def links_around(page: Page, candidate: Candidate) -> float:
    """The share of the characters of the blocks beside a passage that links are set on."""
    near = [index for index in _around(page, candidate, _NEAR_LINKS) if index not in candidate.blocks]
    beside = [page.annotated.blocks[index].span for index in near]
    linked = sum(len(link.span) for span in beside for link in page.annotated.links_in(span))
    return min(1.0, linked / max(1, sum(map(len, beside))))


def linked_share(annotated: AnnotatedArticle, span: Span) -> float:
    """The share of the characters of a stretch of text that links are set on: teasers are links."""
    return min(1.0, sum(len(link.span) for link in annotated.links_in(span)) / max(1, len(span)))


def is_near_quotation(page: Page, candidate: Candidate) -> bool:
    """Whether two longer passages in quotation marks stand in the blocks of a passage and those next to it, its own one of them."""
    starts = page.longer_quotations
    first = bisect_left(starts, candidate.blocks.start - _NEAR_LINKS)
    return bisect_left(starts, candidate.blocks.stop + _NEAR_LINKS) - first > 1


def row_length(page: Page, candidate: Candidate) -> float:
    """How long the row is in which a passage stands: others like it, and no sentence of the author's between, up to 1."""
    row = page.row_of(candidate)
    return min(max(len(row), 1), _LONGEST_ROW) / _LONGEST_ROW - 1 / _LONGEST_ROW


def _around(page: Page, candidate: Candidate, reach: int) -> range:
    """The indexes of a passage's blocks and of those beside it."""
    blocks = candidate.blocks
    return range(max(0, blocks.start - reach), min(len(page.annotated.blocks), blocks.stop + reach))


def title_case(page: Page, text: str) -> float:
    """How much oftener longer words of a passage begin with a capital than those of its page, up to 1; 0 where there is but one."""
    capitals, longer = capitals_in(text)
    share = capitals / longer if longer > 1 else 0.0
    return max(0.0, (share - page.capitals) / (1 - page.capitals))
