"""Older spelling: what spellings of one word share in any language, by what their letters have stood for.

A key is no spelling. Two words of today may share one ("here", "her"), so a key finds a word's place and proves nothing alone.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final
from unicodedata import name, normalize

from rapidfuzz.distance import Indel

from provenance.text.folding import fold_word

# u and v, i, j and y; Russian before 1918; Greek vowels of one sound.
_LETTERS: Final = str.maketrans("vwjyqzѣіѵѳηυω", "uuiiksеиифιιο")
_LETTERS_OF_OLD: Final = str.maketrans("vj", "ui")
_SOUNDS: Final = (
    (r"['’ʼ]|(?<=\w)[ъь]$", ""),
    ("ph", "f"),
    ("(?<=[aeiou])x(?=[aeiou])", "i"),  # dixo, dijo
    ("ch", "k"),
    ("h|c(?=k)", ""),
    ("c(?=[eiy])|t(?=i[aeou])", "s"),
    ("c", "k"),
    (r"g(?=[ei]\w)", "i"),  # muger, mujer
    ("(?<=[^aeo\n])eu(?=[rst]?e?s?$)", "u"),  # receu, reçu
    ("oi(?=(?:s|t|ent)$)", "ai"),  # estoit
    ("[εο]ι", "ι"),
    ("αι", "ε"),
    ("ae", "a"),
)
_DOUBLED: Final = re.compile(r"(\S)\1")
_ENDING: Final = re.compile(r"(?<=\w\w)e(?=[sdn]?$)", re.MULTILINE)
_VOWELS: Final = re.compile("[aeiouаеиоуыэюяαειο]|(?<=[aeiou])b(?=[aeiou])")
_HARDENED: Final = re.compile("dt|d$")  # Brodt, betaelt
_MUTE: Final = frozenset("bdgklps")  # behind or before a consonant: mesme, dict, doubte, aultre
_MUTE_LAST: Final = frozenset("bgk")  # ung, vmb
_MOST_MUTE: Final = 2
_LIKE: Final = 0.5  # of the letters of two spellings
# Kana as they were written before 1946, in the letters of their names.
_KANA: Final = (
    ("SMALL ", ""),
    (r"\bHA\b", "WA"),
    (r"\b[HW](?=[IUEO]\b)", ""),
    (r"\bD(?=[IU]\b)", "Z"),
    (" ", ""),
    ("KUWA", "KA"),
    ("GUWA", "GA"),
    ("IY", "Y"),
    ("AU", "OU"),
    ("EU", "YOU"),
    ("IU", "YUU"),
)


@lru_cache(maxsize=8192)
def sound_key(word: str) -> str:
    """What spellings of a word share that differ by letters of one sound, by doubled ones, a silent "h" or an "e" at the end."""
    return _ENDING.sub("", letters_key(word))


@lru_cache(maxsize=8192)
def letters_key(word: str) -> str:
    """As ``sound_key``, with the "e" at the end, which makes another form of a word in many languages."""
    return _lettered(_folded(word))


def sound_keys(words: Iterable[str]) -> list[str]:
    """The sound keys of many words, in order: one after the other they take ten times as long."""
    return _ENDING.sub("", _lettered("\n".join(map(_folded, words)))).split("\n")


@cache  # few texts need them
def _compiled(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(old, re.MULTILINE), new) for old, new in rules)


def _folded(word: str) -> str:
    return fold_word(word if word.isascii() else normalize("NFC", word).lower().replace("ç", "s"))


def _lettered(text: str) -> str:
    """One folded word, or several on lines of their own, in the letters of their sounds."""
    text = text.translate(_LETTERS)
    for old, new in _compiled(_SOUNDS):
        text = old.sub(new, text)
    return _DOUBLED.sub(r"\1", text)


def differ_in_v_or_j(one: str, other: str) -> bool:
    """Whether two words differ in nothing but "u" for "v" and "i" for "j", which no text of today exchanges."""
    words = [fold_word(word) for word in (one, other)]
    return words[0] != words[1] and len({word.translate(_LETTERS_OF_OLD) for word in words}) == 1


def has_mute(old: str, new: str) -> bool:
    """Whether an old word has one consonant inside that is mute, and the new one has not: "mesme", "même"."""
    long, short = letters_key(old), letters_key(new)
    inner = range(1, len(long) - 1)
    return any(long[at] in _MUTE and _DOUBLED.sub(r"\1", long[:at] + long[at + 1 :]) == short for at in inner)


def sounds_alike(old: str, new: str) -> bool:
    """Whether two words have the same consonants in a row, mute ones of the old word apart, and most letters."""
    if Indel.normalized_similarity(sound_key(old), sound_key(new)) < _LIKE:
        return False
    had, has = map(_skeleton, (old, new))
    while had[:-1] and had[-1:] in _MUTE_LAST and had[-1:] != has[-1:]:
        had = had[:-1]
    if not had or had[-1:] != has[-1:]:
        return had == has
    rest = iter(had)
    left = [letter for letter in has if letter not in rest]
    gone = [step for step in Indel.opcodes(had, has) if step.tag == "delete"]
    mute = all(set(had[step.src_start : step.src_end]) <= _MUTE for step in gone)
    return not left and mute and len(had) - len(has) <= _MOST_MUTE


def _skeleton(word: str) -> str:
    return _VOWELS.sub("", _HARDENED.sub("t", sound_key(word)))


def kana_key(text: str) -> str:
    """What kana in the spellings before and after 1946 share; other signs stand for themselves."""
    names = (name(sign, "") for sign in text)
    told = (
        each.partition(" LETTER ")[2] if each[:8] in {"HIRAGANA", "KATAKANA"} else fold_word(sign)
        for each, sign in zip(names, text, strict=True)
    )
    key = " ".join(told)
    for old, new in _compiled(_KANA):
        key = old.sub(new, key)
    return key
