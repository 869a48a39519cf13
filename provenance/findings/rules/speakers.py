"""Rules about who speaks: words of one voice that the article gives to another.

Both must be at hand, whom the article names and whose words they are in the source. When in doubt, these rules are
silent: to say that somebody was misattributed is itself an accusation.
"""

import re
from collections.abc import Iterator
from typing import Final

from provenance.excerpts.annotation.mention import Mention, MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.rules.people import (
    Speech,
    cue_language,
    gives_to,
    is_first_named_behind,
    is_in_doubt,
    is_name_at_verb,
    mentions_of,
    offices_beside,
    set_off,
    signs,
    speaks_in_source,
    tag_of,
)
from provenance.findings.rules.strangers import speaks_elsewhere, stranger_beside
from provenance.findings.scope.reading import asks_at
from provenance.findings.voices.model import (
    Utterance,
    VoiceKind,
    is_office,
    may_be_one,
    name_words,
    share_a_name,
    speaker_of,
    speaks_for_another,
    without_office,
)
from provenance.findings.voices.reported import holder_before, subject_beside
from provenance.languages.apparatus import vocabulary
from provenance.languages.sentences import splitter
from provenance.text.document import Passage
from provenance.text.span import Span, hull
from provenance.text.tokens import folded_words

_NEAR: Final = 600  # how far around an excerpt the article may name who said it, in code points
_BESIDE: Final = 40  # code points between an office and who holds it
_PEOPLE: Final = frozenset((MentionKind.PERSON, MentionKind.NAME))
_NOBODYS: Final = frozenset((MentionKind.PRONOUN, MentionKind.ROLE))


def wrong_speaker(context: JudgingContext) -> Iterator[Finding]:
    """ATT501: the article gives to one person what the source gives to another, or to whoever asks."""
    if not context.alignment.found or not cue_text(context):
        return
    spoken = context.voices.speech_of(context.kept)
    kind, label = (spoken[0].kind, spoken[0].label) if spoken else (VoiceKind.SPEAKER, None)
    if kind is VoiceKind.QUESTIONER and _is_question(context):
        yield from _asked(spoken, context)
    elif label is not None:
        yield from _wrong_turn(spoken, context)
    elif kind is VoiceKind.SPEAKER:
        yield from _wrong_tag(spoken, context)


def _wrong_tag(spoken: Speech, context: JudgingContext) -> Iterator[Finding]:
    """Beside the words, in marks or none, stands somebody else, and the source knows the person whom the article names."""
    silent = not context.kept or any(context.voices.holding(context.kept)) or not context.excerpt.quoted
    if not spoken and silent:
        return
    place = spoken[0].span if spoken else context.kept[0]
    page, code = context.witness.page, context.lexicon.language
    subject, held = subject_beside(page, place, code), False
    if not spoken and (subject is None or subject.kind in _NOBODYS):
        holder = holder_before(page, place, code)
        subject, held = holder or subject, holder is not None
    if subject is not None and subject.kind is not MentionKind.PRONOUN:
        spoken = (_said_by(subject, place, spoken, context),)
    if not spoken:
        return
    told, region = speaker_of(spoken), hull(one.region for one in spoken)
    named = _named(told, context)
    stranger = stranger_beside(spoken, context) if named and subject is None else None
    if named and stranger and speaks_elsewhere(named, region, context):
        message = f"beside these words the source has “{stranger}”, and not {named}"
        yield about_speech("ATT501", message, spoken, context)
        return
    if told is not None:
        yield from _wrong_office(told, spoken, context)
    unsaid = named is None or speaks_for_another(cue_text(context)) or _is_authors(spoken, context)
    if named is None or unsaid or not speaks_in_source(named, spoken, context, goes_on=held):
        return
    if told is None:
        yield from _nobodys(subject, named, spoken, context)
    elif not _is_left_open(told, named, spoken, subject, context):
        message = f"the source gives these words to {told}, not to {named}"
        yield about_speech("ATT501", message, spoken, context)


def _is_left_open(
    told: str, named: str, spoken: Speech, subject: Mention | None, context: JudgingContext
) -> bool:
    """Whether whoever the source has say some words may not be the one read off it, or may be the one whom the article names."""
    region, document = hull(one.region for one in spoken), context.witness.document
    pronoun = subject is not None and subject.kind is MentionKind.PRONOUN
    if pronoun and share_a_name(told, tag_of(spoken, document)):  # "Of Lee she says: …"
        return True
    heard = not is_first_named_behind(named, region, context)
    return (heard and is_in_doubt(spoken, told, context)) or may_be_one(named, told, region, document)


