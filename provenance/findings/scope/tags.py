"""Speech tags: a reporter's words between two pieces of one speech, or beside a claim, that say who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.findings.context import JudgingContext
    from provenance.findings.normalization.tokens import Token

# A speech tag has at most so many words.
_TAG: Final = 16
# So many words besides name, verb and day say who speaks ("the mayor's office").
_SUBJECT: Final = 2
# Conjunctions of these classes head a clause that says why or when, and not who says so.
_SUBORDINATE: Final = frozenset({"because", "if", "after", "before", "despite", "unless"})
_SAID: Final = ("said_neutral", "said_loaded")


def names_speaker(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether words say who says so: a verb of saying with a name, pronoun or "the …", and nothing said."""
    if not 2 <= len(units) <= _TAG or not _begins_tag(units, context):
        return False
    said = [
        found for name in (*_SAID, "evidence") for found in context.found(name, units, context.source_units)
    ]
    spans = [unit.span for unit in units]
    places = [spans.index(found.units[0].span) for found in said if found.units[0].span in spans]
    pronouns = context.lexicon.words("pronouns")
    subject = any(unit.capitalised or unit.word in pronouns or context.is_content(unit) for unit in units)
    sources = context.lexicon.words("according")
    according = any(
        found.entry in sources.groups and place <= 1 for found, place in zip(said, places, strict=False)
    )
    edge = any(place <= 1 or place >= len(spans) - 2 for place in places)
    others = [unit for unit in context.content(units) if not unit.capitalised and unit.value is None]
    return subject and bool(places) and (according or edge or len(others) <= len(places) + _SUBJECT)


def _begins_tag(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether words can begin "X said": no clause about something else, no participle or preposition before a noun."""
    first = units[0]
    article = len(units) > 1 and units[1].capitalised  # German "die Behörde"
    if first.word in context.lexicon.words("relative") and not article:
        return False
    if context.lexicon.words("connectives").group(first.word) in _SUBORDINATE:
        return False
    if any(
        found.units[0].span == first.span
        for name in _SAID
        for found in context.found(name, units, context.source_units)
    ):
        return True
    return not (context.lexicon.language == "en" and first.word.endswith(("ed", "ing")))


def is_attributed(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether the article names the same speaker where it introduces the excerpt."""
    attribution = context.excerpt.attribution
    said = " ".join(
        part
        for part in (
            attribution.cue.text if attribution.cue else None,
            attribution.outlet,
            attribution.speaker,
        )
        if part
    ).lower()
    words = {word.strip(".,;:!?()\"'“”‘’") for word in said.split()}
    pronouns, verbs = context.lexicon.words("pronouns_third"), context.lexicon.words("said_neutral")
    by_pronoun = attribution.speaker is not None and any(unit.word in pronouns for unit in units)
    return by_pronoun or any(
        unit.text.lower() in words for unit in context.content(units) if unit.word not in verbs
    )
