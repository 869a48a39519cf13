"""Tidied words: an expletive masked, the initial of a first name or a stammer gone. They are the source's words still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.findings.normalization.names import masked, only_initials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.edits.edit import AlignedTokens, Edit
    from provenance.findings.normalization.tokens import Token, Tokens
    from provenance.languages.lexicon import Lexicon
    from provenance.text.document import Passage

# A masked word is no longer, in code points.
_MASK = 40


def is_tidied(edit: Edit, gained: Sequence[Token], lost: Sequence[Token], sides: AlignedTokens) -> bool:
    """Whether an edit does no more than tidy.

    Args:
        edit: The edit.
        gained: What only the excerpt has.
        lost: What only the source has.
        sides: What it is an edit of.
    """
    if len(lost) == 1 and _is_masked(edit, gained, lost[0], sides.lexicon):
        return True
    ours = sides.excerpt.items[slice(*edit.quoted)]
    theirs = sides.source.items[slice(*edit.source)]
    if not ours:
        return _is_initials(edit.source, sides.source, edit.variants[0].source) or _is_stammer(
            edit.source, sides
        )
    return not theirs and _is_initials(edit.quoted, sides.excerpt, edit.variants[0].excerpt)


def _is_initials(place: tuple[int, int], side: Tokens, passage: Passage) -> bool:
    """Whether a range of units is initials with the name behind them: the letter of "vitamin C" is none."""
    first, last = place
    if last >= len(side.items) or not side.items[last].capitalised:
        return False
    # Behind "T." the name seems to open a sentence; what opens one behind "vitamin C." has no name before it.
    named = not side.items[last].opens or (first > 0 and side.items[first - 1].capitalised) or not first
    return named and only_initials(side.items[first:last], passage.document.text)


def _is_stammer(theirs: tuple[int, int], sides: AlignedTokens) -> bool:
    """Whether small words were left out that the source says twice running ("at, at")."""
    first, last = theirs
    size = last - first
    said = [unit.key for unit in sides.source.items[first:last]]
    beside = (sides.source.items[last : last + size], sides.source.items[max(0, first - size) : first])
    small = all(word in sides.lexicon.words("function_words") for word in said)
    return size > 0 and small and any([unit.key for unit in row] == said for row in beside)


def _is_masked(edit: Edit, gained: Sequence[Token], lost: Token, lexicon: Lexicon) -> bool:
    if lost.key not in lexicon.words("masked_words"):
        return False
    passage = edit.variants[0].excerpt
    start = gained[0].span.start if gained else passage.span.start
    words = passage.document.text[start : start + _MASK].split(maxsplit=1)
    return bool(words) and masked(words[0], lost.key)
