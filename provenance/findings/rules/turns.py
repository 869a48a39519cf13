"""Rules about transcripts and dialogues of one line each: whose label or line it is (ATT501), and two voices run together (STR401, STR403)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from provenance.excerpts.model import MarkKind
from provenance.findings.context import JudgingContext, quoted
from provenance.findings.finding import Finding, Severity
from provenance.findings.rules.people import gives_to
from provenance.findings.rules.speakers import about_speech
from provenance.findings.scope.reading import article_sentence
from provenance.findings.voices.model import Utterance, VoiceKind, share_a_name, speaks_for_another
from provenance.languages.notices import vocabulary
from provenance.text.document import ApparatusKind, Document
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_LABEL: Final = 60  # code points before an excerpt in which the label of its own turn begins
_DASHES: Final = frozenset("—–―")
_ASKING: Final = tuple("?？؟")
_NO_ANSWER: Final = ' \n\u00a0"“”„«»*'
_LINE_LABEL: Final = re.compile(
    r"(?:\[?\d{1,2}[:.]\d{2}\]?[ \t]{1,4})?(?P<label>[^\W\d][^:：\n]{0,40})[:：]\s"
)
_DASHED: Final = re.compile(r"[ \t]{0,8}[—–―]{1,2}[ \u00a0]?(?=\S)")
_TAG: Final = re.compile(r"[,—–―!?»”]\s?([^,—–―!?»”]{3,80})$")
_NEAR: Final = 2_000  # code points around the words in which the other lines of a dialogue are read
_TAG_REACH: Final = 80  # code points around an excerpt that may say that somebody speaks for another
_LEAST: Final = 3  # letters of a word that names somebody


def wrong_label(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: another speaker's label stands before somebody's words in the article, in an excerpt or right before it."""
    document = context.article.document
    for passage in context.excerpt.passages:
        for label in _labels_of(passage.span, context):
            behind = range(max(label.end, passage.span.start), passage.span.end)
            following = next((at for at in behind if document.text[at].isalnum()), None)
            place = context.places.source_of(following) if following is not None else None
            held = context.voices.at(place) if place is not None else None
            name = document.text[label.start : label.end].strip(" :：.)")
            if held is None or held.label is None or _calls(name, held) or not _is_known(name, context):
                continue
            message = f"the source gives these words to {held.label}, not to {name}"
            yield about_speech("ATT501", message, (held,), context)


def _calls(name: str, turn: Utterance) -> bool:
    """Whether a label is that of a turn, or its first letter."""
    label = turn.label or ""
    return share_a_name(label, name) or label[:1].casefold() == name.casefold()


def _is_known(name: str, context: JudgingContext) -> bool:
    """Whether a label is that of somebody in the source: "A:" may stand for whoever answers, "Reporter:" for a host."""
    turns = (one for one in context.voices.utterances if one.label)
    return any(one.label == name if len(name) == 1 else _calls(name, one) for one in turns)


def _labels_of(span: Span, context: JudgingContext) -> Iterator[Span]:
    """The labels in a passage, and before them the one with which its line opens, if nothing but marks stands between."""
    document = context.article.document
    for piece in document.apparatus_in(span.start - _LABEL, span.end):
        between = document.text[piece.span.end : span.start]
        beside = "\n" not in between and not any(map(str.isalnum, between))
        if piece.kind is ApparatusKind.TURN_LABEL and beside:
            yield piece.span


