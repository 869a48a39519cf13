"""How an excerpt stands: with a mark at its edges, as a sentence of its own, as a phrase of the quoter's, or beside who says so."""

import re
from collections.abc import Sequence
from typing import Final

from provenance.excerpts.model import MarkKind, Markup
from provenance.findings.context import JudgingContext
from provenance.findings.normalization.tokens import Token
from provenance.findings.scope.governor import Cut, Governor, GovernorClass
from provenance.findings.scope.reading import COMMAS, ReadSentence
from provenance.languages.cues import language

_WOVEN: Final = 4  # fewer words are a phrase woven into the quoter's own sentence
_THINKER: Final = 6  # words before a verb of thinking within which its subject stands
_STOPS: Final = frozenset(".!?。！？")
_SIGNS: Final = " \n\t.,;:!?…\"”’'»)"


def has_mark(context: JudgingContext, *, at_end: bool) -> bool:
    """Whether an ellipsis stands at an edge of the excerpt."""
    units = context.excerpt_units.items
    marks = [mark.passage.span for mark in context.excerpt.marks if mark.kind is MarkKind.ELLIPSIS]
    if not units:
        return bool(marks)
    edge = units[-1].span.end if at_end else units[0].span.start
    return any(mark.start >= edge if at_end else mark.end <= edge for mark in marks)


def stands_alone(context: JudgingContext, *, at_end: bool) -> bool:
    """Whether the excerpt makes the beginning or the end of a sentence of what is none in the source.

    At the beginning its first word has a capital that it has not in the source, or is a name where the excerpt stands by
    itself; at the end it has a full stop of its own. Inside a running sentence the stop may be the quoter's.
    """
    if at_end:
        return _is_closed(context)
    units, place = context.excerpt_units.items, context.alignment.placements[0].source
    first = next((sign for sign in place.text if sign.isalnum()), "")
    alone = context.excerpt.markup is not Markup.INLINE and len(units) >= _WOVEN
    return _opens_with_capital(context) and (first.islower() or alone)


def _opens_with_capital(context: JudgingContext) -> bool:
    """Whether the excerpt begins with a capital, in brackets or not: "[T]he" declares the letter, and nothing before it."""
    units = context.excerpt_units.items
    return bool(units) and units[0].text.lstrip("[")[:1].isupper()


def _is_closed(context: JudgingContext) -> bool:
    if context.excerpt.markup is Markup.INLINE:
        return False
    last, place = context.excerpt.passages[-1], context.alignment.placements[-1].source
    end = place.span.start + len(place.text.rstrip(_SIGNS))
    after = place.document.text[end : end + 1]
    return last.text.rstrip(" \"”’'»)")[-1:] in _STOPS and after not in _STOPS


def is_phrase(context: JudgingContext) -> bool:
    """Whether the excerpt goes on with the quoter's sentence and has no verb of its own."""
    if context.excerpt.markup is not Markup.INLINE or _opens_with_capital(context):
        return False
    verbs, language = context.lexicon.words("auxiliaries"), context.lexicon.language
    words = [unit.word for unit in context.excerpt_units.items]
    return not any(word in verbs or (language == "en" and word.endswith("ed")) for word in words)


def is_adjunct(context: JudgingContext) -> bool:
    """Whether the excerpt is a few words with a preposition that the quoter's own verb takes: "“without any reason”"."""
    units = context.excerpt_units.items
    prepositions = language(context.lexicon.language).prepositions
    ends = (units[0], units[-1]) if 0 < len(units) <= _WOVEN else ()
    return is_phrase(context) and any(unit.text.casefold() in prepositions for unit in ends)


_ADDRESSEE: Final = 3  # words of a name


