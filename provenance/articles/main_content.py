"""Where the main content of a page is: trafilatura's choice, used as a mask over our own blocks.

trafilatura never reads the article (it drops the mark of many quotations and whole paragraphs that are one link); it says
which blocks belong to the main content. This module alone imports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.articles.spans import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

# trafilatura's time grows faster than the page: 98 s on 200,000 <br>. Of 1,213 saved news pages the largest had 10,112
# elements and 1.6 MB.
MOST_ELEMENTS = 20_000

_RUN = 4  # words; a block is recognised by its runs of so many
_KEPT_SHARE = 0.6
CONTAINER_SHARE = 0.85


def kept_blocks(root: HtmlElement, texts: Sequence[str]) -> list[bool] | None:
    """Which of a page's blocks trafilatura counts as main content.

    Args:
        root: The page's element; it is not changed.
        texts: The text of each block.

    Returns:
        One truth value for each block; None if trafilatura finds no main content, or fails.
    """
    kept = _extracted(root)
    if not kept:
        return None
    lines = {tuple(words_of(line)) for line in kept.splitlines()}
    runs = {run for line in lines for run in _runs(line)}
    return [_is_kept(tuple(words_of(text)), lines, runs) for text in texts]


def _extracted(root: HtmlElement) -> str | None:
    from trafilatura import extract

    try:
        return extract(root, include_comments=False, fast=True)
    except Exception:  # noqa: BLE001 - trafilatura met a page that it cannot handle: every block then counts as main
        return None


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of words of the length by which a block is recognised; none if there are fewer words."""
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _is_kept(words: tuple[str, ...], lines: set[tuple[str, ...]], runs: set[tuple[str, ...]]) -> bool:
    if words in lines:
        return True
    if len(words) < _RUN:
        return False
    every = list(_runs(words))
    return sum(run in runs for run in every) >= _KEPT_SHARE * len(every)


def main_container(parents: Sequence[int], weights: Sequence[int], closed: Sequence[bool]) -> int:
    """The deepest element that holds most of what was kept.

    Args:
        parents: For each element, in document order, the number of the one around it.
        weights: For each element, the kept characters that stand directly in it.
        closed: Whether an element holds text only, so that it is no container.

    Returns:
        The number of the element; 0 is the page.
    """
    sums = list(weights)
    for number in range(len(parents) - 1, 0, -1):
        sums[parents[number]] += sums[number]
    deepest = 0
    for number in range(1, len(parents)):
        if parents[number] == deepest and not closed[number] and sums[number] >= CONTAINER_SHARE * sums[0]:
            deepest = number
    return deepest


def inside(parents: Sequence[int], container: int) -> list[bool]:
    """For each element, in document order, whether it is ``container`` or stands in it."""
    within = [container == 0] * len(parents)
    for number in range(len(parents)):
        within[number] = within[number] or number == container or (number > 0 and within[parents[number]])
    return within
