"""Edges: what stands just outside the kept words and qualifies them, cut off (OMI205) or under an ellipsis (OMI207)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from provenance.alignment.alignment import VariantKind
from provenance.excerpts.excerpt import MarkKind, Markup
from provenance.findings.canonical.reading import read_units
from provenance.findings.context import Change
from provenance.findings.rules.omissions import is_attributed, names_speaker
from provenance.findings.sentences import ends_sentence, sentence_at
from provenance.findings.wording import left_out, quoted
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.findings.canonical.units import Unit
    from provenance.findings.context import JudgingContext
    from provenance.findings.finding import Finding

# A qualifier further from the kept words than this, in words, does not qualify them.
NEAR = 3
# A longer remainder is a sentence of its own that happens to have no full stop.
_REMAINDER = 25
# Fewer words are a phrase woven into the quoter's own sentence.
_WOVEN = 4
_NEARBY = 200  # code points of the article after the excerpt
_AFTER: Final = ("condition", "exception", "contrast")
_TAILS: Final = ("negators", "trailing_hedges")


@dataclass(frozen=True, slots=True)
class _Clip:
    """What an edge of the excerpt cuts off from the source's sentence, and where the excerpt shows it."""

    units: tuple[Unit, ...]
    source: Passage
    excerpt: Passage


def clipped_qualifier(context: JudgingContext) -> Iterator[Finding]:
    """OMI205: an edge that cuts off a condition, a contrast, a negation or a hedge of the same sentence."""
    clips = ((_end(context), _qualifies_back), (_beginning(context), _qualifies_forward))
    for clip, qualifies in clips:
        if clip is None:
            continue
        grave = not _is_woven(context) and not _given_nearby(clip, context)
        code = _clipped_code(clip, context, qualifies=qualifies(clip.units, context)) if grave else "DEC702"
        yield context.finding(code, left_out(clip.source), excerpt=clip.excerpt, source=clip.source)


def _clipped_code(clip: _Clip, context: JudgingContext, *, qualifies: bool) -> str:
    """What cutting off the rest of a sentence is: a full stop put in its place says that there is no more of it."""
    closed = clip.excerpt.span.start >= _last_word_end(context) and _is_closed(context)
    if closed and qualifies and _heads_clause(clip.units, context):
        return "OMI204"
    if closed and _is_attribution(clip, context):
        return "OMI206"
    return "OMI205" if qualifies else "DEC702"


def _is_closed(context: JudgingContext) -> bool:
    """Whether the excerpt ends with a full stop of its own, which the source does not have there.

    Inside a running sentence the stop may be the quoter's: American printers set it before the closing mark.
    """
    if context.excerpt.markup is Markup.INLINE:
        return False
    last, place = context.excerpt.passages[-1], context.alignment.placements[-1].source
    after = place.document.text[_word_end(place) : _word_end(place) + 1]
    return last.text.rstrip(" \"”’'»)").endswith((".", "!", "?")) and after not in {".", "!", "?"}


def _heads_clause(units: Sequence[Unit], context: JudgingContext) -> bool:
    """Whether a condition, an exception or a contrast comes first, an "and" before it or not."""
    words = [unit.word for unit in units[: NEAR + 2]]
    first = int(words[0] in context.lexicon.words("and_words") and len(words) > 1)
    return any(context.lexicon.words(name).at(words, first) for name in _AFTER)


def _is_attribution(clip: _Clip, context: JudgingContext) -> bool:
    """Whether what is cut off says who says so, of a claim that the source itself does not quote."""
    change = Change((), clip.excerpt, clip.source, (), clip.units)
    before = clip.source.document.text[max(0, clip.source.span.start - 4) : clip.source.span.start]
    quotes = any(sign in before for sign in '"”“»’')
    return not quotes and names_speaker(change, context) and not is_attributed(change, context)


def _end(context: JudgingContext) -> _Clip | None:
    """The rest of the sentence after the last placed words, if the excerpt ends with them and has no mark there."""
    last = context.alignment.placements[-1] if context.alignment.placements else None
    if last is None or last.excerpt.span.end < _last_word_end(context) or _marked(context, at_end=True):
        return None
    document, end = last.source.document, _word_end(last.source)
    if ends_sentence(document, end):
        return None
    rest = _within_speech(Passage(document, Span(end, max(end, sentence_at(document, max(0, end - 1)).end))))
    place = last.excerpt.document.passage(last.excerpt.span.end, last.excerpt.span.end)
    return _clip(rest, place, context)


def _beginning(context: JudgingContext) -> _Clip | None:
    first = context.alignment.placements[0] if context.alignment.placements else None
    if (
        first is None
        or first.excerpt.span.start > _first_word_start(context)
        or _marked(context, at_end=False)
    ):
        return None
    document, start = first.source.document, _word_start(first.source)
    before = Passage(document, Span(min(sentence_at(document, start).start, start), start))
    place = first.excerpt.document.passage(first.excerpt.span.start, first.excerpt.span.start)
    return _clip(before, place, context)


def _within_speech(rest: Passage) -> Passage:
    """The rest of a sentence up to where the speech ends that the excerpt is taken from."""
    found = re.search(r"[”»]|[\"](?=\s|\Z)", rest.text)
    return replace(rest, span=Span(rest.span.start, rest.span.start + found.start())) if found else rest


def _clip(rest: Passage, place: Passage, context: JudgingContext) -> _Clip | None:
    units = read_units(rest.document, [rest.span], context.lexicon).items
    if not units or re.fullmatch(r"[\s.,;]*(?:\[\w{1,3}\][\s.,;]*){1,4}", rest.text):  # a note callout
        return None
    document = rest.document
    return _Clip(units, document.passage(units[0].span.start, units[-1].span.end), place)


