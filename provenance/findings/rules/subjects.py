"""Who speaks in the words that introduce a quotation, and who is only spoken to or spoken of there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from provenance.excerpts.annotation.mention import MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.findings.context import JudgingContext
from provenance.findings.voices.names import share_a_name
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import Language, language
from provenance.languages.phrases import Word
from provenance.text.span import Span

_VERB: Final = 2  # words behind a name among which "was told" stands


def cue_language(context: JudgingContext) -> Language:
    """The words by which the excerpt's language quotes."""
    return language(context.lexicon.language)


def gives_to(named: str, cue: str, context: JudgingContext) -> bool:
    """Whether a cue gives words to somebody whom it names, and does not merely name whom they are said to, or of whom.

    It is in doubt with "she" or another person in it, with a letter or an answer, after a preposition, after "the owner told",
    and before "was told".
    """
    spoken = cue_language(context)
    words = spoken.words(cue)
    at = next((index for index, word in enumerate(words) if share_a_name(word.text, named)), 0)
    said = [index for index, word in enumerate(words) if word.text.casefold() in spoken.saying]
    speaks = at + 1 in said  # "Asked whether she knew, Caro said"
    subject = speaks or at + 2 in said  # "Caro told her": whatever follows is not who speaks
    for mention in mentions_in(cue, Span(0, len(cue)), spoken):
        first = next((index for index, word in enumerate(words) if word.start >= mention.span.start), 0)
        parted = any(min(first, at) < index < max(first, at) for index in said)
        before = parted and first < at
        other = mention.kind is MentionKind.PERSON and not share_a_name(mention.name, named) and parted
        role = mention.kind is MentionKind.ROLE and before and not speaks
        pronoun = mention.kind is MentionKind.PRONOUN and not speaks and (before or not subject)
        if role or other or pronoun:
            return False
    passive = any(word.key in vocabulary("passives") for word in words[at + 1 : at + 1 + _VERB])
    letters = (
        found
        for found in spoken.quoting.find(words)
        if not _is_governed(found.start, words, spoken)
        and words[found.start].text.casefold() not in spoken.titles
    )
    addressed = _is_governed(at, words, spoken) and not spoken.according.find(words[:at])
    return not (passive or any(letters) or addressed)


def _is_governed(at: int, words: Sequence[Word], spoken: Language) -> bool:
    """Whether a preposition stands before a word, its article, titles and first names."""
    at -= 1
    while at >= 0 and words[at].text.casefold() not in spoken.calendar:
        article = words[at].key in vocabulary("articles")
        if not (article or words[at].is_capitalised or words[at].text.casefold() in spoken.titles):
            break
        at -= 1
    return at >= 0 and words[at].text.casefold() in spoken.prepositions
