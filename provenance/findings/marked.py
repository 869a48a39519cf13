"""Marked variants: brackets tell the reader of what stands inside them, and of nothing beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.excerpts.excerpt import MarkKind
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.alignment.alignment import Variant
    from provenance.excerpts.excerpt import EditorialMark


def parted_at_brackets(variants: Sequence[Variant], marks: Sequence[EditorialMark]) -> tuple[Variant, ...]:
    """The variants, with words put in beside brackets parted from those inside them, as words nobody is told of.

    Args:
        variants: An alignment's variants, in the excerpt's order.
        marks: The excerpt's editorial marks.
    """
    brackets = [mark.passage.span for mark in marks if mark.kind is MarkKind.BRACKETS]
    return tuple(part for variant in variants for part in _parts(variant, brackets))


def _parts(variant: Variant, brackets: Sequence[Span]) -> Iterator[Variant]:
    whole = variant.excerpt.span
    inside = [span for span in brackets if whole.covers(span)]
    if (
        variant.disclosure is not Disclosure.DECLARED
        or variant.kind is not VariantKind.ADDITION
        or not inside
    ):
        yield variant
        return
    first, last = inside[0].start, inside[-1].end
    document = variant.excerpt.document
    if not _stands_alone(document.text[whole.start : first], document.text[last : whole.end]):
        yield variant
        return
    for span, told in (
        (Span(whole.start, first), False),
        (Span(first, last), True),
        (Span(last, whole.end), False),
    ):
        if told or any(map(str.isalnum, document.text[span.start : span.end])):
            disclosure = Disclosure.DECLARED if told else Disclosure.UNDECLARED
            yield replace(variant, excerpt=Passage(document, span), disclosure=disclosure)


def _stands_alone(before: str, after: str) -> bool:
    """Whether whole words stand beside the brackets, not the rest of one that they are part of ("word[s]")."""
    words = any(map(str.isalnum, before + after))
    return words and not before[-1:].isalnum() and not after[:1].isalnum()
