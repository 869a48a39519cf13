"""Omissions: words left out without a mark (OMI201), a condition (OMI204) or who says so (OMI206) among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from provenance.findings.finding import Severity
from provenance.findings.rules.scope import is_omission, is_whole_sentence
from provenance.findings.wording import became, left_out
from provenance.languages.sentences import splitter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.findings.context import Change, JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.normalization.tokens import Token

# What heads a clause, and how many words it has at least; fewer are an adverb ("still", "yet"), but "except Orr" excepts.
_HEADS: Final = {"condition": 3, "exception": 2, "contrast": 3}
# Conjunctions of these classes head a clause that says why or when, and not who says so.
_SUBORDINATE: Final = frozenset({"because", "if", "after", "before", "despite", "unless"})
# A speech tag has at most so many words.
_TAG = 16
# So many words besides name, verb and day say who speaks ("the mayor's office").
_SUBJECT = 2
# So many words that say something, with a verb, are a statement of their own.
_STATEMENT = 5
# So great a share of a clause's words found again means that it is said elsewhere.
_RESTATED = 0.6
_NEARBY = 300  # code points of the article around the excerpt
_INDENT = 3  # so many code points of white space may stand between a paragraph and its line feeds
_QUOTES = '"“”„«»「」『』'


def silent(change: Change, context: JudgingContext) -> Finding | None:
    """OMI201: anything left out without a mark; major where it is a statement, unless only whole paragraphs are gone.

    It is major too in a language of which no word that negates is known.
    """
    if not is_omission(change) or not change.lost:
        return None
    grave = _is_statement(change, context) and not _skips_paragraphs(change)
    unknown = not context.lexicon.words("negators").groups and not is_whole_sentence(change)
    severity = Severity.MAJOR if grave or unknown else None
    return context.finding("OMI201", left_out(change.source), change=change, severity=severity)


def _is_statement(change: Change, context: JudgingContext) -> bool:
    verbs = context.lexicon.words("auxiliaries")
    verbal = is_whole_sentence(change) or any(
        unit.word in verbs or (context.lexicon.language == "en" and unit.word.endswith("ed"))
        for unit in change.lost
    )
    return verbal and len(context.content(change.lost)) >= _STATEMENT


def _skips_paragraphs(change: Change) -> bool:
    """Whether only whole paragraphs are gone, where the excerpt begins a new one too: many blogs quote so."""
    ours, theirs = change.excerpt, change.source
    text, span = theirs.document.text, theirs.span
    gap = ours.document.text[max(0, ours.span.start - 2) : ours.span.start + 2]
    opens = "\n" in text[max(0, span.start - _INDENT) : span.start + 1]
    closes = span.end + _INDENT > len(text) or "\n" in text[span.end - 1 : span.end + _INDENT]
    return "\n" in gap and opens and closes


def dropped_condition(change: Change, context: JudgingContext) -> Finding | None:
    """OMI204: a clause headed by a condition, an exception or a contrast is gone and the rest of its sentence kept.

    So it is where "if" alone is gone, and what was a condition became a statement.
    """
    if _is_stated(change, context):
        return context.finding("OMI204", became(change.source, change.excerpt), change=change)
    if not is_omission(change) or not change.lost or not _heads_clause(change, context):
        return None
    words = context.content(change.lost)
    if _restated(words, (unit.key for unit in context.excerpt_units.items), context):
        return None
    severity = Severity.MINOR if _restated(words, _nearby(context), context) else None
    return context.finding("OMI204", left_out(change.source), change=change, severity=severity)


def _is_stated(change: Change, context: JudgingContext) -> bool:
    """Whether a word that sets a condition is gone, and no more than the form of the verb beside it with it."""
    heads = context.lexicon.words("condition_heads")
    lost = [unit for unit in change.lost if unit.word not in heads]
    again = any(unit.word in heads for unit in change.gained)
    if len(lost) == len(change.lost) or again or not change.lost:
        return False
    like = context.lexicon.same_lemma
    followed = all(any(like(one.word, other.word) for other in change.gained) for one in lost)
    return followed and len(lost) <= 1 and len(change.gained) == len(lost)


def _heads_clause(change: Change, context: JudgingContext) -> bool:
    joiner = 1 if change.lost[0].word in context.lexicon.words("and_words") else 0
    first = change.lost[joiner].span if len(change.lost) > joiner else None
    headed = any(
        found.units[0].span == first and len(change.lost) >= least
        for name, least in _HEADS.items()
        for found in context.found(name, change.lost, context.source_units)
    )
    return headed and not _whole_sentence(change)


def _whole_sentence(change: Change) -> bool:
    document, span = change.source.document, change.source.span
    return bool(change.lost) and change.lost[0].opens and splitter().ends_at(document, span.end)


def _restated(words: Sequence[Token], among: Iterable[str], context: JudgingContext) -> bool:
    stems = {context.lexicon.stem(key) for key in among}
    said = [unit for unit in words if context.lexicon.stem(unit.key) in stems]
    return len(words) >= 2 and len(said) >= _RESTATED * len(words)


def _nearby(context: JudgingContext) -> list[str]:
    return [word.strip(".,;:!?()\"'“”‘’").lower() for word in context.surroundings(_NEARBY).split()]


def dropped_attribution(change: Change, context: JudgingContext) -> Finding | None:
    """OMI206: "X said" or "according to X" is gone from a claim that is kept."""
    if not is_omission(change) or _whole_sentence(change) or not names_speaker(change, context):
        return None
    if is_speech_tag(change, context) or _is_opinion(change, context):
        return None
    if is_attributed(change, context):
        return context.finding("DEC705", left_out(change.source), change=change)
    return context.finding("OMI206", left_out(change.source), change=change)


def _is_opinion(change: Change, context: JudgingContext) -> bool:
    """Whether the lost words are "he believed", "I think": they hedge, and the sentence still says whose opinion it is."""
    hedges = context.found("hedges", change.lost[:1], context.source_units)
    return any(len(found.units) == len(change.lost) > 1 for found in hedges)


def names_speaker(change: Change, context: JudgingContext) -> bool:
    """Whether the lost words say who says so: a verb of saying with a name, pronoun or "the …", and nothing said."""
    if not 2 <= len(change.lost) <= _TAG or not _begins_tag(change, context):
        return False
    said = [
        found
        for name in ("said_neutral", "said_loaded", "evidence")
        for found in context.found(name, change.lost, context.source_units)
    ]
    spans = [unit.span for unit in change.lost]
    places = [spans.index(found.units[0].span) for found in said if found.units[0].span in spans]
    pronouns = context.lexicon.words("pronouns")
    subject = any(
        unit.capitalised or unit.word in pronouns or context.is_content(unit) for unit in change.lost
    )
    sources = context.lexicon.words("according")
    according = any(
        found.entry in sources.groups and place <= 1 for found, place in zip(said, places, strict=False)
    )
    edge = any(place <= 1 or place >= len(spans) - 2 for place in places)
    others = [unit for unit in context.content(change.lost) if not unit.capitalised and unit.value is None]
    return subject and bool(places) and (according or edge or len(others) <= len(places) + _SUBJECT)


def _begins_tag(change: Change, context: JudgingContext) -> bool:
    """Whether words can begin "X said": no clause about something else, no participle or preposition before a noun."""
    first = change.lost[0]
    article = len(change.lost) > 1 and change.lost[1].capitalised  # German "die Behörde"
    if first.word in context.lexicon.words("relative") and not article:
        return False
    if context.lexicon.words("connectives").group(first.word) in _SUBORDINATE:
        return False
    names = ("said_neutral", "said_loaded")
    if any(
        found.units[0].span == first.span
        for name in names
        for found in context.found(name, change.lost, context.source_units)
    ):
        return True
    return not (context.lexicon.language == "en" and first.word.endswith(("ed", "ing")))


def is_speech_tag(change: Change, context: JudgingContext) -> bool:
    """Whether the lost words stand between two pieces of speech in the source, and the excerpt has the speech alone."""
    document, span = change.source.document, change.source.span
    before, after = document.text[max(0, span.start - 3) : span.start], document.text[span.end : span.end + 3]
    inside = change.source.text[:3], change.source.text[-3:]
    between = _quotes(before + inside[0]) and _quotes(after + inside[1])
    place = change.excerpt.span.start
    text = change.excerpt.document.text
    inner = context.excerpt.span
    bare = not _quotes(text[max(inner.start, place - 3) : min(inner.end, place + 3)])
    return between and bare


def speech_tag(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: what the source says between two pieces of one speech, in an excerpt of the speech."""
    if not is_omission(change) or not change.lost:
        return None
    said = any(
        context.found(name, change.lost, context.source_units) for name in ("said_neutral", "said_loaded")
    )
    text, span = change.source.document.text, change.source.span
    if not said and not _quotes(text[max(0, span.start - 3) : span.end + 3]):
        return None
    tag = context.voices.is_tag(span)
    return context.finding("DEC705", left_out(change.source), change=change) if tag else None


def _quotes(text: str) -> bool:
    return any(sign in _QUOTES for sign in text)


def is_attributed(change: Change, context: JudgingContext) -> bool:
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
    by_pronoun = attribution.speaker is not None and any(unit.word in pronouns for unit in change.lost)
    return by_pronoun or any(
        unit.text.lower() in words for unit in context.content(change.lost) if unit.word not in verbs
    )
