"""Sentences: where one ends and the next begins.

Every place that a sentence may end at is found by its sign. Whether it does is told by what stands on its two sides: the
word before (an abbreviation, an initial, an ordinal) and the next one (in small letters, or one that often opens a
sentence). No place costs more than a bounded look around, so that a text is split in time that grows with its length.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from provenance.text.document import Document
from provenance.text.signs import CLOSING_MARKS, FULL_STOPS, OPENING_MARKS, SENTENCE_ENDS, STOPS
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
# In a post: emoji, the space before a row of tags at the end of its line, a tag or a name that ends a line, a line with dots.
_POSTED = (
    r"|[\U0001f000-\U0001faff][\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]{0,40}|[\u2600-\u27bf]\ufe0f"
    r"|[^\S\n](?=#\w{1,80}(?:[^\S\n]{1,3}[#@]\w{1,80}){1,20}[^\S\n]{0,3}(?:\n|\Z))|[#@]\w{1,80}[^\S\n]{0,3}\n"
    r"|\n(?=[^\n]{1,60} · )"
)
_CANDIDATE = re.compile(rf"[{STOPS}{FULL_STOPS};\n](?:{_SIGN}|(?<=\n)[^\S\n]{{0,20}}\n){_POSTED}")
# A sentence is looked for this far on either side of a place, in code points: longer ones are no sentences.
_REACH: Final = 1500
_GAP: Final = 40  # code points between two words that are looked at
_LONGEST_LABEL: Final = 8  # of an item, with its bullet and spaces
_BULLETS: Final = "•⁃◦‣*-–—· "

_NEXT_WORD = re.compile(
    rf"\s*+[{re.escape(OPENING_MARKS)}\-–—*•]{{0,3}}\s{{0,2}}[{re.escape(OPENING_MARKS)}]{{0,3}}(\w+\.?)"
)
_DAY = re.compile(r"\d{1,2}\.|\d{4}\b")
_DATE_BEFORE = re.compile(r"\d{1,4}\.\s?\d{1,2}\Z")
_DATE_BY_YEAR = re.compile(r"\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\Z")
# A figure that stands alone behind a short capitalised word makes a reference: "Oral Arg. 14." but "Tom. 14 men".
_REFERENCE = re.compile(r"\s{1,3}\d{1,5}[a-z]?(?:[-–]\d{1,5})?(?:[.,;:)\]]|\Z)")
_LONGEST_REFERENCE: Final = 5  # letters
_JOINT = re.compile(r"[-'’/]")
_ROMAN = re.compile(r"[IVXLC]{2,6}\Z")
# So far back the word before a stop is read, in code points.
_WORD_REACH: Final = 24
_CASED_UNTIL: Final = "\u0530"  # Latin, Greek and Cyrillic stand before it
_VOWELS: Final = frozenset("aeiouyæøœıаеёиоуыэюяіαεηιουω")
_LONGEST_VOWELLESS: Final = 4  # "vgl", "bzgl", "стр"
_LONGEST_ORDINAL: Final = 3  # digits
_HEAD: Final = 3  # what stands before the last word of an abbreviation of several ("p. ex."), in code points
_LONGEST_PART: Final = 3  # letters between the stops of "Ph.D." and "m.in."


@dataclass(frozen=True, slots=True)
class SentenceSplitter:
    """Splits text into sentences by what is known of one language, or of all together; by default nothing but signs."""

    # Words behind whose stop no sentence ends: `Mr`, `z.b`. One in small letters stands for the same with a capital.
    abbreviations: frozenset[str] = frozenset()
    # Abbreviations that may end a sentence, as they do before a word that often opens one: `etc`.
    closing: frozenset[str] = frozenset()
    # Words in small letters that are abbreviations only before a figure: `no`.
    before_figures: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()  # words in small letters that often open a sentence
    # Single letters that are words, where a stop behind them may end a sentence: `I`.
    words_of_one_letter: frozenset[str] = frozenset()
    # Words in small letters before which a number with a stop is an ordinal: `oktober`.
    ordinal_followers: frozenset[str] = frozenset()
    ordinal_heads: frozenset[str] = frozenset()  # words in small letters behind which one is: `am`
    vowelless: bool = True  # whether a short word without a vowel is an abbreviation

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
        """The sentence, inside its block, that holds an offset, its last sign included; between two it is the later one's."""
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

    def before(self, document: Document, offset: int) -> Span:
        """The sentence that ends last before a place; the first where none does."""
        return self.at(document, max(0, Span(0, offset).worded(document.text).end - 1))

    def around(self, document: Document, span: Span) -> Span:
        """A span widened to the whole sentences that hold its first character and its last."""
        first, last = self.at(document, span.start), self.at(document, max(span.start, span.end - 1))
        return Span(min(first.start, span.start), max(last.end, span.end))

    def ends_at(self, document: Document, offset: int) -> bool:
        """Whether a sentence, a block or the text ends at ``offset``, punctuation and white space aside."""
        low, high = _window(document, max(0, offset - 1))
        ends = (end for end in self.ends(document.text, low, high) if offset <= end <= offset + 6)
        return any(not any(map(str.isalnum, document.text[offset:end])) for end in (high, *ends))

    def begins_at(self, document: Document, offset: int) -> bool:
        """Whether a sentence, a block or the text begins at ``offset``, opening marks and white space aside."""
        start = self.at(document, min(offset, max(0, len(document.text) - 1))).start
        return not any(map(str.isalnum, document.text[start:offset]))

    def knows(self, word: str) -> bool:
        """Whether a word is listed as an abbreviation."""
        lists = (self.abbreviations, self.closing, self.before_figures)
        return any(_is_listed(word, words) for words in lists)

    def _is_end(self, text: str, candidate: re.Match[str], last: int) -> bool:
        """Whether a sentence ends at a sign: white space or the end stands behind it, and the rules allow it."""
        sign, end = candidate[0], candidate.end()
        if sign[0].isspace():
            return True
        if sign[0] in "#@":
            return self._allows_end(text, candidate)
        parted = end == last or sign[0] in FULL_STOPS or text[end].isspace()
        if not parted and not (sign[-1] in "!?" and _is_unspaced(text[end])):
            return False
        return self._allows_end(text, candidate)

    def _allows_end(self, text: str, candidate: re.Match[str]) -> bool:
        """Whether a sentence ends at a sign that may end one, given with the closing marks and note calls behind it."""
        sign, place = candidate[0], candidate.start()
        if sign[0] in FULL_STOPS:
            return not _is_inside(text, candidate)
        following = _NEXT_WORD.match(text, candidate.end())
        word = following[1] if following else ""
        if _is_lower(word) or _omits_whole_sentence(text, candidate):
            return False
        if not word or sign[0] != "." or (len(sign) > 1 and sum(map(STOPS.__contains__, sign)) > 1):
            return True
        return not self._is_abbreviation(text, place, _token_before(text, place), word)

    def _is_abbreviation(self, text: str, stop: int, token: str, following: str) -> bool:
        """Whether the full stop at an offset belongs to the word before it, when ``following`` is the next word."""
        if token[-1:].isdigit():
            return self._is_ordinal(text, stop, token, following)
        word = token if token.isalpha() else _JOINT.split(token)[-1]
        if "." in token:
            parts = token.replace("-", "").split(".")
            initials = all(part.isalpha() and len(part) <= _LONGEST_PART for part in parts)
            return initials and (_is_listed(token, self.abbreviations) or not self._opens(following))
        if len(word) == 1 and len(token) == 1:
            return self._is_initial(text, stop, following)
        head = text[max(0, stop - len(word) - _HEAD) : stop - len(word)]
        known = _is_listed(word, self.abbreviations) or f"{head.strip()}{word.lower()}" in self.abbreviations
        counts = word.lower() in self.before_figures or _is_reference(text, stop, word)
        if known or (counts and following[0].isdigit()):  # "p. ex."
            return True
        short = _is_listed(word, self.closing) or (self.vowelless and _is_vowelless(word))
        is_one = (short or _ROMAN.match(word)) and not self._opens(following)
        # A figure before it makes a unit of it.
        return bool(is_one) and not _token_before(text, stop - len(word) - 1)[-1:].isdigit()

    def _opens(self, following: str) -> bool:
        """Whether a word with a capital, and no initial, often opens a sentence."""
        initial = len(following) == len("A.") and following[1] == "."
        return following[0].isupper() and not initial and following.rstrip(".").lower() in self.openers

    def _is_initial(self, text: str, stop: int, following: str) -> bool:
        letter = text[stop - 1]
        if not letter.isalpha() or letter >= "\u0900":  # Indic and East Asian letters may be words
            return False
        if letter in self.words_of_one_letter:
            return _token_before(text, stop - 2)[:1].isupper()
        return not self._opens(following)

    def _is_ordinal(self, text: str, stop: int, token: str, following: str) -> bool:
        if len(token) > _LONGEST_ORDINAL + 1 or not token.isdigit():
            return False
        if _DATE_BY_YEAR.search(text[max(0, stop - 12) : stop]):  # "2024. 5. 3."
            return True
        if following[0].isdigit():  # "14. 10. 2024"
            dated = following[-1] == "." or bool(_DATE_BEFORE.search(text[max(0, stop - 8) : stop]))
            return dated and bool(_DAY.match(following))
        if len(token) > _LONGEST_ORDINAL:
            return False
        before = _token_before(text, stop - len(token) - 1).lower()
        return following.rstrip(".").lower() in self.ordinal_followers or before in self.ordinal_heads


