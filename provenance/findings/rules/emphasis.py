"""Emphasis: bold, italics or capitals that the source does not have, and nobody declares (ALT310)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.excerpts.model import MarkKind
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.tokens import Token
from provenance.findings.wording import quoted
from provenance.text.document import Passage
from provenance.text.span import Span, hull

# A declaration of emphasis stands at most so many code points from the excerpt.
_DECLARED_WITHIN = 200
# Where more of the excerpt than this is set off, it is the block's style.
_STYLE = 0.8
# Words of capitals that may be an acronym or a numeral are no emphasis.
_ACRONYM = 5


def undeclared_emphasis(context: JudgingContext) -> Iterator[Finding]:
    """ALT310: words that the excerpt sets off and the source sets plain, markup being known for both."""
    if _is_declared(context):
        return
    for span in (*_set_off(context), *_in_capitals(context)):
        place = _place(span, context)
        if place is not None:
            passage = Passage(context.article.document, span)
            message = f"emphasises {quoted(passage.text)}, which the source sets plain"
            yield context.finding("ALT310", message, excerpt=passage, source=place)


def _is_declared(context: JudgingContext) -> bool:
    if any(mark.kind is MarkKind.EMPHASIS_ADDED for mark in context.excerpt.marks):
        return True
    words = context.surroundings(_DECLARED_WITHIN).lower()
    return any(" ".join(entry) in words for entry in context.lexicon.words("emphasis_declared").groups)


def _set_off(context: JudgingContext) -> Iterator[Span]:
    """The emphasised stretches of the excerpt that are neither its style, a title, a link nor the source's own."""
    ours, theirs = context.article.emphasis, context.witness.page.emphasis
    if ours is None or theirs is None:
        return
    inside = [
        _shared(span, passage.span)
        for span in ours
        for passage in context.excerpt.passages
        if span.overlaps(passage.span)
    ]
    every = sum(len(passage.span) for passage in context.excerpt.passages)
    if sum(map(len, inside)) > _STYLE * every:
        return
    links = [link.span for link in context.article.links]
    for span in inside:
        place = _place(span, context)
        same = place is not None and any(span.overlaps(place.span) for span in theirs)
        if not same and not any(link.overlaps(span) for link in links) and not _is_title(span, context):
            yield span


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _is_title(span: Span, context: JudgingContext) -> bool:
    """Whether every telling word has a capital: the name of a book, a ship, a paper, which many houses set in italics."""
    units = context.content(context.excerpt_units.between(span))
    return bool(units) and all(unit.capitalised or unit.value is not None for unit in units)


def _in_capitals(context: JudgingContext) -> Iterator[Span]:
    """Runs of words in capitals where the source has small letters."""
    if not context.alignment.variants:
        return  # to the character as in the source
    run: list[Token] = []
    for unit in (*context.excerpt_units.items, None):
        if unit is not None and _is_raised(unit, context):
            run.append(unit)
            continue
        if run and any(len(raised.text) >= _ACRONYM or len(run) > 1 for raised in run):
            yield hull(raised.span for raised in run)
        run = []


def _is_raised(unit: Token, context: JudgingContext) -> bool:
    letters = unit.text
    if len(letters) < 2 or not letters.isalpha() or not letters.isupper():
        return False
    place = _place(unit.span, context)
    return place is not None and place.text != letters and place.text[1:].islower()


def _place(span: Span, context: JudgingContext) -> Passage | None:
    """Where the words of a span stand in the source; None if they do not."""
    ends: Sequence[int | None] = [context.places.source_of(offset) for offset in _words_of(span, context)]
    start, end = (ends[0], ends[-1]) if ends else (None, None)
    if start is None or end is None or end < start:
        return None
    return Passage(context.witness.document, Span(start, end))


def _words_of(span: Span, context: JudgingContext) -> tuple[int, ...]:
    units = context.excerpt_units.between(span)
    return (units[0].span.start, units[-1].span.end) if units else ()