def _nobodys(
    subject: Mention | None, named: str, spoken: Speech, context: JudgingContext
) -> Iterator[Finding]:
    """The source names nobody who says the words: an office that is not the person's does, or the person's text quotes them."""
    if subject is not None and _is_another(subject, named, hull(one.region for one in spoken), context):
        message = f"the source gives these words to {subject.name}, not to {named}"
        yield about_speech("ATT501", message, spoken, context)
    elif (subject is None or subject.kind is not MentionKind.PRONOUN) and _is_quoted_by(
        named, spoken, context
    ):
        message = f"the source, {named}'s own text, quotes these words from another"
        yield about_speech("ATT501", message, spoken, context)


def _said_by(subject: Mention, place: Span, spoken: Speech, context: JudgingContext) -> Utterance:
    """Some words as those of whoever is the subject of the verb of saying beside them; an office leaves the name that is known."""
    document = context.witness.document
    end = splitter(context.lexicon.language).at(document, place.end - 1).end
    region = hull([subject.span, Span(place.start, max(place.end, end))])
    single = subject.kind is MentionKind.NAME and is_name_at_verb(subject, context)
    named = single or subject.kind is MentionKind.PERSON
    return Utterance(place, region, speaker=subject.name if named else speaker_of(spoken), tagged=True)


def _is_authors(spoken: Speech, context: JudgingContext) -> bool:
    """Whether the source sets off what its author says or wrote: behind "In May I wrote:"."""
    held = set_off([spoken[0].span], context.witness.page)
    units = read_tokens(context.witness.document, held[:1], context.lexicon).items
    return any(unit.word in context.lexicon.words("first_person") for unit in units)


def _is_quoted_by(named: str, spoken: Speech, context: JudgingContext) -> bool:
    """Whether a person signs the text that sets off words of nobody it names, and the article has no word of what it says beside them."""
    document, lexicon = context.witness.document, context.lexicon
    held = set_off([spoken[0].span], context.witness.page)
    if not held:
        return False
    behind = Span(spoken[-1].span.end, len(document.text)).worded(document.text).start
    told = f"{held[0].of(document.text)}\n{splitter(lexicon.language).at(document, behind).of(document.text)}"
    silent = ("function_words", "said_neutral", "said_loaded")
    stems = [
        {
            lexicon.stem(word)
            for word in folded_words(each)
            if not any(word in lexicon.words(name) for name in silent)
        }
        for each in (told, cue_text(context))
    ]
    return signs(named, spoken[0].span, context.witness.page) and stems[0].isdisjoint(stems[1])


def _is_another(subject: Mention, named: str, region: Span, context: JudgingContext) -> bool:
    """Whether an office is not a person's: it is new ("a reporter") or one of those that ask, and nowhere beside the name."""
    text, role = context.witness.document.text, name_words(subject.name)[-1]
    if role in name_words(cue_text(context)) or share_a_name(named, region.of(text)):
        return False
    if not offices_beside(role, text).isdisjoint(name_words(named)):
        return False
    words = cue_language(context).words(text, max(0, subject.span.start - _BESIDE), subject.span.start)
    near = (role, *(word.key for word in words[-1:]))
    one = context.lexicon.words("one_words")
    new = any(context.lexicon.values.get(word) == 1 or word in one for word in near)
    return new or role in vocabulary("asking")


def _wrong_office(told: str, spoken: Speech, context: JudgingContext) -> Iterator[Finding]:
    """The article gives the words to an office ("the mayor"), which the source gives to somebody else than the one it quotes."""
    document, office = context.witness.document, _office(context)
    if office is None or share_a_name(told, cue_text(context)) or is_named_near(told, context):
        return
    region = hull(one.region for one in spoken)
    places = [hit.span() for hit in re.finditer(rf"\b{re.escape(office)}\b", document.text, re.IGNORECASE)]
    near = [document.text[max(0, start - _BESIDE) : end + _BESIDE] for start, end in places]
    own = any(share_a_name(told, around) for around in near)
    if not near or own or any(region.start <= at < region.end for at, _ in places):
        return
    named = (one.kind for around in near for one in mentions_of(around, context))
    if speaks_for_another(office) or MentionKind.PERSON in named:
        message = f"the source gives these words to {told}, not to the {office}"
        yield about_speech("ATT501", message, spoken, context)


def _office(context: JudgingContext) -> str | None:
    """The office in the cue, if that has one and no person."""
    speaker = context.excerpt.attribution.speaker
    if speaker is not None and speaker.islower():
        return speaker.split()[-1]
    cue = speaker or cue_text(context)
    found = mentions_of(cue, context)
    if any(mention.kind in _PEOPLE for mention in found):
        return None
    offices = [mention for mention in found if mention.kind is MentionKind.ROLE]
    return cue[offices[0].span.start : offices[0].span.end].split()[-1] if len(offices) == 1 else None


