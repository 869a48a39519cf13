"""What a text or a block shows by itself: whether it ends a sentence or signs one, its capitals, its numbers."""

from __future__ import annotations

import re
from math import log

from provenance.excerpts.annotation.article import AnnotatedArticle
from provenance.excerpts.model import Candidate
from provenance.text.signs import CLOSING_MARKS, SENTENCE_ENDS

_WORD = re.compile(r"\w+")
_TITLE_WORD = re.compile(r"(?<=\s)(\w)\S{3}")  # four signs and more of a word, which a title sets in capitals
_LONGEST_SIGNATURE = 90  # characters
_MOST_CERTAIN = 3  # log-odds


def ends_sentence(annotated: AnnotatedArticle, index: int) -> bool:
    """Whether a block ends a sentence."""
    return (
        annotated.block_text(index).rstrip(f"{CLOSING_MARKS} \u00a0\u202f\n").endswith(tuple(SENTENCE_ENDS))
    )


def is_signature(annotated: AnnotatedArticle, index: int) -> bool:
    """Whether a block is a short line that ends no sentence and quotes nothing."""
    return (
        index < len(annotated.blocks)
        and not ends_sentence(annotated, index)
        and len(annotated.blocks[index].span) <= _LONGEST_SIGNATURE
        and not annotated.quotations_in(index)
    )


def capitals_in(text: str) -> tuple[int, int]:
    """How many of the longer words of a text, the first word left out, begin with a capital, and how many there are."""
    longer = [letter for letter in _TITLE_WORD.findall(text.lstrip()) if letter.isalpha()]
    return sum(map(str.isupper, longer)), len(longer)


def numbers_share(text: str) -> float:
    """The share of the words of a text that hold a digit."""
    words = _WORD.findall(text)
    return sum(any(map(str.isdigit, word)) for word in words) / max(1, len(words))


def log_odds(probability: float) -> float:
    """The log-odds of a probability, as a share of the greatest that counts."""
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return max(-1.0, min(1.0, log(bounded / (1 - bounded)) / _MOST_CERTAIN))


def label_of(candidate: Candidate) -> str:
    """The word with which a passage begins."""
    return candidate.text.split(maxsplit=1)[0].rstrip(":.!").casefold()
