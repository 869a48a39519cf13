"""Questions that an excerpt makes statements of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from provenance.findings.context import JudgingContext
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.compensation import Compensation
from provenance.findings.scope.governor import Governor, GovernorClass, LostGovernor
from provenance.findings.scope.reading import ReadSentence

_QUOTED_IN: Final = re.compile(r"[.,]?[\"”»“’]\s{0,2}[?？؟]")  # the end of what a question quotes
_OPENERS: Final = ('"', "“", "«", "„", "‘", "»")
_OPENING: Final = 3  # words of a question among which the one stands that asks


def lost_questions(
    sentence: ReadSentence, context: JudgingContext, compensation: Compensation
) -> Iterator[LostGovernor]:
    """A question that the excerpt makes a statement of: its mark is gone, and nothing around the excerpt asks.

    One that asks who, what or why takes for granted what else it says.

    Args:
        sentence: A sentence that ends with a question mark.
        context: The comparison.
        compensation: What the article's own words make up for.
    """
    kept = [token for token, keeps in zip(sentence.tokens, sentence.kept, strict=True) if keeps]
    opening = range(min(_OPENING, len(sentence.tokens)))
    if not kept or any(sentence.has("interrogatives", index) for index in opening):
        return
    document = context.witness.document
    quotes = _QUOTED_IN.match(document.text, kept[-1].span.end)
    if _is_given_to_questioner(kept[0], context) or (
        quotes and document.text[: kept[0].span.start].endswith(_OPENERS)
    ):
        return
    if sentence.is_parted(sentence.tokens.index(kept[-1]) + 1, len(sentence.tokens)):
        return  # what asks is another clause
    place = context.places.excerpt_of(kept[-1].span.end)
    question = Governor(GovernorClass.QUESTION, 0, 0)
    if place is None or _is_asked(place, context) or compensation.makes_up_for(question, kept):
        return
    source = document.passage(sentence.tokens[0].span.start, sentence.tokens[-1].span.end)
    excerpt = context.article.document.passage(place, place)
    yield LostGovernor(GovernorClass.QUESTION, source, excerpt)


def _is_given_to_questioner(token: Token, context: JudgingContext) -> bool:
    """Whether the article gives the words to whoever asks them, and says to whom: "March put it to her that …"."""
    attribution, lexicon = context.excerpt.attribution, context.lexicon
    named, cue = attribution.speaker, attribution.cue
    if not named or cue is None:
        return False
    pronouns = lexicon.words("pronouns_third")
    if not any(unit.word in pronouns for unit in read_tokens(cue.document, [cue.span], lexicon).items):
        return False
    from provenance.findings.voices.model import VoiceKind
    from provenance.findings.voices.names import share_a_name

    asking = (each for each in context.voices.holding([token.span]) if each)
    return any(
        each.kind is VoiceKind.QUESTIONER and each.speaker and share_a_name(named, each.speaker)
        for each in asking
    )


def _is_asked(place: int, context: JudgingContext) -> bool:
    """Whether the excerpt has a question mark behind a place, before its next sentence."""
    text, end = context.article.document.text, context.excerpt.span.end
    rest = text[place : max(place, end) + 2]
    stop = next((index for index, sign in enumerate(rest) if sign in ".!。！\n"), len(rest))
    return any(sign in "?？؟;" for sign in rest[: stop + 1])