def _wrong_turn(spoken: Speech, context: JudgingContext) -> Iterator[Finding]:
    """The label before the words is another one's, and the person whom the article names has a label too.

    Silent where somebody speaks for another.
    """
    told = spoken[0].speaker
    named = _named(_surname(told), context)
    if told is None or named is None or is_office(told) or speaks_for_another(cue_text(context)):
        return
    own = [one for one in context.voices.utterances if one.label and share_a_name(_surname(one.label), named)]
    if own:
        message = f"the source gives these words to {told}, not to {named}"
        yield about_speech("ATT501", message, spoken, context)


def _asked(spoken: Speech, context: JudgingContext) -> Iterator[Finding]:
    """The words stand in a question, and the article gives them to somebody who, it does not say, asked."""
    told = spoken[0].speaker
    named = _named(_surname(told), context)
    if named is None or not vocabulary("asking").isdisjoint(folded_words(cue_text(context))):
        return
    message = f"the source has these words in a question{f' of {told}' if told else ''}, and not from {named}"
    yield about_speech("ATT501", message, spoken, context)


def _is_question(context: JudgingContext) -> bool:
    """Whether the words stand in a sentence of the source that asks."""
    document = context.witness.document
    sentence = splitter(context.lexicon.language).at(document, context.kept[-1].end - 1)
    return asks_at(document.text[context.kept[-1].end - 1 : sentence.end], context.lexicon)


def _surname(label: str | None) -> str:
    """The last word of a label: before it may stand a title, which others share."""
    return label.split()[-1] if label else ""


def _named(told: str | None, context: JudgingContext) -> str | None:
    """The person to whom the cue gives the words; None if there is none, or the cue names whom the source names."""
    named, cue = context.excerpt.attribution.speaker, cue_text(context)
    given = share_a_name(named, cue) and gives_to(named, cue, context) if named else False
    words = {word.key for word in cue_language(context).words(cue) if not word.is_capitalised}
    if not vocabulary("reciting").isdisjoint(words) and vocabulary("passives").isdisjoint(words):
        return None  # "writes Ann Lee, quoting the mayor"
    if not named or not (given or _is_pronoun_for(named, cue, context)):
        return None
    bare = without_office(named, context.witness.document.text)
    if told and bare != named:  # the office is others' too
        told, named = without_office(told, context.witness.document.text), bare
    return None if told and (share_a_name(told, named) or share_a_name(told, cue)) else named


def person_named(context: JudgingContext) -> str | None:
    """The person to whom the article's cue gives the words; None if it names nobody, or is in doubt."""
    return _named(None, context)


def _is_pronoun_for(named: str, cue: str, context: JudgingContext) -> bool:
    """Whether a cue names nobody ("he said"), and the sentence before the excerpt names the one person meant."""
    spoken = cue_language(context)
    if any(mention.kind in _PEOPLE for mention in mentions_of(cue, context)):
        return False
    text, start = context.article.document.text, context.excerpt.span.start
    before = mentions_in(text, Span(max(0, start - _NEAR), start), spoken)
    people = [text[one.span.start : one.span.end] for one in before if one.kind is MentionKind.PERSON]
    return bool(people) and share_a_name(named, people[-1])


def cue_text(context: JudgingContext) -> str:
    """The words that introduce or follow the excerpt, or its own sentence around it where that names who certainly speaks; else empty."""
    told, document, own = context.excerpt.attribution, context.article.document, context.excerpt.span
    if told.cue is not None or not told.speaker or not told.is_certain:
        return told.cue.text if told.cue is not None else ""
    around = splitter(context.lexicon.language).around(document, own)
    sentence = f"{document.text[around.start : own.start]} {document.text[own.end : around.end]}"
    return sentence if share_a_name(told.speaker, sentence) else ""


def is_named_near(speaker: str | None, context: JudgingContext) -> bool:
    """Whether the article names a speaker near the excerpt."""
    span, text = context.excerpt.span, context.article.document.text
    return speaker is not None and share_a_name(speaker, text[max(0, span.start - _NEAR) : span.end + _NEAR])


def about_speech(code: str, message: str, spoken: Speech, context: JudgingContext) -> Finding:
    """A finding about a speech of the source, that points at the speech with its tag."""
    place: Passage = context.witness.document.passage(spoken[0].region.start, spoken[-1].region.end)
    return context.finding(code, message, source=place)
