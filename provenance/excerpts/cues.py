"""Cues: the words by which a text says that a quotation follows, or went before, and whose it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.excerpts import unspaced
from provenance.excerpts.clauses import POSSESSIVES, read_clause
from provenance.excerpts.cue import Cue, Strength
from provenance.excerpts.leading import LEADING
from provenance.excerpts.mention import Mention, MentionKind
from provenance.excerpts.trailing import TRAILING
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Container

    from provenance.excerpts.clause import Clause
    from provenance.languages.cues import Language


def read_before(
    text: str, start: int, end: int, language: Language, *, known: Container[str] = frozenset()
) -> Cue:
    """Read ``text[start:end]``, the sentence that leads up to a quotation, as a cue."""
    if not language.spaced:
        return unspaced_cue(unspaced.read_before(text, start, end, language), Span(start, end))
    clause = read_clause(text, start, end, language, known)
    for read in LEADING:
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
    for read in TRAILING:
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
    if owned and owned[0].key in POSSESSIVES and after:
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
            if mention.kind is MentionKind.NAME and mention.name.casefold() in clause.known:
                continue  # a person of the article
            if strong and gap in {0, 1} and mention.kind in {MentionKind.ORGANISATION, MentionKind.NAME}:
                return None if clause.language.nouns_capitalised and gap else mention
    return None
