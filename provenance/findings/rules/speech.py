"""Speech on paper: fillers and false starts that a quoter tidies away, and a tag that is put between two halves of a sentence."""

from __future__ import annotations

from typing import Final

from provenance.findings.context import Change, JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.rules.scope import is_addition, is_omission
from provenance.findings.scope.reading import COMMAS
from provenance.findings.wording import left_out, put_in
from provenance.languages.cues import language
from provenance.text.document import Passage
from provenance.text.signs import SENTENCE_ENDS

_DASHES: Final = "-–—…"
_START: Final = 5  # words; more of them are no false start
_TAG: Final = 8  # words that say who speaks
_VERB: Final = 3  # words among which the verb of a tag stands: "a répondu le préfet"
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
    return _begins(before) and after in COMMAS


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
    """DEC705: who speaks, put between commas into a quotation whose marks do not part: "…, a répondu le préfet, …"."""
    if not is_addition(change) or not 1 < len(change.gained) <= _TAG or not _is_set_off(change.excerpt):
        return None
    saying = language(context.lexicon.language).saying
    said = any(unit.text.casefold() in saying for unit in change.gained[:_VERB])
    negated = any(unit.word in context.lexicon.words("negators") for unit in change.gained)
    return context.finding("DEC705", put_in(change.excerpt), change=change) if said and not negated else None
