"""Trailing cues: what a sentence that goes on behind a quotation says of whose words it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.excerpts.apposition import with_person
from provenance.excerpts.authors import quoted_or_author
from provenance.excerpts.clauses import (
    LONGEST_LEAD,
    POSSESSIVES,
    VOICES,
    behind,
    described,
    inverted_subject,
    object_of,
    subject_of,
)
from provenance.excerpts.cue import Cue, Strength
from provenance.excerpts.mention import Gender, Mention, MentionKind
from provenance.excerpts.owners import owned_nouns
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.excerpts.clause import Clause
    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

_LONGEST_LINK = 5  # words between a quotation and the noun for it: "was the former mayor's answer"
_PAUSES = frozenset(",—–")
_SHORTEST_VERB = 4  # characters
_SUBJECT_OPENERS = 3  # words before the subject of such a verb: "she", "the former mayor"
_DASHES = frozenset("—–-―")


def _reading(clause: Clause) -> Cue | None:
    """Read "one reads in OUT": at once behind the quotation."""
    first = _first_word(clause)
    for span in clause.language.reading.find(clause.words):
        if span.start - first <= 1:
            voice = clause.mention_after(span.stop, VOICES) or clause.mention_after(span.stop)
            return Cue(Span(0, 0), Strength.FRAME, voice)
    return None


def _according_at_start(clause: Clause) -> Cue | None:
    first = _first_word(clause)
    if first >= len(clause.words):
        return None
    length = clause.language.according.at(clause.words, first) or clause.language.author_marks.at(
        clause.words, first
    )
    if not length:
        return None
    voice = object_of(clause, first + length)
    if voice is None or voice.words.start - first > LONGEST_LEAD // 2:
        return None
    return Cue(Span(0, 0), Strength.FRAME, with_person(clause, voice))


def _noun_after(clause: Clause) -> Cue | None:
    """Read "… was the answer of X", "these are X's words": somebody's words, right behind a quotation."""
    first = _first_word(clause)
    if first >= len(clause.words) or not _may_open(clause, first):
        return None
    for noun, owner in owned_nouns(clause):
        if noun.start - first <= _LONGEST_LINK and not clause.has_stop(first, noun.start):
            return Cue(Span(0, 0), Strength.FRAME, owner, owned=True)
    return None


def _may_open(clause: Clause, first: int) -> bool:
    """Whether a word begins "was the answer", "das waren die Worte", "lautet die Antwort"."""
    language = clause.language
    near = clause.words[first : first + 2]
    return any(word.key in language.copulas for word in near) or clause.words[first].key in language.pointing


def _verb_after(clause: Clause) -> Cue | None:
    """Read "… , said X", "… , X said": the subject or the verb begins what follows the quotation."""
    first = _first_word(clause)
    if clause.words[:1] and clause.words[0].text == "(":
        return None  # a sentence of its own in brackets
    for verb in clause.verbs:
        if clause.has_stop(first, verb.start, frozenset(".!?;:")):
            return None
        if verb.start - first > LONGEST_LEAD:
            return _tag(clause, verb)
        if verb.start - first <= 1:
            voice = behind(clause, verb) if verb.start == first else None
            voice = voice or _opening_subject(clause, first, verb) or behind(clause, verb)
            voice = voice or (described(clause, verb) if verb.start == first else None)
        else:
            voice = inverted_subject(clause, verb) or _opening_subject(clause, first, verb)
        if voice is not None:
            return Cue(Span(0, 0), Strength.FRAME, quoted_or_author(clause, verb, voice))
        if clause.language.dropped_subject and verb.start == first:
            return _dropped(clause, verb)
    return None


def _dropped(clause: Clause, verb: range) -> Cue:
    """The cue of a verb without a subject: somebody named before, or, by the verb's ending, several."""
    word = clause.words[verb.stop - 1]
    if not word.key.endswith(clause.language.plural_endings.plain):
        return Cue(Span(0, 0), Strength.FRAME, dropped=True)
    span = Span(word.start, word.end)
    several = Mention(MentionKind.PRONOUN, word.text, span, range(verb.stop - 1, verb.stop), Gender.PLURAL)
    return Cue(Span(0, 0), Strength.FRAME, several)


