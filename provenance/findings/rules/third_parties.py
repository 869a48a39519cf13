"""Rules about words that are not the source's own: a third party's, a reader's, an advertiser's, a dissenter's."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from provenance.excerpts.annotation.mention import Gender, MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.excerpts.model import Excerpt, MarkKind, Markup
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.rules.people import cue_language, set_off, tag_of
from provenance.findings.rules.speakers import about_speech, cue_text, is_named_near
from provenance.findings.voices.model import Utterance, VoiceKind, share_a_name, speaker_of
from provenance.languages.apparatus import vocabulary
from provenance.languages.sentences import splitter
from provenance.text.span import Span
from provenance.text.tokens import count_words, folded_words

_Speech = tuple["Utterance", ...]

# A quotation of fewer words inside a sentence is a term or a phrase, and not what somebody said.
_LEAST_SPOKEN: Final = 5
_NEAR: Final = 600  # code points around an excerpt in which the article may own up to whose words they are
_SOMEBODY: Final = frozenset((MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN))
_MARKS = re.compile(r"[\"“”„«»「」]")
_WHOSE: Final = {
    VoiceKind.READER: ("a reader", "readers"),
    VoiceKind.ADVERTISER: ("an advertiser", "advertisers"),
    VoiceKind.DISSENT: ("a dissent", "dissents"),
}
"""Voices that are not the source's own: what each is called, and the list of words by which an article owns up to it."""


def nested_quote_flattened(context: JudgingContext) -> Iterator[Finding]:
    """STR404: what the source quotes from somebody stands in the article as the source's own words."""
    spoken = third_party(context)
    if spoken and not _vouches(context):
        message = f"gives to the source what it quotes{_whom(spoken)}"
        yield about_speech("STR404", message, spoken, context)


def third_party(context: JudgingContext) -> _Speech:
    """The source's speech around an excerpt that the article gives to nobody; empty with a hint at a speaker or inner marks."""
    excerpt, text = context.excerpt, context.witness.document.text
    if not context.alignment.found or excerpt.attribution.cue is None or shows_marks(excerpt):
        return ()
    if any(mark.kind is MarkKind.CLEANED_UP for mark in excerpt.marks) or _names_person(excerpt):
        return ()
    spoken = context.voices.speech_of(context.kept)
    if not all(one.tagged and one.kind is VoiceKind.SPEAKER and one.label is None for one in spoken):
        return ()
    if set_off([one.span for one in spoken], context.witness.page):  # SRC606 says so
        return ()
    if sum(count_words(text[one.span.start : one.span.end]) for one in spoken) < _LEAST_SPOKEN:
        return ()
    named = is_named_near(speaker_of(spoken), context) or _names_somebody(context)
    return () if named or _is_called_so(spoken, context) or _is_thing_named(spoken[0], context) else spoken


def _is_called_so(spoken: Sequence[Utterance], context: JudgingContext) -> bool:
    """Whether the cue has a word, be it in another form, by which the source calls whoever speaks: "the builder's director, Lee"."""
    lexicon, saying = context.lexicon, cue_language(context).saying
    told = folded_words(tag_of(tuple(spoken), context.witness.document))
    said, articles = [*(word in saying for word in told), False], vocabulary("articles")
    after_article = [False, *(word in articles for word in told)]  # "its report states", "says the ruling"
    verbs = (at for at in range(len(told)) if said[at] and not (said[at + 1] or after_article[at]))
    borders = [-1, *verbs, len(told)]
    clauses = [told[first + 1 : last] for first, last in pairwise(borders)]
    name = speaker_of(spoken) or ""
    called = {
        word for clause in clauses if not name or share_a_name(name, " ".join(clause)) for word in clause
    }
    stems = {lexicon.stem(word) for word in called if word not in lexicon.words("function_words")}
    return any(lexicon.stem(word) in stems for word in folded_words(cue_text(context)))


def _is_thing_named(first: Utterance, context: JudgingContext) -> bool:
    """Whether the source says "it read:" of what its sentence before tells of, and the article names that: "a note in ink"."""
    document, language = context.witness.document, cue_language(context)
    tag = language.words(document.text, first.region.start, first.span.start)
    before = splitter(language.code).at(document, max(0, first.region.start - 2))
    told = {*folded_words(before.of(document.text))} & {*folded_words(cue_text(context))}
    named = any(word not in context.lexicon.words("function_words") for word in told)
    return named and any(language.neutral.holds[word.key] for word in tag)


def shows_marks(excerpt: Excerpt) -> bool:
    """Whether an excerpt shows that its source quotes: by marks inside it, or around it where it is set off besides."""
    set_off = excerpt.markup in {Markup.BLOCKQUOTE, Markup.MARKDOWN, Markup.INDENT}
    return (set_off and excerpt.quoted) or bool(_MARKS.search(excerpt.text))


def _names_person(excerpt: Excerpt) -> bool:
    """Whether the cue names who speaks, and not merely whose paper it quotes ("the Safety Board's report says")."""
    cue, speaker = excerpt.attribution.cue, excerpt.attribution.speaker
    owns = cue is not None and any(f"{speaker}{apostrophe}s " in cue.text for apostrophe in "'’")
    return speaker is not None and not owns


def _whom(spoken: Sequence[Utterance]) -> str:
    """From whom the source quotes the words, as the end of a message; nothing where it names nobody."""
    name = speaker_of(spoken)
    return f" from {name}" if name else " from a person it does not name"


def _names_somebody(context: JudgingContext) -> bool:
    """Whether the article's own sentence around an excerpt, or its cue, has a person, an office or a "she" in it; beside a paper "it" is the paper."""
    spoken, document, own = cue_language(context), context.article.document, context.excerpt.span
    around = splitter(context.lexicon.language).around(document, own)
    near = [Span(around.start, own.start), Span(own.end, around.end)]
    if (cue := context.excerpt.attribution.cue) is not None:
        near.append(cue.span)
    named = (mention for span in near for mention in mentions_in(document.text, span, spoken))
    somebody = (
        one.name
        for one in named
        if one.kind in _SOMEBODY
        and (one.gender is not Gender.NEUTRAL or not context.excerpt.attribution.outlet)
    )
    return not all(_is_publication(name, context) for name in somebody)


def _is_publication(name: str, context: JudgingContext) -> bool:
    """Whether a name is that of the outlet, or of the body whose paper is quoted."""
    attribution, site = context.excerpt.attribution, context.witness.page.metadata.site_name
    return any(share_a_name(name, one) for one in (attribution.outlet, attribution.speaker, site) if one)


def _vouches(context: JudgingContext) -> bool:
    """Whether the article sets the words off without quotation marks after "OUTLET reports", as the outlet's own finding."""
    spoken = cue_language(context)
    return not context.excerpt.quoted and bool(spoken.reporting.find(spoken.words(cue_text(context))))


def other_voice(context: JudgingContext) -> Iterator[Finding]:
    """ATT503: the outlet's or the court's own, the article says; a third party's, a reader's, a dissenter's it is in the source."""
    if not context.alignment.found or not cue_text(context):
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
    near = {*folded_words(cue_text(context)), *folded_words(context.surroundings(_NEAR))}
    told = not vocabulary(whose[1]).isdisjoint(near) or is_named_near(one.speaker, context)
    if not told and (one.kind is VoiceKind.DISSENT or not context.excerpt.attribution.speaker):
        by = f", {one.speaker}" if one.speaker else ""
        message = f"gives as the source's own the words of {whose[0]}{by}"
        yield about_speech("ATT503", message, (one,), context)
