"""Tokens: the words and the telling signs of a text, each with its span.

A word is a run of letters and digits. An apostrophe joins letters ("don't"); a full stop, comma, colon or slash joins
digits ("1,200", "10:30", "2·4"), and a point before a number belongs to it (".5"); a raised 2 or 3 belongs to a unit of length ("m²"), any other raised number to none; a minus sign belongs to its number; brackets inside a word join it ("[T]he", "word[s]"); a
hyphen splits. Scripts that put no space between words are cut by character. Signs that carry a figure's sense (currency
signs, "%", "°", "&", and "<", "=", ">" between a word and a number) are tokens; all other punctuation stands between
tokens.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeVar

from provenance.text.folding import fold_word
from provenance.text.memo import Memo
from provenance.text.span import Span

# Scripts without spaces: Thai to Burmese, Khmer, kana, Han and its extensions.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3040-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U000323af"
)
# Combining marks, which Python's ``\w`` leaves out, and what is invisible inside a word.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u0711\u0730-\u074a\u0900-\u0963\u0971-\u0df3\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe20-\ufe2f"
)
_SUPERSCRIPTS = "¹²³\u2070-\u2079"
_POWER = r"(?:\d[\d.,]{0,15})?(?:[kcdmhµ]?m|км|м|см|мм|ft|yd|in|mi)[²³](?!\w)"
_SIGNS = "$¢£¤¥%‰°&+±×÷§\u20a0-\u20c0≤≥％＄￠￡￥￦＆＋"
_COMPARISONS = "<=>≠≈＜＝＞"
_LATIN_WORD = "0-9A-Za-zªµºÀ-ÖØ-öø-\u024f\u00ad¼-¾"
_BEYOND_LATIN = re.compile(  # powers of units too: hardly a text has any
    "[^\x00-±´-\u024f\u2010-\u205f\u20a0-\u20cf\u2100-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff]"
)
_STEP = 1 << 16
_Item = TypeVar("_Item")


def _pattern(letter: str, *, start: str, power: str = "", single: str = "") -> re.Pattern[str]:
    """One pattern for all tokens; a look ahead spares most words and most gaps the rarer forms."""
    joined = (
        r"(?:(?=['’‘ʼ＇\ufffd.,:/·\[])(?:"
        rf"['’‘ʼ＇\ufffd](?=[^\W\d_]){letter}+"  # don't
        rf"|(?<=\d)[.,:/·](?=\d){letter}+"  # 1,200
        rf"|\[(?=[^\W\d_]){letter}{{1,24}}\]{letter}*))*+"  # word[s]
    )
    bracketed = rf"\[(?=[^\W\d_]){letter}{{1,24}}\](?=[^\W\d_]){letter}+"  # [T]he
    signed = r"(?:(?<![^\s(\[{\"'“‘])[-−]\.?|(?<![^\s(\[{\"'“‘$£€<=>])\.)(?=\d)"  # -4, -.5, .5
    compared = rf"(?:(?<=[\w)%])|(?<=[\w)%][ \u00a0]))[{_COMPARISONS}](?=[ \u00a0]?[-−$€£]?[\d.])"  # p < 0.05
    return re.compile(
        rf"({start}(?:{power}{letter}++{joined}|{signed}{letter}+{joined}|{bracketed}{joined}|[{_SIGNS}]{single}|{compared}))"
    )


_LATIN = _pattern(f"[{_LATIN_WORD}]", start=rf"(?=[{_LATIN_WORD}{_SIGNS}{_COMPARISONS}\[−.-])")


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    """The pattern for all scripts: as large as it is, it is made when it is first needed."""
    letter = f"(?:[^\\W_{UNSPACED}{_SUPERSCRIPTS}]|[{_MARKS}])"
    return _pattern(letter, start="(?![\u200b-\u200d\u2060])", power=f"{_POWER}|", single=f"|[{UNSPACED}]")


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that is cut by character."""
    return _unspaced().match(character) is not None


@lru_cache(maxsize=1)
def _unspaced() -> re.Pattern[str]:
    """One character of a script without spaces: as large as it is, it is made when it is first needed."""
    return re.compile(f"[{UNSPACED}]")


class Token(NamedTuple):
    """One word or telling sign."""

    text: str  # as it stands
    span: Span  # where, counted in the text that was cut

    @property
    def folded(self) -> str:
        """What two tokens must share to count as the same word."""
        return fold_word(self.text)


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]`` in order; their spans are counted in the whole text."""
    return tuple(
        Token(word, Span(at, at + len(word)))
        for words, starts in cut(text, start, end)
        for word, at in zip(words, starts, strict=True)
    )


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, their letters and digits only: for counting and looking up."""
    if len(text) > _STEP:
        return [plain for words, _ in cut(text) for word in words if (plain := _PLAIN[word])]
    return list(filter(None, map(_PLAIN.__getitem__, _pattern_for(text).findall(text))))


def _letters_and_digits(word: str) -> str:
    folded = fold_word(word)
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


_PLAIN = Memo(_letters_and_digits)


def runs(items: Sequence[_Item], size: int) -> Iterator[tuple[_Item, ...]]:
    """Every run of so many neighbours, of words for one; none if there are fewer."""
    return zip(*(items[start:] for start in range(size)), strict=False)


def count_words(text: str) -> int:
    """How many words a text holds; two characters of a script without spaces count as one."""
    words = folded_words(text)
    if not _BEYOND_LATIN.search(text):
        return len(words)
    unspaced = sum(1 for word in words if len(word) == 1 and is_unspaced(word))
    return len(words) - unspaced + unspaced // 2


def cut(text: str, start: int = 0, until: int | None = None) -> Iterator[tuple[list[str], list[int]]]:
    """The words of ``text[start:until]`` and their offsets, a piece at a time, so that a long text needs little memory."""
    last = len(text) if until is None else until
    while start < last:
        end = _piece_end(text, start, last)
        piece = text[start:end]
        parts = _pattern_for(piece).split(piece)
        offsets = list(accumulate(map(len, parts), initial=start))
        yield parts[1::2], offsets[1:-1:2]
        start = end


def _pattern_for(piece: str) -> re.Pattern[str]:
    return _LATIN if piece.isascii() or not _BEYOND_LATIN.search(piece) else _any()


def _piece_end(text: str, start: int, last: int) -> int:
    """The end of the next piece: after white space, so that no token is cut in two."""
    end = start + _STEP
    while end < last and not text[end - 1].isspace():
        end += 1
    return min(end, last)
