"""Settling: the last words at the edges of an alignment, where aligning by what words tell leaves one or two over.

A single small word at an edge tells too little to be placed ("The … tracked 40 seals"). Beside words that are placed
it can be: where the same sentence of the source has it, it was kept; where another word stands in its place there, it
was replaced. And an omission that an ellipsis marks one word early ("… The looms", the source having "The roof … The
looms") stands under that ellipsis.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from provenance.alignment.alignment import Disclosure, Placement, Variant, VariantKind
from provenance.findings.sentences import sentence_at
from provenance.text.document import Passage
from provenance.text.folding import fold_word
from provenance.text.span import Span, hull
from provenance.text.tokens import tokenize

if TYPE_CHECKING:
    from provenance.alignment.alignment import Alignment
    from provenance.findings.canonical.units import Unit, Units

# So many words left over at an edge are laid against the source's own; more are the quoter's.
EDGE: Final = 4
# A word may slide under an ellipsis over so many code points.
_SLIDE: Final = 40


@dataclass(frozen=True, slots=True)
class _Edge:
    """Words left over at one end of an excerpt.

    Attributes:
        placement: The placement that they stand before or after.
        run: The words.
        others: The variants at that end, theirs included, outside the placement.
        head: Whether it is the excerpt's beginning.
    """

    placement: Placement
    run: tuple[Unit, ...]
    others: tuple[Variant, ...]
    head: bool


def settle(alignment: Alignment, ours: Units, theirs: Units) -> Alignment:
    """An alignment with the words at its edges placed where the source has them.

    Args:
        alignment: As collated.
        ours: The excerpt's units.
        theirs: The source's, around what was placed.
    """
    for head in (True, False):
        edge = _edge(alignment, ours, head=head)
        if edge is not None:
            alignment = _placed(alignment, edge, theirs)
    return replace(alignment, variants=tuple(_slid(alignment.variants)))


def _edge(alignment: Alignment, ours: Units, *, head: bool) -> _Edge | None:
    if not alignment.placements or not alignment.variants or not ours.items:
        return None
    placement = alignment.placements[0 if head else -1]
    border = placement.excerpt.span.start if head else placement.excerpt.span.end
    others = tuple(v for v in alignment.variants if _is_outside(v, border, head=head))
    loose = [v for v in others if _is_loose(v) and ours.between(v.excerpt.span)]
    run = ours.between(loose[0].excerpt.span) if len(loose) == 1 else ()
    outermost = bool(run) and run[0 if head else -1] == ours.items[0 if head else -1]
    return (
        _Edge(placement, run, others, head)
        if outermost and len(run) <= EDGE and not placement.moved
        else None
    )


def _is_outside(variant: Variant, border: int, *, head: bool) -> bool:
    span = variant.excerpt.span
    if variant.kind is VariantKind.TRANSPOSITION:
        return False
    return span.end <= border and span.start < border if head else span.start >= border and span.end > border


def _is_loose(variant: Variant) -> bool:
    return variant.kind is VariantKind.ADDITION and variant.disclosure is Disclosure.UNDECLARED


def _placed(alignment: Alignment, edge: _Edge, theirs: Units) -> Alignment:
    """The alignment with an edge's words laid against the source's; unchanged if its sentence has none there."""
    row = _same(edge, theirs) if not _is_cut(edge) else None
    marked = any(variant.disclosure is Disclosure.DECLARED for variant in edge.others)
    kept = row is not None
    if row is None and not marked:
        row = _half(edge, theirs) if _is_cut(edge) else _beside(edge, theirs)
    if not row:
        return alignment
    wider = Placement(
        _reaching(edge.placement.excerpt, edge.run, head=edge.head),
        _reaching(edge.placement.source, row, head=edge.head),
        bits=edge.placement.bits,
    )
    new = [variant for variant in (_word(edge, row, kept=kept), _gap(edge, row, marked=marked)) if variant]
    new.sort(key=lambda variant: variant.excerpt.span)
    rest = [variant for variant in alignment.variants if variant not in edge.others]
    placements = (wider, *alignment.placements[1:]) if edge.head else (*alignment.placements[:-1], wider)
    return replace(alignment, placements=placements, variants=(*new, *rest) if edge.head else (*rest, *new))


def _reaching(passage: Passage, row: tuple[Unit, ...], *, head: bool) -> Passage:
    ends = (
        (row[0].span.start, passage.span.end)
        if head
        else (passage.span.start, max(row[-1].span.end, passage.span.end))
    )
    return Passage(passage.document, Span(*ends))


def _nearby(edge: _Edge, theirs: Units) -> tuple[Unit, ...]:
    """The source's units of the same sentence before the placement, or after it, the nearest first."""
    source = edge.placement.source
    first, last = theirs.touching(source.span)
    if first == last:
        return ()
    inner = theirs.items[first if edge.head else last - 1]
    sentence = sentence_at(source.document, inner.span.start)
    row = theirs.items[:first][::-1] if edge.head else theirs.items[last:]
    return tuple(unit for unit in row[:200] if sentence.covers(unit.span))


def _same(edge: _Edge, theirs: Units) -> tuple[Unit, ...] | None:
    """The nearest place in the sentence that has the very words."""
    near = _nearby(edge, theirs)
    keys = [unit.key for unit in (edge.run[::-1] if edge.head else edge.run)]
    size = len(keys)
    for start in range(len(near) - size + 1):
        row = near[start : start + size]
        if [unit.key for unit in row] == keys:
            return row[::-1] if edge.head else row
    return None


