"""Edits: variants on their way to a change, what brackets tell of, the rows of tokens they stand between."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from provenance.alignment.alignment import Alignment, Disclosure, Placement, Variant, VariantKind
from provenance.excerpts.model import EditorialMark, MarkKind
from provenance.findings.normalization.names import only_initials
from provenance.findings.normalization.tokens import Tokens
from provenance.languages.lexicon import Lexicon
from provenance.text.document import Passage
from provenance.text.span import Span

_STEM, _ENDING = 3, 1  # letters of a word, at least, before an ending of so many at most
# A pause in some languages, unless words are missing there.
_ELLIPSES: Final = frozenset({"…", "...", ". . ."})
_EMPTY: Final = ("[]", "[_]", "[ ]", "[\u00a0]")


class AlignedTokens(NamedTuple):
    """Excerpt and source, read into units, and which place of the one stands for which of the other."""

    excerpt: Tokens
    source: Tokens
    places: "Correspondence"
    lexicon: Lexicon


class Edit(NamedTuple):
    """Variants on their way to a change: the units that they touch, as ranges of indices."""

    variants: tuple[Variant, ...]
    quoted: tuple[int, int]
    source: tuple[int, int]


class Kept(NamedTuple):
    """A run of characters that excerpt and source share."""

    excerpt: Span
    source: Span


class Correspondence:
    """Which offset of the source stands for which of the excerpt: ``runs`` are what both share, in the excerpt's order."""

    __slots__ = ("_starts", "runs")

    def __init__(self, runs: tuple[Kept, ...]) -> None:
        self.runs: Final = runs
        self._starts: Final = tuple(run.excerpt.start for run in runs)

    def source_of(self, offset: int) -> int | None:
        """The offset in the source of a kept character of the excerpt, or of a place that touches one; else None."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset > self.runs[index].excerpt.end:
            return None
        run = self.runs[index]
        return run.source.start + offset - run.excerpt.start

    def excerpt_of(self, offset: int) -> int | None:
        """The offset in the excerpt of a kept character of the source, or of a place that touches one; else None."""
        for run in self.runs:
            if run.source.start <= offset <= run.source.end:
                return run.excerpt.start + offset - run.source.start
        return None


def correspondence_of(alignment: Alignment) -> Correspondence:
    """The runs that an alignment's placements keep between its variants."""
    placements = alignment.placements
    return Correspondence(tuple(run for one in placements for run in _kept_stretches(one, alignment)))


def _kept_stretches(placement: Placement, alignment: Alignment) -> Iterator[Kept]:
    at, place = placement.excerpt.span.start, placement.source.span.start
    for variant in alignment.variants:
        if not _inside(variant, placement) or variant.excerpt.span.start < at:
            continue
        width = variant.excerpt.span.start - at
        if width and variant.source.span.start - place == width:
            yield Kept(Span(at, at + width), Span(place, place + width))
        at, place = variant.excerpt.span.end, variant.source.span.end
    width = placement.excerpt.span.end - at
    if width and placement.source.span.end - place == width:
        yield Kept(Span(at, at + width), Span(place, place + width))


def _inside(variant: Variant, placement: Placement) -> bool:
    return (
        variant.kind is not VariantKind.TRANSPOSITION
        and placement.excerpt.span.covers(variant.excerpt.span)
        and placement.source.span.covers(variant.source.span)
    )


def is_tidied(edit: Edit, sides: AlignedTokens) -> bool:
    """Whether an edit does no more than put in or leave out initials of a name."""
    source, excerpt = edit.variants[0].source, edit.variants[0].excerpt
    if edit.quoted[0] == edit.quoted[1]:
        return _is_initials(edit.source, sides.source, source)
    return edit.source[0] == edit.source[1] and _is_initials(edit.quoted, sides.excerpt, excerpt)


def _is_initials(place: tuple[int, int], side: Tokens, passage: Passage) -> bool:
    """Whether a range of units is initials with the name behind them: the letter of "vitamin C" is none."""
    first, last = place
    if last >= len(side.items) or not side.items[last].capitalised:
        return False
    # Behind "T." the name seems to open a sentence; what opens one behind "vitamin C." has no name before it.
    named = not side.items[last].opens or (first > 0 and side.items[first - 1].capitalised) or not first
    return named and only_initials(side.items[first:last], passage.document.text)


def read_at_brackets(
    variants: Sequence[Variant], marks: Sequence[EditorialMark], lexicon: Lexicon
) -> tuple[Variant, ...]:
    """The variants, words put in beside brackets or an ellipsis parted from these as untold, unless a word's end was cut."""
    brackets = [mark.passage.span for mark in marks if mark.kind is MarkKind.BRACKETS]
    whole = _with_endings_joined(variants, lexicon) if brackets else variants
    told = [*brackets, *(mark.passage.span for mark in marks if mark.kind is MarkKind.ELLIPSIS)]
    return tuple(part for variant in whole for part in _parts(variant, sorted(told)))


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


def _parts(variant: Variant, marks: Sequence[Span]) -> Iterator[Variant]:
    whole = variant.excerpt.span
    inside = [span for span in marks if whole.covers(span)]
    bare = variant.excerpt.text.strip() in _ELLIPSES and any(map(str.isalnum, variant.source.text))
    if bare and variant.disclosure is Disclosure.UNDECLARED:
        yield replace(variant, disclosure=Disclosure.DECLARED)
        return
    if inside and variant.disclosure is Disclosure.UNDECLARED and len(variant.excerpt.text.split()) == 1:
        yield replace(variant, disclosure=Disclosure.DECLARED)  # "de[r]", of which the brackets tell
        return
    document = variant.excerpt.document
    put_in = variant.disclosure is Disclosure.DECLARED and variant.kind is VariantKind.ADDITION and inside
    stretches = _stretches(whole, inside, document.text) if put_in else []
    if not any(told is Disclosure.UNDECLARED for told, _ in stretches):
        yield variant
        return
    for told, span in stretches:
        yield replace(variant, excerpt=Passage(document, span), disclosure=told)


def _stretches(whole: Span, marks: Sequence[Span], text: str) -> list[tuple[Disclosure, Span]]:
    """What stands in marks and what beside them."""
    found: list[tuple[Disclosure, Span]] = []
    at = whole.start
    for mark in (*marks, Span(whole.end, whole.end)):
        beside = text[at : mark.start]
        if any(map(str.isalnum, beside)):
            found.append((Disclosure.UNDECLARED, Span(at, mark.start)))
        if len(mark):
            found.append((Disclosure.DECLARED, mark))
        at = mark.end
    return found
