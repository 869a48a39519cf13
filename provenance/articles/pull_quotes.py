"""Pull quotes: the page's own words again, set large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.text.tokens import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST = 300  # characters; no pull quote on the pages read for this was longer
_RUN = 3  # words
_SHARE = 0.6  # of its runs of words, so that a pull quote may be shortened, or reworded in one place


def recurring(texts: Sequence[str], blocks: Iterable[str]) -> list[bool]:
    """Which of ``texts`` stand, nearly word for word, in one of the ``blocks`` or across two neighbours.

    Args:
        texts: The candidates' words; those longer than a pull quote are never said to recur.
        blocks: The page's running text.
    """
    wanted = [tuple(_runs(text)) if len(text) <= LONGEST else () for text in texts]
    places: dict[tuple[str, ...], list[int]] = {run: [] for runs in wanted for run in runs}
    for number, block in enumerate(blocks):
        for run in set(_runs(block)) if places else ():
            if run in places:
                places[run].append(number)
    return [bool(runs) and _densest([places[run] for run in runs]) >= _SHARE * len(runs) for runs in wanted]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = folded_words(text)
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _densest(places: Sequence[Sequence[int]]) -> int:
    """The most runs that one block, or two neighbours, hold."""
    counts: dict[int, int] = {}
    for numbers in places:
        for number in {near for place in numbers for near in (place, place + 1)}:
            counts[number] = counts.get(number, 0) + 1
    return max(counts.values(), default=0)
