"""AnnotatedArticle: one article with its blocks, sentences, quotation marks and links at hand."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from provenance.articles.article import Article, Link, QuoteRole
from provenance.excerpts.annotation.quotation_marks import Quotation, quotations
from provenance.languages.sentences import splitter
from provenance.text.document import Block, BlockKind
from provenance.text.span import Span

RUNNING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))  # the kinds of blocks that hold running text


class AnnotatedArticle:
    """One article with what the stages of detection ask of it. Made once, passed explicitly; what is asked for is kept."""

    def __init__(self, article: Article, language: str | None = None) -> None:
        self.article = article
        # A BCP 47 primary subtag; `en` where nobody knows.
        self.language = (language or article.metadata.language or "en").partition("-")[0].lower()
        self.splitter = splitter(self.language)
        self.text = article.document.text  # in which all spans are counted
        # The whole text as one block, where it has none.
        self.blocks: Sequence[Block] = article.document.blocks or (Block(article.document.span),)
        self._link_starts = [link.span.start for link in article.links]
        self._quotations: dict[int, tuple[Quotation, ...]] = {}
        self._sentences: dict[int, tuple[Span, ...]] = {}

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def block_text(self, index: int) -> str:
        """The text of a block."""
        return self.cut(self.blocks[index].span)

    def block_at(self, offset: int) -> int:
        """The index of the last block that begins at or before ``offset``; -1 if there is none."""
        return self.article.document.block_index_at(offset) if self.article.document.blocks else 0

    def blocks_in(self, span: Span) -> range:
        """The indexes of the blocks that share a character with ``span``."""
        first = max(0, self.block_at(span.start))
        stop = first
        while stop < len(self.blocks) and self.blocks[stop].span.start < span.end:
            stop += 1
        return range(first if self.blocks[first].span.end > span.start else first + 1, max(first, stop))

    def is_main(self, index: int) -> bool:
        """Whether a block belongs to the page's main content: the one place that asks the mask."""
        return self.blocks[index].main

    @cached_property
    def set_off(self) -> frozenset[int]:
        """The indexes of the blocks that markup sets off as quoted, embedded, a comment."""
        return frozenset(
            index
            for quote in self.article.quotes
            if quote.role is not QuoteRole.LAYOUT
            for span in (*quote.spans, *quote.attributions)
            for index in self.blocks_in(span)
        )

    @cached_property
    def running(self) -> dict[int, Block]:
        """The blocks of running text that no markup sets off, by their indexes, in order."""
        return {
            index: block
            for index, block in enumerate(self.blocks)
            if block.kind in RUNNING and index not in self.set_off and self.is_main(index)
        }

    @cached_property
    def shown(self) -> tuple[int, ...]:
        """Where a picture stands, or an element begins that markup sets off, in order; not what only a margin sets off."""
        elements = (quote.spans[0].start for quote in self.article.quotes if quote.markup != "indent")
        return tuple(sorted((*self.article.pictures, *elements)))

    def sentences_in(self, index: int) -> tuple[Span, ...]:
        """The sentences of a block, in order."""
        if index not in self._sentences:
            span = self.blocks[index].span
            self._sentences[index] = tuple(self.splitter.spans(self.text, span.start, span.end, lines=True))
        return self._sentences[index]

    def sentence_start(self, start: int, end: int) -> int:
        """Where the sentence that runs up to ``end`` begins, not before ``start``."""
        begin = end
        for span in self.splitter.spans(self.text, start, end, lines=True):
            begin = span.start
        return begin

    def sentence_end(self, start: int, end: int) -> int:
        """Where the sentence that begins at ``start`` ends, not behind ``end``."""
        return next((span.end for span in self.splitter.spans(self.text, start, end, lines=True)), end)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence of a block that holds ``offset`` or ends before it; None where there is none."""
        found = self.sentences_in(max(0, self.block_at(offset)))
        at = bisect_left(found, offset + 1, key=lambda sentence: sentence.start) - 1
        return found[at] if at >= 0 else None

    def quotations_in(self, index: int) -> tuple[Quotation, ...]:
        """The quotations of a block, by their marks."""
        if index not in self._quotations:
            span = self.blocks[index].span
            self._quotations[index] = tuple(quotations(self.text, span.start, span.end))
        return self._quotations[index]

    def links_in(self, span: Span) -> Sequence[Link]:
        """The links that begin inside ``span``, in order."""
        first, last = bisect_left(self._link_starts, span.start), bisect_left(self._link_starts, span.end)
        return self.article.links[first:last]
