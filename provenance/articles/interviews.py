"""Interviews and leads: the page's own work that some site systems set as blockquotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.candidates import Candidate, Surroundings

_QUESTION = ("?", "？", "?“", "?”", '?"', "?»")
_FEWEST_ANSWERS = 3


def answers(found: Sequence[Candidate], page: Surroundings) -> Iterator[int]:
    """The numbers of the candidates that answer the page's own questions, and of a lead before the text.

    A page whose blockquotes, three or more, mostly follow questions is an interview.
    """
    asked = [_follows_question(candidate, page) for candidate in found]
    is_interview = sum(asked) >= _FEWEST_ANSWERS and sum(asked) >= 0.6 * len(found)
    for number, (candidate, follows) in enumerate(zip(found, asked, strict=True)):
        if (is_interview and follows) or (number == 0 and _is_lead(candidate, page)):
            yield number


def _follows_question(candidate: Candidate, page: Surroundings) -> bool:
    index = page.index(candidate.start)
    return index > 0 and page.block_text(page.document.blocks[index - 1]).rstrip().endswith(_QUESTION)


def _is_lead(candidate: Candidate, page: Surroundings) -> bool:
    """Whether it opens the main text, unsigned and without quotation marks: a summary, not an epigraph."""
    text = page.text[candidate.start : candidate.end]
    if candidate.attributions or text.startswith(tuple("\"“„«‹「『»'‘[…")):
        return False
    before = page.document.blocks[: page.index(candidate.start)]
    if page.is_announced(candidate.start):
        return False
    return not any(block.main and block.inside and len(block.span) > 60 for block in before)
