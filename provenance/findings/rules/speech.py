"""Speech on paper: fillers and false starts that a quoter tidies away, and a tag that is put between two halves of a sentence."""

from __future__ import annotations

from typing import Final

from provenance.excerpts.annotation.mention import MentionKind
from provenance.excerpts.annotation.mentions import mentions_in
from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.rules.scope import is_addition, is_omission
from provenance.findings.scope.reading import COMMAS
from provenance.findings.wording import left_out, put_in
from provenance.languages.apparatus import vocabulary
from provenance.languages.cues import language
from provenance.text.document import Passage
from provenance.text.signs import SENTENCE_ENDS
from provenance.text.tokens import folded_words

_DASHES: Final = "-–—…"
_START: Final = 5  # words; more of them are no false start
_TAG: Final = 8  # words that say who speaks
_VERB: Final = 3  # words among which the verb of a tag stands: "a répondu le préfet"
_ARTICLE: Final = 4_000  # code points of the article around the excerpt in which its speaker may be described
_REACH: Final = 3  # code points in which a sign stands


def tidied(change: Change, context: JudgingContext) -> Finding | None:
    """DEC706: a filler is gone ("you know"), or a start that the speaker broke off and made again."""
    if not is_omission(change) or not change.lost:
        return None
    words = tuple(unit.word for unit in change.lost)
    filler = words in context.lexicon.words("filler_phrases").groups
    if not (filler and _is_by_the_way(change, context)) and not _is_false_start(change, context):
        return None
    return context.finding("DEC706", left_out(change.source), change=change)


def _is_by_the_way(change: Change, context: JudgingContext) -> bool:
    """Whether a filler stands between commas, before the sentence ends, or behind a word that joins: "and, I mean, nobody"."""
    before, after = _signs_beside(change.source)
    preceding, _ = context.kept_beside(change.lost, context.source_units)
    joined = preceding is not None and preceding.word in context.lexicon.words("coordinators")
    in_front = after in COMMAS and (joined or _begins(before))
    return in_front or (before in COMMAS and after in SENTENCE_ENDS)


def _is_set_off(passage: Passage) -> bool:
    """Whether a comma stands at either side of some words."""
    before, after = _signs_beside(passage)
    return (_begins(before) or before in _DASHES) and after in COMMAS + _DASHES + ";"


def _begins(before: str) -> bool:
    return before in COMMAS or not before or before in ".:\n"


def _signs_beside(passage: Passage) -> tuple[str, str]:
    """The signs before and behind some words."""
    text, span = passage.document.text, passage.span.worded(passage.document.text)
    before = text[max(0, span.start - _REACH) : span.start].rstrip()[-1:]
    return before, text[span.end : span.end + _REACH].lstrip()[:1]


def _is_false_start(change: Change, context: JudgingContext) -> bool:
    """Whether a few words before a dash begin as the kept words behind it do: "nobody in the — nobody on that bus"."""
    _, following = context.kept_beside(change.lost, context.source_units)
    if following is None or len(change.lost) > _START:
        return False
    between = change.source.document.text[change.lost[-1].span.end : following.span.start]
    again = following.word == change.lost[0].word
    return again and any(sign in _DASHES for sign in between)


def tag_inside(change: Change, context: JudgingContext) -> Finding | None:
    """DEC705: who speaks, put between signs into a quotation whose marks do not part: "…, a répondu le préfet, …".

    A verb of saying tells it, or any verb before somebody: "…, se souvient la gardienne, …", "… —cuenta Remedios Cobo— …".
    """
    if not is_addition(change) or not 1 <= len(change.gained) <= _TAG or not _is_set_off(change.excerpt):
        return None
    saying, taken = (
        language(context.lexicon.language).saying,
        map(context.lexicon.words, ("negators", "exception")),
    )
    if any(unit.word in words for words in taken for unit in change.gained):
        return None
    said = any(unit.text.casefold() in saying for unit in change.gained[:_VERB])
    told = said or _is_by(change, context)
    return context.finding("DEC705", put_in(change.excerpt), change=change) if told else None


def _is_by(change: Change, context: JudgingContext) -> bool:
    """Whether a few words stand there, no preposition among them, with somebody of whom the article speaks, or a pronoun."""
    place, spoken = change.excerpt, language(context.lexicon.language)
    words = folded_words(place.text)
    around = set(folded_words(context.surroundings(_ARTICLE)))
    found = mentions_in(place.document.text, place.span, spoken)
    pronoun = any(one.kind is MentionKind.PRONOUN for one in found)
    known = words[-1] in around and (
        change.gained[-1].capitalised or (words[-2:-1] and words[-2] in vocabulary("articles"))
    )
    free = not any(word.casefold() in spoken.prepositions for word in place.text.split())
    return 1 < len(words) <= _START and free and (pronoun or bool(known))
