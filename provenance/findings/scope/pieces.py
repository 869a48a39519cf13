"""The other pieces of an interrupted quotation: “…,” she said, “and that …”, each of them an excerpt by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.tokens import Token
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_ROW: Final = 3  # words with which the next piece begins, or the last one ends, that tell it


def stands_in_next_piece(tokens: Sequence[Token], context: JudgingContext, *, before: bool) -> bool:
    """Whether the article goes on with words that an edge cut off, in the next piece that it quotes in the same block.

    What that piece leaves out or changes is told of it, where it is compared.

    Args:
        tokens: The words of the source that were cut off.
        context: The excerpt that they were cut off from.
        before: Whether they stand before the kept words: then it is the piece before that ends with them.
    """
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    cut = folded_words(span.of(context.witness.document.text))
    piece = folded_words(_beside(context, before=before))
    if before:
        cut, piece = cut[::-1], piece[::-1]
    row, small = piece[:_ROW], context.lexicon.words("function_words")
    if not row:
        return False
    starts = (at for at in range(len(cut)) if cut[at : at + _ROW] == row[: len(cut) - at])
    at = next(starts, None)
    negators = context.lexicon.words("negators")
    return at is not None and all(word in small and word not in negators for word in cut[:at])


def _beside(context: JudgingContext, *, before: bool) -> str:
    """The words in quotation marks next to an excerpt in its block; empty where there are none."""
    document, own = context.article.document, context.excerpt.span
    block = document.block_at(own.start)
    if block is None:
        return ""
    found = quotations(document.text, block.span.start, block.span.end)
    inner = [one.inner for one in found]
    others = [one for one in inner if (one.end <= own.start if before else one.start >= own.end)]
    if not others:
        return ""
    return (others[-1] if before else others[0]).of(document.text)
