"""Interruptions that a quotation may pass over (DEC705): what a page sets between halves of a sentence, and a word put in by another."""

from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.wording import left_out
from provenance.text.document import BlockKind
from provenance.text.signs import SENTENCE_ENDS

_SHORT: Final = 3  # words of somebody who puts in a word
_ASKING: Final = frozenset("?？؟")
_CLOSING: Final = '"”’»)]'


def interruption(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: all that is gone are whole blocks inside a sentence, or a few words of another speaker inside a turn."""
    if not change.is_omission or not change.lost:
        return None
    before, behind = context.kept_beside(change.lost, context.source_units)
    if before is None or behind is None:
        return None
    starts, ends = before.span.end, behind.span.start
    if not _parts_a_sentence(starts, ends, context) and not _is_put_in(change, starts, ends, context):
        return None
    return context.finding("DEC705", left_out(change.source), change=change)


def _parts_a_sentence(start: int, end: int, context: JudgingContext) -> bool:
    """Whether whole blocks lie between two places of a source, and the sentence before them goes on behind them in small letters."""
    document = context.witness.document
    first, last = document.block_index_at(start - 1), document.block_index_at(end)
    if last - first < 2 or document.blocks[last].span.worded(document.text).start != end:
        return False
    ending = document.text[start : document.blocks[first].span.end].rstrip(_CLOSING)
    between = document.blocks[first + 1 : last]
    listed = any(block.kind is BlockKind.LIST_ITEM for block in between)
    opens = [block.span.worded(document.text).start for block in between]
    small = any(document.text[at].islower() for at in opens)
    whole = not any(map(str.isalnum, ending)) and ending.strip() not in {*SENTENCE_ENDS, ":"}
    return whole and document.text[end].islower() and not listed and not small


def _is_put_in(change: Change, start: int, end: int, context: JudgingContext) -> bool:
    """Whether another than whoever speaks before and behind says a few words, and asks nothing."""
    one, two = context.voices.at(start - 1), context.voices.at(end)
    others = context.voices.holding([unit.span for unit in change.lost])
    if one is None or two is None or one is two or one.label is None or one.label != two.label:
        return False
    said = len(change.lost) <= _SHORT and _ASKING.isdisjoint(context.witness.document.text[start:end])
    return said and all(other is None or (other.label and other.label != one.label) for other in others)
