"""Strangers: people whom a source brings in to say something and does not name."""

from typing import Final

from provenance.excerpts.annotation.mention import MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.findings.context import JudgingContext
from provenance.findings.rules.people import Speech, cue_language, is_verb_of_saying, tag_of
from provenance.findings.voices.model import name_words, share_a_name
from provenance.text.span import Span

_OPENING: Final = 2  # words of a tag, of which the second may be the first behind its verb
_LONGEST: Final = 6  # words of "an old man from the coast shouted"
_VERB: Final = 3  # words from somebody to the verb of what is said


def stranger_beside(speech: Speech, context: JudgingContext) -> str | None:
    """The words beside a speech that bring in somebody anew without a name: "A listener shouted", "rief ein Zuhörer"; a document is nobody."""
    tag = tag_of(speech, context.witness.document)
    spoken, ones = cue_language(context), context.lexicon.words("one_words")
    words = [word for word in spoken.words(tag) if word.is_word]
    at = next((at for at, word in enumerate(words[:_OPENING]) if word.key in ones), None)
    if at is None or not _OPENING <= len(words) - at <= _LONGEST:
        return None
    named = mentions_in(tag, Span(words[at].end, len(tag)), spoken)
    if any(one.kind not in {MentionKind.ROLE, MentionKind.NAME} for one in named):
        return None
    small = [word for word in words[at + 1 :] if spoken.nouns_capitalised or not word.is_capitalised]
    return tag[words[at].start : words[-1].end] if small == words[at + 1 :] else None


def speaks_elsewhere(named: str, region: Span, context: JudgingContext) -> bool:
    """Whether somebody, by name or by office, stands at a verb of saying of the source outside of a stretch of it."""
    text, spoken, last = context.witness.document.text, cue_language(context), name_words(named)[-1:]
    rows = (spoken.words(text, region.end, len(text)), spoken.words(text, 0, region.start))
    near = (
        row[max(0, at - 1) : at + _VERB] for row in rows for at, word in enumerate(row) if [word.key] == last
    )
    return not share_a_name(named, region.of(text)) and any(
        is_verb_of_saying(word, context) for row in near for word in row
    )
