"""Negative concord: where a language says "nobody has never thought", one of the two may go and the sense stays.

So it is in Spanish, Italian, Portuguese, French and Russian: "Nadie ha pensado nunca" and "Nadie ha pensado" both deny.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.findings.finding import Severity
from provenance.findings.rules.scope import is_addition, is_omission
from provenance.findings.wording import left_out, put_in
from provenance.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token, Tokens
    from provenance.text.document import Document

# Spanish and Portuguese: a few words do not tell the one from the other.
_IBERIAN: Final = "nunca jamás nadie nada ningún ninguno ninguna tampoco jamais ninguém nenhum nenhuma"
# Words that may stand beside another negation, and the plain negations that they stand beside.
_DOUBLING: Final = {
    "es": (_IBERIAN, "no não"),
    "it": ("mai nessuno nessuna nessun niente nulla neanche nemmeno neppure", "non"),
    "pt": (_IBERIAN, "no não"),
    "fr": ("jamais rien personne aucun aucune", ""),
    "ru": ("никогда никто никого никому ничто ничего нигде никуда никак", "не нет"),
    "uk": ("ніколи ніхто нікого нікому ніщо нічого ніде нікуди ніяк", "не немає"),
}
# With these a new clause begins, which denies for itself.
_CLAUSES: Final = frozenset(
    "que qui qu' quien che chi cui что который которая которое которые що який яка яке які".split()
)
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
    rows = _DOUBLING.get(context.lexicon.language, ("", ""))
    doubling, plain = ([fold_word(word) for word in row.split()] for row in rows)
    if units[0].word not in doubling:
        return None
    if not _is_beside(units[0], side, place.document, {*doubling, *plain}):
        return None
    return context.finding(code, message, change=change, severity=Severity.MINOR)


def _is_beside(unit: Token, side: Tokens, document: Document, negations: set[str]) -> bool:
    """Whether another negation stands in the clause of a word."""
    at, _ = side.touching(unit.span)
    before = side.items[max(0, at - _NEAR) : at][::-1]
    after = side.items[at + 1 : at + 1 + _NEAR]
    return any(_reaches(unit, row, document, negations) for row in (before, after))


def _reaches(unit: Token, row: Sequence[Token], document: Document, negations: set[str]) -> bool:
    last = unit
    for other in row:
        low, high = sorted((last.span, other.span))
        if (
            any(sign in document.text[low.end : high.start] for sign in ",;:.!?()—–")
            or other.word in _CLAUSES
        ):
            return False
        if other.word in negations:
            return True
        last = other
    return False
