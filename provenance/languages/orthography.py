"""Orthography: old and reformed spellings of one word meet in one key; and which words a language's dictionary has.

A rule of orthography.toml rewrites the old form into the new one, wherever it stands in a word in small letters. The key is no
spelling: it says of two words that they may be the same, so a rule must not make one of two words of today.
"""

import re
from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from provenance.files.reading import shipped
from provenance.text.folding import fold_word
from provenance.text.language import function_words

# Korean syllables that begin with ㄹ or ㄴ in the North, and with ㅇ or ㄴ in the South.
_SYLLABLES: Final = 0xAC00
_VOWELS, _TAILS = 21, 28
_NIEUN, _RIEUL, _IEUNG = 2, 5, 11
_CODES: Final = {"no": "nb"}
_AVAGRAHA: Final = "\u093d"  # of Devanagari, for a vowel that is not spoken
_LONG: Final = 6  # letters of words that every dictionary holds
_SHORT: Final = 4  # letters of the shortest ones that a whole dictionary tells from slips


@cache
def _compiled(language: str, *, houses: bool = False) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = shipped(__file__, "orthography.toml")
    rewritings = (table["houses"] if houses else table).get(language, ())
    if language == "ko":  # whose syllables are rewritten letter by letter
        rewritings = [[normalize("NFD", form) for form in pair] for pair in rewritings]
    return tuple((re.compile(old), new) for old, new in rewritings)


def has_rules(language: str) -> bool:
    """Whether old or reformed spellings of a language are known."""
    return language in shipped(__file__, "orthography.toml")


@lru_cache(maxsize=8192)
def orthographic_key(word: str, language: str) -> str:
    """What two spellings of one word share in a language, given by its BCP 47 primary subtag."""
    text = normalize("NFC", word).lower().replace("’", "'").replace(_AVAGRAHA, "")
    if language == "ko":
        text = normalize("NFD", _without_initial_law(text))
    for old, new in _compiled(language):
        text = old.sub(new, text)
    return fold_word(text)


@lru_cache(maxsize=65536)
def house_key(word: str, language: str) -> str:
    """What the spellings that houses of today have for a folded word share: British and American, "Photo" and "Foto"."""
    rules = _compiled(language, houses=True)
    if rules and _any_of(rules).search(word):
        for form, new in rules:
            word = form.sub(new, word)
    return word


@cache
def _any_of(rules: tuple[tuple[re.Pattern[str], str], ...]) -> re.Pattern[str]:
    """What finds a word that any of the rules may rewrite: one search where most words are rewritten by none."""
    return re.compile("|".join(form.pattern for form, _ in rules))


def _without_initial_law(word: str) -> str:
    """A Korean word whose first consonant is neither ㄹ nor ㄴ where the South drops or changes it: 리, 이."""
    code = ord(word[0]) - _SYLLABLES if word else -1
    if not 0 <= code < 19 * _VOWELS * _TAILS or code // (_VOWELS * _TAILS) not in {_NIEUN, _RIEUL}:
        return word
    rest = code % (_VOWELS * _TAILS)
    vowel = rest // _TAILS
    initial = _IEUNG if vowel in {2, 3, 6, 7, 12, 17, 20} else _NIEUN  # before ㅑㅒㅕㅖㅛㅠㅣ
    return chr(_SYLLABLES + initial * _VOWELS * _TAILS + rest) + word[1:]


def tells_slips(slip: str, right: str, language: str) -> bool:
    """Whether a word that the dictionary has not is likely none: one with gaps lacks short ones first, and no common one."""
    known = len(slip) >= _LONG or (len(slip) >= _SHORT and is_whole(language))
    return known or (sorted(slip) == sorted(right) and right in function_words().get(language, ()))


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
def is_whole(language: str) -> bool:
    """Whether a dictionary has all of a language's commonest words."""
    return all(has_word(word, language) for word in function_words()[language] if len(word) >= _SHORT)
