"""Rules about who speaks: words of one voice that the article gives to another.

Both must be at hand, whom the article names and whose words they are in the source. When in doubt, these rules are
silent: to say that somebody was misattributed is itself an accusation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from provenance.articles.apparatus.vocabulary import vocabulary
from provenance.excerpts.mentions import MentionKind, mentions
from provenance.excerpts.model import MarkKind, Markup
from provenance.findings.finding import Severity
from provenance.findings.voices import VoiceKind, speaker_of
from provenance.findings.voices.names import is_office, may_be_one, share_a_name, speaks_for_another
from provenance.languages.cues import language
from provenance.languages.sentences import splitter
from provenance.text.apparatus import ApparatusKind
from provenance.text.document import whole
from provenance.text.folding import fold_word
from provenance.text.span import Span, hull
from provenance.text.tokens import count_words, folded_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.excerpts.model import Excerpt
    from provenance.findings.context import JudgingContext
    from provenance.findings.finding import Finding
    from provenance.findings.voices import Utterance
    from provenance.languages.cues import Language
    from provenance.text.document import Passage

_Speech = tuple["Utterance", ...]

# A quotation of fewer words inside a sentence is a term or a phrase, and not what somebody said.
_LEAST_SPOKEN: Final = 5
# How far around an excerpt the article may name who said it, in code points.
_NEAR: Final = 600
_BESIDE: Final = 40  # code points between an office and who holds it
_MARKS = re.compile(r"[\"“”„«»「」]")
_PEOPLE: Final = frozenset((MentionKind.PERSON, MentionKind.NAME))


def wrong_speaker(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: the article gives to one person what the source gives to another, or to whoever asks."""
    if not context.alignment.found or context.excerpt.attribution.cue is None:
        return
    spoken = context.voices.speech_of(context.kept)
    if not spoken:
        return
    if spoken[0].kind is VoiceKind.QUESTIONER:
        yield from _asked(spoken, context)
    elif spoken[0].kind is VoiceKind.SPEAKER and spoken[0].label is not None:
        yield from _wrong_turn(spoken, context)
    elif spoken[0].kind is VoiceKind.SPEAKER:
        yield from _wrong_tag(spoken, context)


def _wrong_tag(spoken: _Speech, context: JudgingContext) -> Iterator[Finding]:
    """The tag beside the words names somebody else, and the source knows the person whom the article names."""
    told, region = speaker_of(spoken), hull(one.region for one in spoken)
    named = _named(told, context)
    if told is not None:
        yield from _wrong_office(told, spoken, context)
    if told is None or named is None or not _is_known_person(named, region, context):
        return
    if may_be_one(named, told, region, context.witness.document) or speaks_for_another(_cue(context)):
        return
    yield about_speech("ATT501", f"the source gives these words to {told}, not to {named}", spoken, context)


def _wrong_office(told: str, spoken: _Speech, context: JudgingContext) -> Iterator[Finding]:
    """The article gives the words to an office ("the mayor"), which the source gives to somebody else than the one it quotes."""
    document, cue = context.witness.document, context.excerpt.attribution.cue
    office = _office(context)
    if office is None or cue is None or share_a_name(told, cue.text) or _is_named_near(told, context):
        return
    region = hull(one.region for one in spoken)
    places = [
        found.span() for found in re.finditer(rf"\b{re.escape(office)}\b", document.text, re.IGNORECASE)
    ]
    near = [document.text[max(0, start - _BESIDE) : end + _BESIDE] for start, end in places]
    if (
        not near
        or any(share_a_name(told, around) for around in near)
        or any(region.start <= at < region.end for at, _ in places)
    ):
        return
    if speaks_for_another(office) or any(_names_another(around, context) for around in near):
        yield about_speech(
            "ATT501", f"the source gives these words to {told}, not to the {office}", spoken, context
        )


def _office(context: JudgingContext) -> str | None:
    """The office in the cue, if that has one and no person."""
    spoken, cue = _language(context), context.excerpt.attribution.speaker or _cue(context)
    found = mentions(spoken.words(cue), spoken, text=cue)
    if any(mention.kind in _PEOPLE for mention in found):
        return None
    offices = [mention for mention in found if mention.kind is MentionKind.ROLE]
    return cue[offices[0].span.start : offices[0].span.end].split()[-1] if len(offices) == 1 else None


def _names_another(text: str, context: JudgingContext) -> bool:
    spoken = _language(context)
    return any(
        mention.kind is MentionKind.PERSON for mention in mentions(spoken.words(text), spoken, text=text)
    )


