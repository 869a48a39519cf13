"""Negative concord: where a language says "nobody has never thought", one of the two may go and the sense stays.

So it is in Spanish, Italian, Portuguese, French and Russian: "Nadie ha pensado nunca" and "Nadie ha pensado" both deny.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.findings.finding import Severity
from provenance.findings.rules.scope import is_addition, is_omission
from provenance.findings.wording import left_out, put_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token, Tokens
    from provenance.languages.lexicon import Lexicon
    from provenance.text.document import Document

_NEAR: Final = 8  # words of one clause between two negations


def doubled_negation(change: Change, context: JudgingContext) -> Finding | None:
    """OMI201 or ADD101, minor: one of two words that together deny one thing is gone, or was put in."""
    if is_omission(change) and len(change.lost) == 1:
        units, side, place = change.lost, context.source_units, change.source
        code, message = "OMI201", left_out(place)
    elif is_addition(change) and len(change.gained) == 1:
        units, side, place = change.gained, context.excerpt_units, change.excerpt
        code, message = "ADD101", put_in(place)
    else:
        return None
    if units[0].word not in context.lexicon.words("concord"):
        return None
    if not _is_beside(units[0], side, place.document, context.lexicon):
        return None
    return context.finding(code, message, change=change, severity=Severity.MINOR)


def _is_beside(unit: Token, side: Tokens, document: Document, lexicon: Lexicon) -> bool:
    """Whether another negation stands in the clause of a word."""
    at, _ = side.touching(unit.span)
    before = side.items[max(0, at - _NEAR) : at][::-1]
    after = side.items[at + 1 : at + 1 + _NEAR]
    return any(_reaches(unit, row, document, lexicon) for row in (before, after))


def _reaches(unit: Token, row: Sequence[Token], document: Document, lexicon: Lexicon) -> bool:
    last = unit
    for other in row:
        low, high = sorted((last.span, other.span))
        if (
            any(sign in document.text[low.end : high.start] for sign in ",;:.!?()—–")
            or other.word in lexicon.words("relative")
            or other.word in lexicon.words("clause_heads")
        ):
            return False
        if other.word in lexicon.words("concord") or other.word in lexicon.words("concord_with"):
            return True
        last = other
    return False
