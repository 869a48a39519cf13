"""Voices: who speaks where in a source, told by the same signs as in an article that quotes."""

from __future__ import annotations

from functools import lru_cache

from provenance.articles.article import Article
from provenance.findings.voices.model import Utterance, VoiceKind, VoiceMap, share_a_name, speaker_of

__all__ = ["TURNS", "Utterance", "VoiceKind", "VoiceMap", "speaker_of", "voices_of"]

_PARTS = 1_000_000  # numbers of speeches: those of quotations stand below, those of a page's parts above, and then turns
TURNS = 2_000_000


@lru_cache(maxsize=64)  # a draft may quote dozens of sources by turns
def voices_of(article: Article, code: str) -> VoiceMap:
    """The voices of a source: whoever is quoted, asks, comments, advertises, dissents. All other words are the narrator's.

    The language is that of the verbs of saying that tell who speaks.
    """
    from provenance.findings.voices.quoted_speech import quoted_speech
    from provenance.findings.voices.turns import dialogue_turns, interview_turns, labelled_turns, page_parts

    document = article.document
    turns = list(labelled_turns(document)) or list(interview_turns(article, TURNS))
    turns = turns or list(dialogue_turns(document, TURNS))
    spoken = [one for one in quoted_speech(article, code) if not _is_said_by(one, turns)]
    return VoiceMap(document, [*page_parts(document, _PARTS), *turns, *spoken])


def _is_said_by(utterance: Utterance, turns: list[Utterance]) -> bool:
    """Whether words in marks are those of somebody in whose turn they stand: unless the turn says whose else."""
    turn = next((turn for turn in turns if turn.region.covers(utterance.span)), None)
    if turn is None or not utterance.tagged:
        return turn is not None
    return bool(utterance.speaker and turn.label and share_a_name(utterance.speaker, turn.label))
