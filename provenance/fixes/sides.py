"""Both sides of what a finding is about: the article's words, and those of the source in whose place they stand."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from provenance.alignment.alignment import Alignment, Variant
from provenance.findings.finding import Finding
from provenance.findings.trace import ExcerptTrace
from provenance.languages.lexicon import Lexicon
from provenance.languages.lexicon_files import lexicon_of
from provenance.languages.orthography import house_key
from provenance.text.document import Passage
from provenance.text.span import Span, hull
from provenance.text.tokens import folded_words

_SIGNS_BEFORE: Final = re.compile(r"[\W_]*\Z")
_SIGNS_BEHIND: Final = re.compile(r"[\W_]*")


def answering(
    alignment: Alignment, variants: Sequence[Variant], finding: Finding
) -> tuple[Span, Span] | None:
    """The words with which an excerpt begins and those that the source has in their place, before all that is aligned."""
    first, theirs = alignment.placements[0].source.span, finding.source
    if theirs is None or not theirs.text.strip() or theirs.span.start >= first.start:
        return None
    if any(variant.source.span.overlaps(theirs.span) for variant in variants):
        return None
    return hull(variant.excerpt.span for variant in variants), Span(theirs.span.start, first.start)


def telling(item: ExcerptTrace, variants: Sequence[Variant], finding: Finding) -> tuple[Span, Span] | None:
    """Both sides of what a finding tells of some differences, with the signs beside its words that one side alone has.

    The rest of them is spelling and dress that the article may keep; None where it is more than that.
    """
    ours, theirs = finding.excerpt, finding.source
    if ours is None or theirs is None:
        return None
    wholes = hull(one.excerpt.span for one in variants), hull(one.source.span for one in variants)
    lexicon = lexicon_of(item.comparison.language if item.comparison else "en")
    kept, original = (_rest(one, whole, lexicon) for one, whole in zip((ours, theirs), wholes, strict=True))
    if kept != original:
        return None
    passage = next((one for one in item.excerpt.passages if one.span.covers(ours.span)), None)
    block = theirs.document.block_at(theirs.span.start)
    if passage is None or block is None:
        return None
    (before, after), (their_before, their_after) = _signs(ours, passage.span), _signs(theirs, block.span)
    lead, tail = _alike(before, their_before), _alike(after[::-1], their_after[::-1])
    return (
        Span(ours.span.start - len(before) + lead, ours.span.end + len(after) - tail),
        Span(theirs.span.start - len(their_before) + lead, theirs.span.end + len(their_after) - tail),
    )


def _rest(part: Passage, whole: Span, lexicon: Lexicon) -> tuple[list[str], list[str]] | None:
    """The words of a stretch before a part of it and behind, however they are spelled; None where it is no part."""
    text = part.document.text
    if not whole.covers(part.span):
        return None
    pieces = text[whole.start : part.span.start], text[part.span.end : whole.end]
    before, after = ([house_key(word, lexicon.language) for word in folded_words(piece)] for piece in pieces)
    return before, after


def _signs(part: Passage, limit: Span) -> tuple[str, str]:
    text = part.document.text
    before, after = text[limit.start : part.span.start], text[part.span.end : limit.end]
    return _SIGNS_BEFORE.search(before)[0], _SIGNS_BEHIND.match(after)[0]  # type: ignore[index]


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def differing(variant: Variant) -> tuple[Span, Span]:
    """Both sides of a difference without the words that they share at their edges."""
    ours, theirs = _words(variant.excerpt), _words(variant.source)
    lead = sum(1 for _ in takewhile(_same, zip(ours, theirs, strict=False)))
    rest = zip(ours[lead:][::-1], theirs[lead:][::-1], strict=False)
    tail = sum(1 for _ in takewhile(_same, rest))
    if not lead and not tail:
        return variant.excerpt.span, variant.source.span
    return _middle(ours, lead, tail), _middle(theirs, lead, tail)


def _words(passage: Passage) -> list[Passage]:
    start, document = passage.span.start, passage.document
    found = re.finditer(r"\S+", passage.text)
    return [document.passage(start + each.start(), start + each.end()) for each in found]


def _same(pair: tuple[Passage, Passage]) -> bool:
    return pair[0].text == pair[1].text


def _middle(words: Sequence[Passage], lead: int, tail: int) -> Span:
    kept = words[lead : len(words) - tail]
    if kept:
        return hull(word.span for word in kept)
    at = words[lead - 1].span.end if lead else words[0].span.start
    return Span(at, at)
