"""Sentences: where one ends and the next begins.

Every place that a sentence may end at is found by its sign. Whether it does is told by what stands on its two sides: the
word before (an abbreviation, an initial, an ordinal) and the next one (in small letters, or one that often opens a
sentence). No place costs more than a bounded look around, so that a text is split in time that grows with its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from provenance.text.document import Document
from provenance.text.sentence_rules import SentenceRules
from provenance.text.signs import CLOSING_MARKS, FULL_STOPS, OPENING_MARKS, STOPS
from provenance.text.span import Span

_CLOSERS = rf"[{re.escape(CLOSING_MARKS)}]{{0,3}}+(?:[\u00a0\u202f ]»(?=\s|\Z))?"
# An ellipsis with spaces in it: ". . .".
_SPACED_DOTS = r"(?:[ \u00a0]\.(?![\w.])){0,4}"
# The calls of notes stand behind a sentence's end: "… in 1961.[2][3]".
_NOTES = r"(?:\[[^\]\s]{1,8}\]|[¹²³⁰-⁹]){0,6}"
# The look behind keeps a long run of stops from being tried again from each of them. A ";" is a question mark in Greek.
_SIGN = (
    rf"(?:(?<=[{STOPS}])(?<![{STOPS}]{{2}})[{STOPS}]*+{_SPACED_DOTS}|(?<=[{FULL_STOPS}])[{FULL_STOPS}{STOPS}]*+"
    rf"|(?<=[\u0370-\u03ff\u1f00-\u1fff];)){_CLOSERS}{_NOTES}"
)
_CANDIDATE = re.compile(rf"[{STOPS}{FULL_STOPS};\n](?:{_SIGN}|(?<=\n)[^\S\n]{{0,20}}\n)")
# A sentence is looked for this far on either side of a place, in code points: longer ones are no sentences.
_REACH: Final = 1500
_GAP: Final = 40  # code points between two words that are looked at
_LONGEST_LABEL: Final = 8  # of an item, with its bullet and spaces
_BULLETS: Final = "•⁃◦‣*-–—· "


@dataclass(frozen=True, slots=True)
class SentenceSplitter:
    """Splits text into sentences."""

    # What is known of the language; by default nothing but signs.
    rules: SentenceRules = field(default_factory=SentenceRules)

    def spans(
        self, text: str, start: int = 0, end: int | None = None, *, lines: bool = False
    ) -> Iterator[Span]:
        """The sentences of ``text[start:end]``, in order, without the white space between them.

        The number of an item ("26.") stands with the sentence behind it, though a sign that ends one stands between. ``lines``
        says whether every line feed ends a sentence, and not a blank line alone.
        """
        last = len(text) if end is None else end
        begin = start
        for stop in chain(self.ends(text, start, last, lines=lines), (last,)):
            span = Span(begin, stop).stripped(text)
            if len(span) <= _LONGEST_LABEL and stop < last and _is_label(text[begin:stop]):
                continue
            if len(span):
                yield span
            begin = stop

    def ends(
        self, text: str, start: int = 0, end: int | None = None, *, lines: bool = False
    ) -> Iterator[int]:
        """The offsets behind the last sign of each sentence of ``text[start:end]``, closing marks and note calls included.

        The end itself is given only if a sign stands there.
        """
        last = len(text) if end is None else end
        for candidate in (_candidate_or_line() if lines else _CANDIDATE).finditer(text, start, last):
            if self._is_end(text, candidate, last):
                yield candidate.end()

    def ends_between(self, text: str, end: int, start: int) -> bool:
        """Whether a sentence ends between two neighbouring words, the first up to ``end`` and the second from ``start`` on."""
        if start - end <= 1 and text[end:start].isspace():
            return False
        candidates = _CANDIDATE.finditer(text, end, min(start, end + _GAP))
        return any(self._is_end(text, candidate, len(text)) for candidate in candidates)

    def at(self, document: Document, offset: int) -> Span:
        """The sentence that holds the character at an offset, its final sign included and the white space after it not.

        No sentence reaches beyond a block; an offset between two sentences belongs to the later one.
        """
        low, high = _window(document, offset)
        start, stop = low, high
        for end in _ends_of(self, document, low, high):
            if end > offset:
                stop = end
                break
            start = end
        while start < min(offset, stop) and document.text[start].isspace():
            start += 1
        return Span(start, stop)

    def ends_at(self, document: Document, offset: int) -> bool:
        """Whether a sentence, a block or the text ends at ``offset``, punctuation and white space aside."""
        low, high = _window(document, max(0, offset - 1))
        ends = (end for end in self.ends(document.text, low, high) if offset <= end <= offset + 6)
        return any(not any(map(str.isalnum, document.text[offset:end])) for end in (high, *ends))

    def begins_at(self, document: Document, offset: int) -> bool:
        """Whether a sentence, a block or the text begins at ``offset``, opening marks and white space aside."""
        start = self.at(document, min(offset, max(0, len(document.text) - 1))).start
        return not any(map(str.isalnum, document.text[start:offset]))

    def _is_end(self, text: str, candidate: re.Match[str], last: int) -> bool:
        """Whether a sentence ends at a sign: white space or the end stands behind it, and the rules allow it."""
        sign, end = candidate[0], candidate.end()
        if sign[0] == "\n":
            return True
        parted = end == last or sign[0] in FULL_STOPS or text[end].isspace()
        if not parted and not (sign[-1] in "!?" and _is_unspaced(text[end])):
            return False
        return self.rules.is_end(text, candidate)


@lru_cache(maxsize=64)  # one paragraph is asked for its sentences many times
def _ends_of(splitter: SentenceSplitter, document: Document, low: int, high: int) -> tuple[int, ...]:
    return tuple(splitter.ends(document.text, low, high))


def _is_unspaced(character: str) -> bool:
    """Whether an East Asian sentence may begin with a character, behind a sign of another script."""
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff" or character in "「『“"


@cache
def _candidate_or_line() -> re.Pattern[str]:
    """The pattern of candidates where a line feed is one: large as it is, it is made when it is first needed."""
    return re.compile(rf"[{STOPS}{FULL_STOPS};\n](?:{_SIGN}|(?<=\n))")


def _window(document: Document, offset: int) -> tuple[int, int]:
    block = document.block_at(offset)
    span = block.span if block and offset < block.span.end else document.span
    return max(span.start, offset - _REACH), min(span.end, offset + _REACH)


def _is_label(text: str) -> bool:
    """Whether a text is the number of an item alone: "1", "(a", "IV"."""
    label = text.strip().rstrip(".)").lstrip(_BULLETS + OPENING_MARKS)
    return label.isdigit() or (len(label) == 1 and label.isalpha())
