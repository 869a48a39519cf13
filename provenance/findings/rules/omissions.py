"""Omissions: words left out without a mark (OMI201), and tags that say who speaks (DEC705)."""

from __future__ import annotations

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.rules.scope import is_omission, is_whole_sentence
from provenance.findings.rules.speech import says_who
from provenance.findings.scope.standing import is_attributed, names_speaker
from provenance.findings.wording import left_out
from provenance.text.folding import fold_word
from provenance.text.span import Span

# So many words that say something, with a verb, are a statement of their own.
_STATEMENT = 5
_INDENT = 3  # so many code points of white space may stand between a paragraph and its line feeds
_QUOTES = '"“”„«»「」『』—–―'
_ENCLOSING = _QUOTES + ",，、،.…"
_INCISE = 16  # words that say who speaks


def silent(change: Change, context: JudgingContext) -> Finding | None:
    """OMI201: anything left out without a mark; major where it is a statement, unless only whole paragraphs are gone.

    It is major too in a language of which no word that negates is known.
    """
    if not is_omission(change) or not change.lost:
        return None
    grave = takes_back(change, context) or (_is_statement(change, context) and not _skips_paragraphs(change))
    unknown = not context.lexicon.words("negators").groups and not is_whole_sentence(change)
    severity = Severity.MAJOR if grave or unknown else None
    return context.finding("OMI201", left_out(change.source), change=change, severity=severity)


def takes_back(change: Change, context: JudgingContext) -> bool:
    """Whether whole sentences left out hold a negation and are about the kept ones: a pronoun or a kept word is in them."""
    if not any(unit.opens for unit in change.lost) or len(context.excerpt.passages) > 1:
        return False
    negators, pronouns = context.lexicon.words("negators"), context.lexicon.words("pronouns")
    stem = context.lexicon.stem
    kept = {stem(unit.key) for unit in context.content(context.excerpt_units.items)}
    about = any(unit.word in pronouns or stem(unit.key) in kept for unit in change.lost)
    return about and any(unit.word in negators for unit in change.lost)


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


def speech_tag(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: what the source says between two pieces of one speech, in an excerpt of the speech."""
    if not is_omission(change) or not change.lost:
        return None
    said = any(
        context.found(name, change.lost, context.source_units) for name in ("said_neutral", "said_loaded")
    )
    text, span = change.source.document.text, change.source.span
    if not said and not any(sign in _QUOTES for sign in text[max(0, span.start - 3) : span.end + 3]):
        return None
    tag = context.voices.is_tag(span)
    return context.finding("DEC705", left_out(change.source), change=change) if tag else None


def attributed_tag(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: "she said" is gone from a claim that the article gives to the same speaker."""
    if not is_omission(change) or not change.lost or any(unit.opens for unit in change.lost[1:]):
        return None
    if is_whole_sentence(change):
        return None  # "And my father, God rest him, was told it in 1987." is no tag
    said = names_speaker(change.lost, context) and is_attributed(change.lost, context)
    if not said and not _is_incise(change, context):
        return None
    return context.finding("DEC705", left_out(change.source), change=change)


def _is_incise(change: Change, context: JudgingContext) -> bool:
    """Whether what is gone stands between signs and says who speaks: whom the article quotes, or by its shape."""
    if len(change.lost) > _INCISE or any(each.change is change for each in context.cuts.lost):
        return False
    text, span = change.source.document.text, change.source.span.worded(change.source.document.text)
    if not all(any(sign in _ENCLOSING for sign in side) for side in _beside(text, span)):
        return False
    speaker = fold_word((context.excerpt.attribution.speaker or "").split(" ")[-1])
    named = bool(speaker) and speaker in fold_word(text[span.start : span.end])
    return named or says_who(change.lost, change.source, context)


def _beside(text: str, span: Span) -> tuple[str, str]:
    """The signs before a stretch of words and behind it."""
    return text[max(0, span.start - 3) : span.start], text[span.end : span.end + 3]
