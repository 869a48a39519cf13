"""Reporting verbs: which words of a sentence say that somebody says something, and which only look like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

_INFINITIVE = frozenset(("to", "zu", "te"))  # "to say", "zu sagen": nobody has said anything yet
_BEFORE_NOUNS = frozenset("of for in at by from with about after before over amid despite without".split())
_CLAUSES = frozenset(("that", ":"))  # begin what somebody says
_FARTHEST_PREFIX = 14  # words between a separable verb and its prefix


def reporting_verbs(words: Sequence[Word], language: Language) -> list[range]:
    """Where the reporting verbs of a sentence stand, in order.

    Args:
        words: Of one sentence.
        language: Their language.
    """
    verbs = [verb for verb in language.verbs.find(words) if not _is_no_verb(words, verb, language)]
    return sorted((*verbs, *_separated(words, language)), key=lambda verb: verb.start)


def _is_no_verb(words: Sequence[Word], verb: range, language: Language) -> bool:
    """Whether the form of a reporting verb is an infinitive, a noun ("after the report") or an adjective ("asking price")."""
    before = words[verb.start - 1] if verb.start else None
    if before is None:
        return False
    if before.key in _INFINITIVE:
        return True
    if language.nouns_capitalised or not language.determiners:
        return False
    if before.key in language.determiners or before.key in _BEFORE_NOUNS:
        return True
    return before.is_word and not before.is_capitalised and _is_adjective(words, verb, language)


def _is_adjective(words: Sequence[Word], verb: range, language: Language) -> bool:
    """Whether a participle stands before a noun: "the asking price", but not "the board noting only that"."""
    if len(verb) > 1 or words[verb.start].key not in language.participles:
        return False
    after = words[verb.stop : verb.stop + 2]
    opens = not after or any(word.key in _CLAUSES for word in after)
    return not opens and words[verb.start - 1].key not in language.auxiliaries


def _separated(words: Sequence[Word], language: Language) -> list[range]:
    """The verbs whose prefix stands at the end of the clause: "führt Ina Roth weiter aus:"."""
    if not language.nouns_capitalised:
        return []
    found = []
    for index, word in enumerate(words):
        prefixes = language.prefixes_of(word.key)
        if not prefixes:
            continue
        ahead = range(index + 2, min(len(words), index + _FARTHEST_PREFIX))
        end = next((at for at in ahead if not words[at].is_word), min(len(words), index + _FARTHEST_PREFIX))
        if end > index + 2 and words[end - 1].key in prefixes:
            found.append(range(index, index + 1))
    return found
