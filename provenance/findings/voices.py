"""Voices: the words that a source puts in quotation marks, and the people to whom it gives them.

A speaker is only believed where the sentence of the quotation names one next to a verb of saying. "She said" names
nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.alignment.alignment import VariantKind
from provenance.excerpts.quotation_marks import Quotation, quotations
from provenance.text.span import Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.alignment.alignment import Alignment
    from provenance.languages.cues import Language
    from provenance.text.document import Document

_TAG_LIMIT = 160  # characters beside a quotation that are read as its tag
_VERB_WITHIN = 12  # words of the tag's beginning in which its verb stands
_SENTENCE_END = re.compile(
    r"[.!?…](?=\s|$)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[A-Z]\.)"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Words between quotation marks.

    Attributes:
        span: The words, without the marks.
        region: The words and the tag that says whose they are ("said the fitter, Piet Halvar").
        speaker: The name in the tag, titles left out; None where it names nobody.
        chain: The number of the speech that it belongs to: "…," she said. "…" is one speech.
        tagged: Whether a tag gives the speech to somebody, by name or not ("a fitter told the board").
    """

    span: Span
    region: Span
    speaker: str | None
    chain: int
    tagged: bool = False


@lru_cache(maxsize=8)
def voices(document: Document, language_code: str) -> tuple[Voice, ...]:
    """The quoted words of a source, in order.

    Args:
        document: The source's text.
        language_code: The language whose verbs of saying tell who speaks.
    """
    from provenance.languages.cues import language

    spoken = language(language_code)
    found: list[Voice] = []
    for start, end in _blocks(document):
        found.extend(_Reader(document.text, start, end, spoken).voices(len(found)))
    return tuple(found)


def speech(document: Document, spans: Iterable[Span], language_code: str) -> tuple[Voice, ...]:
    """The voices of the one speech that holds all of ``spans``; none if they lie in several or outside of any."""
    every = voices(document, language_code)
    chains = set()
    for core in filter(len, (_trimmed(document.text, span) for span in spans)):
        holder = next((voice for voice in every if voice.span.covers(core)), None)
        chains.add(holder.chain if holder else -1)
    if len(chains) != 1 or -1 in chains:
        return ()
    return tuple(voice for voice in every if voice.chain in chains)


def speaker_of(voices_of_speech: Iterable[Voice]) -> str | None:
    """The one person to whom a speech is given; None if nobody or several are named."""
    named = {voice.speaker for voice in voices_of_speech if voice.speaker}
    return named.pop() if len(named) == 1 else None


def kept_spans(alignment: Alignment) -> list[Span]:
    """The parts of the source that the excerpt kept, without what it left out between them."""
    omitted = [
        v.source.span for v in alignment.variants if v.kind is VariantKind.OMISSION and len(v.source.span)
    ]
    return [kept for placement in alignment.placements for kept in _without(placement.source.span, omitted)]


def _without(span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    start = span.start
    for hole in sorted(hole for hole in holes if span.overlaps(hole)):
        if start < hole.start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


def _trimmed(text: str, span: Span) -> Span:
    """The span without the marks, stops and spaces at its edges."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _blocks(document: Document) -> Iterator[tuple[int, int]]:
    if not document.blocks:
        yield 0, len(document.text)
    yield from ((block.span.start, block.span.end) for block in document.blocks)


class _Reader:
    """The voices of one block."""

    def __init__(self, text: str, start: int, end: int, spoken: Language) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.language = spoken
        self.quotations = quotations(text, start, end)

    def voices(self, first_chain: int) -> Iterator[Voice]:
        """Every quotation of the block; those of one speech share a chain and its speaker.

        Args:
            first_chain: A number that no chain before has.
        """
        before: Voice | None = None
        for index, quotation in enumerate(self.quotations):
            voice = self._voice(index, quotation, first_chain + index)
            if before and voice.speaker in {None, before.speaker} and self._continues(before, index):
                voice = replace(
                    voice, chain=before.chain, speaker=voice.speaker or before.speaker, tagged=True
                )
            yield voice
            before = voice

    def _voice(self, index: int, quotation: Quotation, chain: int) -> Voice:
        for tag in (self._tag_after(index), self._tag_before(index)):
            if tag is not None and self._has_verb(tag):
                return Voice(
                    quotation.inner, hull((quotation.outer, tag)), self._name(tag), chain, tagged=True
                )
        return Voice(quotation.inner, quotation.outer, None, chain)

    def _tag_after(self, index: int) -> Span | None:
        """The rest of the sentence behind a quotation that does not end it."""
        quotation = self.quotations[index]
        if not quotation.closed or self.text[quotation.inner.end - 1] in ".…":
            return None
        limit = self.quotations[index + 1].outer.start if index + 1 < len(self.quotations) else self.end
        start, limit = quotation.outer.end, min(limit, quotation.outer.end + _TAG_LIMIT)
        stop = _SENTENCE_END.search(self.text, start, limit)
        return Span(start, stop.start() if stop else limit) if start < limit else None

    def _tag_before(self, index: int) -> Span | None:
        """The beginning of the sentence before a quotation, where a comma or a colon leads to it."""
        quotation = self.quotations[index]
        floor = self.quotations[index - 1].outer.end if index else self.start
        floor = max(floor, quotation.outer.start - _TAG_LIMIT)
        lead = self.text[floor : quotation.outer.start].rstrip()
        if not lead.endswith((",", ":")):
            return None
        stops = [stop.end() for stop in _SENTENCE_END.finditer(lead)]
        return Span(floor + (stops[-1] if stops else 0), floor + len(lead))

    def _continues(self, before: Voice, index: int) -> bool:
        """Whether only the tag of the voice before stands between it and this quotation."""
        gap = self.text[before.region.end : self.quotations[index].outer.start]
        return before.tagged and not any(character.isalnum() for character in gap)

    def _has_verb(self, tag: Span) -> bool:
        words = self.language.words(self.text, tag.start, tag.end)
        return bool(self.language.verbs.find(words[:_VERB_WITHIN]))

    def _name(self, tag: Span) -> str | None:
        from provenance.excerpts.mentions import MentionKind, mentions

        words = self.language.words(self.text, tag.start, tag.end)
        for mention in mentions(words, self.language, text=self.text):
            if mention.kind is MentionKind.PRONOUN:
                return None
            if mention.kind in {MentionKind.PERSON, MentionKind.NAME}:
                return mention.name
        return None
