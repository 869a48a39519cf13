"""Spelling: regional, old and reformed spellings of one word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.languages.orthography import orthographic_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.normalization.tokens import Token
    from provenance.languages.lexicon import Lexicon


_HAN = "\u4e00", "\u9fff"


@lru_cache(maxsize=65536)
def spelled(word: str, lexicon: Lexicon) -> str:
    """A folded word in the spelling that stands for all regional ones."""
    for stem, other in lexicon.stems:
        if word.startswith(stem):
            word = other + word.removeprefix(stem)
            break
    for ending, other in lexicon.endings:
        # Shorter stems are other words: "rise", "wise", "prise".
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            return word.removesuffix(ending) + other
    return word


def same_spelling(one: Sequence[Token], other: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two rows are the same words in another spelling, written as one word or as several.

    Args:
        one: Words of one side.
        other: Words of the other.
        lexicon: The word lists of their language.
    """
    if not one or not other or any(unit.value is not None for unit in (*one, *other)):
        return False
    return _closed_key(one, lexicon) == _closed_key(other, lexicon)


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
    return spelled(word, lexicon)
