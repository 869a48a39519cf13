"""Pieces: the quotations of one paragraph with what stands around each, and which of them are fragments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.excerpts.annotation.quotation_marks import Quotation
    from provenance.excerpts.scene import Scene
    from provenance.text.span import Span

WINDOW = 260
"""Characters before and after a quotation that are read."""

_CHARACTERS_A_WORD = 2  # where words do not stand apart


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
