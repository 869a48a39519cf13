"""Quoted speech: what stands in marks or behind dashes in a source, and to whom the source gives it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Final

from provenance.findings.voices.attributed import Attributed, attributed_speech
from provenance.findings.voices.model import Utterance
from provenance.findings.voices.pieces import pieces_of
from provenance.findings.voices.tags import TagReader
from provenance.text.document import Block
from provenance.text.span import Span, hull

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.articles.article import Article
    from provenance.findings.voices.pieces import Piece

_STOPS: Final = ".…。"


def quoted_speech(article: Article, code: str) -> Iterator[Utterance]:
    """What a source puts in quotation marks or behind dashes, in order.

    Args:
        article: The source as read.
        code: Its language.
    """
    document = article.document
    reader = TagReader(document.text, code)
    known = attributed_speech(article, code)
    numbers = count(1)
    before: Utterance | None = None
    for block in document.blocks or (Block(document.span),):
        spoken = _BlockSpeech(reader, block.span, known)
        reopened = before if spoken.reopens(before) else None
        for utterance in spoken.utterances(numbers, reopened):
            yield utterance
            before = utterance
        before = before if spoken.stays_open else None


class _BlockSpeech:
    """The speech of one block."""

    def __init__(self, reader: TagReader, block: Span, known: Attributed) -> None:
        self._reader = reader
        self._block = block
        self._known = known
        self._pieces: Sequence[Piece] = pieces_of(reader, block, known.spans)

    @property
    def stays_open(self) -> bool:
        """Whether the last quotation of the block is not closed in it."""
        return bool(self._pieces) and not self._pieces[-1].closed

    def reopens(self, before: Utterance | None) -> bool:
        """Whether the block begins with a mark that goes on with a quotation which the block before left open."""
        if before is None or not self._pieces:
            return False
        return not self._reader.text[self._block.start : self._pieces[0].outer.start].strip()

    def utterances(self, numbers: Iterator[int], before: Utterance | None) -> Iterator[Utterance]:
        """Every piece of speech; those of one speech share its number and its speaker.

        Args:
            numbers: Gives the number of each new speech.
            before: The utterance of an earlier block with which the first piece goes on.
        """
        floor = self._block.start
        for index, piece in enumerate(self._pieces):
            utterance = self._utterance(index, piece, next(numbers), floor=floor)
            if before is not None and (piece.joined or self._continues(before, utterance, index)):
                own = utterance.speaker if utterance.region != piece.outer else None
                speech, speaker = before.speech, own or before.speaker
                utterance = replace(utterance, speech=speech, speaker=speaker, tagged=before.tagged)
            yield utterance
            before, floor = utterance, utterance.region.end

    def _utterance(self, index: int, piece: Piece, number: int, *, floor: int) -> Utterance:
        """An utterance with its tag; a pronoun in it stands for the one person whom the narrator named since ``floor``."""
        tag = self._tag_after(index) or self._tag_before(index)
        speaker = self._known.speaker_at(piece.inner)
        if tag is None:
            return Utterance(
                piece.inner, piece.outer, speaker=speaker, speech=number, tagged=speaker is not None
            )
        lead = Span(floor, max(floor, min(tag.start, piece.outer.start)))
        named = speaker or self._reader.name(tag) or self._reader.only_person(lead)
        return Utterance(piece.inner, hull((piece.outer, tag)), speaker=named, speech=number, tagged=True)

    def _tag_after(self, index: int) -> Span | None:
        piece, text = self._pieces[index], self._reader.text
        following = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        limit = following.outer.start if following else self._block.end
        rest = text[piece.outer.end : limit]
        if not piece.closed or not any(map(str.isalnum, rest)):
            return None
        ended = text[piece.inner.end - 1] in _STOPS and rest.lstrip()[:1].isupper()
        return None if ended else self._reader.after(piece.outer.end, limit)

    def _tag_before(self, index: int) -> Span | None:
        floor = self._pieces[index - 1].outer.end if index else self._block.start
        return self._reader.before(self._pieces[index].outer.start, floor)

    def _continues(self, before: Utterance, utterance: Utterance, index: int) -> bool:
        """Whether only the tag of the utterance before stands between it and this one, whose own tag names nobody else."""
        has_tag = utterance.region != self._pieces[index].outer
        if not before.tagged or (has_tag and utterance.speaker not in {None, before.speaker}):
            return False
        if before.region.end <= self._block.start:
            return True
        gap = self._reader.text[before.region.end : self._pieces[index].outer.start]
        return not any(map(str.isalnum, gap))
