"""Folding: a normalisation that lets the same words in another dress be recognised as the same.

What folds: the glyphs of quotation marks, dashes, spaces and ligatures, full-width forms, letter case, the accents of
Latin and Greek letters, the vowel signs of Arabic and Hebrew, the digits of every script, letters that many texts write
otherwise (ß, æ, ı, ё, the forms of alef), and traditional, simplified and Japanese forms of a Han character. Whether a
letter that folds makes another word of a word is judged elsewhere. What never folds: a letter of one script to its
look-alike in another, because a Cyrillic "а" among Latin letters is a change that a reader cannot see.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from provenance.files.reading import shipped

# Invisible where they stand: soft hyphen, zero-width space, joiners, marks of direction, byte order mark.
_INVISIBLE = dict.fromkeys(
    (0x00AD, 0x034F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF),
    "",
)
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛‹›′`´ʼʹ＇❛❜\ufffd"), "'") | dict.fromkeys(
    map(ord, "“”„‟«»″〝〞〟＂❝❞「」『』"), '"'
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―⸺⸻−﹘﹣－"), "-")
LETTERS: Final = shipped(__file__, "letters.toml")
"""Letters by what they fold to."""

_LETTERS = {ord("⁄"): "/", **{ord(letter): plain for letters, plain in LETTERS.items() for letter in letters}}
# The vowel signs of Arabic, with its lengthening stroke and the signs of recitation, and of Hebrew.
_VOWELS = dict.fromkeys(
    [
        *(*range(0x0591, 0x05BE), 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7, *range(0x0610, 0x061B)),
        *(0x0640, *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9)),
        *(*range(0x06EA, 0x06EE), *range(0x08D3, 0x08E2), *range(0x08E3, 0x0900)),
    ],
    "",
)
_GLYPHS: dict[int, str] = {**_INVISIBLE, **_QUOTES, **_DASHES, **_LETTERS, **_VOWELS}
_HAN = "\u3400", "\u9fff"
_SPACES = re.compile(" {2,}")
_OVERLAYS = frozenset("\u0335\u0336\u0337\u0338")  # they strike a letter through, and are no accents
_ACCENTED_BASES = ("LATIN", "GREEK")


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """What one character folds to: nothing, one character or a few; folding the result changes nothing."""
    known = _GLYPHS.get(ord(character))
    if known is not None:
        return known
    if character.isspace():
        return " "
    if _HAN[0] <= character <= _HAN[1]:
        return _han_forms().get(character, character)
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    folded = _without_accents(unicodedata.normalize("NFKC", character)).casefold()
    return folded if folded == character else "".join(map(fold_character, folded))


@cache
def _han_forms() -> dict[str, str]:
    """The simplified form of a Han character in another form (tools/generate_han_variants.py)."""
    forms, simplified = (Path(__file__).parent / "han.txt").read_text("utf-8").split()
    return dict(zip(forms, simplified, strict=True))


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    accented = any(map(unicodedata.combining, decomposed))
    if not accented or not unicodedata.name(decomposed[0], "").startswith(_ACCENTED_BASES):
        return text
    return "".join(each for each in decomposed if each in _OVERLAYS or not unicodedata.combining(each))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word in its folded form: what two words must share to count as the same word.

    Combining accents are dropped after Latin and Greek letters, and the brackets of an edited word are too
    ("[T]he" is "the").
    """
    if word.isascii():
        return word.lower().replace("[", "").replace("]", "")
    composed = unicodedata.normalize("NFC", word)
    folded = "".join(map(fold_character, composed)).replace("[", "").replace("]", "")
    return _without_accents(folded) if folded else word


def fold(text: str) -> str:
    """A text folded character by character, each run of white space one space; folding it again changes nothing."""
    return _SPACES.sub(" ", "".join(map(fold_character, text)))