@lru_cache(maxsize=64)  # one paragraph is asked for its sentences many times
def _ends_of(splitter: SentenceSplitter, document: Document, low: int, high: int) -> tuple[int, ...]:
    return tuple(splitter.ends(document.text, low, high))


def _is_unspaced(character: str) -> bool:
    """Whether an East Asian sentence may begin with a character, behind a sign of another script."""
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff" or character in "「『“"


@cache
def _candidate_or_line() -> re.Pattern[str]:
    """The pattern of candidates where a line feed is one: large as it is, it is made when it is first needed."""
    return re.compile(rf"[{STOPS}{FULL_STOPS};\n](?:{_SIGN}|(?<=\n)){_POSTED}")


def _window(document: Document, offset: int) -> tuple[int, int]:
    block = document.block_at(offset)
    span = block.span if block and offset < block.span.end else document.span
    return max(span.start, offset - _REACH), min(span.end, offset + _REACH)


def _is_label(text: str) -> bool:
    """Whether a text is the number of an item alone: "1", "(a", "IV"."""
    label = text.strip().rstrip(".)").lstrip(_BULLETS + OPENING_MARKS)
    return label.isdigit() or (len(label) == 1 and label.isalpha())


def _token_before(text: str, stop: int) -> str:
    """What stands before an offset without a space, opening marks left out; nothing if a space stands there."""
    chunk = text[max(0, stop - _WORD_REACH) : max(0, stop)]
    return "" if not chunk or chunk[-1].isspace() else chunk.split()[-1].lstrip(OPENING_MARKS)


