"""Cuts: the words of a touched sentence that are not kept, each run of them with what marks it.

A cut is a cut, whatever marks it: an edge of the excerpt, words left out silently or under an ellipsis, what brackets
stand for, a speech tag, a splice, a table cell. Each is asked, before any excuse, whether it took away what governs the
kept words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.governor import Cut, Cuts, Edge, LostGovernor
from provenance.findings.scope.pieces import stands_in_next_piece
from provenance.findings.scope.reading import ASKING, ReadSentence, source_sentences
from provenance.findings.scope.standing import has_mark
from provenance.languages.sentences import splitter

if TYPE_CHECKING:
    from provenance.findings.scope.losses import Losses


def read_cuts(context: JudgingContext) -> Cuts:
    """The cuts of an excerpt, each asked whether it took away what governs kept words."""
    if not context.alignment.found or _keeps_whole_sentences(context):
        return Cuts()
    losses: Losses | None = None
    lost: list[LostGovernor] = []
    edges: list[Edge] = []
    for sentence in source_sentences(context):
        cuts = tuple(_cuts_of(sentence, context))
        if cuts or sentence.asks:
            losses = losses or _losses(context)
            lost.extend(losses.of(sentence, cuts))
            edges.extend(cut.edge(context) for cut in cuts if cut.change is None and not cut.declared)
    governed = {each.source.span for each in lost if each.change is None}
    return Cuts(tuple(lost), tuple(edge for edge in edges if edge.source.span not in governed))


def _keeps_whole_sentences(context: JudgingContext) -> bool:
    """Whether an excerpt is one stretch of its source to the character, cut where sentences are, and none of them asks."""
    alignment, document = context.alignment, context.witness.document
    if alignment.variants or len(alignment.placements) != 1:
        return False
    span, split = alignment.placements[0].source.span, splitter(context.lexicon.language)
    first, last = split.at(document, span.start), split.at(document, max(span.start, span.end - 1))
    text = document.text
    beyond = text[first.start : span.start] + text[span.end : last.end]
    asks = any(sign in text[first.start : max(last.end, span.end)] for sign in ASKING)
    return not asks and not any(map(str.isalnum, beyond))


def _losses(context: JudgingContext) -> Losses:
    from provenance.findings.scope.compensation import Compensation  # most excerpts cut no sentence
    from provenance.findings.scope.losses import Losses

    return Losses(context, Compensation(context))


def _cuts_of(sentence: ReadSentence, context: JudgingContext) -> Iterator[Cut]:
    """The cuts of a sentence: before its kept words, after them, and between."""
    row: list[Token] = []
    for token, keeps in zip(sentence.tokens, sentence.kept, strict=True):
        if not keeps:
            row.append(token)
        elif row:
            yield from _cut(tuple(row), context)
            row = []
    if row:
        yield from _cut(tuple(row), context)


def _cut(tokens: tuple[Token, ...], context: JudgingContext) -> Iterator[Cut]:
    change = _change_over(tokens, context)
    if change is not None:
        if change.disclosure is not Disclosure.PERMITTED or _is_within_block(change, context):
            yield Cut(tokens, change, declared=change.disclosure is Disclosure.DECLARED)
        return
    first, last = context.alignment.placements[0].source.span, context.alignment.placements[-1].source.span
    before = tokens[0].span.start < first.start
    if stands_in_next_piece(tokens, context, before=before):
        return
    if before:
        yield Cut(tokens, before=True, declared=has_mark(context, at_end=False))
    elif tokens[-1].span.end > last.end:
        yield Cut(tokens, declared=has_mark(context, at_end=True))


def _change_over(tokens: tuple[Token, ...], context: JudgingContext) -> Change | None:
    """The change that left some words out."""
    for change in context.changes:
        covered = any(change.source.span.overlaps(token.span) for token in tokens)
        if covered and change.kind is not VariantKind.TRANSPOSITION:
            return change
    return None


def _is_within_block(change: Change, context: JudgingContext) -> bool:
    """Whether words dropped as no main text stand in the very block in which kept words lie: then they are dropped words."""
    block = change.source.document.block_at(change.source.span.start)
    if block is None or not block.span.covers(change.source.span):
        return False
    return any(block.span.covers(placement.source.span) for placement in context.alignment.placements)