def asked_not_answered(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: below a question, where an article prints what is answered, stands what the source's questioner says."""
    spoken = context.voices.speech_of(context.kept)
    asks = bool(spoken) and spoken[0].kind is VoiceKind.QUESTIONER
    if not asks or context.excerpt.attribution.cue is not None:
        return
    text, span = context.article.document.text, context.excerpt.span
    bold = context.article.emphasis or ()
    gap = text[: span.start]
    asked = len(gap.rstrip(_NO_ANSWER))
    set_off = "\n" in gap[asked:] or any(each.start < asked <= each.end <= span.start for each in bold)
    ends = (text.find("\n", span.end), *(each.start for each in bold))
    end = min((place for place in ends if place >= span.end), default=len(text))
    line = text[span.start : end].rstrip(_NO_ANSWER)
    if set_off and gap[:asked].endswith(_ASKING) and not line.endswith(_ASKING):
        by = f" of {spoken[0].label}" if spoken[0].label else ""
        message = f"the source has these words in a question{by}, and not in an answer"
        yield about_speech("ATT501", message, spoken, context)


def joined_turns(context: JudgingContext) -> Iterator[Finding]:
    """STR401, STR403: what two people say in a transcript stands as one speech, with no label or dash between them."""
    excerpt, document = context.excerpt, context.article.document
    spans = [passage.span for passage in excerpt.passages]
    pieces = [piece.kind for span in spans for piece in document.apparatus_in(span.start, span.end)]
    heard = [_labels_in(span, context) for span in spans]
    everybody = sorted({label for labels in heard for label in labels})
    said = f" {' '.join(folded_words(excerpt.text))} "
    shown = any(f" {' '.join(folded_words(label))} " in said for label in everybody)
    if len(everybody) < 2 or shown or _is_dialogue(context) or ApparatusKind.TURN_LABEL in pieces:
        return
    together = any(len(labels) > 1 for labels in heard)
    told = any(mark.kind is MarkKind.ELLIPSIS for mark in excerpt.marks)
    if told and not together:
        return
    message = f"runs together what {' and '.join(everybody)} say"
    severity = Severity.MAJOR if together else Severity.MINOR
    yield context.finding("STR403" if told else "STR401", message, severity=severity)


def _labels_in(span: Span, context: JudgingContext) -> set[str]:
    """Whose turns some words of the excerpt come from."""
    kept = [run.source for run in context.places.runs if run.excerpt.overlaps(span)]
    return {one.label for one in context.voices.holding(kept) if one and one.label}


def _is_dialogue(context: JudgingContext) -> bool:
    """Whether the article has a dash wherever another one begins to speak, as in "— Who rang? — The cook"."""
    text = context.article.document.text
    turns = [(run.excerpt.start, context.voices.at(run.source.start)) for run in context.places.runs]
    begun = [start for (_, one), (start, other) in pairwise(turns) if one is not other]
    signs = (text[max(0, start - _LABEL) : start] for start in begun)
    return all(not _DASHES.isdisjoint(part[len(part.rstrip(_NO_WORDS)) :]) for part in signs)


_NO_WORDS: Final = ' \n\u00a0"“”„«»?!.…,:*' + "".join(_DASHES)


class _Line(NamedTuple):
    """A line of a dialogue, and the words that say who speaks in it."""

    span: Span
    whose: str
    labelled: bool


def another_line(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: the words stand in the line of somebody else than the one whom the article names first."""
    place = next(iter(context.kept), None)
    shown = any(any(_labels_of(passage.span, context)) for passage in context.excerpt.passages)
    if place is None or shown:  # where it prints who speaks, its label is judged
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
    yield context.finding("ATT501", message, source=source)


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
    label = _LINE_LABEL.match(line)
    tag = _TAG.search(line.rstrip(" .")) if _DASHED.match(line) else None
    whose = label["label"] if label else tag[1] if tag else None
    return _Line(span, whose.strip(), labelled=label is not None) if whose else None


def _named_first(own: _Line, others: list[_Line], context: JudgingContext) -> _Line | None:
    """The other line whose speaker the article names before anybody of the words' own line, or alone; None where in doubt."""
    called = _names(own.whose, context)
    theirs = (names for line in others if (names := _names(line.whose, context)) != called)
    shared = called & set().union(*theirs)  # "Sen." is everybody's
    # "asked about the question" names no "Question:"
    asked = vocabulary("asking") if own.labelled else frozenset()
    mine = called - shared
    introduction = " ".join(_introduction(context))
    told = [word for word in folded_words(introduction) if word not in shared and word not in asked - mine]
    if not mine or (own.labelled and not mine.isdisjoint(told)):
        return None
    for word in told:
        named = next((line for line in others if word in _names(line.whose, context)), None)
        if word in mine or named is not None:
            given = word not in mine and gives_to(word, introduction, context)
            return named if given and not _is_doubtful(context) else None
    return None


def _is_doubtful(context: JudgingContext) -> bool:
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


def _introduction(context: JudgingContext) -> list[str]:
    """The words of the article's own sentence around the excerpt, in order, or else whom it names as the speaker."""
    sentence = article_sentence(context)
    if sentence is not None:
        return [sentence.tokens[index].text for index in sentence.own]
    attribution = context.excerpt.attribution
    return [attribution.cue.text if attribution.cue else attribution.speaker or ""]
