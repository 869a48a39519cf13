"""Courtesy titles: "Mr Pell" for "Pell", "Ms" for "Mrs", as a copy desk's style has it (DEC706)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.findings.wording import became

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token, Tokens

# For men, and for women; a rank or an office ("Dr", "President") is no mere courtesy.
_TITLES: Final = {
    "en": ("mr mister", "ms mrs miss"),
    "de": ("herr herrn", "frau"),
    "fr": ("m mr monsieur", "mme madame mlle mademoiselle"),
    "es": ("sr señor don", "sra señora srta señorita doña"),
    "it": ("sig signor", "signora signorina"),
    "pt": ("sr senhor", "sra senhora dona"),
    "nl": ("dhr heer meneer", "mevr mevrouw mw"),
}

_LARGE: Final = frozenset(("en", "de"))  # in these languages a title has a capital


def courtesy_title(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: a courtesy title was put before a name, left out there, or became another one for the same sex."""
    classes = [
        _class(units, side, context)
        for units, side in ((change.lost, context.source_units), (change.gained, context.excerpt_units))
        if units
    ]
    if not classes or None in classes or len(set(classes)) > 1:
        return None
    return context.finding("DEC706", became(change.source, change.excerpt), change=change)


def _class(units: Sequence[Token], side: Tokens, context: JudgingContext) -> int | None:
    """Whether one title stands before a name, for men (0) or for women (1)."""
    _, name = context.kept_beside(units, side)
    written = context.lexicon.language not in _LARGE or units[0].capitalised
    if len(units) != 1 or name is None or not name.capitalised or not written:
        return None
    title = units[0].text.lower().strip(".")
    classes = _TITLES.get(context.lexicon.language, ())
    return next((place for place, row in enumerate(classes) if title in row.split()), None)
