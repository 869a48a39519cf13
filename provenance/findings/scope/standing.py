"""How an excerpt stands: with a mark at its edges, as a sentence of its own, or as a phrase of the quoter's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.excerpts.model import MarkKind, Markup

if TYPE_CHECKING:
    from provenance.findings.context import JudgingContext

_WOVEN: Final = 4  # fewer words are a phrase woven into the quoter's own sentence
_STOPS: Final = frozenset(".!?。！？")
_SIGNS: Final = " \n\t.,;:!?…\"”’'»)"


def has_mark(context: JudgingContext, *, at_end: bool) -> bool:
    """Whether an ellipsis stands at an edge of the excerpt."""
    units = context.excerpt_units.items
    marks = [mark.passage.span for mark in context.excerpt.marks if mark.kind is MarkKind.ELLIPSIS]
    if not units:
        return bool(marks)
    edge = units[-1].span.end if at_end else units[0].span.start
    return any(mark.start >= edge if at_end else mark.end <= edge for mark in marks)


def stands_alone(context: JudgingContext, *, at_end: bool) -> bool:
    """Whether the excerpt makes the beginning or the end of a sentence of what is none in the source.

    At the beginning its first word has a capital that it has not in the source, or is a name where the excerpt stands by
    itself; at the end it has a full stop of its own. Inside a running sentence the stop may be the quoter's.
    """
    return _is_closed(context) if at_end else _is_recast(context)


def _is_recast(context: JudgingContext) -> bool:
    units, place = context.excerpt_units.items, context.alignment.placements[0].source
    first = next((sign for sign in place.text if sign.isalnum()), "")
    alone = context.excerpt.markup is not Markup.INLINE and len(units) >= _WOVEN
    return _opens_with_capital(context) and (first.islower() or alone)


def _opens_with_capital(context: JudgingContext) -> bool:
    """Whether the excerpt begins with a capital, in brackets or not: "[T]he" declares the letter, and nothing before it."""
    units = context.excerpt_units.items
    return bool(units) and units[0].text.lstrip("[")[:1].isupper()


def _is_closed(context: JudgingContext) -> bool:
    if context.excerpt.markup is Markup.INLINE:
        return False
    last, place = context.excerpt.passages[-1], context.alignment.placements[-1].source
    end = place.span.start + len(place.text.rstrip(_SIGNS))
    after = place.document.text[end : end + 1]
    return last.text.rstrip(" \"”’'»)")[-1:] in _STOPS and after not in _STOPS


def is_phrase(context: JudgingContext) -> bool:
    """Whether the excerpt goes on with the quoter's sentence and has no verb of its own."""
    if context.excerpt.markup is not Markup.INLINE or _opens_with_capital(context):
        return False
    verbs, language = context.lexicon.words("auxiliaries"), context.lexicon.language
    words = [unit.word for unit in context.excerpt_units.items]
    return not any(word in verbs or (language == "en" and word.endswith("ed")) for word in words)
