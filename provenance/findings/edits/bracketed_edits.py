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

_STEM, _ENDING = 3, 1  # letters of a word, at least, before an ending of so many at most
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
    cut, full = word.excerpt.text.lower().split(), word.source.text.lower().split()
    adjoining = word.excerpt.span.end == brackets.excerpt.span.start
    if brackets.excerpt.text.strip() not in _EMPTY or not adjoining or len(cut) != len(full) or not cut:
        return False
    told = all("[" in one or one == other for one, other in zip(cut[:-1], full[:-1], strict=True))
    return told and _is_cut(cut[-1], full[-1], lexicon)


def _is_cut(cut: str, full: str, lexicon: Lexicon) -> bool:
    """Whether a word is another form of a longer one, whose ending it lacks."""
    short = len(cut) >= _STEM and len(full) - len(cut) <= _ENDING
    return (cut + full).isalpha() and full.startswith(cut) and (short or lexicon.same_lemma(cut, full))


def _parts(variant: Variant, brackets: Sequence[Span]) -> Iterator[Variant]:
    whole = variant.excerpt.span
    inside = [span for span in brackets if whole.covers(span)]
    if inside and variant.disclosure is Disclosure.UNDECLARED and len(variant.excerpt.text.split()) == 1:
        yield replace(variant, disclosure=Disclosure.DECLARED)  # "de[r]", of which the brackets tell
        return
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
