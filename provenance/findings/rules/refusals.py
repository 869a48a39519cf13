"""What the article says that a speaker does not deny or rule out, and the source has the speaker do just that (ALT302)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.scope.governor import NEGATING, Governor, GovernorClass
from provenance.findings.scope.governors import COMPARED, governors_of
from provenance.findings.scope.reading import ReadSentence, article_sentence, read_sentence
from provenance.findings.wording import quoted
from provenance.languages.apparatus import vocabulary
from provenance.languages.sentences import splitter
from provenance.text.document import whole
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_OPEN: Final = NEGATING | {
    GovernorClass.HEDGE,
    GovernorClass.CONDITION,
    GovernorClass.CLAIM,
    GovernorClass.REPORT,
}
_NEXT: Final = 2  # words between a negation and the denial that it turns round
_PARTICLE: Final = 3  # words behind a verb among which its particle stands: "ruled it out"
_NEAR: Final = 5  # words between a verb and what leaves open what it says
_ANSWER: Final = 40  # code points behind a question in which its answer begins
_LETTERS: Final = 3  # with which two forms of a word begin at least


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
                excerpt = whole(context.excerpt.passages)
                yield context.finding(
                    "ALT302", message, excerpt=excerpt, source=source, severity=Severity.MAJOR
                )
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
        left_open = any(
            _is_near(each, at - 1, sentence) for each in governors_of(sentence) if each.kind in _OPEN
        )
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
        alike = len(shorter) >= _LETTERS and longer.startswith(shorter)
        if alike and (not particle or particle[-1] in words[index + 1 : index + 1 + _PARTICLE]):
            return index + 1
    return 0