def _wrong_turn(spoken: _Speech, context: JudgingContext) -> Iterator[Finding]:
    """The label before the words is another one's, and the person whom the article names has a label too.

    Silent where the named person says the same words elsewhere, and where somebody speaks for another.
    """
    told = spoken[0].speaker
    named = _named(_surname(told), context)
    if told is None or named is None or is_office(told) or speaks_for_another(_cue(context)):
        return
    own = [one for one in context.voices.utterances if one.label and share_a_name(_surname(one.label), named)]
    if own and not _is_said_in(own, context):
        yield about_speech(
            "ATT501", f"the source gives these words to {told}, not to {named}", spoken, context
        )


def _asked(spoken: _Speech, context: JudgingContext) -> Iterator[Finding]:
    """The words stand in a question, and the article gives them to somebody of whom it does not say that they asked."""
    told = spoken[0].speaker
    named = _named(_surname(told), context)
    if named is None or not vocabulary("asking").isdisjoint(folded_words(_cue(context))):
        return
    turns = [one for one in context.voices.utterances if one.label]
    if told and not is_office(told) and not any(share_a_name(_surname(one.label), named) for one in turns):
        return
    if _is_said_in([one for one in turns if one.kind is VoiceKind.SPEAKER], context):
        return
    message = f"the source has these words in a question{f' of {told}' if told else ''}, and not from {named}"
    yield about_speech("ATT501", message, spoken, context)


def _surname(label: str | None) -> str:
    """The last word of a label: before it may stand a title, which others share."""
    return label.split()[-1] if label else ""


def _named(told: str | None, context: JudgingContext) -> str | None:
    """The person to whom the cue gives the words; None if there is none, or the cue names whom the source names."""
    named, cue = context.excerpt.attribution.speaker, _cue(context)
    if not named or not share_a_name(named, cue):
        return None
    return None if told and (share_a_name(told, named) or share_a_name(told, cue)) else named


def _cue(context: JudgingContext) -> str:
    cue = context.excerpt.attribution.cue
    return cue.text if cue is not None else ""


def _is_said_in(utterances: Sequence[Utterance], context: JudgingContext) -> bool:
    """Whether the excerpt's words stand in one of some other utterances too."""
    said, text = " ".join(folded_words(context.excerpt.text)), context.witness.document.text
    return any(said in " ".join(folded_words(text[one.span.start : one.span.end])) for one in utterances)


def _is_known_person(name: str, region: Span, context: JudgingContext) -> bool:
    """Whether the source names a person so, outside the sentence in question."""
    spoken = language(context.lexicon.language)
    kinds = {mention.kind for mention in mentions(spoken.words(name), spoken, text=name)}
    site = context.witness.page.metadata.site_name or ""
    if not kinds <= _PEOPLE or (not kinds and spoken.verbs) or share_a_name(name, site):
        return False
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    text = context.witness.document.text
    return bool(surname.search(text, 0, region.start) or surname.search(text, region.end))


