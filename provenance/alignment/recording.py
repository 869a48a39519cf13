"""Recording: variants as they are met, to the character, each with what the texts and the marks say of its disclosure."""

from __future__ import annotations

import re
from typing import Final

from provenance.alignment import typography
from provenance.alignment.alignment import DeclaredKind, Disclosure, Variant, VariantKind
from provenance.alignment.encoding import EncodedExcerpt
from provenance.alignment.omissions import cut_omission
from provenance.text.document import Passage
from provenance.text.span import Span

_MARK: Final = r"\.{3,12}|(?:\.\s){2,11}\.|\*\s?\*\s?\*"
_DOTS: Final = 3  # of more dots in a row than this, the first or the last may be a full stop


class Recorder:
    """Collects the variants of one placement.

    All ranges are half-open offsets: ``start`` and ``end`` in the article, ``at`` and ``to`` in the source.
    """

    __slots__ = ("_encoded", "_source", "ours", "theirs", "variants")

    def __init__(self, encoded: EncodedExcerpt) -> None:
        self._encoded = encoded
        self._source = encoded.source
        self.ours = encoded.document.text
        self.theirs = encoded.source.document.text
        self.variants: list[Variant] = []

    def differ(self, start: int, end: int, at: int, to: int) -> None:
        """Record how two texts without words differ, less what they share at both ends; nothing if they are the same."""
        ours, theirs = self.ours[start:end], self.theirs[at:to]
        if ours == theirs:
            return
        same, ending = shared_ends(ours, theirs)
        start, end, at, to = start + same, end - ending, at + same, to - ending
        kind = VariantKind.SUBSTITUTION
        if start == end:
            kind = VariantKind.OMISSION
        elif at == to:
            kind = VariantKind.ADDITION
        ours, theirs = (
            self._encoded.document.running_text(start, end),
            self._source.document.running_text(at, to),
        )
        self._record(kind, (start, end), (at, to), typography.punctuation(ours, theirs))

    def dress(self, start: int, end: int, at: int, to: int) -> None:
        """Record two spellings of one word; nothing if they are the same."""
        ours, theirs = self.ours[start:end], self.theirs[at:to]
        if ours != theirs:
            self._record(VariantKind.SUBSTITUTION, (start, end), (at, to), typography.word(ours, theirs))

    def replace(self, start: int, end: int, at: int, to: int) -> None:
        """Record words that stand for others."""
        disclosure = typography.words(self.ours[start:end], self.theirs[at:to])
        self._record(VariantKind.SUBSTITUTION, (start, end), (at, to), disclosure)

    def add(self, start: int, end: int, at: int) -> None:
        """Record words that were put in; what the source has there as apparatus is none."""
        disclosure = Disclosure.UNDECLARED
        if self._source.has_apparatus(at, self.ours[start:end]):
            disclosure = Disclosure.PERMITTED
        self._record(VariantKind.ADDITION, (start, end), (at, at), disclosure)

    def omit(self, start: int, end: int, at: int, to: int) -> None:
        """Record words that were left out, a mark or nothing standing for them."""
        passage = Passage(self._encoded.document, Span(start, end))
        disclosure = self._disclosure_of(start, end, Disclosure.UNDECLARED)
        if any(first <= start and end <= last for first, last in self._encoded.joint_declarations):
            disclosure = Disclosure.DECLARED
        self.variants.extend(cut_omission(passage, Span(at, to), self._source, disclosure))

    def mark_in(self, start: int, end: int) -> bool:
        """Whether an omission is declared in a range of the article."""
        return any(
            place.kind is DeclaredKind.GAP and start <= place.span.start and place.span.end <= end
            for place in self._encoded.declared
        )

    def _record(
        self, kind: VariantKind, ours: tuple[int, int], theirs: tuple[int, int], disclosure: Disclosure
    ) -> None:
        excerpt = Passage(self._encoded.document, Span(*ours))
        source = Passage(self._source.document, Span(*theirs))
        self.variants.append(Variant(kind, excerpt, source, self._disclosure_of(*ours, disclosure)))

    def _disclosure_of(self, start: int, end: int, otherwise: Disclosure) -> Disclosure:
        """DECLARED where an editorial mark stands in a range of the article, or the range in a mark."""
        for place in self._encoded.declared:
            span = place.span
            if max(span.start, start) < min(span.end, end) or (start <= span.start and span.end <= end):
                return Disclosure.DECLARED
        return otherwise


def shared_start(one: str, other: str) -> int:
    """How many characters two short texts share at their start."""
    length = min(len(one), len(other))
    for index in range(length):
        if one[index] != other[index]:
            return index
    return length


def shared_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters two short texts share at their start, and how many of the rest at their end.

    A mark of omission that only the first text has keeps its dots: none of them is taken for the other's full stop.
    """
    left = shared_start(one, other)
    right = shared_start(one[left:][::-1], other[left:][::-1])
    if len(one) < _DOTS or re.search(_MARK, other):
        return left, right
    end = len(one) - right
    for mark in re.finditer(_MARK, one):
        first, last = mark.span()
        least = _DOTS if mark[0].startswith("..") else last - first
        left = min(left, last - least) if first < left < last else left
        end = max(end, max(first, left) + least) if first < end < last else end
    return left, len(one) - end
