"""TraceMemory: what is known of an article's excerpts, for its next version: an editor asks again after every word.

An excerpt is traced again when anything changed that judging it looks at: the paragraphs around it, the links near it, what the
article says of itself. What stands further away, and the sources, are not looked at; a new memory is the way to begin anew.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, Final

from provenance.alignment.alignment import Alignment, Placement, Variant
from provenance.articles.article import Article
from provenance.excerpts.model import Attribution, EditorialMark, Excerpt
from provenance.findings.finding import Finding
from provenance.findings.trace import Comparison, ExcerptTrace
from provenance.text.document import Document, Passage
from provenance.text.span import Span
from provenance.tracing.tracer import Each

_BLOCKS_BEFORE, _BLOCKS_BEHIND = 2, 1  # rules look into the sentence around an excerpt, and at its neighbours
_LINKS_AROUND = 12  # more than are ever tried as sources
_PARTS: Final = {
    part: tuple(field.name for field in fields(part))
    for part in (
        Alignment,
        Attribution,
        Comparison,
        EditorialMark,
        Excerpt,
        ExcerptTrace,
        Finding,
        Placement,
        Variant,
    )
}


class TraceMemory:
    """Remembers the excerpts of one version of an article until the next."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Excerpt, ExcerptTrace]] = {}

    def each(self, article: Article) -> Each:
        """How to go through the excerpts of a version: those that are known are given as they were, at their new places."""

        def traced(
            excerpts: Sequence[Excerpt], trace: Callable[[Excerpt], ExcerptTrace]
        ) -> Iterator[ExcerptTrace]:
            known, self._known = self._known, {}
            for excerpt in excerpts:
                key = _surroundings(excerpt, article)
                item = _moved(*known[key], excerpt) if key in known else trace(excerpt)
                self._known[key] = excerpt, item
                yield item

        return traced


def _moved(before: Excerpt, item: ExcerptTrace, now: Excerpt) -> ExcerptTrace:
    """What is known of an excerpt, in another version of its article."""
    old, new = before.passages[0].document, now.passages[0].document
    by = now.span.start - before.span.start

    def place(passage: Passage) -> Passage:
        return Passage(new, passage.span.shifted(by)) if passage.document is old else passage

    moved: ExcerptTrace = _with_passages(item, place)
    return moved


def _surroundings(excerpt: Excerpt, article: Article) -> Hashable:
    """What an excerpt's trace depends on, counted from where its surroundings begin."""
    blocks = _blocks_around(excerpt, article.document)
    base, document = blocks[0].start, article.document
    window = Span(base, blocks[-1].end)

    def relative(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
        return tuple((span.start - base, span.end - base) for span in spans if span.overlaps(window))

    marked = (article.emphasis or (), article.inserted, [link.span for link in article.links])
    return (
        document.text[window.start : window.end],
        _with_passages(replace(excerpt, probability=1.0), lambda passage: relative([passage.span])),
        tuple(map(relative, (*marked, blocks))),
        tuple((one.at - base, one.text) for one in article.struck if window.start <= one.at <= window.end),
        tuple(link.href for link in _nearest_links(excerpt, article)),
        article.metadata,
    )


def _blocks_around(excerpt: Excerpt, document: Document) -> Sequence[Span]:
    cue, end = excerpt.attribution.cue, max(one.span.end for one in (*excerpt.passages, *excerpt.reach))
    start = min(excerpt.span.start, cue.span.start if cue else end)
    first = max(0, document.block_index_at(start) - _BLOCKS_BEFORE)
    last = document.block_index_at(end) + _BLOCKS_BEHIND
    return [block.span for block in document.blocks[first : last + 1]] or [document.span]


def _nearest_links(excerpt: Excerpt, article: Article) -> Sequence[Any]:
    start = excerpt.span.start
    return sorted(article.links, key=lambda link: abs(link.span.start - start))[:_LINKS_AROUND]


def _with_passages(value: Any, change: Callable[[Passage], Any]) -> Any:  # noqa: ANN401 - a value of any of the parts
    """A value in which each passage, however deep, is changed."""
    if isinstance(value, Passage):
        return change(value)
    if isinstance(value, tuple):
        parts = (_with_passages(part, change) for part in value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    names = _PARTS.get(type(value), ())
    return (
        replace(value, **{name: _with_passages(getattr(value, name), change) for name in names})
        if names
        else value
    )
