"""Clips: the words of the source's sentence that an edge of an excerpt cuts off."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from provenance.excerpts.model import MarkKind
from provenance.findings.normalization.reading import read_tokens
from provenance.languages.sentences import splitter
from provenance.text.document import Passage
from provenance.text.span import Span

if TYPE_CHECKING:
    from provenance.findings.context import JudgingContext
    from provenance.findings.normalization.tokens import Token


_MARKS: Final = frozenset("\"”“»«’‘'›‹")


class Clip(NamedTuple):
    """What an edge of the excerpt cuts off from the source's sentence, and where the excerpt shows it."""

    units: tuple[Token, ...]
    source: Passage
    excerpt: Passage


def clip_at_end(context: JudgingContext) -> Clip | None:
    """The rest of the sentence after the last placed words, if the excerpt ends with them and has no mark there."""
    last = context.alignment.placements[-1] if context.alignment.placements else None
    if last is None or last.excerpt.span.end < last_word_end(context) or _marked(context, at_end=True):
        return None
    document, end = last.source.document, word_end(last.source)
    if splitter().ends_at(document, end):
        return None
    rest = _within_speech(
        Passage(document, Span(end, max(end, splitter().at(document, max(0, end - 1)).end)))
    )
    place = last.excerpt.document.passage(last.excerpt.span.end, last.excerpt.span.end)
    return _clip(rest, place, context)


def clip_at_beginning(context: JudgingContext) -> Clip | None:
    """The words of the sentence before the first placed ones, if the excerpt begins with those and has no mark there."""
    first = context.alignment.placements[0] if context.alignment.placements else None
    if (
        first is None
        or first.excerpt.span.start > _first_word_start(context)
        or _marked(context, at_end=False)
    ):
        return None
    document, start = first.source.document, word_start(first.source)
    before = Passage(document, Span(min(splitter().at(document, start).start, start), start))
    place = first.excerpt.document.passage(first.excerpt.span.start, first.excerpt.span.start)
    return _clip(before, place, context)


def _within_speech(rest: Passage) -> Passage:
    """The rest of a sentence up to where the speech ends that the excerpt is taken from: in whatever marks."""
    span = rest.span
    if not any(sign in _MARKS for sign in rest.text):
        return rest
    from provenance.excerpts.quotation_marks import quotations

    block = rest.document.block_at(max(0, span.start - 1))
    whole = block.span if block else Span(0, len(rest.document.text))
    spoken = quotations(rest.document.text, whole.start, whole.end)
    ends = [each.inner.end for each in spoken if each.inner.start < span.start <= each.inner.end]
    found = re.search(r"[”»]|[\"](?=\s|\Z)", rest.text)
    ends += [span.start + found.start()] if found else []
    return replace(rest, span=Span(span.start, min(span.end, *ends))) if ends else rest


def _clip(rest: Passage, place: Passage, context: JudgingContext) -> Clip | None:
    every = read_tokens(rest.document, [rest.span], context.lexicon).items
    units = tuple(unit for unit in every if not _is_judged(unit, context))
    if not units:
        return None
    document = rest.document
    return Clip(units, document.passage(units[0].span.start, units[-1].span.end), place)


def _is_judged(unit: Token, context: JudgingContext) -> bool:
    """Whether a change has a word of the source already: of "3 July" for "July 3" nothing is cut off."""
    return any(change.source.span.covers(unit.span) for change in context.changes)


def last_word_end(context: JudgingContext) -> int:
    """Where the last word of the excerpt ends, marks aside."""
    units = context.excerpt_units.items
    return units[-1].span.end if units else 0


def _first_word_start(context: JudgingContext) -> int:
    units = context.excerpt_units.items
    return units[0].span.start if units else 0


def word_end(passage: Passage) -> int:
    """The end of a passage's last word, the signs after it left out."""
    end = passage.span.end
    while end > passage.span.start and not passage.document.text[end - 1].isalnum():
        end -= 1
    return end


def word_start(passage: Passage) -> int:
    """The start of a passage's first word."""
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
