"""Candidates: the elements of a page that are dressed as quotations, each with its frame, before anybody judges them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from provenance.articles.elements import Dress
from provenance.articles.transcript import BETWEEN
from provenance.articles.walk import Stretch, Walk
from provenance.text.document import Block, Document
from provenance.text.span import Span

_DRESSES = (Dress.FIGURE, Dress.QUOTATION, Dress.INDENT)
_LONGEST_CAPTION = 200  # characters; a frame with more besides the quotation is a part of the page


@dataclass(slots=True)
class QuoteCandidate:
    """An element that is dressed as a quotation."""

    element: HtmlElement  # the element
    container: int  # the number of the block element around it, or its own
    start: int  # its first character
    end: int  # just past its last
    classes: frozenset[str]  # its class names and those of the frame around it
    is_indent: bool = False  # whether only its margin sets it off
    attributions: list[Span] = field(default_factory=list)  # what in it or its frame says who is quoted
    inner: "list[QuoteCandidate]" = field(default_factory=list)  # the candidates inside it

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def is_blockquote(self) -> bool:
        """Whether it is a ``<blockquote>``, and not a box with a telling class name."""
        return self.element.tag == "blockquote"


@dataclass(frozen=True, slots=True)
class WalkedPage:
    """A page as the walk has read it, to be asked what stands around a candidate."""

    document: Document  # the page's text and blocks
    walked: Walk  # what the walk brought home
    in_comments: Sequence[bool]  # for each block element of the walk, whether it stands where readers comment

    @property
    def text(self) -> str:
        """The page's text."""
        return self.document.text

    def blocks(self, start: int, end: int) -> Sequence[Block]:
        """The blocks that begin in ``start..end``."""
        return self.document.blocks[self.index(start) : self.index(end)]

    def index(self, offset: int) -> int:
        """The number of the first block that begins at or after ``offset``."""
        return bisect_left(self.document.blocks, offset, key=lambda block: block.span.start)

    def breaks(self, start: int, end: int) -> Sequence[int]:
        """Where a line begins after a ``<br>`` within ``start..end``."""
        places = self.walked.transcript.breaks
        return places[bisect_left(places, start) : bisect_left(places, end)]

    def links(self, start: int, end: int) -> Sequence[Stretch]:
        """The links within ``start..end``."""
        links = self.walked.stretches[Dress.LINK]
        before = start - len(BETWEEN)  # a link that opens a block: its start is noted before the block's
        first = bisect_left(links, before, key=lambda link: link.start)
        last = bisect_left(links, end, key=lambda link: link.start)
        return [link for link in links[first:last] if start < link.end <= end and link.start < link.end]

    def announcement(self, start: int) -> str:
        """What the block before ``start`` says, if it ends in a colon; else empty."""
        index = self.index(start) - 1
        said = self.document.blocks[index].span.of(self.text).rstrip() if index >= 0 else ""
        return said if said.endswith((":", "：", ":»", ":”")) else ""


def candidates(page: WalkedPage) -> list[QuoteCandidate]:
    """The outermost candidates of a page, in reading order; a frame is taken together with what it holds."""
    roots: list[QuoteCandidate] = []
    opened: list[QuoteCandidate] = []
    dressed = ((dress, one) for dress in _DRESSES for one in page.walked.stretches[dress])
    for dress, stretch in sorted(dressed, key=lambda pair: (pair[1].start, -pair[1].end, pair[1].container)):
        span = Span(stretch.start, stretch.end).stripped(page.text)
        if not len(span):
            continue
        candidate = QuoteCandidate(
            stretch.element, stretch.container, span.start, span.end, stretch.classes, dress is Dress.INDENT
        )
        while opened and opened[-1].end <= candidate.start:
            opened.pop()
        (opened[-1].inner if opened else roots).append(candidate)
        opened.append(candidate)
    return list(_unframed(roots, page))


def _unframed(roots: Iterable[QuoteCandidate], page: WalkedPage) -> Iterator[QuoteCandidate]:
    """The quotations that frames hold, with the frames' classes and captions; candidates that are no frames as they are."""
    for candidate in roots:
        held = [] if candidate.is_blockquote else list(islice(_blockquotes(candidate.inner), 2))
        if candidate.is_blockquote or (not held and candidate.element.tag != "figure"):
            yield candidate
        elif len(held) == 1 and not candidate.is_indent and len(candidate) - len(held[0]) <= _LONGEST_CAPTION:
            held[0].classes |= candidate.classes
            held[0].attributions.extend(_outside(candidate, held[0], page))
            yield held[0]
        else:
            yield from _unframed(candidate.inner, page)


def _blockquotes(inner: Iterable[QuoteCandidate]) -> Iterator[QuoteCandidate]:
    for candidate in inner:
        if candidate.is_blockquote:
            yield candidate
        else:
            yield from _blockquotes(candidate.inner)


def _outside(frame: QuoteCandidate, held: QuoteCandidate, page: WalkedPage) -> Iterator[Span]:
    """What a frame says besides the quotation: a title, a caption."""
    for start, end in ((frame.start, held.start), (held.end, frame.end)):
        span = Span(start, end).stripped(page.text)
        if len(span):
            yield span


def attribute_candidates(found: Sequence[QuoteCandidate], page: WalkedPage) -> None:
    """Give each candidate the attribution elements inside it."""
    starts = [candidate.start for candidate in found]
    for stretch in page.walked.stretches[Dress.ATTRIBUTION]:
        span = Span(stretch.start, stretch.end).stripped(page.text)
        index = bisect_left(starts, span.start + 1) - 1
        if index < 0 or not len(span) or span.end > found[index].end:
            continue
        candidate = found[index]
        if len(span) < len(candidate) and (
            stretch.element.tag != "cite" or _stands_apart(span, candidate, page)
        ):
            candidate.attributions.append(span)


def _stands_apart(cite: Span, candidate: QuoteCandidate, page: WalkedPage) -> bool:
    """Whether a ``<cite>`` ends the quotation or is a block or a line by itself; else it is a title within a sentence."""
    block = page.document.block_at(cite.start)
    if cite.end >= candidate.end or block is None:
        return True
    if cite.start == candidate.start and cite.of(page.text).endswith((":", "：")):
        return True
    fills_block = cite.start <= block.span.start + 3 and cite.end >= block.span.end - 3
    return fills_block or bool(page.breaks(cite.start, cite.start + 1))
