"""Dialogues of one line each (a chat, comments, a hearing, speech behind dashes): whose line holds the words (ATT501)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.rules.subjects import gives_to
from provenance.findings.scope.reading import article_sentence
from provenance.findings.voices.names import speaks_for_another
from provenance.findings.wording import quoted
from provenance.languages.apparatus import vocabulary
from provenance.text.document import Document, whole
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_LABEL: Final = re.compile(r"(?:\[?\d{1,2}[:.]\d{2}\]?[ \t]{1,4})?(?P<label>[^\W\d][^:：\n]{0,40})[:：]\s")
_DASHED: Final = re.compile(r"[ \t]{0,8}[—–―]{1,2}[ \u00a0]?(?=\S)")
_TAG: Final = re.compile(r"[,—–―!?»”]\s?([^,—–―!?»”]{3,80})$")
_NEAR: Final = 2_000  # code points around the words in which the other lines of a dialogue are read
_TAG_REACH: Final = 80  # code points around an excerpt that may say that somebody speaks for another
_LEAST: Final = 3  # letters of a word that names somebody


class _Line(NamedTuple):
    """A line of a dialogue, and the words that say who speaks in it."""

    span: Span
    whose: str
    labelled: bool


def another_line(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: the words stand in the line of somebody else than the one whom the article names first."""
    place = next(iter(context.kept), None)
    if place is None:
        return
    document = context.witness.document
    lines = list(_lines(document, place))
    own = next((line for line in lines if line.span.covers(place)), None)
    others = [line for line in lines if line is not own]
    named = _named_first(own, others, context) if own and others else None
    if own is None or named is None:
        return
    message = f"stands in the source beside {quoted(own.whose)}, and not beside {quoted(named.whose)}"
    source = document.passage(own.span.start, own.span.end)
    yield context.finding("ATT501", message, excerpt=whole(context.excerpt.passages), source=source)


def _lines(document: Document, place: Span) -> Iterator[_Line]:
    """The lines of the dialogue in which some words stand: each opens with a label or a dash, and no other line between."""
    start = document.text.rfind("\n", 0, max(0, place.start - _NEAR)) + 1
    run: list[_Line] = []
    for line in document.text[start : place.end + _NEAR].split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        spoken = _line(line, span)
        if spoken is not None:
            run.append(spoken)
        elif line.strip():
            if span.start > place.end:
                break
            run.clear()
    yield from run


def _line(line: str, span: Span) -> _Line | None:
    label = _LABEL.match(line)
    tag = _TAG.search(line.rstrip(" .")) if _DASHED.match(line) else None
    whose = label["label"] if label else tag[1] if tag else None
    return _Line(span, whose.strip(), labelled=label is not None) if whose else None


def _named_first(own: _Line, others: list[_Line], context: JudgingContext) -> _Line | None:
    """The other line whose speaker the article names before it names anybody of the words' own line, or instead of them.

    None where it is in doubt who speaks.
    """
    called = _names(own.whose, context)
    theirs = (names for line in others if (names := _names(line.whose, context)) != called)
    shared = called & set().union(*theirs)  # "Sen." is everybody's
    asked = (
        vocabulary("asking") if own.labelled else frozenset()
    )  # "asked about the question" names no "Question:"
    mine = called - shared
    told = [word for word in _told(context) if word not in shared and word not in asked - mine]
    if not mine or (own.labelled and not mine.isdisjoint(told)):
        return None
    for word in told:
        named = next((line for line in others if word in _names(line.whose, context)), None)
        if word in mine or named is not None:
            given = word not in mine and gives_to(word, " ".join(_introduction(context)), context)
            return named if given and not _is_in_doubt(context) else None
    return None


def _is_in_doubt(context: JudgingContext) -> bool:
    """Whether the source has the excerpt's words twice, or the article says that somebody speaks for another."""
    said = " ".join(folded_words(context.excerpt.text))
    again = " ".join(folded_words(context.witness.document.text)).count(said) > 1
    return again or speaks_for_another(context.surroundings(_TAG_REACH))


def _names(whose: str, context: JudgingContext) -> set[str]:
    """The words by which a line calls the one who speaks, verbs of saying and function words left out."""
    lexicon = context.lexicon
    taken = [lexicon.words(name) for name in ("function_words", "said_neutral", "said_loaded")]
    words = (word for part in whose.split("_") for word in folded_words(part))
    return {word for word in words if len(word) >= _LEAST and not any(word in each for each in taken)}


def _told(context: JudgingContext) -> list[str]:
    """The words of the article's own sentence around the excerpt, in order, or else whom it names as the speaker."""
    return [word for text in _introduction(context) for word in folded_words(text)]


def _introduction(context: JudgingContext) -> list[str]:
    sentence = article_sentence(context)
    if sentence is not None:
        rows = zip(sentence.tokens, sentence.kept, strict=True)
        return [token.text for token, kept in rows if not kept]
    attribution = context.excerpt.attribution
    return [attribution.cue.text if attribution.cue else attribution.speaker or ""]
