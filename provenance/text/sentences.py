"""Sentences: where one ends and the next begins.

Every place that a sentence may end at is found by its sign. Whether it does is told by what stands on its two sides: the
word before (an abbreviation, an initial, an ordinal) and the next one (in small letters, or one that often opens a
sentence). No place costs more than a bounded look around, so that a text is split in time that grows with its length.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from provenance.text.signs import CLOSING_MARKS, FULL_STOPS, OPENING_MARKS, SENTENCE_ENDS, STOPS
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.text.document import Document

_CLOSERS = rf"[{re.escape(CLOSING_MARKS)}]{{0,3}}+(?:[\u00a0\u202f ]»(?=\s|\Z))?"
# An ellipsis with spaces in it: ". . .".
_SPACED_DOTS = r"(?:[ \u00a0]\.(?!\w)){0,4}"
# The calls of notes stand behind a sentence's end: "… in 1961.[2][3]".
_NOTES = r"(?:\[[^\]\s]{1,8}\]|[¹²³⁰-⁹]){0,6}"
_HAN_OR_KANA = r"[\u3040-\u30ff\u3400-\u9fff「『“]"
# The look behind keeps a long run of stops from being tried again from each of them. A ";" is a question mark in Greek.
_SIGN = (
    rf"(?<=[{STOPS}])(?<![{STOPS}]{{2}})[{STOPS}]*+{_SPACED_DOTS}{_CLOSERS}{_NOTES}(?:(?=\s|\Z)|(?<=[!?])(?={_HAN_OR_KANA}))"
    rf"|(?<=[{FULL_STOPS}])[{FULL_STOPS}{STOPS}]*+{_CLOSERS}"
    rf"|(?<=[\u0370-\u03ff\u1f00-\u1fff];){_CLOSERS}(?=\s|\Z)"
)
_CANDIDATE = re.compile(rf"[{STOPS}{FULL_STOPS};\n](?:{_SIGN}|(?<=\n)[^\S\n]{{0,20}}\n)")
_NEXT_WORD = re.compile(
    rf"\s*+[{re.escape(OPENING_MARKS)}\-–—*•]{{0,3}}\s{{0,2}}[{re.escape(OPENING_MARKS)}]{{0,3}}(\w+\.?)"
)
_DAY = re.compile(r"\d{1,2}\.|\d{4}\b")
_DATE_BEFORE = re.compile(r"\d{1,4}\.\s?\d{1,2}\Z")
_DATE_BY_YEAR = re.compile(r"\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\Z")
# A figure that stands alone behind a short capitalised word makes a reference: "Oral Arg. 14." but "Tom. 14 men".
_REFERENCE = re.compile(r"\s{1,3}\d{1,5}[a-z]?(?:[-–]\d{1,5})?(?:[.,;:)\]]|\Z)")
_LONGEST_REFERENCE: Final = 5  # letters
_ROMAN = re.compile(r"[IVXLC]{2,6}\Z")
# A sentence is looked for this far on either side of a place, in code points: longer ones are no sentences.
_REACH: Final = 1500
# So far back the word before a stop is read, in code points.
_WORD_REACH: Final = 24
_CASED_UNTIL: Final = "\u0530"  # Latin, Greek and Cyrillic stand before it
_VOWELS: Final = frozenset("aeiouyæøœıаеёиоуыэюяіαεηιουω")
_LONGEST_VOWELLESS: Final = 4  # "vgl", "bzgl", "стр"
_LONGEST_ORDINAL: Final = 3  # digits
_LONGEST_LABEL: Final = 8  # of an item, with its bullet and spaces
_BULLETS: Final = "•⁃◦‣*-–—· "
_LONGEST_PART: Final = 3  # letters between the stops of "Ph.D." and "m.in."


@dataclass(frozen=True, slots=True)
class SentenceSplitter:
    """Splits text into sentences by the rules of one language, or by those that all languages share.

    Attributes:
        abbreviations: Words behind whose stop no sentence ends: ``Mr``, ``z.b``. One in small letters stands for the
            same with a capital.
        closing: Abbreviations that may end a sentence, as they do before a word that often opens one: ``etc``.
        before_figures: Words in small letters that are abbreviations only before a figure: ``no``.
        openers: Words in small letters that often open a sentence.
        words_of_one_letter: Single letters that are words, where a stop behind them may end a sentence: ``I``.
        ordinal_followers: Words in small letters before which a number with a stop is an ordinal: ``oktober``.
        ordinal_heads: Words in small letters behind which one is: ``am``.
        vowelless: Whether a short word without a vowel is an abbreviation.
    """

    abbreviations: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    before_figures: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    words_of_one_letter: frozenset[str] = frozenset()
    ordinal_followers: frozenset[str] = frozenset()
    ordinal_heads: frozenset[str] = frozenset()
    vowelless: bool = True

    def spans(
        self, text: str, start: int = 0, end: int | None = None, *, lines: bool = False
    ) -> Iterator[Span]:
        """The sentences of ``text[start:end]``, in order, without the white space between them.

        The number of an item ("26.") stands with the sentence behind it, though a sign that ends one stands between.

        Args:
            text: Any text.
            start: Where to begin, in code points.
            end: Where to end, if not with the text.
            lines: Whether every line feed ends a sentence, and not a blank line alone.
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

        Args:
            text: Any text.
            start: Where a sentence begins, in code points.
            end: Where to end, if not with the text; the end itself is given only if a sign stands there.
            lines: Whether every line feed ends a sentence.
        """
        last = len(text) if end is None else end
        for candidate in (_candidate_or_line() if lines else _CANDIDATE).finditer(text, start, last):
            if candidate[0][0] == "\n" or self._ends_sentence(text, candidate):
                yield candidate.end()

    def ends_between(self, text: str, end: int, start: int) -> bool:
        """Whether a sentence ends between two neighbouring words.

        Args:
            text: The text that holds them.
            end: Where the first word ends.
            start: Where the second begins.
        """
        if start - end <= 1 and text[end:start].isspace():
            return False
        limit = min(start, end + 40)
        # One character more is searched, so that the end of the search is not taken for that of the text.
        return any(
            place.end() <= limit and (place[0][0] == "\n" or self._ends_sentence(text, place))
            for place in _CANDIDATE.finditer(text, end, min(limit + 1, len(text)))
        )

    def at(self, document: Document, offset: int) -> Span:
        """The sentence that holds the character at an offset, its final sign included and the white space after it not.

        Args:
            document: The text; no sentence reaches beyond a block.
            offset: A place in it, in code points. Between two sentences it belongs to the later one.
        """
        low, high = _window(document, offset)
        start, stop = low, high
        for end in self.ends(document.text, low, high):
            if end > offset:
                stop = end
                break
            start = end
        return Span(min(_skip_space(document.text, start, offset), stop), stop)

    def ends_at(self, document: Document, offset: int) -> bool:
        """Whether a sentence, a block or the text ends at ``offset``, punctuation and white space aside."""
        low, high = _window(document, max(0, offset - 1))
        rest = document.text[offset:high]
        return not any(map(str.isalnum, rest)) or any(
            end <= offset + 6 and not any(map(str.isalnum, document.text[offset:end]))
            for end in self.ends(document.text, low, high)
            if end >= offset
        )

    def begins_at(self, document: Document, offset: int) -> bool:
        """Whether a sentence, a block or the text begins at ``offset``, opening marks and white space aside."""
        start = self.at(document, min(offset, max(0, len(document.text) - 1))).start
        return not any(map(str.isalnum, document.text[start:offset]))

    def _ends_sentence(self, text: str, candidate: re.Match[str]) -> bool:
        """Whether a sentence ends at a sign."""
        sign, place = candidate[0], candidate.start()
        if sign[0] in FULL_STOPS:
            return not _is_inside(text, candidate)
        following = _NEXT_WORD.match(text, candidate.end())
        word = following[1] if following else ""
        if _is_lower(word) or _omits_whole_sentence(text, candidate):
            return False
        if not word or sign[0] != "." or sum(map(STOPS.__contains__, sign)) > 1:
            return True
        return not self._is_abbreviation(text, place, word)

    def _is_abbreviation(self, text: str, stop: int, following: str) -> bool:
        """Whether the full stop at an offset belongs to the word before it, when ``following`` is the next word."""
        token = _token_before(text, stop)
        initial = len(following) == len("A.") and following[1] == "."
        opens = following[0].isupper() and not initial and following.rstrip(".").lower() in self.openers
        if token[-1:].isdigit():
            return self._is_ordinal(text, stop, token, following)
        word = re.split(r"[-'’/]", token)[-1]
        if "." in token:
            initials = all(
                part.isalpha() and len(part) <= _LONGEST_PART for part in token.replace("-", "").split(".")
            )
            return initials and (_is_listed(token, self.abbreviations) or not opens)
        if len(word) == 1 and len(token) == 1:
            return self._is_initial(text, stop, opens)
        head = text[max(0, stop - len(word) - 3) : stop - len(word)]
        if (
            _is_listed(word, self.abbreviations) or f"{head.strip()}{word.lower()}" in self.abbreviations
        ):  # "p. ex."
            return True
        if following[0].isdigit() and (
            word.lower() in self.before_figures or _is_reference(text, stop, word)
        ):
            return True
        short = _is_listed(word, self.closing) or (self.vowelless and _is_vowelless(word))
        return (short or bool(_ROMAN.match(word))) and not opens and not _counts(text, stop - len(word))

    def _is_initial(self, text: str, stop: int, opens: bool) -> bool:  # noqa: FBT001 - read in one place
        letter = text[stop - 1]
        if not letter.isalpha() or letter >= "\u0900":  # Indic and East Asian letters may be words
            return False
        if letter in self.words_of_one_letter:
            return _token_before(text, stop - 2)[:1].isupper()
        return not opens

    def _is_ordinal(self, text: str, stop: int, token: str, following: str) -> bool:
        if len(token) > _LONGEST_ORDINAL + 1 or not token.isdigit():
            return False
        if _DATE_BY_YEAR.search(text[max(0, stop - 12) : stop]):  # "2024. 5. 3."
            return True
        if following[0].isdigit():  # "14. 10. 2024"
            return bool(_DAY.match(following)) and (
                following[-1] == "." or bool(_DATE_BEFORE.search(text[max(0, stop - 8) : stop]))
            )
        if len(token) > _LONGEST_ORDINAL:
            return False
        before = _token_before(text, stop - len(token) - 1).lower()
        return following.rstrip(".").lower() in self.ordinal_followers or before in self.ordinal_heads


@cache
def _candidate_or_line() -> re.Pattern[str]:
    """The pattern of candidates where a line feed is one: large as it is, it is made when it is first needed."""
    return re.compile(rf"[{STOPS}{FULL_STOPS};\n](?:{_SIGN}|(?<=\n))")


def _window(document: Document, offset: int) -> tuple[int, int]:
    block = document.block_at(offset)
    low, high = (
        (block.span.start, block.span.end) if block and offset < block.span.end else (0, len(document.text))
    )
    return max(low, offset - _REACH), min(high, offset + _REACH)


def _skip_space(text: str, start: int, limit: int) -> int:
    while start < limit and text[start].isspace():
        start += 1
    return start


def _token_before(text: str, stop: int) -> str:
    """What stands before an offset without a space, opening marks left out; nothing if a space stands there."""
    chunk = text[max(0, stop - _WORD_REACH) : max(0, stop)]
    return "" if not chunk or chunk[-1].isspace() else chunk.split()[-1].lstrip(OPENING_MARKS)


def _is_lower(word: str) -> bool:
    return (
        word[:1].islower() and not "\u10d0" <= word[0] <= "\u10ff"
    )  # Georgian letters have no capitals in running text


def _is_listed(word: str, words: frozenset[str]) -> bool:
    return word in words or word.lower() in words


def _is_vowelless(word: str) -> bool:
    if (
        not 1 < len(word) <= _LONGEST_VOWELLESS
        or not word.isalpha()
        or not word[1:].islower()
        or max(word) > _CASED_UNTIL
    ):
        return False
    return _VOWELS.isdisjoint(unicodedata.normalize("NFD", word.lower()))


def _is_reference(text: str, stop: int, word: str) -> bool:
    """Whether a capitalised word and the figure behind it point to a place in a work."""
    return (
        word[:1].isupper()
        and len(word) <= _LONGEST_REFERENCE
        and _REFERENCE.match(text, stop + 1) is not None
    )


def _counts(text: str, start: int) -> bool:
    """Whether a figure stands before a word, which then is a unit."""
    return _token_before(text, start - 1)[-1:].isdigit()


def _is_label(text: str) -> bool:
    """Whether a text is the number of an item alone: "1", "(a", "IV"."""
    label = text.strip().rstrip(".").lstrip(_BULLETS + OPENING_MARKS)
    return label.isdigit() or (len(label) == 1 and label.isalpha())


def _is_inside(text: str, candidate: re.Match[str]) -> bool:
    """Whether a Japanese sentence goes on behind a quotation ("「はい。」と"), or a full-width stop parts decimals."""
    following = text[candidate.end() : candidate.end() + 1]
    if candidate[0] == "．" and following.isdigit():
        return True
    return candidate[0][-1] in "」』）" and following != "" and following in "とっのはがを"


def _omits_whole_sentence(text: str, candidate: re.Match[str]) -> bool:
    """Whether a sign is an ellipsis in brackets behind a sentence that has ended: "so. [...] Then"."""
    before = text[max(0, candidate.start() - 3) : candidate.start()].rstrip("[( \u00a0")
    return (
        candidate[0][-1] in "])"
        and candidate[0][0] in ".…"
        and text[candidate.start() - 1 : candidate.start()] in {"[", "("}
        and before[-1:] in SENTENCE_ENDS
    )
