"""Cuts that took away what governs the kept words (OMI202 to OMI207, ALT302, ALT312), and edges that took nothing (DEC702)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from provenance.alignment.alignment import VariantKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.polarity import negations_of
from provenance.findings.scope.governor import NEGATING, GovernorClass, LostGovernor, code_of, severity_of
from provenance.findings.wording import AT_LENGTH, became, left_out, listed, quoted
from provenance.text.document import Document

_APOSTROPHES: Final = frozenset("'’")
_ASKING: Final = frozenset("?？؟")


def dropped_negation(change: Change, context: JudgingContext) -> Finding | None:
    """OMI202: words that negate, deny or doubt what is kept were left out."""
    return _dropped(change, context, negating=True)


def dropped_qualifier(change: Change, context: JudgingContext) -> Finding | None:
    """OMI203, OMI204 or OMI206: a hedge, a condition or the owner of a claim was left out, and what it governs kept."""
    return _dropped(change, context, negating=False)


def _dropped(change: Change, context: JudgingContext, *, negating: bool) -> Finding | None:
    lost = _lost_in(change, context)
    if lost is None or (lost.kind in NEGATING) is not negating:
        return None
    message = _dropped_words(change, context) if negating else left_out(change.source)
    return context.finding(code_of(lost), message, change=change, severity=severity_of(lost))


def _dropped_words(change: Change, context: JudgingContext) -> str:
    """The message of a negation left out: the whole word where it was a part of one ("wouldn't")."""
    lost = negations_of(change.lost, context.source_units, context)
    if not lost:
        return left_out(change.source)
    whole = _contracted(lost[0].units[0], change.source.document)
    if whole != lost[0].units[0].text:
        kept, _ = context.kept_beside(lost[0].units, context.source_units)
        return f"{quoted(whole)} became {quoted(kept.word if kept else whole)}"
    if len(change.lost) <= len(lost[0].units):
        return left_out(change.source)
    return f"leaves out {listed(lost[0].units)}"


def _contracted(unit: Token, document: Document) -> str:
    """The whole word that a unit is the end of: "wouldn't" for its "n't"."""
    start = unit.span.start
    while unit.text[-2:-1] in _APOSTROPHES and start and document.text[start - 1].isalpha():
        start -= 1
    return document.text[start : unit.span.end]


def _lost_in(change: Change, context: JudgingContext) -> LostGovernor | None:
    """The gravest governor that a change took away."""
    lost = [each for each in context.cuts.lost if each.change is change]
    return max(lost, key=severity_of, default=None)


def under_mark(change: Change, context: JudgingContext) -> Finding | None:
    """OMI207 or ALT302: an ellipsis or brackets took the place of what governs the kept words."""
    lost = _lost_in(change, context)
    if lost is None or severity_of(lost) is Severity.NOTE:
        return None
    if change.kind is not VariantKind.OMISSION and any(map(str.isalnum, change.excerpt.text)):
        message = f"the brackets turn the sense round: {became(change.source, change.excerpt)}"
        return context.finding("ALT302", message, change=change, severity=severity_of(lost))
    message = f"the ellipsis takes the place of {quoted(change.source.text, AT_LENGTH)}"
    return context.finding("OMI207", message, change=change, severity=severity_of(lost))


def stated_question(change: Change, context: JudgingContext) -> Finding | None:
    """ALT312: the question mark is gone or another sign stands for it, and nothing around the excerpt asks."""
    questions = [lost for lost in context.cuts.lost if lost.kind is GovernorClass.QUESTION]
    if not questions or not _is_lost_mark(change):
        return None
    message = f"makes a statement of a question: {quoted(questions[0].source.text)}"
    return context.finding("ALT312", message, change=change)


def _is_lost_mark(change: Change) -> bool:
    ours, theirs = change.excerpt.text, change.source.text
    return any(sign in _ASKING for sign in theirs) and not any(map(str.isalnum, ours + theirs))


def clipped(context: JudgingContext) -> Iterator[Finding]:
    """OMI202 to OMI207 at an edge, ALT312 for a question, DEC702 for an edge that governs nothing."""
    for lost in context.cuts.lost:
        if lost.kind is GovernorClass.QUESTION and lost.change is None:
            if any(_is_lost_mark(change) for change in context.changes):
                continue  # the lost mark says it
            message = f"makes a statement of a question: {quoted(lost.source.text)}"
            yield context.finding("ALT312", message, excerpt=lost.excerpt, source=lost.source)
        elif lost.change is None and severity_of(lost) is not Severity.NOTE:
            framed = lost.kind is GovernorClass.FRAME
            yield context.finding(
                code_of(lost),
                f"leaves out {quoted(lost.source.text)}: look whether the sense hangs on it"
                if framed
                else left_out(lost.source),
                excerpt=lost.excerpt,
                source=lost.source,
                severity=severity_of(lost),
            )
    for edge in context.cuts.edges:
        yield context.finding("DEC702", left_out(edge.source), excerpt=edge.excerpt, source=edge.source)
