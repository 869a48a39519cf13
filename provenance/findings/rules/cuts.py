"""Cuts that took away what governs the kept words (OMI202 to OMI207, ALT302, ALT312), harmless edges (DEC702), denials that are none (ALT302)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from provenance.alignment.alignment import VariantKind
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.normalization.tokens import Token
from provenance.findings.rules.polarity import negations_of
from provenance.findings.rules.strength import loses_article
from provenance.findings.scope.governor import (
    CLAIMING,
    NEGATING,
    Edge,
    Governor,
    GovernorClass,
    LostGovernor,
    code_of,
    severity_of,
)
from provenance.findings.scope.governors import governors_of
from provenance.findings.scope.reading import ReadSentence, article_sentence, read_sentence
from provenance.findings.scope.two_parts import COMPARED
from provenance.findings.wording import AT_LENGTH, became, left_out, listed, quoted
from provenance.languages.apparatus import vocabulary
from provenance.languages.sentences import splitter
from provenance.text.document import Document
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_APOSTROPHES: Final = frozenset("'’")
_ASKING: Final = frozenset("?？؟")
_OPEN: Final = NEGATING | CLAIMING | {GovernorClass.HEDGE, GovernorClass.CONDITION}
_NEXT: Final = 2  # words between a negation and the denial that it turns round
_PARTICLE: Final = 3  # words behind a verb among which its particle stands: "ruled it out"
_NEAR: Final = 5  # words between a verb and what leaves open what it says
_ANSWER: Final = 40  # code points behind a question in which its answer begins
# "No." or "Sorry, no," and the words up to the next sign.
_REFUSED: Final = re.compile(r"[.!。…—–, ]{1,4}(?P<word>(?:\w+, )?\w+)[,.!。、] ?[^.!?\n]{0,60}")
_LETTERS: Final = 3  # with which two forms of a word begin at least


def dropped_negation(change: Change, context: JudgingContext) -> Finding | None:
    """OMI202: words that negate, deny or doubt what is kept were left out."""
    return _dropped(change, context, negating=True)


def dropped_qualifier(change: Change, context: JudgingContext) -> Finding | None:
    """OMI203, OMI204 or OMI206: a hedge, a condition or the owner of a claim was left out, and what it governs kept."""
    return _dropped(change, context, negating=False)


def _dropped(change: Change, context: JudgingContext, *, negating: bool) -> Finding | None:
    lost = _lost_in(change, context)
    if lost is None or (lost.kind in NEGATING) is not negating:
        return None
    message = _dropped_words(change, context) if negating else left_out(change.source)
    return context.finding(code_of(lost), message, change=change, severity=severity_of(lost))


def _dropped_words(change: Change, context: JudgingContext) -> str:
    """The message of a negation left out: the whole word where it was a part of one ("wouldn't")."""
    lost = negations_of(change.lost, context.source_units, context)
    if not lost:
        return left_out(change.source)
    whole = _contracted(lost[0].units[0], change.source.document)
    if whole != lost[0].units[0].text:
        kept, _ = context.kept_beside(lost[0].units, context.source_units)
        return f"{quoted(whole)} became {quoted(kept.word if kept else whole)}"
    if len(change.lost) <= len(lost[0].units):
        return left_out(change.source)
    return f"leaves out {listed(lost[0].units)}"


def _contracted(unit: Token, document: Document) -> str:
    """The whole word that a unit is the end of: "wouldn't" for its "n't"."""
    start = unit.span.start
    while unit.text[-2:-1] in _APOSTROPHES and start and document.text[start - 1].isalpha():
        start -= 1
    return document.text[start : unit.span.end]


def _lost_in(change: Change, context: JudgingContext) -> LostGovernor | None:
    """The gravest governor that a change took away."""
    lost = [each for each in context.cuts.lost if each.change is change]
    return max(lost, key=severity_of, default=None)


def under_mark(change: Change, context: JudgingContext) -> Finding | None:
    """OMI207 or ALT302: an ellipsis or brackets took the place of what governs the kept words."""
    lost = _lost_in(change, context)
    if lost is None or severity_of(lost) is Severity.NOTE:
        return None
    if change.kind is not VariantKind.OMISSION and any(map(str.isalnum, change.excerpt.text)):
        if lost.kind is GovernorClass.FRAME:
            return None
        message = f"the brackets turn the sense round: {became(change.source, change.excerpt)}"
        return context.finding("ALT302", message, change=change, severity=severity_of(lost))
    message = f"the ellipsis takes the place of {quoted(change.source.text, AT_LENGTH)}"
    return context.finding("OMI207", message, change=change, severity=severity_of(lost))


def stated_question(change: Change, context: JudgingContext) -> Finding | None:
    """ALT312: the question mark is gone or another sign stands for it, and nothing around the excerpt asks."""
    questions = [lost for lost in context.cuts.lost if lost.kind is GovernorClass.QUESTION]
    if not questions or not _is_lost_mark(change):
        return None
    message = f"makes a statement of a question: {quoted(questions[0].source.text)}"
    return context.finding("ALT312", message, change=change)


def _is_lost_mark(change: Change) -> bool:
    ours, theirs = change.excerpt.text, change.source.text
    return any(sign in _ASKING for sign in theirs) and not any(map(str.isalnum, ours + theirs))


def clipped(context: JudgingContext) -> Iterator[Finding]:
    """OMI202 to OMI207 at an edge, ALT312 for a question, DEC702 for an edge that governs nothing."""
    for lost in context.cuts.lost:
        if lost.kind is GovernorClass.QUESTION and lost.change is None:
            if any(_is_lost_mark(change) for change in context.changes):
                continue  # the lost mark says it
            message = f"makes a statement of a question: {quoted(lost.source.text)}"
            yield context.finding("ALT312", message, excerpt=lost.excerpt, source=lost.source)
        elif lost.change is None and severity_of(lost) is not Severity.NOTE:
            message = left_out(lost.source)
            if lost.kind is GovernorClass.FRAME:
                message = f"leaves out {quoted(lost.source.text)}: look whether the sense hangs on it"
            code, severity = code_of(lost), severity_of(lost)
            yield context.finding(code, message, excerpt=lost.excerpt, source=lost.source, severity=severity)
    for edge in context.cuts.edges:
        if _begins_with_few(edge, context):
            yield context.finding("ALT306", left_out(edge.source), excerpt=edge.excerpt, source=edge.source)
            continue
        yield context.finding("DEC702", left_out(edge.source), excerpt=edge.excerpt, source=edge.source)


def _begins_with_few(edge: Edge, context: JudgingContext) -> bool:
    """Whether an edge cut off the article that made some of few, and the excerpt begins as a sentence: "Few boats", for "A few boats"."""
    units = context.source_units.between(edge.source.span)
    return (
        bool(units)
        and loses_article(units, context.source_units, context)
        and context.excerpt_units.items[0].capitalised
    )


def taken_back(context: JudgingContext) -> Iterator[Finding]:
    """OMI205: whoever speaks goes on with "No, …", behind the excerpt or where it leaves words out: what is kept is put right there."""
    if not context.alignment.found or not context.kept:
        return
    text, negators = context.witness.document.text, context.lexicon.words("negators")
    refusals = vocabulary("refusals").difference(
        word for (word, *_) in context.lexicon.words("particles").groups
    )
    cuts = [change.source.span.start for change in context.changes if not change.is_addition]
    for place in (*cuts, max(span.end for span in context.kept)):
        found = _REFUSED.match(text, place)
        if found is None or refusals.isdisjoint(found["word"].casefold().split(", ")):
            continue
        sentence = splitter(context.lexicon.language).at(context.witness.document, max(0, place - 1))
        if not any(word in negators for word in folded_words(text[sentence.start : place])):
            source = context.witness.document.passage(found.start("word"), found.end())
            message = f"leaves out that the speaker goes on with {quoted(source.text)}"
            yield context.finding("OMI205", message, source=source, severity=Severity.MAJOR)
            return


def unrefused(context: JudgingContext) -> Iterator[Finding]:
    """ALT302: "refused to rule out", "no descartó", where the speaker rules it out in the source and nowhere leaves it open."""
    sentence = article_sentence(context) if context.alignment.found else None
    if sentence is None or not _may_deny(sentence):
        return
    for one, other in pairwise(governors_of(sentence)):
        if one.kind in NEGATING and other.kind is GovernorClass.DENIAL and _turns_round(one, other, sentence):
            place = _denied(other.entry, context)
            if place is not None:
                document = context.witness.document
                had, put = (
                    quoted(text)
                    for text in (
                        document.text[place.start : place.end],
                        " ".join(sentence.tokens[at].text for at in range(one.first, other.last)),
                    )
                )
                message = f"the article says {put}, and the source has {had}"
                source = document.passage(place.start, place.end)
                yield context.finding("ALT302", message, source=source, severity=Severity.MAJOR)
                return


def _may_deny(sentence: ReadSentence) -> bool:
    """Whether a word of the article's own may open a denial: in most sentences none does."""
    own = [sentence.words[index] for index in sentence.own]
    compared = {word for name in COMPARED for entry in sentence.lexicon.words(name).groups for word in entry}
    return not compared.isdisjoint(own) or any(map(sentence.lexicon.words("denials").begins, own))