def names_addressee(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether words that open a sentence before a comma are a name: the source has it elsewhere, or one word opens a letter so."""
    text, names = context.witness.document.text, [unit.text for unit in units]
    behind = text[units[-1].span.end : units[-1].span.end + 1]
    if (
        behind not in COMMAS
        or not behind
        or len(units) > _ADDRESSEE
        or not text[units[0].span.start].isalpha()
    ):
        return False
    if any(name[:1].islower() for name in names):
        return False
    above, _, line = text[: units[0].span.start].rpartition("\n")
    header = above.rstrip("> \t\n").rpartition("\n")[2]
    if len(units) == 1 and not line.strip("> \t") and ":" in header and context.is_content(units[0]):
        return True
    elsewhere = text[: units[0].span.start] + "\n" + text[units[-1].span.end :]
    return all(re.search(rf"[\w:,] (?:{re.escape(name)})\b", elsewhere) for name in names)


_TAG: Final = 16  # a speech tag has at most so many words
_SUBJECT: Final = 2  # so many words besides name, verb and day say who speaks ("the mayor's office")
# Conjunctions of these classes head a clause that says why or when, and not who says so.
_SUBORDINATE: Final = frozenset({"because", "if", "after", "before", "despite", "unless"})
_SAID: Final = ("said_neutral", "said_loaded")


def names_speaker(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether words say who says so: a verb of saying with a name, pronoun or "the …", and nothing said."""
    if not 2 <= len(units) <= _TAG or not _begins_tag(units, context):
        return False
    said = [hit for name in (*_SAID, "evidence") for hit in context.found(name, units, context.source_units)]
    spans = [unit.span for unit in units]
    places = [spans.index(found.units[0].span) for found in said if found.units[0].span in spans]
    pronouns = context.lexicon.words("pronouns")
    subject = any(unit.capitalised or unit.word in pronouns or context.is_content(unit) for unit in units)
    sources = context.lexicon.words("according").groups
    first = (found for found, place in zip(said, places, strict=False) if place <= 1)
    according = any(found.entry in sources for found in first)
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


def is_said_by_nobody(units: Sequence[Token], sentence: ReadSentence) -> bool:
    """Whether words before a colon have a verb of saying, and nobody who says it: "Now, you might say: …"."""
    first = sentence.tokens.index(units[0])
    last = first + len(units)
    if last == len(sentence.tokens) or ":" not in sentence.gaps[last]:
        return False
    first = max((at for at in range(first, last) if sentence.has_comma(at)), default=first)
    told = [at for at in sentence.content_between(first, last) if not sentence.has("modals", at)]
    return bool(told) and all(map(sentence.says, told))


def is_attributed(units: Sequence[Token], context: JudgingContext) -> bool:
    """Whether the article names the same speaker where it introduces the excerpt."""
    attribution = context.excerpt.attribution
    cue = attribution.cue.text if attribution.cue else None
    said = " ".join(filter(None, (cue, attribution.outlet, attribution.speaker))).lower()
    words = {word.strip(".,;:!?()\"'“”‘’") for word in said.split()}
    pronouns, verbs = context.lexicon.words("pronouns_third"), context.lexicon.words("said_neutral")
    by_pronoun = attribution.speaker is not None and any(unit.word in pronouns for unit in units)
    named = (unit for unit in context.content(units) if unit.word not in verbs)
    return by_pronoun or any(unit.text.lower() in words for unit in named)


def is_own_opinion(governor: Governor, sentence: ReadSentence) -> bool:
    """Whether a first person holds what is kept: "I think", and no more than hope or fear it, nor "I refuse to think"."""
    before, words = sentence.words[max(0, governor.first - _THINKER) : governor.last], sentence.lexicon.words
    hedges = governor.kind is GovernorClass.HEDGE and governor.entry not in words("hedges").groups
    owned = any(word in words("first_person") for word in before)
    hangs = sentence.has("infinitive", governor.first - 1)
    return hedges and owned and not hangs and governor.is_opinion(sentence.lexicon)


def is_plain_opinion(governor: Governor, cut: Cut, sentence: ReadSentence) -> bool:
    """Whether a cut took nothing but the speaker's own "I think": whoever speaks thinks so. To hope or to fear is less."""
    first = sentence.tokens.index(cut.tokens[0])
    content = sentence.content_between(first, first + len(cut.tokens))
    within = range(governor.first, governor.last)
    plain = any(word in sentence.lexicon.words("thinking") for word in governor.entry)
    return plain and is_own_opinion(governor, sentence) and all(index in within for index in content)
