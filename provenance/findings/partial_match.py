"""What a source has of an excerpt that could not be placed: enough of it, and nobody may say that it has nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.text.tokens import folded_words, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.excerpts.model import Excerpt
    from provenance.findings.context import JudgingContext

# Three words or fewer occur by chance, and are absent by chance (an unrelated pair of words stands in up to three of
# four sources).
LEAST_WORDS = 4

# Where the source has so great a part of an excerpt in one run, it is no source that lacks it.
_HELD = 0.4
# Of an excerpt of at most so many words, those outside brackets may stand apart: so many of them, in order, in a stretch
# of the source that is longer by so many words.
_SHORT, _HELD_APART, _LEAST_APART, _AROUND = 8, 0.65, 3, 4


def remains(context: JudgingContext) -> str:
    """The words of the excerpt that the source has, if they are a good part of it; else empty.

    These are a run of them, or, of a short excerpt, words that stand close to each other in the excerpt's order.
    """
    theirs = folded_words(context.witness.page.document.text)
    return _longest_run(folded_words(context.excerpt.text), theirs) or " … ".join(_apart(context, theirs))


def _longest_run(ours: Sequence[str], theirs: Sequence[str]) -> str:
    text = f" {' '.join(theirs)} "
    longest: Sequence[str] = ()
    for first in range(len(ours)):
        size = max(LEAST_WORDS, len(longest) + 1)
        while first + size <= len(ours) and f" {' '.join(ours[first : first + size])} " in text:
            longest = ours[first : first + size]
            size += 1
    return " ".join(longest) if len(longest) >= _HELD * len(ours) else ""


def _apart(context: JudgingContext, theirs: Sequence[str]) -> list[str]:
    """The runs of words of a short excerpt that the source has, in order and close to each other; none if they are too few."""
    ours = list(_outside_brackets(context.excerpt))
    common = context.lexicon.words("function_words")
    telling = {word for word in ours if word not in common}
    if not _LEAST_APART <= len(ours) <= _SHORT:
        return []
    needed = max(_LEAST_APART, round(_HELD_APART * len(ours)))
    found = max((_shared(ours, window) for window in _windows(ours, theirs, telling)), key=_size, default=[])
    told = any(word in telling for run in found for word in run)
    return [" ".join(run) for run in found] if _size(found) >= needed and told else []


def _outside_brackets(excerpt: Excerpt) -> Iterator[str]:
    """The folded words of an excerpt that stand in none of its editorial marks."""
    for passage in excerpt.passages:
        for token in tokenize(passage.document.text, passage.span.start, passage.span.end):
            if not any(token.span.overlaps(mark.passage.span) for mark in excerpt.marks):
                yield from folded_words(token.text)


def _windows(ours: Sequence[str], theirs: Sequence[str], telling: set[str]) -> Iterator[Sequence[str]]:
    """The stretches of the source around each of the excerpt's telling words."""
    size = len(ours) + _AROUND
    for place, word in enumerate(theirs):
        if word in telling:
            yield theirs[max(0, place - size) : place + size]


def _shared(ours: Sequence[str], window: Sequence[str]) -> list[Sequence[str]]:
    """The longest row of words that both have in the same order, as the excerpt's runs of them."""
    from rapidfuzz.distance import LCSseq

    edits = LCSseq.opcodes(ours, window)
    return [ours[edit.src_start : edit.src_end] for edit in edits if edit.tag == "equal"]


def _size(runs: Sequence[Sequence[str]]) -> int:
    return sum(map(len, runs))
