"""Additions: words (ADD101), a sentence (ADD102), a loaded word (ADD103) that the source does not have."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from provenance.excerpts.model import Boundary
from provenance.findings.finding import Severity
from provenance.findings.rules.scope import is_addition
from provenance.findings.wording import became, put_in
from provenance.languages.sentences import splitter
from provenance.text.document import BlockKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token

# Fewer words are no sentence.
_SENTENCE = 3
# A sentence in the place of another has so many words at least, and has no more than such a share of that one's.
_REPLACING, _SAME = 6, 0.3
# An inserted sentence shares less than this of its content words with any stretch of the source twice its length; a
# sentence on the same subject has a third of them by chance.
_SHARED = 0.50
# A line of the page's own furniture has at most so many words.
_FURNITURE = 8
_QUOTES = '"“”„«»'
_LIST_MARK: Final = r"\s*(?:\(?\d{1,3}[.)]|[-*•·]|\[\d{1,3}\]|[¹²³⁰-⁹]{1,3})\s*"


def furniture(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: a cross-head, an advertisement, a list number, or a reporter's tag between pieces of speech."""
    if not is_addition(change) or not change.gained:
        return None
    layout = (
        _is_heading(change)
        or _is_advertisement(change, context)
        or re.fullmatch(_LIST_MARK, change.excerpt.text)
        or _is_list_number(change)
    )
    if layout or _is_speech_tag(change, context):
        return context.finding("DEC705", put_in(change.excerpt), change=change)
    return None


def _is_list_number(change: Change) -> bool:
    """Whether a number stands before what is an item of a list in the source, which sets the numbers itself."""
    text = change.source.document.text
    start = Span(change.source.span.start, len(text)).worded(text).start
    after = change.excerpt.document.text[change.gained[-1].span.end :][:1]
    if len(change.gained) != 1 or not change.gained[0].text.isdecimal() or after not in {".", ")"}:
        return False
    block = change.source.document.block_at(start)
    return block is not None and block.kind is BlockKind.LIST_ITEM and block.span.start == start


def _is_heading(change: Change) -> bool:
    """Whether a whole block was put in that is no running text. Words put into a block are never layout."""
    document = change.excerpt.document
    words = change.excerpt.text
    block = document.block_at(change.excerpt.span.start + len(words) - len(words.lstrip()))
    return (
        block is not None
        and (block.kind is BlockKind.HEADING or not block.main)
        and document.text[block.span.start : block.span.end].strip() == words.strip()
    )


def _is_advertisement(change: Change, context: JudgingContext) -> bool:
    if len(change.gained) > _FURNITURE:
        return False
    founds = context.found("advertisement", change.gained, context.excerpt_units)
    return any(found.units[0].span == change.gained[0].span for found in founds) and change.gained[0].opens


def _is_speech_tag(change: Change, context: JudgingContext) -> bool:
    """Whether the words stand between two quotation marks inside the excerpt, and say who speaks."""
    span, text = change.excerpt.span, change.excerpt.document.text
    around = text[max(0, span.start - 3) : span.start + 2], text[max(0, span.end - 2) : span.end + 3]
    between = all(any(sign in _QUOTES for sign in part) for part in around)
    said = context.found("said_neutral", change.gained, context.excerpt_units)
    return between and bool(said or context.found("said_loaded", change.gained, context.excerpt_units))


def inserted_sentence(change: Change, context: JudgingContext) -> Finding | None:
    """ADD102: a whole sentence between placed words, of which the source has next to nothing."""
    if not is_addition(change) or len(change.gained) < _SENTENCE or not _is_whole(change):
        return None
    before, after = context.kept_beside(change.gained, context.excerpt_units)
    if before is None or after is None or _share_in_source(change.gained, context) >= _SHARED:
        return None
    unclear = context.excerpt.boundary is Boundary.UNCLEAR
    severity = Severity.MAJOR if unclear else None
    return context.finding("ADD102", put_in(change.excerpt), change=change, severity=severity)


def replaced_sentence(change: Change, context: JudgingContext) -> Finding | None:
    """ADD102: a whole sentence between placed ones in the place of another, of which it has next to nothing."""
    if is_addition(change) or not change.gained or not _is_whole(change) or len(change.gained) < _REPLACING:
        return None
    before, after = context.kept_beside(change.gained, context.excerpt_units)
    lost = {unit.key for unit in context.content(change.lost)}
    gained = context.content(change.gained)
    shared = sum(unit.key in lost for unit in gained)
    if (
        before is None
        or after is None
        or shared > _SAME * len(gained)
        or _share_in_source(gained, context) >= _SHARED
    ):
        return None
    return context.finding("ADD102", became(change.source, change.excerpt), change=change)


def _is_whole(change: Change) -> bool:
    document, span = change.excerpt.document, change.excerpt.span
    return (
        splitter().begins_at(document, change.gained[0].span.start)
        and splitter().ends_at(document, change.gained[-1].span.end)
        and bool(span)
    )


def _share_in_source(units: Sequence[Token], context: JudgingContext) -> float:
    """The greatest share of some words that one stretch of the placed source, twice as long, has."""
    wanted = {unit.key for unit in context.content(units)}
    if not wanted:
        return 0.0
    keys = [unit.key for unit in context.source_units.items]
    window = 2 * len(units)
    counts = Counter(key for key in keys[:window] if key in wanted)
    best = len(counts)
    for leaving, coming in zip(keys, keys[window:], strict=False):
        counts[coming] += coming in wanted
        counts[leaving] -= leaving in wanted
        counts = +counts if not counts[leaving] else counts
        best = max(best, sum(1 for key in counts if counts[key] > 0))
    return best / len(wanted)


def loaded(change: Change, context: JudgingContext) -> Finding | None:
    """ADD103: a label or a strong word, put in or put in the place of a plain one, beside kept words."""
    if (
        not change.gained
        or len(change.gained) > _FURNITURE
        or context.content(change.lost)
        != tuple(unit for unit in context.content(change.lost) if not _is_loaded(unit, context))
    ):
        return None
    founds = [
        found
        for name in ("labels", "boosters")
        for found in context.found(name, change.gained, context.excerpt_units)
    ]
    spans = {unit.span for found in founds for unit in found.units}
    others = [unit for unit in context.content(change.gained) if unit.span not in spans]
    beside = [near for near in context.kept_beside(change.gained, context.excerpt_units) if near is not None]
    if not founds or others or not context.content(beside):
        return None
    return context.finding("ADD103", became(change.source, change.excerpt), change=change)


def _is_loaded(unit: Token, context: JudgingContext) -> bool:
    return unit.word in context.lexicon.words("labels") or unit.word in context.lexicon.words("boosters")


def inserted(change: Change, context: JudgingContext) -> Finding | None:
    """ADD101: any words that the source does not have; minor for small words and for a gloss in brackets."""
    if not is_addition(change) or not change.gained:
        return None
    small = not context.content(change.gained) or _is_gloss(change)
    severity = Severity.MINOR if small else None
    return context.finding("ADD101", put_in(change.excerpt), change=change, severity=severity)


def _is_gloss(change: Change) -> bool:
    """Whether the words stand in round brackets, as news wires explain a name, a title or a date."""
    text, span = change.excerpt.document.text, change.excerpt.span
    around = text[max(0, span.start - 1) : span.end + 1]
    return re.fullmatch(r"\s?\([^()]{1,60}\)[\s.,;]?", around) is not None
