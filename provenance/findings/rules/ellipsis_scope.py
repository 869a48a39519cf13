"""What an ellipsis took the place of, where it qualifies what was kept (OMI207)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.alignment.alignment import VariantKind
from provenance.findings.rules.qualifiers import NEAR, REMAINDER, qualifies_forward
from provenance.findings.wording import AT_LENGTH, quoted
from provenance.languages.sentences import splitter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token

_QUALIFIERS: Final = ("negators", "condition", "modal_hedges", "trailing_hedges", "exception")


def ellipsis_over_qualifier(change: Change, context: JudgingContext) -> Finding | None:
    """OMI207: a marked omission that swallows a negation, a condition or a hedge next to what is kept."""
    if change.kind is not VariantKind.OMISSION or not change.lost:
        return None
    before, after = context.kept_beside(change.lost, context.source_units)
    left = _same_sentence(change, before, first=True)
    if left and not _begins_clause(left, context) and _begins_with_qualifier(left, context):
        return context.finding("OMI207", _swallowed(change), change=change)
    right = _same_sentence(change, after, first=False)
    governed = right and qualifies_forward(right[-REMAINDER:], context)
    if governed and not _own_clause(right, context):
        return context.finding("OMI207", _swallowed(change), change=change)
    return None


def _swallowed(change: Change) -> str:
    return f"the ellipsis takes the place of {quoted(change.source.text, AT_LENGTH)}"


def _same_sentence(change: Change, kept: Token | None, *, first: bool) -> tuple[Token, ...]:
    """Those of the swallowed units that stand in the sentence of the word kept before them, or after them."""
    if kept is None:
        return ()
    sentence = splitter().at(change.source.document, kept.span.start)
    inside = tuple(unit for unit in change.lost if sentence.overlaps(unit.span))
    edge = change.lost[0] if first else change.lost[-1]
    return inside if edge in inside else ()


def _begins_with_qualifier(units: Sequence[Token], context: JudgingContext) -> bool:
    words = [unit.word for unit in units]
    for place in range(min(NEAR, len(words))):
        if words[place] in context.lexicon.words("relative"):
            return False
        if context.lexicon.words("pseudo_negation").at(words, place):
            return False
        if units[place].capitalised and not units[place].opens:
            return False
        if any(context.lexicon.words(name).at(words, place) for name in _QUALIFIERS):
            return True
        if context.is_content(units[place]):
            return False
    return False


def _begins_clause(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether a clause begins with a subject that negates itself alone: "but nobody came", "and nothing was said"."""
    words = [unit.word for unit in units[:2]]
    joined = words[0] in context.lexicon.words("and_words") or words[0] in context.lexicon.words("contrast")
    return joined and len(words) > 1 and words[1] in context.lexicon.words("negative_subjects")


def _own_clause(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether the swallowed words are a relative clause, which takes its negation with it."""
    return any(unit.word in context.lexicon.words("relative") for unit in units)
