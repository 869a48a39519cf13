"""Voices: who speaks where in a source, told by the same signs as in an article that quotes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.findings.voices.model import Utterance, VoiceKind, VoiceMap, speaker_of

if TYPE_CHECKING:
    from provenance.articles.article import Article

__all__ = ["Utterance", "VoiceKind", "VoiceMap", "speaker_of", "voices_of"]

_PARTS = 1_000_000  # numbers of speeches: those of quotations stand below, those of a page's parts above
_ANSWERS = 2_000_000


@lru_cache(maxsize=64)  # a draft may quote dozens of sources by turns
def voices_of(article: Article, code: str) -> VoiceMap:
    """The voices of a source: whoever is quoted, asks, comments, advertises, dissents. All other words are the narrator's.

    Args:
        article: The source as read.
        code: The language whose verbs of saying tell who speaks.
    """
    from provenance.findings.voices.quoted_speech import quoted_speech
    from provenance.findings.voices.turns import interview_turns, labelled_turns, page_parts, with_questioners

    document = article.document
    turns = list(labelled_turns(document)) or list(interview_turns(article, _ANSWERS))
    quoted = with_questioners(list(quoted_speech(article, code)), document)
    spoken = [one for one in quoted if one.tagged or not _is_in_turn(one, turns)]
    return VoiceMap(document, [*page_parts(document, _PARTS), *turns, *spoken])


def _is_in_turn(utterance: Utterance, turns: list[Utterance]) -> bool:
    """Whether words in marks stand in somebody's turn: they are that one's, unless the turn says whose else."""
    return any(turn.region.covers(utterance.span) for turn in turns)
