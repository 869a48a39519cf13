"""Detectors, the ordered table of them, and detect(): run them all and settle what overlaps."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Protocol

from provenance.excerpts.addressed import detect_addressed
from provenance.excerpts.blockquotes import detect_blockquotes
from provenance.excerpts.context import Context
from provenance.excerpts.cued import detect_cued
from provenance.excerpts.dashes import detect_dashes
from provenance.excerpts.indentation import detect_indentation
from provenance.excerpts.inline import detect_inline
from provenance.excerpts.model import Boundary, Markup
from provenance.excerpts.quoted_paragraphs import detect_quoted_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from provenance.articles.article import Article
    from provenance.excerpts.model import Excerpt
    from provenance.text.span import Span


class Detector(Protocol):
    """Finds excerpts of one kind: any callable of this shape is a detector."""

    def __call__(self, article: Article, context: Context, /) -> Iterable[Excerpt]:
        """The excerpts it sees in ``article``, in article order."""
        ...


DETECTORS: tuple[tuple[str, Detector], ...] = (
    ("blockquotes", detect_blockquotes),
    ("indentation", detect_indentation),
    ("quoted-paragraphs", detect_quoted_paragraphs),
    ("addressed", detect_addressed),
    ("cued", detect_cued),
    ("inline", detect_inline),
    ("dashes", detect_dashes),
)
"""The detectors of this package, by name, in the order in which they are believed: markup, then cues, then marks."""


def detect(
    article: Article, *, language: str | None = None, extra: Mapping[str, Detector] | None = None
) -> tuple[Excerpt, ...]:
    """Find what ``article`` says it quotes.

    Args:
        article: The page as read.
        language: A BCP 47 primary subtag; by default the one the page states.
        extra: Further detectors by name (plug-ins), asked after the package's own.

    Returns:
        The excerpts in article order. No two share a character, but for inline quotations with a speaker of their own
        inside paragraphs whose end is unclear: those may turn out to be the author's.
    """
    spoken = (language or article.metadata.language or "en").partition("-")[0].lower()
    found: tuple[Excerpt, ...] = ()
    for _name, detector in (*DETECTORS, *(extra or {}).items()):
        found = _settled(found, detector(article, Context(spoken, found)))
    return found


def _settled(found: tuple[Excerpt, ...], candidates: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    """``found`` and those of ``candidates`` that share no character with it or with one another, in article order."""
    kept = list(found)
    taken = sorted(passage.span for excerpt in found for passage in excerpt.passages)
    certain = sorted(
        passage.span for excerpt in found if not _is_open(excerpt) for passage in excerpt.passages
    )
    for candidate in candidates:
        spans = [passage.span for passage in candidate.passages]
        others = certain if candidate.markup is Markup.INLINE and candidate.attribution.speaker else taken
        if not any(_is_taken(others, span) for span in spans):
            kept.append(candidate)
            for span in spans:
                insort(certain, span)
                if not _is_taken(taken, span):
                    insort(taken, span)
    return tuple(sorted(kept, key=lambda excerpt: excerpt.span))


def _is_open(excerpt: Excerpt) -> bool:
    """Whether an excerpt's own end is in doubt, so that an inline quotation may stand inside it."""
    return excerpt.boundary is Boundary.UNCLEAR


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    """Whether one of the disjoint, sorted spans shares a character with ``span``."""
    index = bisect_left(taken, span.end, key=lambda one: one.start) - 1
    return index >= 0 and taken[index].end > span.start
