"""A party's case in a judgment, given to the court (ATT503)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from provenance.excerpts.model import Markup
from provenance.findings.context import JudgingContext
from provenance.findings.finding import Finding
from provenance.findings.scope.governor import GovernorClass
from provenance.languages.notices import notice
from provenance.languages.sentences import splitter
from provenance.text.document import Document, whole
from provenance.text.span import Span
from provenance.text.tokens import folded_words

_BESIDE: Final = 200  # code points of the article around an excerpt in which it names the court, or the party
_WHOSE: Final = frozenset((GovernorClass.CLAIM, GovernorClass.REPORT))
_COLONS: Final = (":", "：")


def partys_case(context: JudgingContext) -> Iterator[Finding]:
    """ATT503: the article gives to the court what the source says that a party submits, and names no party for it.

    The source says so in the sentence of the words; in the one before that ends "as follows"; or there, and with "he said" or
    "in her view" before the words.
    """
    excerpt, near = context.excerpt, context.surroundings(_BESIDE)
    if not context.kept or not (excerpt.quoted or excerpt.markup is not Markup.INLINE):
        return
    if not _names_parties(context.witness.document):
        return
    told = notice("parties").search(near) or notice("submitting").search(near)
    if told or not notice("courts").search(near) or any(lost.kind in _WHOSE for lost in context.cuts.lost):
        return
    place = _submission(context)
    if place is not None:
        message = "gives to the court what a party submits in the source"
        source = context.witness.document.passage(place.start, max(place.end, context.kept[0].end))
        yield context.finding("ATT503", message, excerpt=whole(excerpt.passages), source=source)


@lru_cache(maxsize=32)
def _names_parties(document: Document) -> bool:
    """Whether a source names a party at all, asked once of each."""
    return notice("parties").search(document.text) is not None


def _submission(context: JudgingContext) -> Span | None:
    """From where a party is said to submit the words that the excerpt begins with, to these."""
    document, split = context.witness.document, splitter(context.lexicon.language)
    start = context.kept[0].start
    own = split.at(document, start)
    head = document.text[own.start : start]
    if _submits(head, context):
        return Span(own.start, start)
    last = Span(0, own.start).worded(document.text).end
    before = split.at(document, max(0, last - 1))
    told = document.text[before.start : own.start].strip()
    follows = not head.strip() and (notice("as_follows").search(told) or told.endswith(_COLONS))
    owned = notice("owner_before").search(head)
    return Span(before.start, start) if (follows or owned) and _submits(told, context) else None


def _submits(text: str, context: JudgingContext) -> bool:
    """Whether words say that a party submits something, and neither the court nor "we" stands in them."""
    ours = any(word in context.lexicon.words("first_person") for word in folded_words(text))
    found = notice("parties").search(text) and notice("submitting").search(text)
    return bool(found) and not ours and not notice("courts").search(text)
