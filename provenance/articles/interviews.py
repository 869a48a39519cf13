"""Interviews and leads: the page's own work that some site systems set as blockquotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.text.signs import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.candidates import Candidate, Surroundings
    from provenance.text.document import Block

_QUESTION = ("?", "？", "?“", "?”", '?"', "?»")
_FEWEST_ANSWERS = 3
_LONG = 60  # characters; what is longer is text, whatever it ends in
_FEWEST_WORDS = 4  # of a sentence before a quotation
_MOST_OF_A_LEAD = 0.5  # of the text that follows: a quotation that outweighs it is what the page is about
_SENTENCE_END = tuple(SENTENCE_ENDS)


def answers(found: Sequence[Candidate], page: Surroundings) -> Iterator[int]:
    """The numbers of the candidates that answer the page's own questions, and of a lead before the text.

    A page whose blockquotes, three or more, mostly follow questions is an interview.
    """
    asked = [_follows_question(candidate, page) for candidate in found]
    is_interview = sum(asked) >= _FEWEST_ANSWERS and sum(asked) >= 0.6 * len(found)
    for number, follows in enumerate(asked):
        if (is_interview and follows) or (number == 0 and _is_lead(found, page)):
            yield number


def _follows_question(candidate: Candidate, page: Surroundings) -> bool:
    index = page.index(candidate.start)
    return index > 0 and page.block_text(page.document.blocks[index - 1]).rstrip().endswith(_QUESTION)


def _is_lead(found: Sequence[Candidate], page: Surroundings) -> bool:
    """Whether the first opens the main text, unsigned and without quotation marks: a summary, not an epigraph."""
    candidate = found[0]
    text = page.text[candidate.start : candidate.end]
    if candidate.attributions or text.startswith(tuple("\"“„«‹「『»'‘[…")):
        return False
    if page.is_announced(candidate.start):
        return False
    blocks = page.document.blocks
    if any(_is_text(block, page) for block in blocks[: page.index(candidate.start)]):
        return False
    after = sum(
        len(block.span) for block in blocks[page.index(candidate.end) :] if block.main and block.inside
    )
    after -= sum(other.end - other.start for other in found[1:])
    return candidate.end - candidate.start < _MOST_OF_A_LEAD * after


def _is_text(block: Block, page: Surroundings) -> bool:
    """Whether a block is a part of the text, and no headline, byline or date."""
    if not (block.main and block.inside):
        return False
    said = page.block_text(block).rstrip()
    return len(said) > _LONG or (said.endswith(_SENTENCE_END) and len(said.split()) >= _FEWEST_WORDS)