def _unlisted_verb(clause: Clause) -> Cue | None:
    """Read "…», murmuraba Lerma.": between a comma and a person's name a word with a verb's ending, listed or not."""
    first = _first_word(clause)
    pauses = clause.words[:first]
    if not pauses or first >= len(clause.words) or any(word.text not in _PAUSES for word in pauses):
        return None
    for mention in clause.found if _may_be_verb(clause.words[first], clause.language) else ():
        if mention.words.start == first + 1:
            after = clause.words[mention.words.stop : mention.words.stop + 1]
            person = mention.kind is MentionKind.PERSON or mention.name.casefold() in clause.known
            closed = not after or (not after[0].is_word and after[0].key not in POSSESSIVES)
            return Cue(Span(0, 0), Strength.FRAME, mention, guessed=True) if person and closed else None
    return None


def _may_be_verb(word: Word, language: Language) -> bool:
    """Whether a word ends as the verbs of its language do, and is none of its other words."""
    if word.is_capitalised or len(word.text) < _SHORTEST_VERB:
        return False
    if not word.key.endswith(language.verb_endings.plain) or word.key in language.no_verbs:
        return False
    others = (
        language.function_words,
        language.prepositions,
        language.copulas,
        language.roles,
        language.roles_feminine,
        language.honorifics,
        language.speech_nouns,
    )
    return not any(word.key in one for one in others)


def _tag(clause: Clause, verb: range) -> Cue | None:
    """Read "…” if the lamps fail again before the winter is over, Ann Lee said": somebody between a comma and the verb."""
    for mention in clause.found:
        before = clause.words[mention.words.start - 1] if mention.words.start else None
        if mention.words.stop == verb.start and before is not None and before.text == ",":
            return Cue(Span(0, 0), Strength.FRAME, mention)
    return None


def _opening_subject(clause: Clause, first: int, verb: range) -> Mention | None:
    """The subject between the quotation's end and the verb, if the sentence begins with it."""
    subjects = [m for m in clause.found if first <= m.words.start and m.words.stop <= verb.start]
    if not subjects or subjects[0].words.start - first > _SUBJECT_OPENERS:
        return None
    return subject_of(clause, verb) if len(subjects) > 1 else subjects[0]


def _name_after_dash(clause: Clause) -> Cue | None:
    """Read "— Ann Lee, The Gazette" behind a quotation."""
    if not clause.words or clause.words[0].text not in _DASHES or not clause.found:
        return None
    voice = clause.found[0]
    rest = clause.words[voice.words.stop :]
    if voice.words.start > 2 or not voice.is_named or (clause.verbs and rest):
        return None
    return Cue(Span(0, 0), Strength.FRAME, voice)


def _in_brackets(clause: Clause) -> Cue | None:
    """Read "(The Gazette)", "(Ann Lee, 2019)" directly behind a quotation."""
    if not clause.words or clause.words[0].text not in "([" or not clause.found:
        return None
    voice = clause.found[0]
    closing = next((index for index, word in enumerate(clause.words) if word.text in ")]"), 0)
    inside = voice.words.stop <= closing <= 12
    skipped = clause.words[1 : voice.words.start]
    labelled = clause.language.source_labels.at(clause.words, 1) if len(clause.words) > 1 else 0
    if not inside or not voice.is_named or (len(skipped) > 1 and not labelled):
        return None
    if clause.language.discovery.at(clause.words, 1) or clause.language.title_words.find(
        clause.words[:closing]
    ):
        return None
    return Cue(Span(0, 0), Strength.FRAME, voice)


def _first_word(clause: Clause) -> int:
    """The index of the first word behind the comma or dash that follows a quotation."""
    return next(
        (index for index, word in enumerate(clause.words) if word.is_word or word.text == "("),
        len(clause.words),
    )


TRAILING: tuple[Callable[[Clause], Cue | None], ...] = (
    _reading,
    _according_at_start,
    _noun_after,
    _verb_after,
    _unlisted_verb,
    _name_after_dash,
    _in_brackets,
)
"""The readers, in the order in which they are believed. The spans of their cues are still empty."""
