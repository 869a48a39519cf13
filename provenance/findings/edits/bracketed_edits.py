"""Marked variants: brackets tell the reader of what stands inside them, and of nothing beside them.

Empty brackets joined to a word stand for the letters of its ending: "provide[]" for "provides".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from provenance.alignment.alignment import Disclosure, VariantKind
from provenance.excerpts.model import MarkKind
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.alignment.alignment import Variant
    from provenance.excerpts.model import EditorialMark
    from provenance.languages.lexicon import Lexicon

_EMPTY: Final = ("[]", "[_]", "[ ]", "[\u00a0]")


def read_at_brackets(
    variants: Sequence[Variant], marks: Sequence[EditorialMark], lexicon: Lexicon
) -> tuple[Variant, ...]:
    """The variants, with words put in beside brackets parted from those inside them, as words nobody is told of.

    A word whose ending became empty brackets is told of.

    Args:
        variants: An alignment's variants, in the excerpt's order.
        marks: The excerpt's editorial marks.
        lexicon: It knows whether two words are forms of one.
    """
    brackets = [mark.passage.span for mark in marks if mark.kind is MarkKind.BRACKETS]
    whole = _with_endings_joined(variants, lexicon) if brackets else variants
    return tuple(part for variant in whole for part in _parts(variant, brackets))


def _with_endings_joined(variants: Sequence[Variant], lexicon: Lexicon) -> Iterator[Variant]:
    held: Variant | None = None
    for variant in variants:
        if held is not None and _are_ending(held, variant, lexicon):
            span = Span(held.excerpt.span.start, variant.excerpt.span.end)
            excerpt = Passage(held.excerpt.document, span)
            held = replace(held, excerpt=excerpt, disclosure=Disclosure.DECLARED)
            continue
        if held is not None:
            yield held
        held = variant
    if held is not None:
        yield held


def _are_ending(word: Variant, brackets: Variant, lexicon: Lexicon) -> bool:
    """Whether brackets stand where letters of a word were cut off, of which another form of it is left."""
    cut, full = word.excerpt.text, word.source.text.lower()
    return (
        brackets.excerpt.text.strip() in _EMPTY
        and word.excerpt.span.end == brackets.excerpt.span.start
        and (cut + full).isalpha()
        and full.startswith(cut.lower())
        and lexicon.same_lemma(cut.lower(), full)
    )


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