def _beside(edge: _Edge, theirs: Units) -> tuple[Unit, ...]:
    """As many words as there are left over, right beside the placement."""
    row = _nearby(edge, theirs)[: len(edge.run)]
    return row[::-1] if edge.head else row


def _stripped(passage: Passage) -> Passage:
    text = passage.text
    start = passage.span.start + len(text) - len(text.lstrip())
    return replace(passage, span=Span(start, max(start, passage.span.start + len(text.rstrip()))))


def _is_cut(edge: _Edge) -> bool:
    """Whether a figure or date stands half inside the placement: "14 March" is placed, "2026" is left over."""
    border = edge.placement.excerpt.span.start if edge.head else edge.placement.excerpt.span.end
    return edge.run[0].span.start < border < edge.run[-1].span.end


def _half(edge: _Edge, theirs: Units) -> tuple[Unit, ...]:
    """The figure or date of the source that stands half inside the placement."""
    first, last = theirs.touching(edge.placement.source.span)
    if first == last:
        return ()
    unit = theirs.items[first if edge.head else last - 1]
    return (unit,) if not edge.placement.source.span.covers(unit.span) else ()


def _outside(span: Span, placed: Passage, *, head: bool) -> Span:
    """The part of a span that stands before a placement, or after it."""
    if head:
        return Span(span.start, max(span.start, min(span.end, placed.span.start)))
    return Span(min(span.end, max(span.start, placed.span.end)), span.end)


def _word(edge: _Edge, row: tuple[Unit, ...], *, kept: bool) -> Variant | None:
    """The variant between the words themselves; None if they are written alike."""
    document, source = edge.placement.excerpt.document, edge.placement.source.document
    excerpt = Passage(
        document, _outside(hull(unit.span for unit in edge.run), edge.placement.excerpt, head=edge.head)
    )
    place = Passage(source, _outside(hull(unit.span for unit in row), edge.placement.source, head=edge.head))
    excerpt, place = _stripped(excerpt), _stripped(place)
    if excerpt.text == place.text:
        return None
    told = Disclosure.PERMITTED if kept else Disclosure.UNDECLARED
    return Variant(VariantKind.SUBSTITUTION, excerpt, place, told)


def _gap(edge: _Edge, row: tuple[Unit, ...], *, marked: bool) -> Variant | None:
    """The variant between the words and the placement; None if the same signs stand there."""
    ours, theirs = edge.placement.excerpt, edge.placement.source
    if _is_cut(edge):
        return None
    if edge.head:
        spans = Span(edge.run[-1].span.end, ours.span.start), Span(row[-1].span.end, theirs.span.start)
    else:
        spans = (
            Span(ours.span.end, edge.run[0].span.start),
            Span(min(theirs.span.end, row[0].span.start), row[0].span.start),
        )
    excerpt, source = _trimmed(Passage(ours.document, spans[0]), Passage(theirs.document, spans[1]))
    if excerpt.text == source.text:
        return None
    if not tokenize(source.text):
        kind = VariantKind.SUBSTITUTION if len(excerpt.span) and len(source.span) else VariantKind.ADDITION
        kind = VariantKind.OMISSION if not len(excerpt.span) else kind
        return Variant(kind, excerpt, source, Disclosure.DECLARED if marked else Disclosure.PERMITTED)
    return Variant(
        VariantKind.OMISSION, excerpt, source, Disclosure.DECLARED if marked else Disclosure.UNDECLARED
    )


def _trimmed(one: Passage, other: Passage) -> tuple[Passage, Passage]:
    """Two passages without what they share at their ends."""
    ours, theirs = one.text, other.text
    shortest = min(len(ours), len(theirs))
    tail = next((n for n in range(shortest) if ours[-1 - n] != theirs[-1 - n]), shortest)
    left = shortest - tail
    lead = next((n for n in range(left) if ours[n] != theirs[n]), left)
    return tuple(  # type: ignore[return-value]
        replace(passage, span=Span(passage.span.start + lead, passage.span.end - tail))
        for passage in (one, other)
    )


def _slid(variants: tuple[Variant, ...]) -> list[Variant]:
    """The variants, each omission that belongs under the ellipsis before it put there."""
    settled: list[Variant] = []
    for variant in variants:
        under = _under(settled[-1], variant) if settled else None
        if under is None:
            settled.append(variant)
        else:
            settled[-1] = under
    return settled


def _under(mark: Variant, omission: Variant) -> Variant | None:
    """The omission under the mark, if the words kept between the two are those that the omission ends with."""
    if (
        mark.disclosure is not Disclosure.DECLARED
        or tokenize(mark.excerpt.text)
        or mark.kind is VariantKind.TRANSPOSITION
    ):
        return None
    if omission.kind is not VariantKind.OMISSION or omission.disclosure is not Disclosure.UNDECLARED:
        return None
    document, source = omission.excerpt.document, omission.source
    start, end = mark.excerpt.span.end, omission.excerpt.span.start
    words = (
        [token.folded for token in tokenize(document.text[start:end])] if 0 <= end - start <= _SLIDE else []
    )
    tokens = tokenize(source.text)
    ending = [fold_word(token.text) for token in tokens[-len(words) :]]
    beside = mark.source.span.end <= source.span.start <= mark.source.span.end + _SLIDE
    if not words or len(tokens) <= len(words) or words != ending or not beside:
        return None
    until = source.span.start + tokens[-len(words)].span.start
    return Variant(
        VariantKind.OMISSION,
        mark.excerpt,
        Passage(source.document, Span(mark.source.span.start, until)),
        Disclosure.DECLARED,
    )
