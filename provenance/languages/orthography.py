"""Orthography: old and reformed spellings of one word meet in one key; and which words a language's dictionary has.

A rule rewrites the old form into the new one, wherever it stands in a word written in small letters. The key is no
spelling: it says of two words that they may be the same, so a rule must not make one of two words of today.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from provenance.text.folding import fold_word
from provenance.text.language import function_words

_Rules = tuple[tuple[str, str], ...]

# Each language's rules in the order in which they are applied. Stems and endings stand in its words.toml.
_REWRITINGS: Final[Mapping[str, _Rules]] = {
    # heav'd, try'd, the expence of th' army, publick, daemon, gulph; printers before 1650 write loue, vpon, iudge.
    "en": (
        (r"[ao]e(?=[b-df-hj-np-tv-z]\w\w)", "e"),
        (r"ph\b|\bph(?=an)", "f"),
        (r"(?<=[a-z])y'd\b", "ied"),
        (r"e?'d\b", "ed"),
        (r"\bth\b", "the"),
        (r"(?<=\w{3})ick(s?)\b", r"ic\1"),
        (r"(?<=\w{4})y(?=\w)|(?<=\bc)y(?=[dp])", "i"),
        (r"(?<=[aeo])u(?=e(?:n|r|s|d|th)?\b|i)", "v"),
        (r"\bvp(?=on\b|\b)", "up"),
        (r"\bvn(?=\w{3})", "un"),
        (r"\bi(?=[aeou][a-z]{2})", "j"),
    ),
    # Thür, bey, todt, Photographie, Centrum, regiren; Schiffahrt before 1996.
    "de": (
        (r"(?<!s)th", "t"),
        (r"(?<=[bsd])ey", "ei"),
        (r"(?<=o)dt\b", "t"),
        (r"ph", "f"),
        (r"iren\b", "ieren"),
        (r"(?<!s)c(?=[aoulr])", "k"),
        (r"(?<!s)c(?=[eiyä])", "z"),
        (r"([fltpm])\1\1", r"\1\1"),
    ),
    # étoit, enfans, sçavoir, roy; a circumflex folds anyway.
    "fr": (
        (r"(?<=[aou])y\b", "i"),
        (r"(?<=\w\w)oi(?=s\b|t\b|ent\b)", "ai"),
        (r"(?<=nn)o[iî](?=ss|t)|(?<=par)o[iî](?=t)", "ai"),
        (r"(?<=\w\w)([ae])ns\b", r"\1nts"),
        (r"\bsç", "s"),
    ),
    # quando, dexó, México, reyna.
    "es": (
        (r"\bdel\b", "deel"),
        (r"\bal\b", "ael"),
        (r"qu(?=[aoáó])", "cu"),
        (r"x(?=[aeiouáéíóú])", "j"),
        (r"(?<=[aeo])y(?=[bcdfglmnrst])", "i"),
    ),
    # principii, jeri, havere, hora, de la.
    "it": (
        (r"(?<=\w)(?:ij|ii|j)\b", "i"),
        (r"j(?=[aeou])", "i"),
        (r"\bh(?=av|or[ae]|uom)", ""),
        (r"\b(de|da|ne|su)ll(?=[aeo']|i\b)", r"\1l"),
    ),
    # de a, em este, pra; cousa; the reform of 1990, and those of 1911 and 1943 before it.
    "pt": (
        (r"([lmnptcfgbd])\1", r"\1"),
        (r"\bd(?=(?:[ao]|es[st][ea]|aquel[ea]|el[ea])s?\b)", "de"),
        (r"\bn(?=(?:[ao]|es[st][ea]|aquel[ea]|el[ea])s?\b)", "em"),
        (r"\bpel(?=[ao]s?\b)", "por"),
        (r"\bpra\b", "para"),
        (r"ou(?=[rs])", "oi"),
        (r"c(?=[cç])|p(?=ç)", ""),
        (r"(?<!\bpa)(?<!\bba)(?<!\bse)c(?=t[aeiouáéíóúâêôãõr])", ""),
        (r"\b([óo])p(?=tim)", r"\1"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"y", "i"),
        (r"\bh(?=[úu]mid)", ""),
    ),
    # mensch, Nederlandsche, groote, zoo, actie.
    "nl": (
        (r"(?<=[aeiounrldkm])sch(?=\b|en?\b)", "s"),
        (r"([aeou])\1(?=[bcdfghjklmnpqrstvwxz][aeiou])", r"\1"),
        (r"\b([ze])oo\b", r"\1o"),
        (r"c(?=[aou\Wlrt]|k)|c\b", "k"),
        (r"ph", "f"),
    ),
    # Hvad, hafvet, gaf, rödt, qvinna: before 1906.
    "sv": ((r"\bhv", "v"), (r"fv", "v"), (r"f(?=[ts]?\b|[td]a?\b)", "v"), (r"dt\b", "tt"), (r"q(?=v)", "k")),
    "da": ((r"aa", "å"), (r"([kg])j(?=[øæeö])", r"\1"), (r"x", "ks")),
    "no": ((r"aa", "å"), (r"\b([mds])ig\b", r"\1eg")),
    # Before 1918; ё folds anyway.
    "ru": (
        (r"ѣ", "е"),
        (r"[іѵ]", "и"),
        (r"ѳ", "ф"),
        (r"ъ\b", ""),
        (r"(?<=\w)аго\b", "ого"),
        (r"(?<=\w)яго\b", "его"),
        (r"(?<=\w)([ыи])я\b", r"\1е"),
        (r"\b(бе|ра|и|во|ни)з(?=[сктпхцчшщф])", r"\1с"),
        (r"\bея\b", "ее"),
        (r"\bоне\b", "они"),
    ),
    "uk": ((r"ґ", "г"), (r"(?<=про)є(?=кт)", "е"), (r"['ʼ]", "")),
    "pl": ((r"(?<=[bcdfghklłmnprstwz])j(?=[ai])", "i"), (r"(?<=\w)x", "ks"), (r"ey\b", "ej")),
    "cs": ((r"w", "v"),),
    "hu": ((r"cz", "c"), (r"th", "t")),
    "ro": ((r"â", "î"), (r"[ĭŭ]\b", "")),
    "tr": ((r"['ʼ]", ""),),
    # ءامن, as the Quran is printed; "بدءا" is no "بدا".
    "ar": ((r"(?<!ا)ءَ?ا(?=َ?\w)", "ا"),),
    # Vowel letters that a spelling without points puts in.
    "he": ((r"(?<=[א-ת])[וי]+(?=[א-ת])", ""),),
    "ja": ((r"[ゐヰ]", "い"), (r"[ゑヱ]", "え")),
}
# Korean syllables that begin with ㄹ or ㄴ in the North, and with ㅇ or ㄴ in the South.
_SYLLABLES: Final = 0xAC00
_VOWELS, _TAILS = 21, 28
_NIEUN, _RIEUL, _IEUNG = 2, 5, 11


@cache
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(old), new) for old, new in _REWRITINGS.get(language, ()))


def has_rules(language: str) -> bool:
    """Whether old or reformed spellings of a language are known."""
    return language in _REWRITINGS or language == "ko"


@lru_cache(maxsize=8192)
def orthographic_key(word: str, language: str) -> str:
    """What two spellings of one word share in a language, given by its BCP 47 primary subtag."""
    text = unicodedata.normalize("NFC", word).lower().replace("’", "'")
    if language == "ko":
        return fold_word(_without_initial_law(text))
    for old, new in _compiled(language):
        text = old.sub(new, text)
    return fold_word(text)


def _without_initial_law(word: str) -> str:
    """A Korean word whose first consonant is neither ㄹ nor ㄴ where the South drops or changes it: 리, 이."""
    code = ord(word[0]) - _SYLLABLES if word else -1
    if not 0 <= code < 19 * _VOWELS * _TAILS or code // (_VOWELS * _TAILS) not in {_NIEUN, _RIEUL}:
        return word
    rest = code % (_VOWELS * _TAILS)
    vowel = rest // _TAILS
    initial = _IEUNG if vowel in {2, 3, 6, 7, 12, 17, 20} else _NIEUN  # before ㅑㅒㅕㅖㅛㅠㅣ
    return chr(_SYLLABLES + initial * _VOWELS * _TAILS + rest) + word[1:]


_CODES: Final = {"no": "nb"}
_LONG: Final = 6  # letters of words that every dictionary holds
_SHORT: Final = 4  # letters of the shortest ones that a whole dictionary tells from slips


def tells_slips(letters: int, language: str) -> bool:
    """Whether a word of so many letters that the dictionary has not is likely none: one with gaps lacks short ones first."""
    return letters >= _LONG or (letters >= _SHORT and _is_whole(language))


def has_word(word: str, language: str) -> bool:
    """Whether a language's dictionary has a word, in any of its forms; False where there is no dictionary."""
    from simplemma import is_known

    try:
        return is_known(word, lang=_CODES.get(language, language), low_memory=True)
    except ValueError:  # a language that it does not know
        return False


@lru_cache
def has_dictionary(language: str) -> bool:
    """Whether there is a dictionary of a language: it has one of its commonest words."""
    return any(has_word(word, language) for word in function_words().get(language, ()))


@lru_cache
def _is_whole(language: str) -> bool:
    """Whether a dictionary has all of a language's commonest words."""
    return all(has_word(word, language) for word in function_words()[language] if len(word) >= _SHORT)
