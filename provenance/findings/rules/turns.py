"""Rules about transcripts and dialogues of one line each: whose label or line it is (ATT501), and two voices run together (STR401, STR403)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from provenance.excerpts.model import MarkKind
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding, Severity
from provenance.findings.rules.speakers import about_speech
from provenance.findings.voices.model import Utterance, VoiceKind, share_a_name
from provenance.text.document import ApparatusKind
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_LABEL: Final = 60  # code points before an excerpt in which the label of its own turn begins
_DASHES: Final = frozenset("—–―")
_ASKING: Final = tuple("?？؟")
_NO_ANSWER: Final = ' \n\u00a0"“”„«»*'
_NO_WORDS: Final = ' \n\u00a0"“”„«»?!.…,:*' + "".join(_DASHES)


def wrong_label(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: another speaker's label stands before somebody's words in the article, in an excerpt or right before it."""
    document = context.article.document
    for passage in context.excerpt.passages:
        for label in labels_of(passage.span, context):
            behind = range(max(label.end, passage.span.start), passage.span.end)
            following = next((at for at in behind if document.text[at].isalnum()), None)
            place = context.places.source_of(following) if following is not None else None
            held = context.voices.at(place) if place is not None else None
            name = document.text[label.start : label.end].strip(" :：.)")
            if held is None or held.label is None or _calls(name, held):
                continue
            message = f"the source gives these words to {held.label}, not to {name}"
            yield about_speech("ATT501", message, (held,), context)


def _calls(name: str, turn: Utterance) -> bool:
    """Whether a label is that of a turn, or its first letter."""
    label = turn.label or ""
    return share_a_name(label, name) or label[:1].casefold() == name.casefold()


def labels_of(span: Span, context: JudgingContext) -> Iterator[Span]:
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