def _turns_round(one: Governor, other: Governor, sentence: ReadSentence) -> bool:
    """Whether a negation stands right before a denial, both in the article's own words."""
    own = not any(sentence.kept[at] for at in range(one.first, other.last))
    return own and 0 <= other.first - one.last <= _NEXT and other.entry != one.entry


def _denied(denial: tuple[str, ...], context: JudgingContext) -> Span | None:
    """The sentence of the source in which it is denied plainly, or asked and answered with yes; None if it is left open anywhere."""
    document, lexicon = context.witness.document, context.lexicon
    found: Span | None = None
    start, text = 0, document.text
    while start < len(text):
        span = splitter(lexicon.language).at(document, start)
        start = max(span.end, start + 1)
        tokens = read_tokens(document, [span], lexicon).items
        if not tokens or not (at := _stands_at(denial, [unit.word for unit in tokens], context)):
            continue
        sentence = read_sentence(document, tokens, lambda _: False, lexicon, end=span.end)
        open_ones = (each for each in governors_of(sentence) if each.kind in _OPEN)
        left_open = any(_is_near(each, at - 1, sentence) for each in open_ones)
        if sentence.asks:
            answer = folded_words(text[span.end : span.end + _ANSWER])[:_NEXT]
            found = found or (span if vocabulary("affirmations").intersection(answer) else None)
        elif left_open:
            return None
        else:
            found = found or span
    return found


def _is_near(governor: Governor, verb: int, sentence: ReadSentence) -> bool:
    """Whether a governor stands a few words from a verb, no comma between: "I rule nothing out", "it would be wrong to rule it out"."""
    stem = sentence.lexicon.stem
    if governor.first <= verb < governor.last or stem(governor.entry[0]) == stem(sentence.words[verb]):
        return False
    first, last = min(governor.first, verb), max(governor.first, verb)
    parted = sentence.has_commas(first + 1, last + 1) or sentence.is_parted(first + 1, last + 1)
    return last - first <= _NEAR and not parted


def _stands_at(denial: tuple[str, ...], words: list[str], context: JudgingContext) -> int:
    """The number of the word, counted from 1, that is a form of a verb of denying, its particle near; 0 if there is none."""
    verb, *particle = denial
    denied = context.lexicon.stem(verb)
    for index, word in enumerate(words):
        shorter, longer = sorted((context.lexicon.stem(word), denied), key=len)
        alike = len(shorter) >= max(_LETTERS, len(longer) / 2) and longer.startswith(shorter)
        if alike and (not particle or particle[-1] in words[index + 1 : index + 1 + _PARTICLE]):
            return index + 1
    return 0
