"""Edges and sentences that answer each other: what an excerpt begins or ends with, or has in the place of a whole sentence.

An alignment ends where excerpt and source last agree. An excerpt that begins "The board warned", where the source has
"The Federal Office of Water Supply warned", has put nothing in: one name stands for another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.findings.context import Change
from provenance.findings.normalization.comparison import differing
from provenance.languages.sentences import splitter
from provenance.text.document import Passage
from provenance.text.span import Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.alignment.alignment import Placement
    from provenance.findings.edits.edit import AlignedTokens
    from provenance.findings.normalization.tokens import Token

# Longer stretches do not answer each other word by word.
_LONGEST = 8
# So many words introduce a sentence: "In all, …".
_OPENING = 4
_GOVERNING = ("negators", "hedges", "approx", "condition_heads", "exception", "condition")
# Beyond these signs somebody else speaks, or the sentence begins anew.
_PARTING = '"“”„«»:;'


def with_edges_answered(
    changes: Sequence[Change], placements: Sequence[Placement], sides: AlignedTokens
) -> tuple[Change, ...]:
    """The changes, with words put in at an edge of the excerpt set against the source's words there.

    Args:
        changes: In the excerpt's order.
        placements: The alignment's, in the same order.
        sides: Excerpt and source, read into units.
    """
    if not changes or not placements:
        return tuple(changes)
    found = list(changes)
    found[0] = _without_opening(found[0], sides)
    if _is_put_in(found[0]) and found[0].excerpt.span.start <= sides.excerpt.items[0].span.start:
        found[0] = _answered(found[0], _before(placements[0].source), sides, at_end=False)
    if _is_put_in(found[-1]) and found[-1].excerpt.span.end >= sides.excerpt.items[-1].span.end:
        found[-1] = _answered(found[-1], _after(placements[-1].source), sides, at_end=True)
    return tuple(found)


def _without_opening(change: Change, sides: AlignedTokens) -> Change:
    """A change without the words before a comma that an excerpt's beginning left behind: "Thirty-one" for "In all, 31"."""
    first = sides.excerpt.items[0].span.start if sides.excerpt.items else 0
    plain = change.disclosure is Disclosure.UNDECLARED and change.kind is VariantKind.SUBSTITUTION
    if not plain or change.gained or not change.lost or change.variants[0].excerpt.span.start > first:
        return change
    document, start = change.source.document, change.variants[0].source.span.start
    after = document.text[change.lost[-1].span.end :]
    introducing = (
        after.startswith(",") and change.lost[0].span.start <= start and len(change.lost) <= _OPENING
    )
    if not introducing or any(
        unit.word in sides.lexicon.words(name) for unit in change.lost for name in _GOVERNING
    ):
        return change
    source = Passage(document, Span(change.lost[-1].span.end + 1, change.variants[-1].source.span.end))
    allowed = tuple(replace(variant, disclosure=Disclosure.PERMITTED) for variant in change.variants)
    return Change(allowed, change.variants[0].excerpt, source)


def _is_put_in(change: Change) -> bool:
    plain = change.disclosure is Disclosure.UNDECLARED and change.kind is VariantKind.ADDITION
    return plain and not change.lost and 0 < len(change.gained) <= _LONGEST


def _before(placed: Passage) -> Passage:
    """The words of its sentence before a placed passage."""
    start = placed.span.start
    first = splitter().at(placed.document, start).start
    text = placed.document.text[first:start]
    parted = max(text.rfind(sign) for sign in _PARTING) + 1
    return Passage(placed.document, Span(min(first + parted, start), start))


def _after(placed: Passage) -> Passage:
    """The words of its sentence behind a placed passage."""
    end = placed.span.end
    last = max(end, splitter().at(placed.document, max(0, end - 1)).end)
    text = placed.document.text[end:last]
    parted = min((text.find(sign) for sign in _PARTING if sign in text), default=len(text))
    return Passage(placed.document, Span(end, end + parted))


