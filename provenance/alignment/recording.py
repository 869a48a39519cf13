"""Recording: variants as they are met, to the character, each with what the texts and the marks say of its disclosure.

Typography, spacing, commas, letter case, accents and the layout of paragraphs change nothing that is said, so any copy desk
may change them without a word. A question mark does, and so does a look-alike letter from another script.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from rapidfuzz.distance import Postfix, Prefix

from provenance.alignment.alignment import DeclaredKind, Disclosure, Variant, VariantKind
from provenance.alignment.coding import HYPHENS, PreparedSource
from provenance.alignment.encoding import EncodedExcerpt
from provenance.text.document import Block, BlockKind, Passage
from provenance.text.folding import fold_word
from provenance.text.span import Span
from provenance.text.tokens import tokenize

_MARK: Final = r"\.{3,12}|(?:\.\s){2,11}\.|\*\s?\*\s?\*"
_DOTS: Final = 3  # of more dots in a row than this, the first or the last may be a full stop
_ASKING: Final = "?？؟⁇‽"
_GREEK_QUESTION_MARK: Final = "\u037e"  # Unicode holds it for the same character as the semicolon
_BREAK_IN_FIGURE = re.compile(r"\d\s?[^\W\d_]")
_PARTED_FIGURES: Final = re.compile(r"\d[^\w.,:/]+\d")  # "3-4" is no "34", whatever stands between


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
        ours = self._encoded.document.running_text(start, end)
        theirs = self._source.document.running_text(at, to)
        self._record(kind, (start, end), (at, to), punctuation(ours, theirs))

    def dress(self, start: int, end: int, at: int, to: int) -> None:
        """Record two spellings of one word; nothing if they are the same."""
        ours, theirs = self.ours[start:end], self.theirs[at:to]
        if ours != theirs:
            self._record(VariantKind.SUBSTITUTION, (start, end), (at, to), _spelling(ours, theirs))

    def replace(self, start: int, end: int, at: int, to: int) -> None:
        """Record words that stand for others."""
        disclosure = _replacement(self.ours[start:end], self.theirs[at:to])
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


def shared_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters two short texts share at their start, and how many of the rest at their end.

    A mark of omission that only the first text has keeps its dots: none of them is taken for the other's full stop.
    """
    left = Prefix.similarity(one, other)
    right = Postfix.similarity(one[left:], other[left:])
    if len(one) < _DOTS or re.search(_MARK, other):
        return left, right
    end = len(one) - right
    for mark in re.finditer(_MARK, one):
        first, last = mark.span()
        least = _DOTS if mark[0].startswith("..") else last - first
        left = min(left, last - least) if first < left < last else left
        end = max(end, max(first, left) + least) if first < end < last else end
    return left, len(one) - end


def punctuation(excerpt: str, source: str) -> Disclosure:
    """How to take a difference between what stands between the same two words."""
    asking = _ASKING + ";" + _GREEK_QUESTION_MARK if _GREEK_QUESTION_MARK in excerpt + source else _ASKING
    same = _asks(excerpt, asking) == _asks(source, asking)
    return Disclosure.PERMITTED if same else Disclosure.UNDECLARED


def _asks(text: str, asking: str) -> bool:
    return any(character in asking for character in text)


def _spelling(excerpt: str, source: str) -> Disclosure:
    same = fold_word(excerpt) == fold_word(source)
    return Disclosure.PERMITTED if same else Disclosure.UNDECLARED


def _replacement(excerpt: str, source: str) -> Disclosure:
    """How to take a replacement of words: "well-known" for "wellknown" and "5 km" for "5km" are one word in two dresses."""
    if fold_word(excerpt[:1]) != fold_word(source[:1]):
        return Disclosure.UNDECLARED
    ours, theirs = tokenize(excerpt), tokenize(source)
    if "".join(token.folded for token in ours) != "".join(token.folded for token in theirs):
        return Disclosure.UNDECLARED
    wider = excerpt if len(ours) > len(theirs) else source
    told = any(mark in wider for mark in (*HYPHENS, ".")) or _BREAK_IN_FIGURE.search(wider)
    return Disclosure.PERMITTED if told and not _PARTED_FIGURES.search(wider) else Disclosure.UNDECLARED


def cut_omission(
    excerpt: Passage, span: Span, source: PreparedSource, disclosure: Disclosure
) -> Iterator[Variant]:
    """The variants for a range of the source that the excerpt leaves out: what lies outside its running text is PERMITTED.

    Yields:
        Variants whose source passages tile the range; the first has the mark.
    """
    for running, part in _parts(span, source):
        permitted = not running and disclosure is Disclosure.UNDECLARED
        told = Disclosure.PERMITTED if permitted else disclosure
        yield Variant(VariantKind.OMISSION, excerpt, Passage(source.document, part), told)
        excerpt = Passage(excerpt.document, Span(excerpt.span.end, excerpt.span.end))


def _parts(span: Span, source: PreparedSource) -> Iterator[tuple[bool, Span]]:
    """The range, cut where running text turns into other blocks or back; parts without words go with what precedes them."""
    blocks = source.document.blocks
    first = max(0, source.document.block_index_at(span.start))
    last = source.document.block_index_at(max(span.start, span.end - 1))
    worded = [block for block in blocks[first : last + 1] if _words_in(block.span, span, source)]
    if blocks and not worded:  # apparatus alone
        yield False, span
        return
    groups = [(running, list(group)) for running, group in groupby(worded, key=_is_running)]
    if len(groups) < 2:
        yield (groups[0][0] if groups else True), span
        return
    start = span.start
    for (running, _), (_, following) in pairwise(groups):
        end = following[0].span.start
        yield running, Span(start, end)
        start = end
    yield groups[-1][0], Span(start, span.end)


def _is_running(block: Block) -> bool:
    return block.main and block.kind is not BlockKind.HEADING and block.kind is not BlockKind.CAPTION


def _words_in(block: Span, span: Span, source: PreparedSource) -> bool:
    start, end = max(block.start, span.start), min(block.end, span.end)
    return start < end and bisect_left(source.starts, start) < bisect_left(source.starts, end)