def _is_lower(word: str) -> bool:
    # Georgian letters have no capitals in running text.
    return word[:1].islower() and not "\u10d0" <= word[0] <= "\u10ff"


def _is_listed(word: str, words: frozenset[str]) -> bool:
    return word in words or word.lower() in words


def _is_vowelless(word: str) -> bool:
    is_short = 1 < len(word) <= _LONGEST_VOWELLESS and word.isalpha() and word[1:].islower()
    if not is_short or max(word) > _CASED_UNTIL:
        return False
    return _VOWELS.isdisjoint(unicodedata.normalize("NFD", word.lower()))


def _is_reference(text: str, stop: int, word: str) -> bool:
    """Whether a capitalised word and the figure behind it point to a place in a work."""
    refers = word[:1].isupper() and len(word) <= _LONGEST_REFERENCE
    return refers and _REFERENCE.match(text, stop + 1) is not None


def _is_inside(text: str, candidate: re.Match[str]) -> bool:
    """Whether a Japanese sentence goes on behind a quotation ("「はい。」と"), or a full-width stop parts decimals."""
    following = text[candidate.end() : candidate.end() + 1]
    if candidate[0] == "．" and following.isdigit():
        return True
    return candidate[0][-1] in "」』）" and following != "" and following in "とっのはがを"


def _omits_whole_sentence(text: str, candidate: re.Match[str]) -> bool:
    """Whether a sign is an ellipsis in brackets behind a sentence that has ended: "so. [...] Then"."""
    sign, start = candidate[0], candidate.start()
    if sign[-1] not in "])" or sign[0] not in ".…" or text[start - 1 : start] not in {"[", "("}:
        return False
    return text[max(0, start - 3) : start].rstrip("[( \u00a0")[-1:] in SENTENCE_ENDS
