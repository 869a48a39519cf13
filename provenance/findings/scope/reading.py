"""The sentences that a quotation touches, in its source and in its article, read with what they keep of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from provenance.alignment.alignment import Disclosure
from provenance.excerpts.annotation.quotation_marks import quotations
from provenance.findings.normalization.reading import read_tokens
from provenance.findings.scope.sentence import read_sentence
from provenance.languages.sentences import splitter
from provenance.text.span import Span, merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.excerpts.annotation.quotation_marks import Quotation
    from provenance.findings.context import JudgingContext
    from provenance.findings.normalization.tokens import Token
    from provenance.findings.scope.sentence import ReadSentence
    from provenance.text.document import Document

# What stands before the mark that opens a speech; any other quotation is woven into the sentence around it.
_OPENING: Final = re.compile(r"(?:[,:;.!?…，：。！？—–-]|\n)\s{0,3}\Z")
_CLOSING: Final = re.compile(r"[,.!?…，。！？]\s{0,2}\Z")
# Particles of Korean and Japanese that a verb of saying follows, and not those of a name ("…という祭り").
_REPORTED: Final = re.compile(r"(?:이?라고|하고|고|이?라며|며)\s|と(?!いう)")


def source_sentences(context: JudgingContext) -> Iterator[ReadSentence]:
    """The sentences of the source of which the excerpt keeps some words and leaves others out."""
    document, kept = context.witness.document, _kept_spans(context)
    starts = [span.start for span in kept]

    def is_kept(token: Token) -> bool:
        place = bisect_right(starts, token.span.end - 1) - 1
        return place >= 0 and kept[place].end > token.span.start

    units = context.source_units.items
    first = 0
    while first < len(units):
        sentence = splitter(context.lexicon.language).at(document, units[first].span.start)
        last = first + 1
        while last < len(units) and units[last].span.start < sentence.end:
            last += 1
        tokens = _of_one_voice(units[first:last], [is_kept(token) for token in units[first:last]], document)
        states = {is_kept(token) for token in tokens}
        if len(states) > 1 or (tokens and True in states):
            yield read_sentence(document, tokens, is_kept, context.lexicon, end=sentence.end)
        first = last


def _kept_spans(context: JudgingContext) -> list[Span]:
    """What of the source is kept, in the same words or in others, in order and disjoint."""
    spans = [run.source for run in context.places.runs]
    for change in context.changes:
        answered = len(change.source.span) and len(change.excerpt.span)
        letters = not change.lost and not change.gained  # "[T]he" declares its capital and nothing before it
        if answered and (letters or change.disclosure is not Disclosure.DECLARED):
            spans.append(change.source.span)
    return merged(spans)


def _of_one_voice(tokens: Sequence[Token], kept: Sequence[bool], document: Document) -> tuple[Token, ...]:
    """Those words that stand in the same marks as the kept ones, or in none as they do: the others are a reporter's."""
    voices = [voice_at(document, token.span.start) for token in tokens]
    heard = {voice for voice, keeps in zip(voices, kept, strict=True) if keeps}
    return tuple(token for token, voice in zip(tokens, voices, strict=True) if voice in heard)


def voice_at(document: Document, offset: int) -> int | None:
    """Where the speech in quotation marks begins that holds a place; None outside of speech."""
    block = document.block_at(offset)
    span = block.span if block else document.span
    for speech in _speeches(document, span):
        if speech.start <= offset < speech.end:
            return speech.start
    return None


@lru_cache(maxsize=16)
def _speeches(document: Document, block: Span) -> tuple[Span, ...]:
    """The words of each speech of a block: quotations that are set off, and not woven into the sentence around them."""
    return tuple(
        quotation.inner
        for quotation in quotations(document.text, block.start, block.end)
        if _is_speech(document, quotation, block)
    )


def _is_speech(document: Document, quotation: Quotation, block: Span) -> bool:
    before = document.text[max(block.start, quotation.outer.start - 4) : quotation.outer.start]
    inside = document.text[max(quotation.inner.start, quotation.inner.end - 3) : quotation.inner.end]
    ends = inside + document.text[quotation.outer.end : quotation.outer.end + 1]
    reported = _REPORTED.match(document.text, quotation.outer.end)
    return not before.strip() or any((_OPENING.search(before), _CLOSING.search(ends), reported))


def article_sentence(context: JudgingContext) -> ReadSentence | None:
    """The article's own sentence around a quotation that stands in one; None where it stands by itself."""
    document, span = context.article.document, context.excerpt.span
    split = splitter(context.lexicon.language)
    start = min(split.at(document, span.start).start, span.start)
    end = max(split.at(document, max(span.start, span.end - 1)).end, span.end)
    block = document.block_at(span.start)
    if block is not None:
        rest = split.at(document, span.end).end if _goes_on(document, span.end) else end
        end = min(max(end, rest), block.span.end) if block.span.end >= span.end else end
    tokens = read_tokens(document, [Span(start, end)], context.lexicon).items
    if not tokens or all(span.overlaps(token.span) for token in tokens):
        return None
    return read_sentence(document, tokens, lambda token: span.overlaps(token.span), context.lexicon, end=end)


def _goes_on(document: Document, end: int) -> bool:
    """Whether the quoter's sentence goes on behind the mark that closes the quotation."""
    following = document.text[end : end + 40].lstrip("\"'”’»“«」』), \u00a0\u202f")
    return following[:1].islower()