def _last_word_end(context: JudgingContext) -> int:
    units = context.excerpt_units.items
    return units[-1].span.end if units else 0


def _first_word_start(context: JudgingContext) -> int:
    units = context.excerpt_units.items
    return units[0].span.start if units else 0


def _word_end(passage: Passage) -> int:
    """The end of a passage's last word, the signs after it left out."""
    end = passage.span.end
    while end > passage.span.start and not passage.document.text[end - 1].isalnum():
        end -= 1
    return end


def _word_start(passage: Passage) -> int:
    start = passage.span.start
    while start < passage.span.end and not passage.document.text[start].isalnum():
        start += 1
    return start


def _marked(context: JudgingContext, *, at_end: bool) -> bool:
    """Whether an ellipsis stands at an edge of the excerpt."""
    units = context.excerpt_units.items
    marks = [mark.passage.span for mark in context.excerpt.marks if mark.kind is MarkKind.ELLIPSIS]
    if not units:
        return bool(marks)
    edge = units[-1].span.end if at_end else units[0].span.start
    return any(mark.start >= edge if at_end else mark.end <= edge for mark in marks)


def _qualifies_back(units: Sequence[Unit], context: JudgingContext) -> bool:
    """Whether what follows the excerpt takes back some of it: it begins with "but", "unless", "if" or ends it "not"."""
    words = [unit.word for unit in units[: NEAR + 2]]
    tail = any(context.lexicon.words(name).at(words, 0) for name in _TAILS)
    return tail or _heads_clause(units, context)


def _qualifies_forward(units: Sequence[Unit], context: JudgingContext) -> bool:
    """Whether what stands before the excerpt governs it: "If …," at the beginning, or "not", "may" just before it."""
    if len(units) > _REMAINDER:
        return False
    words = [unit.word for unit in units]
    headed = any(context.lexicon.words(name).at(words, 0) for name in ("condition", "exception"))
    if headed and len(units) >= NEAR:
        return True
    last = len(words)
    near = range(max(0, last - NEAR - 1), last)
    governs = [
        place
        for place in near
        for name in ("negators", "modal_hedges")
        if context.lexicon.words(name).at(words, place)
    ]
    pseudo = any(context.lexicon.words("pseudo_negation").at(words, place) for place in near)
    return bool(governs) and not pseudo and not context.content(units[governs[-1] + 1 :])


def _is_woven(context: JudgingContext) -> bool:
    """Whether the excerpt is a phrase inside the quoter's own sentence, which says the rest itself."""
    units = context.excerpt_units.items
    if len(units) < _WOVEN:
        return True
    inline = context.excerpt.markup is Markup.INLINE
    return inline and not units[0].capitalised


def _given_nearby(clip: _Clip, context: JudgingContext) -> bool:
    """Whether the article says what was cut off right beside the excerpt, in its own words."""
    span, text = context.excerpt.span, context.article.document.text
    around = Span(max(0, span.start - _NEARBY), min(len(text), span.end + _NEARBY))
    near = read_units(
        context.article.document,
        [Span(around.start, span.start), Span(span.end, around.end)],
        context.lexicon,
    )
    said = {context.lexicon.stem(unit.key) for unit in near.items}
    words = context.content(clip.units)
    return bool(words) and 2 * sum(context.lexicon.stem(unit.key) in said for unit in words) >= len(words)


def ellipsis_over_qualifier(change: Change, context: JudgingContext) -> Finding | None:
    """OMI207: a marked omission that swallows a negation, a condition or a hedge next to what is kept."""
    if change.kind is not VariantKind.OMISSION or not change.lost:
        return None
    before, after = context.kept_beside(change.lost, context.source_units)
    left = _same_sentence(change, before, first=True)
    if left and _begins_with_qualifier(left, context):
        return context.finding("OMI207", _swallowed(change), change=change)
    right = _same_sentence(change, after, first=False)
    governed = right and _qualifies_forward(right[-_REMAINDER:], context)
    if governed and not _own_clause(right, context):
        return context.finding("OMI207", _swallowed(change), change=change)
    return None


def _swallowed(change: Change) -> str:
    return f"the ellipsis takes the place of {quoted(change.source.text)}"


def _same_sentence(change: Change, kept: Unit | None, *, first: bool) -> tuple[Unit, ...]:
    """Those of the swallowed units that stand in the sentence of the word kept before them, or after them."""
    if kept is None:
        return ()
    sentence = sentence_at(change.source.document, kept.span.start)
    inside = tuple(unit for unit in change.lost if sentence.overlaps(unit.span))
    edge = change.lost[0] if first else change.lost[-1]
    return inside if edge in inside else ()


def _begins_with_qualifier(units: Sequence[Unit], context: JudgingContext) -> bool:
    words = [unit.word for unit in units]
    names = ("negators", "condition", "modal_hedges", "trailing_hedges", "exception")
    for place in range(min(NEAR, len(words))):
        if words[place] in context.lexicon.words("relative"):
            return False
        if context.lexicon.words("pseudo_negation").at(words, place):
            return False
        if any(context.lexicon.words(name).at(words, place) for name in names):
            return True
        if context.is_content(units[place]):
            return False
    return False


def _own_clause(units: Sequence[Unit], context: JudgingContext) -> bool:
    """Whether the swallowed words are a relative clause, which takes its negation with it."""
    return any(unit.word in context.lexicon.words("relative") for unit in units)
