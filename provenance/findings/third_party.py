"""Third parties: words that the source itself quotes, and to whom the article gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.excerpts.model import MarkKind, Markup
from provenance.findings.voices import Voice, kept_spans, speaker_of, speech
from provenance.text.document import whole
from provenance.text.tokens import count_words, folded_words

if TYPE_CHECKING:
    from provenance.excerpts.model import Excerpt
    from provenance.findings.context import JudgingContext
    from provenance.findings.finding import Finding
    from provenance.languages.cues import Language

# A quotation of fewer words inside a sentence is a term or a phrase, and not what somebody said.
_LEAST_SPOKEN = 5
# How far around an excerpt the article may name who said it, in code points.
_NEAR = 600
# Shorter words of two names are no sign that they are one person's.
_LEAST_LETTERS = 3

_MARKS = re.compile(r"[\"“”„«»「」]")


def share_a_name(one: str, other: str) -> bool:
    """Whether two names may belong to one person: they have a word of three letters or more in common."""
    words = ({word for word in folded_words(name) if len(word) >= _LEAST_LETTERS} for name in (one, other))
    return bool(set.intersection(*words))


def third_party(context: JudgingContext) -> tuple[Voice, ...]:
    """The source's speech that holds the whole excerpt, where the article gives it to no person at all.

    Empty if the article names or hints at a speaker, shows inner quotation marks, or says that it removed them.
    """
    excerpt, alignment = context.excerpt, context.alignment
    cue = excerpt.attribution.cue
    if not alignment.found or cue is None or _names_person(excerpt):
        return ()
    if any(mark.kind is MarkKind.CLEANED_UP for mark in excerpt.marks) or _shows_marks(excerpt):
        return ()
    spoken = speech(context.witness.document, kept_spans(alignment), context.lexicon.language)
    if not spoken or not all(voice.tagged for voice in spoken):
        return ()
    said = sum(count_words(context.witness.document.text[v.span.start : v.span.end]) for v in spoken)
    if (
        said < _LEAST_SPOKEN
        or not _names_publication(excerpt, context)
        or _names(speaker_of(spoken), context)
    ):
        return ()
    return spoken


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
    """Whether the cue gives the words to an outlet or a document, and to no "she"."""
    cue = excerpt.attribution.cue
    if cue is None:
        return False
    spoken = _language(context)
    words = spoken.words(cue.text)
    people = (spoken.masculine, spoken.feminine, spoken.plural, spoken.roles, spoken.roles_feminine)
    if any(phrases.find(words) for phrases in people) or spoken.told.find(words):
        return False
    return bool(excerpt.attribution.outlet or excerpt.attribution.speaker) or bool(
        spoken.documents.find(words)
    )


def _language(context: JudgingContext) -> Language:
    from provenance.languages.cues import language

    return language(context.lexicon.language)


def _names(speaker: str | None, context: JudgingContext) -> bool:
    """Whether the article names a speaker near the excerpt."""
    if speaker is None:
        return False
    span = context.excerpt.span
    near = context.article.document.text[max(0, span.start - _NEAR) : span.end + _NEAR]
    return share_a_name(speaker, near)


def vouches(context: JudgingContext) -> bool:
    """Whether the article sets the words off without quotation marks after "OUTLET reports", as the outlet's own finding."""
    cue = context.excerpt.attribution.cue
    if cue is None or context.excerpt.quoted:
        return False
    spoken = _language(context)
    return bool(spoken.outlet_verbs.find(spoken.words(cue.text)))


def about_speech(code: str, message: str, spoken: tuple[Voice, ...], context: JudgingContext) -> Finding:
    """A finding about a speech of the source, that points at the speech with its tag."""
    place = context.witness.document.passage(spoken[0].region.start, spoken[-1].region.end)
    return context.finding(code, message, excerpt=whole(context.excerpt.passages), source=place)
