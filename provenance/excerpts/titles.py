"""Titles: quoted words that name something, so that nobody has said them: a title, a slogan, the “no lamps” sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.cue import Cue, Strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.excerpts.pieces import Piece
    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

_READ = 60  # characters before and behind a quotation
_TITLE_CASE = 0.75  # share of the longer words that begin with a capital
_ENDS = frozenset(".!?…。！？")
_HYPHENS = frozenset("-‐‑")
_NO_NOUNS = ("ly", "ed", "ing")  # "the “…” recently", "the “…” raised by", "the “…” facing"


def is_title(piece: Piece, cue: Cue) -> bool:
    """Whether the quoted words are a title, a name, a slogan: by the words around them or by their capitals."""
    text, language = piece.text, piece.scene.language
    lead = piece.cut(piece.before).rstrip()
    words = language.words(lead[-_READ:])
    if _is_modifier(piece, words) or _is_named_before(piece, words):
        return True
    ends_sentence = text[-1:] in _ENDS or text[-1:] in ",，"
    while words and words[-1].text in ":,":
        words.pop()
    if words and words[-1].is_word and (not ends_sentence or lead.endswith(":") or _is_title_case(text)):
        found = language.title_words.find(words)
        if found and found[-1].stop == len(words) and not cue.owned and not _is_said(words, language):
            return text[:1].isupper() or cue.strength is not Strength.FRAME or not text[:1].isalpha()
    if language.nouns_capitalised or text[-1:] in ".,":
        return False
    return _is_title_case(text)


def _is_modifier(piece: Piece, lead: Sequence[Word]) -> bool:
    """Whether a noun follows for what the words are the name of: "the “no lamps” sign", "„Keine Lampen“-Regel"."""
    text, language = piece.scene.text, piece.scene.language
    start = piece.quotation.outer.end
    if text[start : start + 1] in _HYPHENS and text[start + 1 : start + 2].isalpha():
        return True
    if not language.spaced or not lead or piece.text[-1:] in ".,":
        return False
    after = language.words(text, start, min(piece.after.end, start + _READ))
    if not after or not after[0].is_word:
        return False
    pointing = lead[-1].key in language.determiners or lead[-1].key in language.demonstratives
    if pointing and after[0].key in language.named_things:
        return True
    return lead[-1].key in language.determiners and _is_noun(after[0], language)


def _is_noun(word: Word, language: Language) -> bool:
    """Whether nothing shows that a word in lower case is something else, where nouns begin so."""
    if language.nouns_capitalised or word.is_capitalised or word.key.endswith(_NO_NOUNS):
        return False
    others = (
        language.function_words,
        language.prepositions,
        language.verbs,
        language.copulas,
        language.auxiliaries,
        language.speech_nouns,
        language.no_nouns,
    )
    return not any(word.key in one for one in others)


def _is_named_before(piece: Piece, lead: Sequence[Word]) -> bool:
    """Whether a noun for what the words are the name of stands before them, and they cannot be said of it: "the song “the …”"."""
    language = piece.scene.language
    if not lead or lead[-1].key not in language.named_things:
        return False
    first = language.words(piece.text[:_READ])[:1]
    return any(word.key in language.determiners or word.key in language.articles for word in first)


def _is_said(words: Sequence[Word], language: Language) -> bool:
    """Whether the last words are those of a verb of more than one word: "quoted her as saying"."""
    verbs = language.verbs.find(words)
    return bool(verbs) and verbs[-1].stop == len(words) and len(verbs[-1]) > 1


def _is_title_case(text: str) -> bool:
    """Whether nearly every longer word begins with a capital."""
    long_words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 1 and capitals >= _TITLE_CASE * len(long_words) and not text.isupper()
