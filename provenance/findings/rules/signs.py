"""Signs that make other words of the same letters: a stop behind a negation, brackets, a capital (ALT301 to ALT303)."""

import re
from collections.abc import Iterator
from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.tokens import Token, Tokens
from provenance.findings.wording import became
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import language
from provenance.text.document import Passage
from provenance.text.folding import fold_word
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.span import Span
from provenance.text.tokens import is_unspaced

_PARTING: Final = frozenset(SENTENCE_ENDS + ",:;—–،，、")
_ENDING: Final = frozenset(SENTENCE_ENDS)
# Languages in which the word that answers is also the one that negates a verb.
_OF_VERBS: Final = frozenset("es pt pl cs ro hu".split())
_COUNTING: Final = ("quantifiers", "frequency", "one_words")
_BESIDE: Final = ("negators", "markers", "address", "candour", "coordinators")
_NAMING: Final = ("pronouns", "articles")
_AROUND: Final = 30  # code points around a bracket in which its word stands
# A thousandth of a unit, or a million of it.
_MILLI: Final = re.compile(r"(\d[\d.,]{0,15})?([mM])([WVAJglmbB]|Wh|Hz|Pa|eV|Sv|Bq)")
_COUNTED: Final = re.compile(r"\d[ \u00a0\u202f]?\Z")
_READINGS: Final = re.compile(r"(\w*)\((\w{1,12})\)(\w*)")  # "(not)", "no(t)", "(in)famous"


def stop_at_negation(change: Change, context: JudgingContext) -> Finding | None:
    """ALT302: a negation that answers negates what follows, or the other way round: "No, more boats will come"."""
    if any(map(str.isalnum, change.excerpt.text + change.source.text)):
        return None
    ours = _beside(change.excerpt.span, context.excerpt_units)
    theirs = _beside(change.source.span, context.source_units)
    if ours is None or theirs is None or [one.word for one in ours] != [one.word for one in theirs]:
        return None
    excerpt, source = (
        Passage(place.document, Span(pair[0].span.start, pair[1].span.end))
        for place, pair in ((change.excerpt, ours), (change.source, theirs))
    )
    signs = [
        {*place.document.text[pair[0].span.end : pair[1].span.start]} & _PARTING
        for place, pair in ((excerpt, ours), (source, theirs))
    ]
    negation, word = ours
    refuses, ends = negation.word in vocabulary("refusals"), bool(_ENDING & (signs[0] | signs[1]))
    turned = bool(signs[0]) != bool(signs[1]) and negation.word in context.lexicon.words("negators")
    if not turned or not (refuses or ends) or not _may_be_negated(word, context, is_adverb=not refuses):
        return None
    return context.finding("ALT302", became(source, excerpt), change=change, excerpt=excerpt, source=source)


def _beside(span: Span, units: Tokens) -> tuple[Token, Token] | None:
    """The units before and behind a place without words."""
    _, last = units.touching(span)
    return (units.items[last - 1], units.items[last]) if 0 < last < len(units.items) else None


def _may_be_negated(unit: Token, context: JudgingContext, *, is_adverb: bool) -> bool:
    """Whether a negation right before a word, and no stop between, negates it: "no we will" and "no thanks" are no such words."""
    lexicon, word = context.lexicon, unit.word
    if word in language(lexicon.language).titles or any(word in lexicon.words(name) for name in _BESIDE):
        return False
    counts = word in lexicon.values or any(word in lexicon.words(name) for name in _COUNTING)
    verbs = lexicon.language in _OF_VERBS or (
        is_adverb and not any(word in lexicon.words(name) for name in _NAMING)
    )
    return counts or verbs or context.is_content(unit)


def two_readings(change: Change, context: JudgingContext) -> Finding | None:
    """ALT301 or ALT302: round brackets came or went that give two readings: "(not) paid", "no(t)", "(re)opened"."""
    for place, other in ((change.source, change.excerpt), (change.excerpt, change.source)):
        if "(" in place.text and "(" not in other.text:
            for told in _readings(place, context):
                code = "ALT302" if told else "ALT301"
                return context.finding(
                    code, "the brackets give two readings, and stand in one text alone", change=change
                )
    return None


def _readings(place: Passage, context: JudgingContext) -> Iterator[bool]:
    """For each word in brackets, or begun by them, at a place: whether one of its two readings negates."""
    negators, text = context.lexicon.words("negators"), place.document.text
    start, end = max(0, place.span.start - _AROUND), place.span.end + _AROUND
    for found in _READINGS.finditer(text, start, end):
        head, inner, tail = map(fold_word, found.groups())
        negates = any(word in negators for word in (head + tail, head + inner + tail))
        begun = tail and not head and not is_unspaced(tail[0])
        if Span(*found.span()).overlaps(place.span) and (negates or begun):
            yield negates or inner in context.lexicon.negating_prefixes


def told_by_capital(change: Change, context: JudgingContext) -> Finding | None:
    """ALT303: a thousandth of a unit stands for a million of it, or the other way round: "300 mW", "300 MW"."""
    theirs, ours = _MILLI.fullmatch(change.source.text), _MILLI.fullmatch(change.excerpt.text)
    if not theirs or not ours or (theirs[1], theirs[3]) != (ours[1], ours[3]) or theirs[2] == ours[2]:
        return None
    start = change.source.span.start
    if not theirs[1] and not _COUNTED.search(change.source.document.text[max(0, start - 2) : start]):
        return None
    return context.finding("ALT303", became(change.source, change.excerpt), change=change)
