"""What detection says of a source: which of its words are quoted, and whose each are, as for an article."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from provenance.excerpts.detect import excerpts_of
from provenance.excerpts.model import Markup

if TYPE_CHECKING:
    from provenance.articles.article import Article
    from provenance.text.span import Span


class Attributed(NamedTuple):
    """The quoted stretches of a source, in order, and the speaker of each, or None."""

    spans: tuple[Span, ...]
    speakers: tuple[str | None, ...]

    def speaker_at(self, span: Span) -> str | None:
        """The speaker of the stretch that holds the beginning of a span."""
        index = bisect_right(self.spans, span.start, key=lambda one: one.start) - 1
        held = index >= 0 and self.spans[index].end > span.start
        return self.speakers[index] if held else None


def attributed_speech(article: Article, code: str) -> Attributed:
    """The quotations inside a source's running text and their speakers.

    Args:
        article: The source.
        code: Its language.
    """
    found = [
        (passage.span, excerpt.attribution.speaker if excerpt.attribution.may_accuse else None)
        for excerpt in excerpts_of(article, code)
        if excerpt.markup is Markup.INLINE or excerpt.quoted
        for passage in excerpt.passages
    ]
    found.sort(key=lambda pair: pair[0])
    return Attributed(tuple(span for span, _ in found), tuple(speaker for _, speaker in found))
