"""Older spelling: changes of an excerpt that prints a source of old in the spelling of today, or the other way round, are called permitted.

A source is of old if it has letters that no text of today has, if the article says that it modernises, or if several of its words
are in no dictionary, and sound as those do that stand in their place; so is an excerpt, that an older edition was copied for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from provenance.alignment.alignment import Disclosure
from provenance.findings.context import Change
from provenance.findings.edits.edit import AlignedTokens
from provenance.findings.normalization.tokens import Token
from provenance.languages.apparatus import vocabulary
from provenance.languages.lexicon import Lexicon
from provenance.languages.older_spelling import (
    differ_in_v_or_j,
    has_mute,
    kana_key,
    letters_key,
    sound_key,
    sounds_alike,
)
from provenance.languages.orthography import has_word
from provenance.text.document import Passage
from provenance.text.folding import fold
from provenance.text.tokens import tokenize

_SIGNS: Final = re.compile(r"[ſѣѳѵѢѲѴ]|\w\w[бвгджзклмнпрстфхцчшщ]ъ\b")
_FEWEST: Final = 2  # words of old that tell a source of old
_FREE_E: Final = frozenset({"en", "da", "no"})  # where an "e" at the end has long stood for nothing


def is_modernised(changes: Sequence[Change], sides: AlignedTokens, around: str, source: str) -> bool:
    """Whether an excerpt prints old spelling in that of today, as its surroundings say, or the source's words tell."""
    if not any(change.lost and change.gained for change in changes):
        return False
    told = fold(around)
    if _SIGNS.search(source) or any(stem in told for stem in vocabulary("modernising")):
        return True
    language = sides.lexicon.language
    old = {pair[0] for rows in map(_rows, changes) for pair in rows if _tells_age(*pair, language)}
    older = {pair[1] for rows in map(_rows, changes) for pair in rows if _tells_age(*pair[::-1], language)}
    return max(len(old), len(older)) >= _FEWEST


def _rows(change: Change) -> Iterator[tuple[str, str]]:
    for variant in change.variants:
        ours, theirs = tokenize(variant.excerpt.text), tokenize(variant.source.text)
        if len(ours) == len(theirs):
            yield from ((one.text, other.text) for one, other in zip(theirs, ours, strict=True))


def _tells_age(one: str, other: str, language: str) -> bool:
    if language == "ja":
        return one != other and kana_key(one) == kana_key(other)
    if differ_in_v_or_j(one, other):
        return True
    old, new = one.lower(), other.lower()
    alike = old != new and sounds_alike(old, new)
    return alike and has_word(new, language) and not has_word(old, language)


def respelled(changes: Sequence[Change], sides: AlignedTokens) -> tuple[Change, ...]:
    """The changes of an excerpt that is modernised, those of spelling alone permitted."""
    return tuple(_permitted(change) if _is_spelling(change, sides.lexicon) else change for change in changes)


def _permitted(change: Change) -> Change:
    variants = tuple(replace(each, disclosure=Disclosure.PERMITTED) for each in change.variants)
    return change._replace(variants=variants, gained=(), lost=())


def _is_spelling(change: Change, lexicon: Lexicon) -> bool:
    if change.disclosure is not Disclosure.UNDECLARED or not (change.lost and change.gained):
        return False
    if lexicon.language == "ja":
        return kana_key(_widened(change.source)) == kana_key(_widened(change.excerpt))
    if len(change.lost) != len(change.gained):
        joined = ("".join(unit.text for unit in row) for row in (change.lost, change.gained))
        return len(set(map(letters_key, joined))) == 1
    return all(_is_respelled(*pair, lexicon) for pair in zip(change.lost, change.gained, strict=True))


def _widened(passage: Passage) -> str:
    """A passage with the sign behind it, with which its last one may make a sound."""
    text, span = passage.document.text, passage.span
    return text[span.start : span.end + 1]


def _is_respelled(one: Token, other: Token, lexicon: Lexicon) -> bool:
    if one.word == other.word:
        return True
    if one.value or other.value:  # "Tuesdaie"
        return not one.value and sound_key(one.text) == sound_key(other.text)
    negators, small = lexicon.words("negators"), lexicon.words("function_words")
    known, new = (has_word(unit.text.lower(), lexicon.language) for unit in (one, other))
    both = one.word in small and other.word in small
    if both or one.word in negators or (known and other.word in negators):
        return False
    if letters_key(one.text) == letters_key(other.text) or has_mute(one.text, other.text):
        return True
    if sound_key(one.text) == sound_key(other.text):
        return lexicon.language in _FREE_E or not (known and new)
    return known != new and sounds_alike(*((other.text, one.text) if known else (one.text, other.text)))
