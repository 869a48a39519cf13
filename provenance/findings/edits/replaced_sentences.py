"""Replaced sentences: where next to nothing of a sentence is the source's, its many small edits are one.

Two sentences on one subject share a word or two by chance. SourceComparison side by side they differ in bits and pieces, none of
which says what happened: one sentence stands in the place of another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.findings.context import Change
from provenance.languages.sentences import splitter
from provenance.text.document import Passage
from provenance.text.span import Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.edits.edit import AlignedTokens
    from provenance.findings.normalization.tokens import Token

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