def _answered(change: Change, beside: Passage, sides: AlignedTokens, *, at_end: bool) -> Change:
    theirs = tuple(unit for unit in sides.source.between(beside.span) if beside.span.covers(unit.span))
    ours = sides.excerpt.between(change.excerpt.span)
    theirs = _same_words(ours, theirs, sides, at_end=at_end) or theirs
    if not 0 < len(theirs) <= _LONGEST:
        return change
    gained, lost = differing(ours, theirs, sides.lexicon)
    source = beside.document.passage(theirs[0].span.start, theirs[-1].span.end)
    if gained or lost:
        return change._replace(source=_narrowed(source, lost), gained=gained, lost=lost)
    allowed = tuple(replace(variant, disclosure=Disclosure.PERMITTED) for variant in change.variants)
    return Change(allowed, change.excerpt, source)


def _same_words(
    ours: Sequence[Token], theirs: Sequence[Token], sides: AlignedTokens, *, at_end: bool
) -> tuple[Token, ...]:
    """The source's words next to the placed ones that are an excerpt's first or last in another dress; else none.

    So are "31" for "Thirty-one" and the pieces of a word that a PDF broke: "appropr iate".
    """
    sizes = range(1, min(len(theirs), _LONGEST) + 1)
    rows = (tuple(theirs[:size] if at_end else theirs[-size:]) for size in sizes)
    return next((row for row in rows if differing(ours, row, sides.lexicon) == ((), ())), ())


def _narrowed(passage: Passage, units: Sequence[Token]) -> Passage:
    if not units:
        return passage.document.passage(passage.span.end, passage.span.end)
    return replace(passage, span=hull(unit.span for unit in units))


# Shorter sentences share too little to tell a replaced one from one with a changed word.
_SHORTEST = 6
# So great a share of a replaced sentence's telling words are not the source's.
_FOREIGN = 0.7


def with_replaced_joined(changes: Sequence[Change], sides: AlignedTokens) -> tuple[Change, ...]:
    """The changes, with those inside a replaced sentence made one.

    Args:
        changes: In the excerpt's order.
        sides: Excerpt and source, read into units.
    """
    joined: list[Change] = []
    for span, row in _by_sentence(changes):
        if len(row) > 1 and _is_foreign(span, row, sides):
            joined.append(_joined_change(span, row, sides))
        else:
            joined.extend(row)
    return tuple(joined)


def _by_sentence(changes: Sequence[Change]) -> Iterator[tuple[Span, list[Change]]]:
    """The changes that touch one sentence of the excerpt, or sentences that a change joins, with their span."""
    held: list[Change] = []
    span = Span(0, 0)
    for change in changes:
        touched = _touched(change)
        if held and touched.start < span.end and _is_plain(change):
            span = hull((span, touched))
            held.append(change)
            continue
        if held:
            yield span, held
        span, held = touched, [change]
        if not _is_plain(change):
            yield span, held
            held = []
    if held:
        yield span, held


def _is_plain(change: Change) -> bool:
    moved = any(variant.kind is VariantKind.TRANSPOSITION for variant in change.variants)
    return change.disclosure is not Disclosure.DECLARED and not moved


def _touched(change: Change) -> Span:
    place, document = change.excerpt.span, change.excerpt.document
    first = splitter().at(document, place.start)
    return hull((first, splitter().at(document, max(place.start, place.end - 1))))


def _is_foreign(span: Span, row: Sequence[Change], sides: AlignedTokens) -> bool:
    units = _telling(sides.excerpt.between(span), sides)
    gained = {unit.span for change in row for unit in change.gained}
    foreign = sum(unit.span in gained for unit in units)
    lost = any(change.lost for change in row)
    return (
        lost
        and len(units) >= _SHORTEST // 2
        and len(gained) >= _SHORTEST
        and foreign >= _FOREIGN * len(units)
    )


def _telling(units: Sequence[Token], sides: AlignedTokens) -> list[Token]:
    small = sides.lexicon.words("function_words")
    return [unit for unit in units if unit.value is not None or unit.word not in small]


def _joined_change(span: Span, row: Sequence[Change], sides: AlignedTokens) -> Change:
    source = hull(change.source.span for change in row)
    variants = tuple(
        replace(variant, disclosure=Disclosure.UNDECLARED) for change in row for variant in change.variants
    )
    ours = row[0].excerpt.document
    return Change(
        variants,
        Passage(ours, span),
        Passage(row[0].source.document, source),
        sides.excerpt.between(span),
        sides.source.between(source),
    )
