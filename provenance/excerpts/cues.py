"""Cues: the words by which a text says that a quotation follows, or went before, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from provenance.excerpts import unspaced
from provenance.excerpts.clauses import (
    Clause,
    behind,
    is_object,
    object_of,
    read_clause,
    subject_of,
    with_person,
)
from provenance.excerpts.mentions import Mention, MentionKind
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Container

    from provenance.excerpts.language import Language

_LONGEST_LEAD = (
    14  # words between a quotation's end and the verb that closes it: "Ann Lee, who runs the mill, said"
)
_SUBJECT_OPENERS = 3  # words before the subject of such a verb: "she", "the former mayor"
_CONJUNCTIONS = frozenset("and but und aber et mais y pero e ma mas en maar и а но і але i ale".split())
_DASHES = frozenset("—–-―")
_VOICES = frozenset((MentionKind.PERSON, MentionKind.OUTLET, MentionKind.ORGANISATION, MentionKind.NAME))


class Strength(IntEnum):
    """How clearly a cue says that it introduces somebody's words."""

    NONE = 0
    LABEL = 1  # a colon and a name, or "an excerpt:"
    FRAME = 2  # a reporting verb or "according to" with whoever is quoted


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue says.

    Attributes:
        span: Its place in the text.
        strength: How clearly it says that it introduces somebody's words.
        voice: Who is quoted, as mentioned: a name, a pronoun, an office; None where it does not say.
        outlet: The outlet named besides, by the name it goes by.
        dropped: Whether a verb stands without its subject, as some languages allow.
        matched: Where the words end that name whoever is quoted; 0 if none do.
    """

    span: Span
    strength: Strength = Strength.NONE
    voice: Mention | None = None
    outlet: str | None = None
    dropped: bool = False
    matched: int = 0


def read_before(
    text: str, start: int, end: int, language: Language, *, known: Container[str] = frozenset()
) -> Cue:
    """Read ``text[start:end]``, the sentence that leads up to a quotation, as a cue."""
    if not language.spaced:
        return unspaced_cue(unspaced.read_before(text, start, end, language), Span(start, end))
    clause = read_clause(text, start, end, language, known)
    for read in (_according, _label, _verb_before, _colon):
        cue = read(clause)
        if cue is not None:
            return _with_outlet(replace(cue, span=Span(start, end)), clause)
    return _with_outlet(Cue(Span(start, end)), clause)


def read_after(
    text: str, start: int, end: int, language: Language, *, known: Container[str] = frozenset()
) -> Cue:
    """Read ``text[start:end]``, what follows a quotation up to the end of the sentence, as a cue."""
    if not language.spaced:
        return unspaced_cue(unspaced.read_after(text, start, end, language), Span(start, end))
    clause = read_clause(text, start, end, language, known)
    for read in (_reading, _according_at_start, _verb_after, _name_after_dash, _in_brackets):
        cue = read(clause)
        if cue is not None:
            return _with_outlet(replace(cue, span=Span(start, end)), clause)
    return Cue(Span(start, end))


def unspaced_cue(voice: unspaced.Voice | None, span: Span) -> Cue:
    """The cue in a text whose words do not stand apart."""
    if voice is None:
        return Cue(span)
    mention = None
    if voice.name is not None and voice.span is not None and not voice.is_outlet:
        kind = MentionKind.PRONOUN if voice.is_pronoun else MentionKind.PERSON
        mention = Mention(kind, voice.name, voice.span, range(0))
    return Cue(span, Strength.FRAME, mention, voice.name if voice.is_outlet else None)


def _with_outlet(cue: Cue, clause: Clause) -> Cue:
    """The cue with the outlet that it names: as the one quoted, or as the one to which a person spoke."""
    voice = cue.voice
    cue = replace(cue, matched=voice.span.end if voice is not None else 0)
    if voice is not None and voice.kind is MentionKind.OUTLET:
        return replace(cue, voice=_writer_for(voice, clause), outlet=voice.name)
    told = _told(clause)
    if told is not None and told is not voice:
        return replace(cue, outlet=told.name)
    known = next((m for m in clause.found if m.kind is MentionKind.OUTLET), None)
    return replace(cue, outlet=known.name) if known is not None and cue.strength else cue


def _writer_for(outlet: Mention, clause: Clause) -> Mention | None:
    """The person of "The Gazette's Ann Lee writes" and "Ann Lee at the Gazette"."""
    after = [m for m in clause.found if m.kind is MentionKind.PERSON and m.words.start > outlet.words.stop]
    owned = clause.words[outlet.words.stop : outlet.words.stop + 1]
    if owned and owned[0].key in {"'s", "'"} and after:
        return after[0]
    return None


def _told(clause: Clause) -> Mention | None:
    """The outlet to which somebody spoke: "told the Gazette", "im Gespräch mit der Gazette"."""
    for span in clause.language.told.find(clause.words):
        strong = len(span) > 1 or len(clause.words[span.start].key) > 3
        for mention in clause.found:
            gap = mention.words.start - span.stop
            if mention.kind is MentionKind.OUTLET and 0 <= gap <= 3:
                return mention
            if strong and gap in {0, 1} and mention.kind in {MentionKind.ORGANISATION, MentionKind.NAME}:
                return None if clause.language.nouns_capitalised and gap else mention
    return None


def _according(clause: Clause) -> Cue | None:
    """Read "According to OUT", "laut X", "X zufolge"; the last one counts."""
    language = clause.language
    for span in reversed(language.according.find(clause.words)):
        voice = object_of(clause, span.stop)
        near = voice is not None and voice.words.start - span.stop <= _LONGEST_LEAD // 2
        if voice is not None and near and not any(verb.start > voice.words.stop for verb in clause.verbs):
            return Cue(Span(0, 0), Strength.FRAME, voice)
    for span in language.following.find(clause.words):
        before = [m for m in clause.found if m.words.stop == span.start]
        if before:
            return Cue(Span(0, 0), Strength.FRAME, before[-1])
    return None


def _label(clause: Clause) -> Cue | None:
    """Read "Here's an excerpt:", "From the ruling:": sets up an excerpt and may name nobody."""
    if not clause.words or clause.words[-1].text not in ":：":
        return None
    found = clause.language.excerpt_labels.find(clause.words)
    if not found or found[-1].stop < len(clause.words) - _LONGEST_LEAD or clause.verbs:
        return None
    voice = next((m for m in reversed(clause.found) if m.is_named), None)
    return Cue(Span(0, 0), Strength.LABEL, voice)


def _verb_before(clause: Clause) -> Cue | None:
    """Read "X said", the last verb that has a subject; a pronoun takes the name before it in the same sentence."""
    pronoun: Cue | None = None
    for verb in reversed(clause.verbs):
        voice = subject_of(clause, verb)
        if voice is None:
            continue
        cue = Cue(Span(0, 0), Strength.FRAME, voice)
        if voice.kind is not MentionKind.PRONOUN:
            return cue if pronoun is None or voice.kind is MentionKind.PERSON else pronoun
        pronoun = pronoun or cue
    if pronoun is None and clause.verbs and clause.language.dropped_subject:
        return Cue(Span(0, 0), Strength.FRAME, dropped=True) if _ends_in_colon(clause) else None
    return pronoun


def _ends_in_colon(clause: Clause) -> bool:
    return bool(clause.words) and clause.words[-1].text in {":", "："}


def _colon(clause: Clause) -> Cue | None:
    """A sentence that ends in a colon and names somebody: "Ann Lee: ", "the Gazette on the bridge:"."""
    if not clause.words or clause.words[-1].text not in {":", "："}:
        return None
    last = _last_clause(clause)
    if last is not None:
        return Cue(Span(0, 0), Strength.LABEL, last)
    subjects = [m for m in clause.found if m.kind in _VOICES and not is_object(clause, m)]
    voice = next((m for m in subjects if m.kind in {MentionKind.PERSON, MentionKind.OUTLET}), None)
    voice = voice or next(iter(subjects), None) or next((m for m in clause.found if m.kind in _VOICES), None)
    voice = voice or next((m for m in clause.found if m.kind is not MentionKind.NAME), None)
    return Cue(Span(0, 0), Strength.LABEL, voice) if voice is not None else None


def _last_clause(clause: Clause) -> Mention | None:
    """The subject that begins the clause behind the last "and" or "but", if a person or a pronoun does."""
    cuts = [index for index, word in enumerate(clause.words) if word.key in _CONJUNCTIONS]
    for mention in clause.found:
        if cuts and cuts[-1] < mention.words.start <= cuts[-1] + 4 and not is_object(clause, mention):
            return mention if mention.kind in {MentionKind.PERSON, MentionKind.PRONOUN} else None
    return None


def _first_word(clause: Clause) -> int:
    """The index of the first word behind the comma or dash that follows a quotation."""
    return next(
        (index for index, word in enumerate(clause.words) if word.is_word or word.text == "("),
        len(clause.words),
    )


def _reading(clause: Clause) -> Cue | None:
    """Read "one reads in OUT": at once behind the quotation."""
    first = _first_word(clause)
    for span in clause.language.reading.find(clause.words):
        if span.start - first <= 1:
            voice = clause.mention_after(span.stop, _VOICES) or clause.mention_after(span.stop)
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
    if voice is None or voice.words.start - first > _LONGEST_LEAD // 2:
        return None
    return Cue(Span(0, 0), Strength.FRAME, with_person(clause, voice))


def _verb_after(clause: Clause) -> Cue | None:
    """Read "… , said X", "… , X said": the subject or the verb begins what follows the quotation."""
    first = _first_word(clause)
    for verb in clause.verbs:
        if verb.start - first > _LONGEST_LEAD or clause.has_stop(first, verb.start, frozenset(".!?;:")):
            return None
        if verb.start - first <= 1:
            voice = behind(clause, verb) if verb.start == first else None
            voice = voice or _opening_subject(clause, first, verb) or behind(clause, verb)
        else:
            voice = _opening_subject(clause, first, verb)
        if voice is not None:
            return Cue(Span(0, 0), Strength.FRAME, voice)
        if clause.language.dropped_subject and verb.start == first:
            return Cue(Span(0, 0), Strength.FRAME, dropped=True)
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
