"""Pieces: the quotations of one paragraph with what stands around each, and which of them are fragments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.excerpts.interrupted import uninterrupted
from provenance.excerpts.sentences import sentence_end, sentence_start
from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.excerpts.quotation_marks import Quotation
    from provenance.excerpts.scene import Scene

WINDOW = 260
"""Characters before and after a quotation that are read."""

_CHARACTERS_A_WORD = 2  # where words do not stand apart
_ENDS = frozenset(".!?…。！？")


@dataclass(frozen=True, slots=True)
class Piece:
    """One quotation of a paragraph and what stands around it."""

    scene: Scene
    quotation: Quotation
    before: Span  # the sentence that leads up to it
    after: Span  # what follows up to the end of the sentence

    @property
    def words(self) -> int:
        """How many words are quoted."""
        text = self.text
        if not self.scene.language.spaced and not text.isascii():
            return len(text) // _CHARACTERS_A_WORD
        return len([word for word in text.split() if any(map(str.isalnum, word))])

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.cut(self.quotation.inner)

    def cut(self, span: Span) -> str:
        """The text of ``span``."""
        return self.scene.text[span.start : span.end]


def pieces_of(scene: Scene, index: int) -> list[Piece]:
    """The quotations of a block, each with the sentence before it and what follows up to the end of the sentence."""
    block = scene.blocks[index].span
    found = [part for whole in scene.quotations_in(index) for part in uninterrupted(scene, whole)]
    ends = [block.start, *(quotation.outer.end for quotation in found)]
    starts = [*(quotation.outer.start for quotation in found[1:]), block.end]
    pieces: list[Piece] = []
    for quotation, left, right in zip(found, ends, starts, strict=False):
        begin = max(left, quotation.outer.start - WINDOW)
        before = Span(sentence_start(scene.text, begin, quotation.outer.start), quotation.outer.start)
        limit = min(right, quotation.outer.end + WINDOW)
        after = Span(quotation.outer.end, _end_of_sentence(scene.text, quotation.outer.end, limit))
        pieces.append(Piece(scene, quotation, before, after))
    return pieces


def _end_of_sentence(text: str, start: int, limit: int) -> int:
    """Where the sentence around a quotation's end stops; a stop at once behind the mark is not its end."""
    at = start
    while at < limit and text[at] in ".!?…, \u00a0":
        at += 1
    return max(at, sentence_end(text, at, limit)) if at < limit else limit


def stands_alone(piece: Piece) -> bool:
    """Whether a quotation is a sentence of its own, or behind a colon, and no fragment of the author's sentence."""
    text = piece.text
    lead = piece.cut(piece.before).rstrip()
    after = piece.scene.text[piece.quotation.outer.end : piece.quotation.outer.end + 1]
    starts = text[:1].isupper() or not text[:1].isalpha() or lead.endswith(":")
    return starts and (
        text[-1:] in _ENDS
        or text[-1:] in ",，"
        or after in {",", "，"}
        or lead.endswith((":", "：", ","))
        or not text.isascii()
    )
