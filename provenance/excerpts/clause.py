"""Clause: the words of one cue, with the mentions and the reporting verbs among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from provenance.excerpts.mentions import Mention, MentionKind
    from provenance.languages.cues import Language
    from provenance.languages.phrases import Word

STOPS = frozenset(".!?;")
"""What ends a sentence, or a half of one."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one cue and what was found among them: mentions and reporting verbs."""

    text: str
    words: Sequence[Word]
    language: Language
    found: Sequence[Mention]
    verbs: Sequence[range]
    known: Container[str] = frozenset()

    def mention_after(self, index: int, kinds: frozenset[MentionKind] | None = None) -> Mention | None:
        """The first mention, of some kinds, from a word on."""
        return next(
            (m for m in self.found if m.words.start >= index and (kinds is None or m.kind in kinds)), None
        )

    def has_stop(self, start: int, end: int, stops: frozenset[str] = STOPS) -> bool:
        """Whether a stop stands between two words; the one of an initial or a title ("Dr.") is none."""
        inside = {index for mention in self.found for index in mention.words}
        return any(self.words[index].text in stops and index not in inside for index in range(start, end))
