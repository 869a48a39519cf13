"""Spelling: which words a language has, by the dictionaries of simplemma, which is imported where a changed word looks like a slip."""

from functools import lru_cache
from typing import Final

from provenance.text.language import function_words

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