def wrong_label(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: an excerpt of a transcript sets another speaker's label before somebody's words."""
    document = context.article.document
    for passage in context.excerpt.passages:
        for piece in document.apparatus_in(passage.span.start, passage.span.end):
            following = _first_word(document.text, piece.span.end, passage.span.end)
            place = context.places.source_of(following) if following is not None else None
            held = context.voices.at(place) if place is not None else None
            label = document.text[piece.span.start : piece.span.end].strip(" :：.)")
            if piece.kind is not ApparatusKind.TURN_LABEL or held is None or held.label is None:
                continue
            if not share_a_name(held.label, label) and held.label[:1].casefold() != label.casefold():
                message = f"the source gives these words to {held.label}, not to {label}"
                yield about_speech("ATT501", message, (held,), context)


def _first_word(text: str, start: int, end: int) -> int | None:
    return next((at for at in range(start, end) if text[at].isalnum()), None)


def joined_turns(context: JudgingContext) -> Iterator[Finding]:
    """STR401, STR403: what two people say in a transcript stands as one speech, with no label between them."""
    excerpt, document = context.excerpt, context.article.document
    spans = [passage.span for passage in excerpt.passages]
    pieces = (piece for span in spans for piece in document.apparatus_in(span.start, span.end))
    heard = [_labels_in(span, context) for span in spans]
    everybody = sorted({label for labels in heard for label in labels})
    said = f" {' '.join(folded_words(excerpt.text))} "
    shown = any(f" {' '.join(folded_words(label))} " in said for label in everybody)
    if len(everybody) < 2 or shown or any(piece.kind is ApparatusKind.TURN_LABEL for piece in pieces):
        return
    together = any(len(labels) > 1 for labels in heard)
    told = any(mark.kind is MarkKind.ELLIPSIS for mark in excerpt.marks)
    if told and not together:
        return
    message = f"runs together what {' and '.join(everybody)} say"
    severity = Severity.MAJOR if together else Severity.MINOR
    yield context.finding(
        "STR403" if told else "STR401", message, excerpt=whole(excerpt.passages), severity=severity
    )


def _labels_in(span: Span, context: JudgingContext) -> set[str]:
    """Whose turns some words of the excerpt come from."""
    kept = [run.source for run in context.places.runs if run.excerpt.overlaps(span)]
    return {one.label for one in context.voices.holding(kept) if one and one.label}


def nested_quote_flattened(context: JudgingContext) -> Iterator[Finding]:
    """STR404: what the source quotes from somebody stands in the article as the source's own words."""
    spoken = third_party(context)
    if spoken and not _vouches(context):
        message = f"gives to the source what it quotes{_whom(spoken)}"
        yield about_speech("STR404", message, spoken, context)


def third_party(context: JudgingContext) -> _Speech:
    """The source's speech that holds the whole excerpt, where the article gives it to no person at all.

    Empty if the article names or hints at a speaker, shows inner quotation marks, or says that it removed them.
    """
    excerpt, text = context.excerpt, context.witness.document.text
    if not context.alignment.found or excerpt.attribution.cue is None or _shows_marks(excerpt):
        return ()
    if any(mark.kind is MarkKind.CLEANED_UP for mark in excerpt.marks) or _names_person(excerpt):
        return ()
    spoken = context.voices.speech_of(context.kept)
    if not all(one.tagged and one.kind is VoiceKind.SPEAKER and one.label is None for one in spoken):
        return ()
    if sum(count_words(text[one.span.start : one.span.end]) for one in spoken) < _LEAST_SPOKEN:
        return ()
    named = (
        _is_named_near(speaker_of(spoken), context) or _names_somebody(context) or _describes(spoken, context)
    )
    return () if named or not _names_publication(excerpt, context) else spoken


def _shows_marks(excerpt: Excerpt) -> bool:
    """Whether an excerpt shows that its source quotes: by marks inside it, or around it where it is set off besides."""
    set_off = excerpt.markup in {Markup.BLOCKQUOTE, Markup.MARKDOWN, Markup.INDENT}
    return (set_off and excerpt.quoted) or bool(_MARKS.search(excerpt.text))


def _names_person(excerpt: Excerpt) -> bool:
    """Whether the cue names who speaks, and not merely whose paper it quotes ("the Safety Board's report says")."""
    cue, speaker = excerpt.attribution.cue, excerpt.attribution.speaker
    owns = cue is not None and any(f"{speaker}{apostrophe}s " in cue.text for apostrophe in "'’")
    return speaker is not None and not owns


def _names_publication(excerpt: Excerpt, context: JudgingContext) -> bool:
    """Whether the cue gives the words to an outlet or a document, and to no outlet that was told them."""
    spoken = _language(context)
    words = spoken.words(_cue(context))
    if spoken.told.find(words):
        return False
    return bool(excerpt.attribution.outlet or excerpt.attribution.speaker) or bool(
        spoken.documents.find(words)
    )


def _whom(spoken: Sequence[Utterance]) -> str:
    """From whom the source quotes the words, as the end of a message; nothing where it names nobody."""
    name = speaker_of(spoken)
    return f" from {name}" if name else " from a person it does not name"


def _names_somebody(context: JudgingContext) -> bool:
    """Whether the article's own sentence around an excerpt, or its cue, has a person, an office or a "she" in it."""
    spoken, text = _language(context), context.article.document.text
    near = [*_sentence_around(context)]
    if (cue := context.excerpt.attribution.cue) is not None:
        near.append(cue.span)
    for span in near:
        for mention in mentions(spoken.words(text, span.start, span.end), spoken, text=text):
            if mention.kind in {
                MentionKind.PERSON,
                MentionKind.ROLE,
                MentionKind.PRONOUN,
            } and not _is_publication(mention.name, context):
                return True
    return False


def _describes(spoken: _Speech, context: JudgingContext) -> bool:
    """Whether the article says who speaks by what the tag calls them ("a fitter"), or credits the outlet only afterwards."""
    text, lead = context.article.document.text, next(_sentence_around(context))
    said = _telling(text[lead.start : lead.end], context)
    words = said | _telling(_cue(context), context)
    region = hull(one.region for one in spoken)
    source = context.witness.document.text
    elsewhere = set(folded_words(source[: region.start])) | set(folded_words(source[region.end :]))
    tags = (
        source[one.region.start : one.span.start] + source[one.span.end : one.region.end] for one in spoken
    )
    told = {word for tag in tags for word in _telling(tag, context)} - elsewhere
    outlet = context.excerpt.attribution.outlet
    credited = outlet is not None and not share_a_name(outlet, text[lead.start : lead.end])
    return bool(words & told) or (credited and bool(said))


def _telling(text: str, context: JudgingContext) -> set[str]:
    """The words of a text that may call somebody something: no function words, verbs of saying, documents or outlets."""
    spoken = _language(context)
    words = spoken.words(text)
    taken = {
        at
        for phrases in (spoken.verbs, spoken.documents, spoken.according)
        for found in phrases.find(words)
        for at in found
    }
    lists = [context.lexicon.words(name) for name in ("function_words", "said_neutral", "said_loaded")]
    rest = [fold_word(word.text) for at, word in enumerate(words) if at not in taken and word.is_word]
    outlet = set(folded_words(context.excerpt.attribution.outlet or ""))
    return {word for word in rest if word not in outlet and not any(word in known for known in lists)}


def _sentence_around(context: JudgingContext) -> Iterator[Span]:
    """What of the article's sentence stands before and behind an excerpt."""
    document, span = context.article.document, context.excerpt.span
    split = splitter(context.lexicon.language)
    first, last = split.at(document, span.start), split.at(document, max(span.start, span.end - 1))
    yield Span(min(first.start, span.start), span.start)
    yield Span(span.end, max(last.end, span.end))


def _is_publication(name: str, context: JudgingContext) -> bool:
    """Whether a name is that of the outlet, or of the body whose paper is quoted."""
    attribution, site = context.excerpt.attribution, context.witness.page.metadata.site_name
    return any(
        share_a_name(name, known) for known in (attribution.outlet, attribution.speaker, site) if known
    )


def _language(context: JudgingContext) -> Language:
    return language(context.lexicon.language)


def _is_named_near(speaker: str | None, context: JudgingContext) -> bool:
    """Whether the article names a speaker near the excerpt."""
    span, text = context.excerpt.span, context.article.document.text
    return speaker is not None and share_a_name(speaker, text[max(0, span.start - _NEAR) : span.end + _NEAR])


def _vouches(context: JudgingContext) -> bool:
    """Whether the article sets the words off without quotation marks after "OUTLET reports", as the outlet's own finding."""
    spoken = _language(context)
    return not context.excerpt.quoted and bool(spoken.outlet_verbs.find(spoken.words(_cue(context))))


def other_voice(context: JudgingContext) -> Iterator[Finding]:
    """ATT503: the outlet's or the court's own, the article says; a third party's, a reader's, a dissenter's it is in the source."""
    if not context.alignment.found or not _cue(context):
        return
    spoken = third_party(context) if _vouches(context) else ()
    if spoken:
        message = f"gives as the outlet's own report what it quotes{_whom(spoken)}"
        yield about_speech("ATT503", message, spoken, context)
        return
    held = {one.kind: one for one in context.voices.holding(context.kept) if one}
    whose = _WHOSE.get(next(iter(held))) if len(held) == 1 else None
    if whose is None:
        return
    one = next(iter(held.values()))
    near = {*folded_words(_cue(context)), *folded_words(context.surroundings(_NEAR))}
    told = not vocabulary(whose[1]).isdisjoint(near) or _is_named_near(one.speaker, context)
    if not told and (one.kind is VoiceKind.DISSENT or not context.excerpt.attribution.speaker):
        by = f", {one.speaker}" if one.speaker else ""
        yield about_speech(
            "ATT503", f"gives as the source's own the words of {whose[0]}{by}", (one,), context
        )


_WHOSE: Final = {
    VoiceKind.READER: ("a reader", "readers"),
    VoiceKind.ADVERTISER: ("an advertiser", "advertisers"),
    VoiceKind.DISSENT: ("a dissent", "dissents"),
}
"""Voices that are not the source's own: what each is called, and the list of words by which an article owns up to it."""


def about_speech(code: str, message: str, spoken: _Speech, context: JudgingContext) -> Finding:
    """A finding about a speech of the source, that points at the speech with its tag."""
    place: Passage = context.witness.document.passage(spoken[0].region.start, spoken[-1].region.end)
    return context.finding(code, message, excerpt=whole(context.excerpt.passages), source=place)
