"""Names, spellings and damage: which words are the same in another dress, or broken by a wrong encoding."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import Final

from provenance.findings.normalization.tokens import Token
from provenance.languages.lexicon import Lexicon
from provenance.languages.orthography import has_word, house_key, orthographic_key
from provenance.text.folding import fold_word
from provenance.text.tokens import tokenize

_HIDING = "*•#@$!–—-_"  # masks of expletives: "f***", "f—k"
MASKS = ("*", "•", "_", "–", "—", "---")
"""What stands in a key only where it hides letters."""

_HAN = "\u4e00", "\u9fff"

_LOST: Final = "\ufffd"
# What a wrong encoding leaves, and what no text has: half of a pair of UTF-8, a control of Windows' page.
_SIGNS: Final = re.compile("[\ufffd\x80-\x9fÃÂâ]|ï¿½")
# What stands for an apostrophe where Macintosh's or Windows' page was read as another.
_APOSTROPHES: Final = ("í", "Õ", "¹", "ï¿½", "?", "\x92", "\ufffd")
_RUNS: Final = 4  # of lost letters in what can be mended
_LONGEST: Final = 60  # characters of a damaged word and what stands around it
_APART: Final = frozenset(
    "en fr es it pt".split()
)  # languages in which an article is never joined to its noun
_STEM: Final = 4  # letters of a word that a prefix negates, at least


def same_name(ours: Sequence[Token], theirs: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two rows are one name: spelled out and by its initials ("FBI"), or with a first name's initial only."""
    if not ours or not theirs:
        return False
    pairs = ((ours, theirs), (theirs, ours))
    if any(len(one) == 1 and made_of_initials(one[0], full) for one, full in pairs):
        return True
    return len(ours) == len(theirs) and all(
        one.key == other.key or _is_initial(one.text, other.text, lexicon)
        for one, other in zip(ours, theirs, strict=True)
    )


def made_of_initials(short: Token, full: Sequence[Token]) -> bool:
    """Whether a word is a name's initials: ``FBI`` and "Federal Bureau of Investigation"; small words may be left out."""
    letters = short.text.replace(".", "")
    if len(full) < 2 or not letters.isupper() or len(letters) < 2:
        return False
    every = "".join(unit.text[:1] for unit in full)
    return letters in {every.upper(), "".join(letter for letter in every if letter.isupper())}


def _is_initial(one: str, other: str, lexicon: Lexicon) -> bool:
    short, full = sorted((one, other), key=len)
    alike = len(short) == 1 < len(full) and short == full[0] and short.isupper() and short != "I"
    return alike and fold_word(short) not in lexicon.words("courtesy")  # French "M. Roy" is no "Marie Roy"


def only_initials(row: Sequence[Token], text: str) -> bool:
    """Whether a row is nothing but initials of first names ("T."); "I" and "A" are words, unless a full stop follows in a sentence."""
    return bool(row) and all(
        len(unit.text) == 1
        and unit.text.isupper()
        and (unit.text not in {"I", "A"} or (not unit.opens and text.startswith(".", unit.span.end)))
        for unit in row
    )


def masked(mask: str, word: str) -> bool:
    """Whether ``mask`` is a folded word with some of its letters hidden (``f***``, ``s—t``)."""
    head, *tails = re.split(f"[{re.escape(_HIDING)}]+", mask.lower().strip(" .,;:\"'“”"))
    return len(tails) == 1 and bool(head) and word.startswith(head) and word.endswith(tails[0])


def same_spelling(one: Sequence[Token], other: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two rows are the same words in another spelling, written as one word or as several."""
    if not one or not other or any(unit.value is not None for unit in (*one, *other)):
        return False
    return _closed_key(one, lexicon) == _closed_key(other, lexicon)


def makes_another(parts: Sequence[str], whole: str, lexicon: Lexicon) -> bool:
    """Whether words that a blank parts and the one that their letters make are two things: "not able", "the rapist", "in sane".

    So it is where a negation comes or goes, unless it is one that the language joins ("nichtöffentlich"), and where an article
    or a word that elsewhere only negates as a prefix begins another word that the dictionary has.
    """
    negators = lexicon.words("negators")
    first, denied = parts[0], any(part in negators for part in parts)
    if denied or whole in negators:
        joined = whole in negators or first in lexicon.negating_prefixes
        return not (denied and joined) and has_word(whole, lexicon.language)
    small = lexicon.words("function_words")
    article = lexicon.language in _APART and first in lexicon.words("articles")
    prefix = first in lexicon.negating_prefixes and first in small and len(whole) - len(first) >= _STEM
    return (article or prefix) and whole not in small and has_word(whole, lexicon.language)


def _closed_key(row: Sequence[Token], lexicon: Lexicon) -> str:
    if lexicon.language == "ko":  # Han characters stand in brackets behind a name and spell it once more
        row = [unit for unit in row if not _HAN[0] <= unit.text[:1] <= _HAN[1]]
    return "".join(_key(unit.text, lexicon) for unit in row).replace(" ", "").replace("-", "")


@lru_cache(maxsize=8192)
def _key(text: str, lexicon: Lexicon) -> str:
    word = orthographic_key(text, lexicon.language)
    for old, new in lexicon.old_stems:
        if word.startswith(old):
            word = new + word.removeprefix(old)
            break
    return house_key(word, lexicon.language)


def is_lost(text: str) -> bool:
    """Whether a text has lost a letter, an apostrophe before an ending not counted: "don\ufffdt" is "don't"."""
    return _LOST in re.sub(
        f"(?<=[^\\W\\d_]){_LOST}(?=(?:t|s|re|ve|ll|d|m)\\b)", "'", text.replace("ï¿½", _LOST)
    )


def same_mended(damaged: str, whole: str) -> bool:
    """Whether a damaged word or a few, mended, are the words of a whole text."""
    if len(damaged) > _LONGEST:
        return False
    wanted = _words(whole)
    return any(_words(mended) == wanted for mended in _mended(damaged)) or _fits(damaged, whole)


def _mended(text: str) -> Iterator[str]:
    if _SIGNS.search(text):
        from ftfy import fix_encoding  # needed for damaged words alone

        yield fix_encoding(text)
    if "&" in text:
        yield unescape(text)  # an entity that was encoded twice
    for sign in _APOSTROPHES:
        if re.search(rf"[^\W\d_]{re.escape(sign)}[^\W\d_]", text):
            yield text.replace(sign, "'")


def _words(text: str) -> list[str]:
    return [token.folded for token in tokenize(text)]


def _fits(damaged: str, whole: str) -> bool:
    """Whether a whole text is a damaged one with a letter or two for each that was lost."""
    runs = re.findall(f"{_LOST}+", damaged)
    if not 0 < len(runs) <= _RUNS or not any(map(str.isalnum, damaged)):
        return False
    first, *rest = (re.escape(part.lower()) for part in re.split(f"{_LOST}+", damaged.strip()))
    gaps = (f".{{1,{2 * len(run)}}}" for run in runs)
    pattern = first + "".join(gap + part for gap, part in zip(gaps, rest, strict=False))
    return re.fullmatch(pattern, whole.strip().lower()) is not None
