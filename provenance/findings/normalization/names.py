"""Names: which units are one, and which two are the same name in another dress."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.normalization.tokens import Token

# Masks of expletives: "f***", "f—k".
_MASKS = "*•#@$!–—-_"


def same_name(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether two rows are one name: spelled out and by its initials ("FBI"), or with a first name's initial only."""
    if not ours or not theirs:
        return False
    return _initials_of(ours, theirs) or _initials_of(theirs, ours) or _first_initials(ours, theirs)


def _initials_of(short: Sequence[Token], full: Sequence[Token]) -> bool:
    return len(short) == 1 and made_of_initials(short[0], full)


def made_of_initials(short: Token, full: Sequence[Token]) -> bool:
    """Whether a word is a name's initials: ``FBI`` and "Federal Bureau of Investigation"; small words may be left out."""
    letters = short.text.replace(".", "")
    if len(full) < 2 or not letters.isupper() or len(letters) < 2:
        return False
    every = "".join(unit.text[:1] for unit in full)
    return letters in {every.upper(), "".join(letter for letter in every if letter.isupper())}


def _first_initials(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    if len(ours) != len(theirs):
        return False
    return all(_initial(one, other) or one.key == other.key for one, other in zip(ours, theirs, strict=True))


def _initial(one: Token, other: Token) -> bool:
    short, full = sorted((one, other), key=lambda unit: len(unit.text))
    return (
        len(short.text) == 1
        and len(full.text) > 1
        and short.text == full.text[0]
        and short.text.isupper()
        and short.text != "I"
    )


def only_initials(row: Sequence[Token], text: str) -> bool:
    """Whether a row is nothing but initials of first names ("T.").

    Args:
        row: The units.
        text: Their document's text: "I" and "A" are words, unless a full stop follows them inside a sentence.
    """
    return bool(row) and all(
        len(unit.text) == 1
        and unit.text.isupper()
        and (unit.text not in {"I", "A"} or (not unit.opens and text.startswith(".", unit.span.end)))
        for unit in row
    )


def masked(mask: str, word: str) -> bool:
    """Whether ``mask`` is a word with some of its letters hidden (``f***``, ``s—t``).

    Args:
        mask: The text that may hide letters.
        word: The word in full, folded.
    """
    mask = mask.lower().strip(" .,;:\"'“”")
    kept = mask.rstrip(_MASKS)
    head = mask[: next((place for place, sign in enumerate(mask) if sign in _MASKS), len(mask))]
    tail = kept[len(kept.rstrip("abcdefghijklmnopqrstuvwxyz")) :] if len(kept) > len(head) else ""
    hidden = mask[len(head) : len(mask) - len(tail)] if tail else mask[len(head) :]
    return (
        bool(head and hidden) and set(hidden) <= set(_MASKS) and word.startswith(head) and word.endswith(tail)
    )


def distance(one: str, other: str, limit: int = 3) -> int:
    """How many letters two words differ by (Levenshtein), counted up to ``limit``."""
    from rapidfuzz.distance import Levenshtein  # heavy, and needed for changed names alone

    return min(int(Levenshtein.distance(one, other, score_cutoff=limit)), limit)
