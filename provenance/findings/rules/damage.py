"""Damaged texts: a word that a wrong encoding broke is mended where it is certain (DEC706), and else cannot be compared (SRC603)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.findings.normalization.damage import is_lost, same_mended
from provenance.findings.wording import quoted

if TYPE_CHECKING:
    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.text.document import Passage

_AROUND: Final = 20  # characters of a word on either side of a change


def damaged_letters(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706, or SRC603 as a note: words that differ by the damage of one of the texts."""
    source, excerpt = _whole_words(change.source), _whole_words(change.excerpt)
    if same_mended(source, excerpt) or same_mended(excerpt, source):
        message = f"{quoted(source)}, which is damaged, is written {quoted(excerpt)}"
        return context.finding("DEC706", message, change=change)
    if is_lost(source):
        return context.finding(
            "SRC603", f"the source's text is damaged here: {quoted(source)}", change=change
        )
    return None


def _whole_words(passage: Passage) -> str:
    """A passage with the rest of the words that it cuts."""
    text, start, end = passage.document.text, passage.span.start, passage.span.end
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return text[start:end].strip(' \n.,;:!“”„«»"()')
