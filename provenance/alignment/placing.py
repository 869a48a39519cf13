"""Placing: from stretches of words to placements and variants, to the character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from os.path import commonprefix
from typing import TYPE_CHECKING

from provenance.alignment import typography
from provenance.alignment.alignment import DeclaredKind, Disclosure, Placement, Variant, VariantKind
from provenance.alignment.omissions import cut_omission
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.alignment.coding import PreparedSource
    from provenance.alignment.stretches import Stretch
    from provenance.alignment.wording import Wording

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\*\s?\*\s?\*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a strand inside one passage: it begins and ends with words that have their place in the source."""

    stretches: tuple[Stretch, ...]
    start: int  # where it begins in the article, with the punctuation before its first word
    end: int

    @property
    def first(self) -> int:
        """The index of its first word."""
        return self.stretches[0].first

    @property
    def last(self) -> int:
        """One more than the index of its last word."""
        return self.stretches[-1].last


class Placer:
    """Turns pieces into placements and variants, for one excerpt and one source."""

    def __init__(self, wording: Wording, source: PreparedSource) -> None:
        """Take the two texts."""
        self.wording = wording
        self.source = source
        self.ours = wording.document.text
        self.theirs = source.document.text

    def place(self, piece: Piece, *, floor: int = 0) -> tuple[Placement, list[Variant]]:
        """The placement of a piece and the variants inside it.

        Args:
            piece: The piece.
            floor: The offset in the source before which the placement may not begin.
        """
        variants: list[Variant] = []
        start = self._head(piece, floor, variants)
        for index, stretch in enumerate(piece.stretches):
            if stretch.equal:
                self._equal(stretch, variants)
            elif stretch.ahead and stretch.over:
                self._replaced(stretch, variants)
            if stretch.ahead and stretch.over and index + 1 < len(piece.stretches):
                self._seam(piece.stretches[index:], variants)
        end = self._tail(piece, variants)
        bits = sum(
            self.wording.sums[stretch.last] - self.wording.sums[stretch.first]
            for stretch in piece.stretches
            if stretch.equal
        )
        excerpt = self.wording.document.passage(piece.start, piece.end)
        return Placement(excerpt, self.source.document.passage(start, end), bits), variants

    # The edges: punctuation before the first word and after the last.

    def _head(self, piece: Piece, floor: int, variants: list[Variant]) -> int:
        place = piece.stretches[0].place
        word = self.source.starts[place]
        before = self.theirs[max(floor, self.source.ends[place - 1] if place else 0) : word]
        ours = self.ours[piece.start : self.wording.starts[piece.first]]
        if before.endswith(ours):
            return word - len(ours)
        theirs = before[_last_space(before) :] if ours.strip() else ""
        self._differ(Span(piece.start, piece.start + len(ours)), Span(word - len(theirs), word), variants)
        return word - len(theirs)

    def _tail(self, piece: Piece, variants: list[Variant]) -> int:
        until = piece.stretches[-1].until
        word = self.source.ends[until - 1]
        limit = self.source.starts[until] if until < len(self.source.starts) else len(self.theirs)
        after = self.theirs[word:limit]
        start = self.wording.ends[piece.last - 1]
        ours = self.ours[start : piece.end]
        if after.startswith(ours):
            return word + len(ours)
        space = _SPACE.search(after)
        theirs = after[: space.start() if space else len(after)] if ours.strip() else ""
        self._differ(Span(start, piece.end), Span(word, word + len(theirs)), variants)
        return word + len(theirs)

    # The words.

    def _equal(self, stretch: Stretch, variants: list[Variant]) -> None:
        first, last, place, until, _ = stretch
        ours, theirs = self.wording, self.source
        if (
            self.ours[ours.starts[first] : ours.ends[last - 1]]
            == self.theirs[theirs.starts[place] : theirs.ends[until - 1]]
        ):
            return
        for index, at in zip(range(first, last), range(place, until), strict=True):
            if index > first:
                self._gap(index, at, variants)
            one, other = Span(ours.starts[index], ours.ends[index]), Span(theirs.starts[at], theirs.ends[at])
            if self._our(one) != self._their(other):
                disclosure = typography.word(self._our(one), self._their(other))
                variants.append(self._variant(VariantKind.SUBSTITUTION, one, other, disclosure))

    def _replaced(self, stretch: Stretch, variants: list[Variant]) -> None:
        one = Span(self.wording.starts[stretch.first], self.wording.ends[stretch.last - 1])
        other = Span(self.source.starts[stretch.place], self.source.ends[stretch.until - 1])
        one = self._bracketed(one, stretch)
        disclosure = typography.words(self._our(one), self._their(other))
        variants.append(self._variant(VariantKind.SUBSTITUTION, one, other, disclosure))

    def _bracketed(self, span: Span, stretch: Stretch) -> Span:
        return span

    def _gap(self, index: int, at: int, variants: list[Variant]) -> None:
        """What stands before a word, the words on both sides being kept or replaced in both texts."""
        one = Span(self.wording.ends[index - 1], self.wording.starts[index])
        other = Span(self.source.ends[at - 1], self.source.starts[at])
        if self._our(one) != self._their(other):
            self._differ(one, other, variants)

    def _seam(self, rest: Sequence[Stretch], variants: list[Variant]) -> None:
        """What stands between two stretches that both have their place, additions and omissions included."""
        before = rest[0]
        after = next(stretch for stretch in rest[1:] if stretch.ahead and stretch.over)
        added, omitted = after.first > before.last, after.place > before.until
        if not added and not omitted:
            self._gap(after.first, after.place, variants)
            return
        one = Span(self.wording.ends[before.last - 1], self.wording.starts[after.first])
        other = Span(self.source.ends[before.until - 1], self.source.starts[after.place])
        if added and omitted:
            self._both(before, after, variants)
        elif omitted:
            words = Span(self.source.starts[before.until], self.source.ends[after.place - 1])
            self._one_sided(one, other, words, variants, addition=False)
        else:
            words = Span(self.wording.starts[before.last], self.wording.ends[after.first - 1])
            self._one_sided(one, other, words, variants, addition=True)

    def _both(self, before: Stretch, after: Stretch, variants: list[Variant]) -> None:
        """Words were put in and others left out at one place, and neither replaces the other."""
        ours, theirs = self.wording, self.source
        self._gap(before.last, before.until, variants)
        added = Span(ours.starts[before.last], ours.starts[after.first])
        omitted = Span(theirs.starts[before.until], theirs.starts[after.place])
        self._omit(Span(added.start, added.start), omitted, variants)
        variants.append(
            self._variant(VariantKind.ADDITION, added, Span(omitted.end, omitted.end), Disclosure.UNDECLARED)
        )

    def _one_sided(
        self, one: Span, other: Span, words: Span, variants: list[Variant], *, addition: bool
    ) -> None:
        """Words that stand in one text only, between two kept words, cut so that the rest reads the same in both."""
        short, long = (other, one) if addition else (one, other)
        text_short, text_long = (self.theirs, self.ours) if addition else (self.ours, self.theirs)
        gap = text_short[short.start : short.end]
        left, right = text_long[long.start : words.start], text_long[words.end : long.end]
        cut = _aligned_cut(gap, left, right, long, words)
        if cut is None and not addition and self._is_marked(one):
            self._marked(one, other, variants)
            return
        rest_before, rest_after = Span(short.start, short.start), Span(short.end, short.end)
        if cut is None:  # the punctuation differs too: what follows the words is compared with it
            cut, rest_after = Span(long.start, words.end), short
        else:
            kept = cut.start - long.start
            rest_before, rest_after = (
                Span(short.start, short.start + kept),
                Span(short.start + kept, short.end),
            )
        place = rest_before.end
        if addition:
            variants.append(
                self._variant(VariantKind.ADDITION, cut, Span(place, place), Disclosure.UNDECLARED)
            )
            self._differ(Span(cut.end, one.end), rest_after, variants)
        else:
            self._omit(Span(place, place), cut, variants)
            self._differ(rest_after, Span(cut.end, other.end), variants)

    def _is_marked(self, one: Span) -> bool:
        return self._declared_in(one, DeclaredKind.GAP) or _ELLIPSIS.search(self._our(one)) is not None

    def _marked(self, one: Span, other: Span, variants: list[Variant]) -> None:
        """An omission under a mark: the mark stands for the words."""
        one, other = self._trimmed(one, other)
        self._omit(one, other, variants)

    def _omit(self, one: Span, other: Span, variants: list[Variant]) -> None:
        declared = self._disclosure(one, Disclosure.UNDECLARED)
        variants.extend(cut_omission(self._our_passage(one), other, self.source, declared))

    # Differences without words.

    def _differ(self, one: Span, other: Span, variants: list[Variant]) -> None:
        """A variant of what is left of two texts without what they share at both ends; none if they are the same."""
        one, other = self._trimmed(one, other)
        if not len(one) and not len(other):
            return
        kind = VariantKind.SUBSTITUTION
        if not len(one):
            kind = VariantKind.OMISSION
        elif not len(other):
            kind = VariantKind.ADDITION
        disclosure = typography.punctuation(self._our(one), self._their(other))
        variants.append(self._variant(kind, one, other, disclosure))

    def _trimmed(self, one: Span, other: Span) -> tuple[Span, Span]:
        ours, theirs = self._our(one), self._their(other)
        same = len(commonprefix((ours, theirs)))
        ending = len(commonprefix((ours[same:][::-1], theirs[same:][::-1])))
        return Span(one.start + same, one.end - ending), Span(other.start + same, other.end - ending)

    def _variant(self, kind: VariantKind, one: Span, other: Span, disclosure: Disclosure) -> Variant:
        return Variant(
            kind,
            self._our_passage(one),
            Passage(self.source.document, other),
            self._disclosure(one, disclosure),
        )

    def _disclosure(self, one: Span, otherwise: Disclosure) -> Disclosure:
        if not self.wording.declared or otherwise is Disclosure.PERMITTED:
            return otherwise
        return Disclosure.DECLARED if self._declared_in(one) else otherwise

    def _declared_in(self, one: Span, kind: DeclaredKind | None = None) -> bool:
        return any(
            place.span.overlaps(one) or one.covers(place.span)
            for place in self.wording.declared
            if kind is None or place.kind is kind
        )

    def _our(self, span: Span) -> str:
        return self.ours[span.start : span.end]

    def _their(self, span: Span) -> str:
        return self.theirs[span.start : span.end]

    def _our_passage(self, span: Span) -> Passage:
        return Passage(self.wording.document, span)


def _last_space(text: str) -> int:
    """The offset after the last white space."""
    spaces = list(_SPACE.finditer(text))
    return spaces[-1].end() if spaces else 0


def _aligned_cut(gap: str, left: str, right: str, long: Span, words: Span) -> Span | None:
    """The range of the longer text to take out so that exactly ``gap`` is left; None if there is none."""
    if gap == left:
        return Span(words.start, long.end)
    if gap == right:
        return Span(long.start, words.end)
    if right.endswith(gap):
        return Span(long.start, long.end - len(gap))
    if left.startswith(gap):
        return Span(long.start + len(gap), long.end)
    return None
